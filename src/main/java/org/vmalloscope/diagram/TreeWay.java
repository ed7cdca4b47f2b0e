package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.TreeLayout.Detail;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// A way down the tree that is shown in full however dense the tree is: the descent that is going on, or else the way
/// to the node that is selected, when that one could not be seen otherwise.
final class TreeWay {
    private static final TextFont FONT = TextFont.sans(10.5, Weight.BOLD);

    private final TreeLayout layout;
    private final List<Integer> steps = new ArrayList<>();
    private final Set<Integer> passed = new HashSet<>();
    private final boolean searched;

    TreeWay(Moment moment, TreeLayout layout, String selected) {
        this.layout = layout;
        for (TreeDescent step : moment.treePath().steps()) {
            int place = layout.shape().place(step.va());
            if (place != TreeShape.NONE) {
                steps.add(place);
            }
        }
        searched = !steps.isEmpty();
        if (!searched) {
            toSelected(moment, selected);
        }
        passed.addAll(steps);
    }

    private void toSelected(Moment moment, String selected) {
        int place = layout.shape().place(AreaIds.address(selected));
        if (place != TreeShape.NONE
                && layout.detail(place).compareTo(Detail.ADDRESS) < 0
                && moment.id(layout.shape().area(place)).equals(selected)) {
            for (int step : layout.shape().pathTo(place)) {
                steps.add(step);
            }
        }
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /// Whether it is a descent of the kernel, not the way to what is selected.
    boolean isSearch() {
        return searched;
    }

    boolean passes(int place) {
        return passed.contains(place);
    }

    /// Whether it has come to an end at a node.
    boolean endsAt(int place) {
        return !steps.isEmpty() && steps.getLast() == place;
    }

    /// The last node of it.
    int end() {
        return steps.isEmpty() ? TreeShape.NONE : steps.getLast();
    }

    int length() {
        return steps.size();
    }

    /// Whether the edge between two nodes belongs to it.
    boolean goes(int from, int to) {
        int at = steps.indexOf(from);
        return passed.contains(to) && at >= 0 && at + 1 < steps.size() && steps.get(at + 1) == to;
    }

    void addTo(TreeNodes nodes, List<Shape> shapes) {
        for (int index = 1; index < steps.size(); index++) {
            int before = steps.get(index - 1);
            int place = steps.get(index);
            if (layout.shape().depth(before) < layout.shape().depth(place)) {
                boolean last = index == steps.size() - 1;
                boolean dense = layout.detail(place).compareTo(Detail.ADDRESS) < 0;
                boolean headed = searched && (!dense || last);
                shapes.add(nodes.edge(
                        before, place, dense ? Role.PATH_EDGE_DENSE : Role.PATH_EDGE, headed ? Heads.END : Heads.NONE));
            }
        }
        for (int index = 0; index < steps.size(); index++) {
            step(index, nodes, shapes);
        }
    }

    private void step(int index, TreeNodes nodes, List<Shape> shapes) {
        int place = steps.get(index);
        boolean full = layout.detail(place).compareTo(Detail.ADDRESS) >= 0;
        if (!full && index == steps.size() - 1) {
            shapes.add(nodes.full(place, false));
        } else if (layout.detail(place).compareTo(Detail.BLANK) < 0) {
            shapes.add(Box.disc(layout.x(place), layout.y(place), layout.row() < 16 ? 3 : 5, Role.PATH_DOT));
        } else if (full && searched) {
            badge(place, index + 1, shapes);
        }
    }

    private void badge(int place, int number, List<Shape> shapes) {
        double x = layout.x(place) - TreeLayout.NODE_WIDTH / 2 - 3;
        double y = layout.y(place) - layout.nodeHeight() / 2 - 3;
        shapes.add(Box.disc(x, y, 8.5, Role.BADGE));
        shapes.add(new Text(x, FONT.baseline(y), Anchor.MIDDLE, FONT, Role.BADGE, Integer.toString(number)));
    }
}
