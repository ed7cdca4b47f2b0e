package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.BadAddressException;

/// The rules of the tree of areas and of vmap_area_list.
final class AreaRules {
    /// No tree that obeys the rules is deeper.
    private static final int DEEPEST = 128;

    private final VmallocView view;
    private final Probe probe;
    private final Findings findings;
    private final RbTree tree;
    private final List<Reading> inOrder = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    AreaRules(VmallocView view, Probe probe, Findings findings) {
        this.view = view;
        this.probe = probe;
        this.findings = findings;
        this.tree = view.tree();
    }

    /// The areas of vmap_area_list, in its order.
    List<Reading> check() {
        long root = tree.root();
        if (root != 0 && isNode(root)) {
            long area = area(root);
            findings.require(tree.parent(root) == 0, Rule.TREE_ROOT, "root-has-parent", area, tree.parent(root));
            findings.require(tree.isBlack(root), Rule.TREE_ROOT, "root-is-red", area);
            blackHeight(root, true, 0);
        } else {
            findings.require(
                    root == 0, Rule.TREE_ROOT, "root-is-wild", view.data().vmapAreaRoot(), root);
        }
        order();
        return list();
    }

    private boolean isNode(long node) {
        try {
            return probe.isObject(area(node), VmapArea.TYPE);
        } catch (BadAddressException nowhere) {
            return false;
        }
    }

    private long area(long node) {
        return view.areaOfNode(node).address();
    }

    /// The black nodes on each way down from a node; collects the areas in order.
    private int blackHeight(long node, boolean parentBlack, int depth) {
        seen.add(node);
        boolean black = tree.isBlack(node);
        long area = area(node);
        findings.require(black || parentBlack, Rule.TREE_RED, "red-under-red", area);
        int left = below(tree.left(node), node, black, depth);
        VmapArea va = view.areaOfNode(node);
        findings.require(probe.isLive(area, VmapArea.TYPE), Rule.AREAS_LIVE, "area-in-tree-freed", area);
        inOrder.add(Reading.of(va));
        int right = below(tree.right(node), node, black, depth);
        findings.equal(Rule.TREE_HEIGHTS, "black-heights", left, right, area);
        return left + (black ? 1 : 0);
    }

    private int below(long child, long node, boolean black, int depth) {
        if (child == 0) {
            return 0;
        }
        if (depth > DEEPEST || seen.contains(child) || !isNode(child)) {
            findings.require(false, Rule.TREE_PARENTS, "child-is-wild", area(node), child);
            return 0;
        }
        long parent = tree.parent(child);
        findings.require(parent == node, Rule.TREE_PARENTS, "parent-link", area(child), area(node), parent);
        return blackHeight(child, black, depth + 1);
    }

    private void order() {
        Reading before = null;
        for (Reading area : inOrder) {
            boolean empty = Long.compareUnsigned(area.start(), area.end()) >= 0;
            findings.require(!empty, Rule.TREE_ORDER, "area-is-empty", area.address());
            if (before != null) {
                boolean ascend = Long.compareUnsigned(before.end(), area.start()) <= 0;
                findings.require(ascend, Rule.TREE_ORDER, "areas-overlap", before.address(), area.address());
            }
            before = area;
        }
    }

    private List<Reading> list() {
        List<Reading> listed = new ArrayList<>();
        long head = view.data().vmapAreaList();
        long node = head;
        for (long next : probe.chain(probe.load(head), head)) {
            VmapArea va = VmapArea.ofList(view.memory(), next);
            if (!probe.isObject(va.address(), VmapArea.TYPE)) {
                findings.require(false, Rule.LIST_LINKS, "list-next-is-wild", owner(node), next);
                break;
            }
            findings.require(
                    probe.second(next) == node, Rule.LIST_LINKS, "list-prev", va.address(), probe.second(next));
            findings.require(
                    probe.isLive(va.address(), VmapArea.TYPE), Rule.AREAS_LIVE, "area-on-list-freed", va.address());
            listed.add(Reading.of(va));
            node = next;
        }
        boolean initialised = probe.load(head) != 0 || probe.second(head) != 0;
        if (initialised) {
            findings.require(probe.load(node) == head, Rule.LIST_LINKS, "list-end", owner(node), probe.load(node));
            findings.require(probe.second(head) == node, Rule.LIST_LINKS, "list-tail", head, probe.second(head));
        }
        sameAsTree(listed);
        return listed;
    }

    private long owner(long node) {
        return node == view.data().vmapAreaList()
                ? node
                : VmapArea.ofList(view.memory(), node).address();
    }

    private void sameAsTree(List<Reading> listed) {
        Reading before = null;
        for (Reading area : listed) {
            if (before != null) {
                boolean ascend = Long.compareUnsigned(before.start(), area.start()) <= 0;
                findings.require(ascend, Rule.LIST_ORDER, "list-descends", before.address(), area.address());
            }
            before = area;
        }
        int most = Math.max(listed.size(), inOrder.size());
        for (int place = 0; place < most; place++) {
            long inList = place < listed.size() ? listed.get(place).address() : 0;
            long inTree = place < inOrder.size() ? inOrder.get(place).address() : 0;
            if (inList != inTree) {
                findings.require(false, Rule.LIST_TREE, "list-and-tree", inList, inTree);
                return;
            }
        }
    }
}
