package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextMetrics;

/// Collects the shapes of a picture, or of a part of one, from the bottom up. Texts are placed by their middle.
final class Pen {
    private final List<Shape> shapes = new ArrayList<>();

    /// The row (from 0) of the n-th thing (from 0) where each row has so many.
    static int row(int number, int columns) {
        return number / columns;
    }

    /// The first of some wordings that fits; the last one, cut, when none does.
    static String fitting(double most, TextFont font, String... wordings) {
        for (String words : wordings) {
            if (TextMetrics.width(words, font) <= most) {
                return words;
            }
        }
        return TextMetrics.fit(wordings[wordings.length - 1], font, most);
    }

    /// What was drawn.
    List<Shape> shapes() {
        return shapes;
    }

    Pen add(Shape shape) {
        shapes.add(shape);
        return this;
    }

    Pen box(double x, double y, double width, double height, double radius, Role role) {
        return add(new Box(x, y, Math.max(0, width), Math.max(0, height), radius, role));
    }

    Pen line(double x1, double y1, double x2, double y2, Role role) {
        return add(new Line(x1, y1, x2, y2, role));
    }

    Pen glyph(Icon icon, double x, double y, double size, Role role) {
        return add(new Glyph(icon, x, y, size, role));
    }

    Pen text(double x, double middle, Anchor anchor, TextFont font, Role role, String words) {
        return words.isEmpty() ? this : add(new Text(x, font.baseline(middle), anchor, font, role, words));
    }

    /// A text that begins at `x`.
    Pen text(double x, double middle, TextFont font, Role role, String words) {
        return text(x, middle, Anchor.START, font, role, words);
    }

    /// A text that begins at `x` and is cut to `most` px.
    Pen fitted(double x, double middle, double most, TextFont font, Role role, String words) {
        return text(x, middle, font, role, TextMetrics.fit(words, font, most));
    }

    /// Several runs that begin at `x`.
    Pen runs(double x, double middle, Anchor anchor, TextFont font, List<Run> runs) {
        return add(new Text(x, font.baseline(middle), anchor, font, runs));
    }

    /// A thing: everything in `parts`, with an id and what is said about it.
    Pen thing(String id, String tip, Pen parts) {
        return add(new Group(id, parts.shapes, tip));
    }
}
