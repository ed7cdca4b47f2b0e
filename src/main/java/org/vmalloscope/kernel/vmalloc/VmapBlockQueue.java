package org.vmalloscope.kernel.vmalloc;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The blocks of one CPU that still have free pages.
///
/// Kernel: `struct vmap_block_queue`, mm/vmalloc.c, 2.6.32. The dirty list and its counter are never used.
public record VmapBlockQueue(MemoryReader memory, long address) {
    public static final StructType TYPE = StructType.named("vmap_block_queue", 48, 24)
            .field("lock", FieldKind.SPINLOCK, 0, 0)
            .listHead("free", 8, 4)
            .listHead("dirty", 24, 12)
            .field("nr_dirty", FieldKind.UNSIGNED_INT, 40, 20)
            .build();
    static final Field LOCK = TYPE.field("lock");
    static final Field FREE = TYPE.field("free.next");
    static final Field DIRTY = TYPE.field("dirty.next");
    static final Field NR_DIRTY = TYPE.field("nr_dirty");

    long lock() {
        return address;
    }

    /// Address of the head of the free list.
    public long free() {
        return address + FREE.offset(memory.abi());
    }

    /// Address of the head of the dirty list.
    public long dirty() {
        return address + DIRTY.offset(memory.abi());
    }

    public long nrDirty() {
        return memory.load(address, NR_DIRTY);
    }
}
