package org.vmalloscope.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The vmap_area tree as its pointers have it at any moment, in the middle of a rotation too.
///
/// While the kernel re-links nodes some cannot be reached from the root, and a child's parent pointer may
/// disagree with the node above it. Such nodes are found through vmap_area_list and hang where their parent
/// pointer says; nothing here trusts the pointers to make a tree, or to end.
record TreeShape(List<Member> members, List<Link> links) {
    private static final int HIGHEST = 128;

    /// A node: its area, its depth (the root has 0) and its colour.
    record Member(VmapArea va, int depth, boolean black) {}

    /// A child pointer, from the place in `members` of the one to that of the other; not `agreed` when the
    /// child's parent pointer leads elsewhere.
    record Link(int from, int to, boolean agreed) {}

    static TreeShape of(VmallocView view) {
        RbTree tree = view.tree();
        Map<Long, Integer> depths = reachable(tree);
        for (VmapArea va : view.areas()) {
            long node = va.rbNode();
            if (!depths.containsKey(node) && !tree.isClear(node)) {
                int depth = depthByParents(tree, node, depths);
                if (depth >= 0) {
                    depths.put(node, depth);
                }
            }
        }
        return inAddressOrder(view, tree, depths);
    }

    private static Map<Long, Integer> reachable(RbTree tree) {
        Map<Long, Integer> depths = new HashMap<>();
        Deque<Long> open = new ArrayDeque<>();
        if (tree.root() != 0) {
            depths.put(tree.root(), 0);
            open.add(tree.root());
        }
        while (!open.isEmpty()) {
            long node = open.remove();
            int below = depths.getOrDefault(node, 0) + 1;
            for (long child : new long[] {tree.left(node), tree.right(node)}) {
                if (child != 0 && depths.putIfAbsent(child, below) == null) {
                    open.add(child);
                }
            }
        }
        return depths;
    }

    private static int depthByParents(RbTree tree, long node, Map<Long, Integer> depths) {
        int steps = 0;
        for (long up = node; up != 0 && steps < HIGHEST; up = tree.parent(up), steps++) {
            Integer known = depths.get(up);
            if (known != null) {
                return known + steps;
            }
        }
        return -1;
    }

    private static TreeShape inAddressOrder(VmallocView view, RbTree tree, Map<Long, Integer> depths) {
        List<Member> members = new ArrayList<>(depths.size());
        depths.forEach((node, depth) -> members.add(new Member(view.areaOfNode(node), depth, tree.isBlack(node))));
        members.sort((a, b) -> Long.compareUnsigned(a.va().vaStart(), b.va().vaStart()));
        Map<Long, Integer> places = new HashMap<>(members.size() * 2);
        for (int place = 0; place < members.size(); place++) {
            places.put(members.get(place).va().rbNode(), place);
        }
        List<Link> links = new ArrayList<>(members.size());
        for (int place = 0; place < members.size(); place++) {
            long node = members.get(place).va().rbNode();
            for (long child : new long[] {tree.left(node), tree.right(node)}) {
                Integer to = places.get(child);
                if (to != null) {
                    links.add(new Link(place, to, tree.parent(child) == node));
                }
            }
        }
        return new TreeShape(List.copyOf(members), List.copyOf(links));
    }
}
