package org.vmalloscope.diagram;

import java.util.Arrays;
import java.util.List;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The vmap_area tree as its pointers have it at any moment, in the middle of a rotation too.
///
/// While the kernel re-links nodes some cannot be reached from the root, and a child's parent pointer may
/// disagree with the node above it. Such nodes are found through vmap_area_list and hang where their parent
/// pointer says; nothing here trusts the pointers to make a tree, or to end.
///
/// A node is known by its place in address order, from 0. All is in arrays: a tree may have 100,000 nodes.
final class TreeShape {
    /// A place that there is not.
    static final int NONE = -1;

    private static final int HIGHEST = 128;

    private final VmallocView view;
    private final int size;
    private final long[] areas;
    private final long[] starts;
    private final int[] depths;
    private final boolean[] black;
    private final boolean[] adrift;
    private final int[] left;
    private final int[] right;
    private final boolean[] agreed;
    private final int[][] levels;
    private final LongIndex places;

    private TreeShape(VmallocView view, TreeReading reading) {
        this.view = view;
        this.size = reading.size();
        int[] order = reading.inAddressOrder();
        RbTree tree = view.tree();
        areas = new long[size];
        starts = new long[size];
        depths = new int[size];
        black = new boolean[size];
        adrift = new boolean[size];
        places = new LongIndex(size);
        int[] placeOf = new int[size];
        for (int place = 0; place < size; place++) {
            int found = order[place];
            placeOf[found] = place;
            areas[place] = view.areaOfNode(reading.node(found)).address();
            starts[place] = reading.start(found);
            depths[place] = reading.depth(found);
            black[place] = tree.isBlack(reading.node(found));
            adrift[place] = reading.isAdrift(found);
            places.put(areas[place], place);
        }
        left = new int[size];
        right = new int[size];
        agreed = new boolean[size];
        link(reading, tree, order, placeOf);
        levels = byLevel();
    }

    static TreeShape of(VmallocView view, List<VmapArea> listed) {
        return new TreeShape(view, TreeReading.of(view, listed, HIGHEST));
    }

    private void link(TreeReading reading, RbTree tree, int[] order, int[] placeOf) {
        for (int place = 0; place < size; place++) {
            long node = reading.node(order[place]);
            left[place] = child(reading, placeOf, tree.left(node));
            right[place] = child(reading, placeOf, tree.right(node));
            agree(reading, tree, order, node, left[place]);
            agree(reading, tree, order, node, right[place]);
        }
    }

    private static int child(TreeReading reading, int[] placeOf, long node) {
        int found = node == 0 ? NONE : reading.find(node);
        return found == NONE ? NONE : placeOf[found];
    }

    private void agree(TreeReading reading, RbTree tree, int[] order, long node, int child) {
        if (child != NONE) {
            agreed[child] |= tree.parent(reading.node(order[child])) == node;
        }
    }

    private int[][] byLevel() {
        int deepest = NONE;
        int[] counts = new int[HIGHEST * 2];
        for (int depth : depths) {
            counts[depth]++;
            deepest = Math.max(deepest, depth);
        }
        int[][] found = new int[deepest + 1][];
        for (int level = 0; level <= deepest; level++) {
            found[level] = new int[counts[level]];
        }
        Arrays.fill(counts, 0);
        for (int place = 0; place < size; place++) {
            found[depths[place]][counts[depths[place]]++] = place;
        }
        return found;
    }

    /// Nodes there are.
    int size() {
        return size;
    }

    /// Levels there are.
    int height() {
        return levels.length;
    }

    /// The places of the nodes of a level, ascending.
    int[] level(int depth) {
        return levels[depth];
    }

    VmapArea area(int place) {
        return new VmapArea(view.memory(), areas[place]);
    }

    long address(int place) {
        return areas[place];
    }

    /// The first address of the area.
    long start(int place) {
        return starts[place];
    }

    int depth(int place) {
        return depths[place];
    }

    /// Whether the node cannot be reached from the root, as happens to a part of the tree while it is rotated.
    boolean isAdrift(int place) {
        return adrift[place];
    }

    boolean isBlack(int place) {
        return black[place];
    }

    /// The left child, or [#NONE].
    int left(int place) {
        return left[place];
    }

    /// The right child, or [#NONE].
    int right(int place) {
        return right[place];
    }

    /// Whether a node's parent pointer leads to one of those whose child it is.
    boolean agrees(int place) {
        return agreed[place];
    }

    /// The place of an area, by the address of its struct, or [#NONE].
    int place(long area) {
        return places.get(area);
    }

    /// The way from the root down to a node, by its place in address order; it ends early where pointers are broken.
    int[] pathTo(int place) {
        int[] steps = new int[HIGHEST];
        int count = 0;
        int at = levels[0].length == 0 ? NONE : levels[0][0];
        while (at != NONE && count < HIGHEST) {
            steps[count++] = at;
            at = at == place ? NONE : place < at ? left[at] : right[at];
        }
        return Arrays.copyOf(steps, count);
    }

    /// All first addresses, ascending.
    long[] starts() {
        return starts.clone();
    }
}
