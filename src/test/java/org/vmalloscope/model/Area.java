package org.vmalloscope.model;

import org.jspecify.annotations.Nullable;

/// A vmap_area of the model: `[start, end)`, the flags of the trace, and the vm it was given to, if it was to one.
final class Area {
    static final int LAZY = 1;
    static final int PURGING = 2;
    static final int HAS_VM = 4;

    final long start;
    final long end;
    int flags;

    /// Stays when the vm was freed: what the area points to then is only a memory of it.
    @Nullable
    Vm vm;

    Area(long start, long end, int flags) {
        this.start = start;
        this.end = end;
        this.flags = flags;
    }

    int pages() {
        return (int) ((end - start) >>> 12);
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
