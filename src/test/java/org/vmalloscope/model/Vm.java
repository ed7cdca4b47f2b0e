package org.vmalloscope.model;

import org.jspecify.annotations.Nullable;

/// A vm_struct of the model.
final class Vm {
    static final int IOREMAP = 1;
    static final int ALLOC = 2;
    static final int MAP = 4;
    static final int USERMAP = 8;
    static final int VPAGES = 16;

    final long addr;
    final long size;
    int flags;
    long nrPages;

    /// The area of the pages array, when that is a vmalloc of its own.
    @Nullable
    Vm array;

    Vm(long addr, long size, int flags) {
        this.addr = addr;
        this.size = size;
        this.flags = flags;
    }
}
