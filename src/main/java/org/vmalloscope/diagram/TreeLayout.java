package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.TreeShape.Member;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// Where the nodes of the vmap_area tree stand, and how much of each level can be shown.
///
/// x is the place in address order and y the depth, so that a rotation moves nodes up and down only. Measures are px.
final class TreeLayout {
    private static final double MARGIN = 34;
    private static final double TOP = 36;
    private static final double BOTTOM = 44;
    private static final double WIDEST_STEP = 96;
    private static final double HIGHEST_ROW = 82;

    /// How much of a node is shown, the least first; `gap` and `row` are the px between neighbours that it takes.
    enum Detail {
        DENSITY(0, 0),
        MARK(8.5, 13),
        BLANK(34, 20),
        ADDRESS(80, 33),
        NAMED(100, 58);

        private final double gap;
        private final double row;

        Detail(double gap, double row) {
            this.gap = gap;
            this.row = row;
        }
    }

    /// A node and its centre; `place` counts in address order from 0.
    record Node(VmapArea va, int place, int depth, boolean black, double x, double y) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Long, Node> byArea = new HashMap<>();
    private final List<List<Node>> levels = new ArrayList<>();
    private final Detail[] details;
    private final double step;
    private final double left;
    private final double row;

    TreeLayout(TreeShape shape, double width, double height) {
        List<Member> members = shape.members();
        int deepest = members.stream().mapToInt(Member::depth).max().orElse(0);
        step = Math.min(WIDEST_STEP, (width - 2 * MARGIN) / Math.max(1, members.size()));
        left = (width - step * members.size()) / 2;
        row = Math.min(HIGHEST_ROW, (height - TOP - BOTTOM) / Math.max(1, deepest));
        for (int level = 0; level <= deepest; level++) {
            levels.add(new ArrayList<>());
        }
        for (int place = 0; place < members.size(); place++) {
            Member member = members.get(place);
            Node node = new Node(
                    member.va(), place, member.depth(), member.black(), xOf(place), TOP + member.depth() * row);
            nodes.add(node);
            byArea.put(member.va().address(), node);
            levels.get(member.depth()).add(node);
        }
        details = new Detail[levels.size()];
        for (int level = 0; level < details.length; level++) {
            details[level] = richest(levels.get(level), level == 0 ? Detail.NAMED : details[level - 1]);
        }
    }

    private Detail richest(List<Node> level, Detail above) {
        double gap = Double.POSITIVE_INFINITY;
        for (int index = 1; index < level.size(); index++) {
            gap = Math.min(gap, level.get(index).x() - level.get(index - 1).x());
        }
        Detail best = Detail.DENSITY;
        for (Detail detail : Detail.values()) {
            if (gap >= detail.gap && row >= detail.row && detail.compareTo(above) <= 0) {
                best = detail;
            }
        }
        return best;
    }

    /// Where the area with that place in address order stands.
    double xOf(double place) {
        return left + (place + 0.5) * step;
    }

    /// All nodes in address order.
    List<Node> nodes() {
        return nodes;
    }

    List<List<Node>> levels() {
        return levels;
    }

    Detail detail(int level) {
        return details[level];
    }

    Detail detail(Node node) {
        return details[node.depth()];
    }

    /// Whether the kinds of areas can be seen at all nodes.
    boolean namesAll() {
        return details[details.length - 1] == Detail.NAMED;
    }

    /// The node of an area, if it is in the tree.
    @Nullable
    Node node(long area) {
        return byArea.get(area);
    }

    /// Px between two neighbours in address order.
    double step() {
        return step;
    }

    /// Px from a level to the next.
    double row() {
        return row;
    }

    /// The left end of the lowest area's column.
    double left() {
        return left;
    }
}
