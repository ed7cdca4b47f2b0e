package org.vmalloscope.kernel.vmalloc;

import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// What an area is used for: its size with the guard page, its kind, and the pages behind it.
///
/// Kernel: `struct vm_struct`, include/linux/vmalloc.h, 2.6.32. `address` is where the struct is; `addr` what it
/// describes.
public record VmStruct(MemoryReader memory, long address) {
    public static final int VM_IOREMAP = 1;
    public static final int VM_ALLOC = 2;
    public static final int VM_MAP = 4;
    public static final int VM_USERMAP = 8;
    public static final int VM_VPAGES = 0x10;

    public static final StructType TYPE = StructType.named("vm_struct", 64, 32)
            .field("next", FieldKind.POINTER, 0, 0)
            .field("addr", FieldKind.ADDRESS, 8, 4)
            .field("size", FieldKind.UNSIGNED_LONG, 16, 8)
            .field("flags", FieldKind.FLAGS, 24, 12)
            .field("pages", FieldKind.POINTER, 32, 16)
            .field("nr_pages", FieldKind.UNSIGNED_INT, 40, 20)
            .field("phys_addr", FieldKind.UNSIGNED_LONG, 48, 24)
            .field("caller", FieldKind.FUNCTION, 56, 28)
            .build();
    static final Field NEXT = TYPE.field("next");
    static final Field ADDR = TYPE.field("addr");
    static final Field SIZE = TYPE.field("size");
    static final Field FLAGS = TYPE.field("flags");
    static final Field PAGES = TYPE.field("pages");
    static final Field NR_PAGES = TYPE.field("nr_pages");
    static final Field PHYS_ADDR = TYPE.field("phys_addr");
    static final Field CALLER = TYPE.field("caller");

    /// Address of the next vm_struct on vmlist, or 0.
    public long next() {
        return memory.load(address, NEXT);
    }

    public long addr() {
        return memory.load(address, ADDR);
    }

    /// Bytes, guard page included.
    public long size() {
        return memory.load(address, SIZE);
    }

    public long flags() {
        return memory.load(address, FLAGS);
    }

    /// Address of the array of page pointers, or 0.
    public long pages() {
        return memory.load(address, PAGES);
    }

    public long nrPages() {
        return memory.load(address, NR_PAGES);
    }

    /// The physical address that ioremap mapped, or 0.
    public long physAddr() {
        return memory.load(address, PHYS_ADDR);
    }

    /// The function that asked for the area.
    public long caller() {
        return memory.load(address, CALLER);
    }
}
