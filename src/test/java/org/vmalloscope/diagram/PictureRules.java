package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;

/// What every picture must obey: nothing sticks out of the sheet, no text covers another, and none is too small to
/// read.
final class PictureRules {
    /// Px that a shape may stick out, for the width of rings and lines.
    private static final double OUT = 1;
    /// Px that two texts may share: the empty rows above and below their letters.
    private static final double SHARED = 2;

    private static final double SMALLEST = 10.5;

    private PictureRules() {}

    /// What is wrong with a picture; empty when it is right.
    static List<String> violations(Picture picture) {
        List<Shape> leaves = new ArrayList<>();
        flatten(picture.shapes(), leaves);
        List<String> wrong = new ArrayList<>();
        for (Shape shape : leaves) {
            Bounds bounds = shape.bounds();
            if (bounds.x() < -OUT
                    || bounds.y() < -OUT
                    || bounds.right() > picture.width() + OUT
                    || bounds.bottom() > picture.height() + OUT) {
                wrong.add("sticks out of " + picture.width() + " x " + picture.height() + ": " + shape);
            }
        }
        List<Text> texts = leaves.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> !text.string().isBlank())
                .toList();
        for (int one = 0; one < texts.size(); one++) {
            Text text = texts.get(one);
            if (text.font().size() < SMALLEST) {
                wrong.add("too small: '" + text.string() + "'");
            }
            for (int other = one + 1; other < texts.size(); other++) {
                if (overlap(text.bounds(), texts.get(other).bounds())) {
                    wrong.add("'" + text.string() + "' at " + text.bounds() + " and '"
                            + texts.get(other).string() + "' at "
                            + texts.get(other).bounds() + " overlap");
                }
            }
        }
        return wrong;
    }

    private static void flatten(List<Shape> shapes, List<Shape> leaves) {
        for (Shape shape : shapes) {
            if (shape instanceof Group group) {
                flatten(group.shapes(), leaves);
            } else {
                leaves.add(shape);
            }
        }
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.x() + SHARED < b.right()
                && b.x() + SHARED < a.right()
                && a.y() + SHARED < b.bottom()
                && b.y() + SHARED < a.bottom();
    }
}
