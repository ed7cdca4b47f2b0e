package org.vmalloscope.model;

import org.vmalloscope.kernel.Machine;

/// The constants of a machine, copied by hand from the page that defines the format, so that a wrong one in the
/// engine is found.
enum NaiveMachine {
    X86_64(64, 0xffffc90000000000L, 0xffffe8ffffffffffL, 1024),
    I386(32, 0xf87fe000L, 0xff7fe000L, 64);

    static final long PAGE = 4096;

    final int wordBits;
    final long start;
    final long end;
    final int blockPages;

    NaiveMachine(int wordBits, long start, long end, int blockPages) {
        this.wordBits = wordBits;
        this.start = start;
        this.end = end;
        this.blockPages = blockPages;
    }

    static NaiveMachine of(Machine machine) {
        return switch (machine) {
            case X86_64 -> X86_64;
            case I386 -> I386;
        };
    }

    /// An unsigned long after an assignment.
    long wrap(long value) {
        return wordBits == 64 ? value : value & 0xffff_ffffL;
    }

    /// The next multiple of a power of two.
    long align(long value, long powerOfTwo) {
        return wrap(value + powerOfTwo - 1) & -powerOfTwo;
    }

    long wholePages(long bytes) {
        return align(bytes, PAGE);
    }

    /// Pages of the largest vm_map_ram that is cut from a block.
    int maxAlloc() {
        return wordBits;
    }

    long blockBytes() {
        return blockPages * PAGE;
    }

    /// Bytes of one entry of a pages array.
    int pointerBytes() {
        return wordBits / 8;
    }

    /// An unsigned int count of pages, shifted to bytes as an unsigned int.
    static long bytesOfCount(long count) {
        return count * PAGE & 0xffff_ffffL;
    }

    static long lazyMaxPages(int cpus) {
        return 8192L * Integer.toBinaryString(cpus).length();
    }

    static boolean less(long a, long b) {
        return Long.compareUnsigned(a, b) < 0;
    }
}
