package org.vmalloscope.kernel;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The simulator's control block: machine state that is neither a kernel struct nor a name of the scenario.
///
/// Read-only view; the kernel's parts store to the fields quietly, right after the note that tells of the change.
public final class Control {
    static final StructType TYPE = StructType.named("control", 256, 256)
            .field("current_cpu", FieldKind.ADDRESS, 0, 0)
            .field("free_pages", FieldKind.ADDRESS, 8, 8)
            .field("kmalloc_fail", FieldKind.ADDRESS, 16, 16)
            .field("sequence", FieldKind.ADDRESS, 24, 24)
            .field("statement", FieldKind.ADDRESS, 32, 32)
            .field("rcu_pending", FieldKind.ADDRESS, 40, 40)
            .field("heap_frontier", FieldKind.ADDRESS, 48, 48)
            .field("range_root", FieldKind.ADDRESS, 56, 56)
            .field("range_frontier", FieldKind.ADDRESS, 64, 64)
            .field("range_free", FieldKind.ADDRESS, 72, 72)
            .field("tlb_flushes", FieldKind.ADDRESS, 80, 80)
            .field("eager_flushes", FieldKind.ADDRESS, 88, 88)
            .field("purging", FieldKind.ADDRESS, 96, 96)
            .field("purge_start", FieldKind.ADDRESS, 104, 104)
            .field("purge_end", FieldKind.ADDRESS, 112, 112)
            .field("purge_pages", FieldKind.ADDRESS, 120, 120)
            .field("tlb_used", FieldKind.ADDRESS, 128, 128)
            .field("bootmem_next", FieldKind.ADDRESS, 192, 192)
            .field("bootmem_left", FieldKind.ADDRESS, 200, 200)
            .field("bootmem_arrays", FieldKind.ADDRESS, 208, 208)
            .build();
    static final Field CURRENT_CPU = TYPE.field("current_cpu");
    static final Field FREE_PAGES = TYPE.field("free_pages");
    static final Field KMALLOC_FAIL = TYPE.field("kmalloc_fail");
    static final Field SEQUENCE = TYPE.field("sequence");
    static final Field STATEMENT = TYPE.field("statement");
    static final Field RCU_PENDING = TYPE.field("rcu_pending");
    static final Field HEAP_FRONTIER = TYPE.field("heap_frontier");
    static final Field RANGE_ROOT = TYPE.field("range_root");
    static final Field RANGE_FRONTIER = TYPE.field("range_frontier");
    static final Field RANGE_FREE = TYPE.field("range_free");
    static final Field TLB_FLUSHES = TYPE.field("tlb_flushes");
    static final Field EAGER_FLUSHES = TYPE.field("eager_flushes");
    static final Field PURGING = TYPE.field("purging");
    static final Field PURGE_START = TYPE.field("purge_start");
    static final Field PURGE_END = TYPE.field("purge_end");
    static final Field PURGE_PAGES = TYPE.field("purge_pages");
    static final Field TLB_USED = TYPE.field("tlb_used");
    static final Field BOOTMEM_NEXT = TYPE.field("bootmem_next");
    static final Field BOOTMEM_LEFT = TYPE.field("bootmem_left");
    static final Field BOOTMEM_ARRAYS = TYPE.field("bootmem_arrays");

    /// Bytes after the control block at which the slab keeps its caches.
    static final long CACHES = 4096;

    private final MemoryReader memory;
    private final long address;

    Control(MemoryReader memory, AddressMap map) {
        this.memory = memory;
        this.address = map.control();
    }

    long address() {
        return address;
    }

    /// The word at a field's place: the block's words are 8 bytes wide on both machines.
    long read(Field field) {
        return memory.load(address + field.offsetLp64());
    }

    public int currentCpu() {
        return (int) read(CURRENT_CPU);
    }

    /// Physical pages that are free.
    public long freePages() {
        return read(FREE_PAGES);
    }

    /// The statement being played, from 0.
    public int statement() {
        return (int) read(STATEMENT);
    }

    /// The number of the last slab allocation, from 1.
    public long sequence() {
        return read(SEQUENCE);
    }

    /// vmap_areas and vmap_blocks that wait for a grace period.
    public long rcuPending() {
        return read(RCU_PENDING);
    }

    /// Calls of flush_tlb_kernel_range so far.
    public long tlbFlushes() {
        return read(TLB_FLUSHES);
    }

    /// TLB flushes there would have been by now if every unmapping had flushed at once.
    public long eagerFlushes() {
        return read(EAGER_FLUSHES);
    }

    /// Whether a purge is running.
    public boolean purging() {
        return read(PURGING) != 0;
    }

    /// The span collected by the running purge: start, all ones while nothing was found.
    public long purgeStart() {
        return read(PURGE_START);
    }

    /// The end of the span collected by the running purge.
    public long purgeEnd() {
        return read(PURGE_END);
    }

    /// Pages collected by the running purge.
    public long purgePages() {
        return read(PURGE_PAGES);
    }
}
