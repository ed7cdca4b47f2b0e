package org.vmalloscope.laws;

import static org.vmalloscope.laws.InvariantChecker.equal;
import static org.vmalloscope.laws.InvariantChecker.require;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.MemoryReader;

/// The tree of areas is red-black, and holds the areas of vmap_area_list in the same order, ascending, without
/// overlap.
final class AreaInvariants {
    private final VmallocView view;
    private final MemoryReader memory;
    private final RbTree tree;
    private final List<Reading> inOrder = new ArrayList<>();

    AreaInvariants(VmallocView view) {
        this.view = view;
        this.memory = view.memory();
        this.tree = view.tree();
    }

    /// An area as it was read once, so that the other checks need not read it again.
    record Reading(VmapArea area, long start, long end, long flags) {
        boolean has(int flag) {
            return (flags & flag) != 0;
        }

        int pages() {
            return (int) ((end - start) >>> 12);
        }
    }

    /// All areas, ascending.
    List<Reading> check() {
        long root = tree.root();
        if (root != 0) {
            equal("the root's parent", root, 0, tree.parent(root));
            require(tree.isBlack(root), "the root is red", root);
            blackHeight(root, true);
        }
        order();
        list();
        return inOrder;
    }

    /// The black nodes on each way down from a node; collects the areas in order.
    private int blackHeight(long node, boolean parentBlack) {
        boolean black = tree.isBlack(node);
        require(black || parentBlack, "a red node has a red parent: node", node);
        int left = below(tree.left(node), node, black);
        VmapArea area = view.areaOfNode(node);
        inOrder.add(new Reading(area, area.vaStart(), area.vaEnd(), area.flags()));
        int right = below(tree.right(node), node, black);
        equal("the black heights left and right of a node", node, left, right);
        return left + (black ? 1 : 0);
    }

    private int below(long child, long node, boolean black) {
        if (child == 0) {
            return 0;
        }
        equal("the parent pointer of a node", child, node, tree.parent(child));
        require(inOrder.size() < 1_000_000, "the tree has a cycle");
        return blackHeight(child, black);
    }

    private void order() {
        long before = 0;
        for (Reading area : inOrder) {
            require(Long.compareUnsigned(area.start(), area.end()) < 0, "an area is empty or wraps:", area.start());
            require(Long.compareUnsigned(before, area.start()) <= 0, "areas overlap or descend", area.start());
            before = area.end();
        }
    }

    private void list() {
        long head = view.data().vmapAreaList();
        long node = head;
        for (Reading area : inOrder) {
            long next = next(node);
            equal(
                    "vmap_area_list and the tree in order differ: the node after",
                    node,
                    area.area().list(),
                    next);
            equal("the previous pointer of the node", next, node, previous(next));
            node = next;
        }
        equal("the last area's next pointer", node, head, next(node));
        equal("the list head's previous pointer", head, node, previous(head));
    }

    private long next(long node) {
        return memory.load(node);
    }

    private long previous(long node) {
        return memory.load(node + memory.abi().wordBytes());
    }
}
