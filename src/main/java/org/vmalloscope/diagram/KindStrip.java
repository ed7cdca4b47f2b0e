package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.diagram.TreeLayout.Node;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// A strip below the tree that says what the areas are when the nodes have no room for it.
///
/// Areas with a vm_struct are its ground; each other kind is a tick at its place in address order, at least 2
/// px wide, the passing states on top.
record KindStrip(TreeLayout layout, AreaKinds kinds, double height) {
    private static final double HEIGHT = 14;
    private static final double BOTTOM = 8;
    private static final List<Kind> BOTTOM_UP = List.of(Kind.BUSY, Kind.EARLY, Kind.BLOCK, Kind.LAZY, Kind.PURGING);

    void addTo(List<Shape> shapes) {
        double y = height - BOTTOM - HEIGHT;
        double wide = layout.step() * layout.nodes().size();
        TextFont font = TextFont.sans(10.5, Weight.REGULAR);
        shapes.add(new Box(layout.left(), y, wide, HEIGHT, 2, Role.VM_TAB));
        if (layout.left() >= 22) {
            shapes.add(new Text(
                    layout.left() - 4, font.baseline(y + HEIGHT / 2), Anchor.END, font, Role.TEXT_THIRD, "kind"));
        }
        double tick = Math.max(2, layout.step());
        for (Kind kind : BOTTOM_UP) {
            double end = Double.NEGATIVE_INFINITY;
            for (Node node : layout.nodes()) {
                double x = layout.left() + node.place() * layout.step();
                if (x >= end && kinds.of(node.va()) == kind) {
                    shapes.add(new Box(x, y, Math.min(tick, layout.left() + wide - x), HEIGHT, 0, kind.mark()));
                    end = x + (tick > layout.step() ? tick : 0);
                }
            }
        }
    }
}
