package org.vmalloscope.kernel;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// Circular doubly linked lists of embedded nodes.
///
/// Kernel: `struct list_head`, include/linux/list.h and rculist.h. All arguments are addresses of list_heads.
public final class Lists {
    public static final StructType TYPE =
            StructType.named("list_head", 16, 8).listHead("head", 0, 0).build();
    private static final StructType NODE = StructType.named("list_head", 16, 8)
            .field("next", FieldKind.POINTER, 0, 0)
            .field("prev", FieldKind.POINTER, 8, 4)
            .build();
    private static final Field NEXT = NODE.field("next");
    private static final Field PREV = NODE.field("prev");

    /// What list_del leaves in a node that was taken off.
    public static final long LIST_POISON1 = 0x00100100;

    /// What list_del and list_del_rcu leave as the previous pointer.
    public static final long LIST_POISON2 = 0x00200200;

    private final SimulatedMemory memory;

    Lists(SimulatedMemory memory) {
        this.memory = memory;
    }

    /// INIT_LIST_HEAD: an empty list, or a node that is on none.
    public void init(long head) {
        memory.store(head, NEXT, head);
        memory.store(head, PREV, head);
    }

    public boolean isEmpty(long head) {
        return next(head) == head;
    }

    public long next(long node) {
        return memory.load(node, NEXT);
    }

    public long prev(long node) {
        return memory.load(node, PREV);
    }

    /// list_add and list_add_rcu: right after `head`.
    public void add(long node, long head) {
        insert(node, head, next(head));
    }

    /// list_add_tail: right before `head`.
    public void addTail(long node, long head) {
        insert(node, prev(head), head);
    }

    private void insert(long node, long prev, long next) {
        memory.store(node, NEXT, next);
        memory.store(node, PREV, prev);
        memory.store(prev, NEXT, node);
        memory.store(next, PREV, node);
    }

    /// list_del_rcu: readers may still follow the node's next pointer.
    public void delRcu(long node) {
        unlink(node);
        memory.store(node, PREV, LIST_POISON2);
    }

    /// list_del_init: the node is on no list afterwards.
    public void delInit(long node) {
        unlink(node);
        init(node);
    }

    private void unlink(long node) {
        long next = next(node);
        long prev = prev(node);
        memory.store(next, PREV, prev);
        memory.store(prev, NEXT, next);
    }
}
