package org.vmalloscope.diagram;

import java.util.Arrays;
import java.util.List;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The nodes that belong to the vmap_area tree, in the order in which they were found: those that can be reached from
/// the root, level by level, then those of vmap_area_list whose parent pointers lead to one of them, with all below.
final class TreeReading {
    private final VmallocView view;
    private final RbTree tree;
    private final LongIndex numbers;
    private long[] nodes;
    private long[] starts;
    private int[] depths;
    private int size;
    private int descended;
    private int reached;

    private TreeReading(VmallocView view, int expected) {
        this.view = view;
        this.tree = view.tree();
        this.numbers = new LongIndex(expected);
        this.nodes = new long[expected + 1];
        this.starts = new long[expected + 1];
        this.depths = new int[expected + 1];
    }

    /// Reads the tree; no node is deeper than `highest` below one that can be reached.
    static TreeReading of(VmallocView view, List<VmapArea> listed, int highest) {
        TreeReading reading = new TreeReading(view, listed.size());
        reading.add(reading.tree.root(), 0);
        reading.descend(highest);
        reading.reached = reading.size;
        for (VmapArea va : listed) {
            long node = va.rbNode();
            if (reading.find(node) == LongIndex.NONE && !reading.tree.isClear(node)) {
                int depth = reading.depthByParents(node, highest);
                if (depth >= 0) {
                    reading.add(node, depth);
                    reading.descend(highest);
                }
            }
        }
        return reading;
    }

    private void descend(int highest) {
        for (; descended < size; descended++) {
            if (depths[descended] < highest) {
                add(tree.left(nodes[descended]), depths[descended] + 1);
                add(tree.right(nodes[descended]), depths[descended] + 1);
            }
        }
    }

    private void add(long node, int depth) {
        if (node == 0 || find(node) != LongIndex.NONE) {
            return;
        }
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            depths = Arrays.copyOf(depths, size * 2);
        }
        nodes[size] = node;
        starts[size] = view.areaOfNode(node).vaStart();
        depths[size] = depth;
        numbers.put(node, size++);
    }

    private int depthByParents(long node, int highest) {
        int steps = 0;
        long up = node;
        for (; up != 0 && steps < highest; up = tree.parent(up), steps++) {
            int known = find(up);
            if (known != LongIndex.NONE) {
                return Math.min(depths[known] + steps, highest);
            }
        }
        // A node that is about to become the root has no parent any more: it is shown where it was, below the old root.
        return up == 0 ? steps : -1;
    }

    int size() {
        return size;
    }

    /// The number of a node, or [LongIndex#NONE].
    int find(long node) {
        return numbers.get(node);
    }

    /// Whether a node cannot be reached from the root.
    boolean isAdrift(int number) {
        return number >= reached;
    }

    long node(int number) {
        return nodes[number];
    }

    long start(int number) {
        return starts[number];
    }

    int depth(int number) {
        return depths[number];
    }

    /// The numbers of all nodes by the first address of their areas.
    int[] inAddressOrder() {
        long[] keys = new long[size];
        for (int number = 0; number < size; number++) {
            keys[number] = starts[number] ^ Long.MIN_VALUE;
        }
        Arrays.sort(keys);
        LongIndex ranks = new LongIndex(size);
        for (int rank = size - 1; rank >= 0; rank--) {
            ranks.put(keys[rank] ^ Long.MIN_VALUE, rank);
        }
        int[] order = new int[size];
        int[] taken = new int[size];
        for (int number = 0; number < size; number++) {
            int rank = starts[number] == 0 ? 0 : ranks.get(starts[number]);
            order[rank + taken[rank]++] = number;
        }
        return order;
    }
}
