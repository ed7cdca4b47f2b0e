package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// A strip below the tree that says what the areas are when the nodes have no room for it.
///
/// Areas with a vm_struct are its ground; each other kind is a tick at its place in address order, at least 2
/// px wide, the passing states on top. Below stand the lowest and the highest address and how many areas there are.
record KindStrip(TreeLayout layout, Moment moment, double height, double from, double to) {
    private static final double HEIGHT = 14;
    private static final double BOTTOM = 22;
    private static final List<Kind> BOTTOM_UP = List.of(Kind.BUSY, Kind.EARLY, Kind.BLOCK, Kind.LAZY, Kind.PURGING);
    private static final TextFont WORDS = TextFont.sans(10.5, Weight.REGULAR);
    private static final TextFont ADDRESS = TextFont.mono(10.5, Weight.REGULAR);

    void addTo(List<Shape> shapes) {
        double y = height - BOTTOM - HEIGHT;
        shapes.add(new Box(layout.left(), y, layout.right() - layout.left(), HEIGHT, 2, Role.VM_TAB));
        if (layout.left() >= 30) {
            shapes.add(new Text(
                    layout.left() - 5, WORDS.baseline(y + HEIGHT / 2), Anchor.END, WORDS, Role.TEXT_THIRD, "kind"));
        }
        for (Kind kind : BOTTOM_UP) {
            ticks(kind, y, shapes);
        }
        words(y + HEIGHT + 10, shapes);
    }

    private void ticks(Kind kind, double y, List<Shape> shapes) {
        if (!moment.treeKinds().counts().containsKey(kind)) {
            return;
        }
        List<Path.Segment> outline = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        int last = layout.placeAt(to);
        for (int place = layout.placeAt(from); place <= last; place++) {
            double x = layout.left() + place * layout.step();
            if (x < end || moment.treeKinds().of(place) != kind) {
                continue;
            }
            double right = x + layout.step();
            while (place < last && moment.treeKinds().of(place + 1) == kind) {
                place++;
                right += layout.step();
            }
            end = Math.min(layout.right(), Math.max(x + 2, right));
            outline.add(new Path.Move(x, y));
            outline.add(new Path.Straight(end, y));
            outline.add(new Path.Straight(end, y + HEIGHT));
            outline.add(new Path.Straight(x, y + HEIGHT));
            outline.add(new Path.Close());
        }
        if (!outline.isEmpty()) {
            shapes.add(new Path("", outline, Heads.NONE, kind.mark(), ""));
        }
    }

    private void words(double middle, List<Shape> shapes) {
        TreeShape shape = layout.shape();
        Addresses addresses = moment.treeAddresses();
        double wide = layout.right() - layout.left();
        String low = addresses.shown(shape.start(0));
        String high = addresses.shown(shape.start(shape.size() - 1));
        String counts = TextMetrics.fit(
                counts(), WORDS, wide - TextMetrics.width(low, ADDRESS) - TextMetrics.width(high, ADDRESS) - 24);
        double line = ADDRESS.baseline(middle);
        shapes.add(new Text(layout.left(), line, Anchor.START, ADDRESS, Role.TEXT_SECOND, low));
        shapes.add(new Text(layout.right(), line, Anchor.END, ADDRESS, Role.TEXT_SECOND, high));
        double centre = (Math.max(layout.left(), from) + Math.min(layout.right(), to)) / 2;
        double room = TextMetrics.width(counts, WORDS) / 2 + 90;
        if (!counts.isEmpty()
                && (to - from >= wide || centre - room > layout.left() && centre + room < layout.right())) {
            shapes.add(new Text(centre, WORDS.baseline(middle), Anchor.MIDDLE, WORDS, Role.TEXT_SECOND, counts));
        }
    }

    private String counts() {
        StringBuilder words = new StringBuilder(Sizes.number(layout.shape().size())).append(" areas");
        for (Map.Entry<Kind, Integer> entry : moment.treeKinds().counts().entrySet()) {
            if (entry.getKey() != Kind.VM) {
                words.append(", ").append(Sizes.number(entry.getValue())).append(' ');
                words.append(TreeDiagram.words(entry.getKey()));
            }
        }
        return words.toString();
    }
}
