package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// A map from small numbers to pointers: a tree of nodes with 64 slots, as high as the largest index needs.
///
/// Kernel: lib/radix-tree.c, 2.6.32, without tags. With height 0 the root points straight at the item of index 0.
/// Nodes are freed at once, not after a grace period: nobody reads concurrently here.
public final class RadixTree {
    private static final int SHIFT = 6;
    private static final int SLOTS = 1 << SHIFT;

    public static final StructType ROOT = StructType.named("radix_tree_root", 16, 8)
            .field("height", FieldKind.UNSIGNED_INT, 0, 0)
            .field("rnode", FieldKind.POINTER, 8, 4)
            .build();
    static final StructType NODE = StructType.named("radix_tree_node", 544, 272)
            .field("height", FieldKind.UNSIGNED_INT, 0, 0)
            .field("count", FieldKind.UNSIGNED_INT, 8, 4)
            .rcuHead("rcu_head", 16, 8)
            .repeated("slots", FieldKind.POINTER, 32, 16, SLOTS, SLOTS)
            .build();
    private static final Field HEIGHT = ROOT.field("height");
    private static final Field RNODE = ROOT.field("rnode");
    private static final Field NODE_HEIGHT = NODE.field("height");
    private static final Field COUNT = NODE.field("count");
    private static final Field SLOT = NODE.field("slots");

    private final SimulatedMemory memory;
    private final Slab slab;
    private final long root;

    RadixTree(SimulatedMemory memory, Slab slab, long root) {
        this.memory = memory;
        this.slab = slab;
        this.root = root;
    }

    /// radix_tree_insert of an item (not 0) at an index (from 0) that holds none.
    public void insert(long index, long item) {
        grow(index);
        int height = height();
        if (height == 0) {
            memory.store(root, RNODE, item);
            return;
        }
        long node = rnode();
        for (int level = height; level > 1; level--) {
            long below = memory.load(node, SLOT, slot(index, level));
            if (below == 0) {
                below = newNode(level - 1);
                attach(node, slot(index, level), below);
            }
            node = below;
        }
        attach(node, slot(index, 1), item);
    }

    private void attach(long node, int slot, long child) {
        memory.store(node, SLOT, slot, child);
        memory.store(node, COUNT, memory.load(node, COUNT) + 1);
    }

    private void grow(long index) {
        while (index >>> SHIFT * height() != 0) {
            long top = rnode();
            if (top != 0) {
                long above = newNode(height() + 1);
                attach(above, 0, top);
                memory.store(root, RNODE, above);
            }
            memory.store(root, HEIGHT, height() + 1);
        }
        if (rnode() == 0 && height() > 0) {
            memory.store(root, RNODE, newNode(height()));
        }
    }

    private long newNode(int height) {
        long node = slab.allocate(NODE);
        memory.store(node, NODE_HEIGHT, height);
        memory.store(node, COUNT, 0);
        for (int slot = 0; slot < SLOTS; slot++) {
            if (memory.load(node, SLOT, slot) != 0) {
                memory.store(node, SLOT, slot, 0);
            }
        }
        return node;
    }

    /// radix_tree_lookup: the item, or 0.
    public long lookup(long index) {
        int height = height();
        if (index >>> SHIFT * height != 0) {
            return 0;
        }
        long item = memory.load(root, RNODE);
        for (int level = height; level > 0 && item != 0; level--) {
            item = memory.load(item, SLOT, slot(index, level));
        }
        return item;
    }

    /// radix_tree_delete: takes the item at an index out and returns it; 0 when there is none.
    public long delete(long index) {
        long item = lookup(index);
        if (item == 0) {
            return 0;
        }
        if (height() == 0) {
            memory.store(root, RNODE, 0);
            return item;
        }
        deleteBelow(rnode(), height(), index);
        if (memory.load(rnode(), COUNT) == 0) {
            slab.kfree(rnode());
            memory.store(root, RNODE, 0);
            memory.store(root, HEIGHT, 0);
        } else {
            shrink();
        }
        return item;
    }

    private void deleteBelow(long node, int level, long index) {
        int slot = slot(index, level);
        if (level > 1) {
            long below = memory.load(node, SLOT, slot);
            deleteBelow(below, level - 1, index);
            if (memory.load(below, COUNT) > 0) {
                return;
            }
            slab.kfree(below);
        }
        memory.store(node, SLOT, slot, 0);
        memory.store(node, COUNT, memory.load(node, COUNT) - 1);
    }

    private void shrink() {
        while (height() > 0 && memory.load(rnode(), COUNT) == 1 && memory.load(rnode(), SLOT, 0) != 0) {
            long top = rnode();
            memory.store(root, RNODE, memory.load(top, SLOT, 0));
            memory.store(root, HEIGHT, height() - 1);
            slab.kfree(top);
        }
    }

    /// All items in ascending order of their index.
    public static List<Item> items(MemoryReader memory, long root) {
        List<Item> items = new ArrayList<>();
        collect(memory, memory.load(root, RNODE), (int) memory.load(root, HEIGHT), 0, items);
        return items;
    }

    /// An item and the index it stands at.
    public record Item(long index, long item) {}

    private static void collect(MemoryReader memory, long node, int level, long prefix, List<Item> items) {
        if (node == 0) {
            return;
        }
        if (level == 0) {
            items.add(new Item(prefix, node));
            return;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            collect(memory, memory.load(node, SLOT, slot), level - 1, prefix << SHIFT | slot, items);
        }
    }

    private int height() {
        return (int) memory.load(root, HEIGHT);
    }

    private long rnode() {
        return memory.load(root, RNODE);
    }

    private static int slot(long index, int level) {
        return (int) (index >>> SHIFT * (level - 1)) & (SLOTS - 1);
    }
}
