package org.vmalloscope.kernel.vmalloc;

import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.Abi;

/// Unsigned arithmetic that wraps at the machine's word, as the kernel's unsigned longs do.
record Arithmetic(Abi abi) {
    private static final long UNSIGNED_INT = 0xffff_ffffL;

    long add(long a, long b) {
        return abi.wrap(a + b);
    }

    /// ALIGN: rounds up to a multiple of `align`, a power of two.
    long align(long value, long align) {
        return abi.wrap(value + align - 1 & -align);
    }

    /// PAGE_ALIGN.
    long pageAlign(long value) {
        return align(value, Machine.PAGE_SIZE);
    }

    /// All ones: ULONG_MAX.
    long max() {
        return abi.wrap(-1);
    }

    /// count << PAGE_SHIFT as the kernel computes it for an unsigned int: it wraps at 32 bits on both machines.
    static long bytesOfPages(long count) {
        return count << Machine.PAGE_SHIFT & UNSIGNED_INT;
    }

    /// The value cut to an unsigned int.
    static long unsignedInt(long value) {
        return value & UNSIGNED_INT;
    }

    static boolean below(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }

    static boolean above(long a, long b) {
        return Long.compareUnsigned(a, b) > 0;
    }
}
