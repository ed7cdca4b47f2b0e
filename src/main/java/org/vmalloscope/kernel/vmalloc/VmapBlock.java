package org.vmalloscope.kernel.vmalloc;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// An aligned area whose pages vm_map_ram hands out in small runs, each page once.
///
/// Kernel: `struct vmap_block`, mm/vmalloc.c, 2.6.32. `free_list` and `rcu_head` share their place: a block waits for
/// its grace period only after it left the list.
public record VmapBlock(MemoryReader memory, long address) {
    public static final StructType TYPE = StructType.named("vmap_block", 312, 44)
            .field("lock", FieldKind.SPINLOCK, 0, 0)
            .field("va", FieldKind.POINTER, 8, 4)
            .field("vbq", FieldKind.POINTER, 16, 8)
            .field("free", FieldKind.UNSIGNED_LONG, 24, 12)
            .field("dirty", FieldKind.UNSIGNED_LONG, 32, 16)
            .repeated("alloc_map", FieldKind.BITMAP, 40, 20, 16, 2)
            .repeated("dirty_map", FieldKind.BITMAP, 168, 28, 16, 2)
            .listHead("free_list", 296, 36)
            .build();
    static final Field VA = TYPE.field("va");
    static final Field VBQ = TYPE.field("vbq");
    static final Field FREE = TYPE.field("free");
    static final Field DIRTY = TYPE.field("dirty");
    static final Field ALLOC_MAP = TYPE.field("alloc_map");
    static final Field DIRTY_MAP = TYPE.field("dirty_map");
    static final Field FREE_LIST = TYPE.field("free_list.next");

    static VmapBlock ofFreeList(MemoryReader memory, long node) {
        return new VmapBlock(memory, node - FREE_LIST.offset(memory.abi()));
    }

    public VmapArea va() {
        return new VmapArea(memory, memory.load(address, VA));
    }

    /// Address of the queue of the CPU that made the block.
    public long vbq() {
        return memory.load(address, VBQ);
    }

    /// Pages never handed out.
    public long free() {
        return memory.load(address, FREE);
    }

    /// Pages given back.
    public long dirty() {
        return memory.load(address, DIRTY);
    }

    /// Word `index` of alloc_map.
    public long allocMap(int index) {
        return memory.load(address, ALLOC_MAP, index);
    }

    /// Word `index` of dirty_map.
    public long dirtyMap(int index) {
        return memory.load(address, DIRTY_MAP, index);
    }

    long lock() {
        return address;
    }

    /// Address of the embedded node of the queue's free list, and of the rcu_head.
    public long freeList() {
        return address + FREE_LIST.offset(memory.abi());
    }
}
