package org.vmalloscope.kernel;

import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.SimulatedMemory;

/// Bitmaps and their aligned power-of-two regions.
///
/// Kernel: lib/bitmap.c (bitmap_find_free_region, bitmap_allocate_region) and lib/find_next_bit.c, 2.6.32. A
/// bitmap is a repeating field of a struct; bits count from 0. Regions are at most one word wide here, and a
/// region that is not aligned loses the bits that would cross the end of its word, as in the kernel.
public final class Bitmaps {
    private final SimulatedMemory memory;
    private final Abi abi;

    Bitmaps(SimulatedMemory memory) {
        this.memory = memory;
        this.abi = memory.abi();
    }

    /// Clears all words.
    public void zero(long object, Field bitmap) {
        for (int word = 0; word < bitmap.words(abi); word++) {
            memory.store(object, bitmap, word, 0);
        }
    }

    /// Takes the first free region of 2^order bits at a multiple of its size; its first bit, or -1.
    public int findFreeRegion(long object, Field bitmap, int bits, int order) {
        for (int position = 0; position + (1 << order) <= bits; position += 1 << order) {
            if (regionIsFree(object, bitmap, position, order)) {
                setRegion(object, bitmap, position, order);
                return position;
            }
        }
        return -1;
    }

    /// The first bit that findFreeRegion would take, or -1; takes nothing.
    public int peekFreeRegion(long object, Field bitmap, int bits, int order) {
        for (int position = 0; position + (1 << order) <= bits; position += 1 << order) {
            if (regionIsFree(object, bitmap, position, order)) {
                return position;
            }
        }
        return -1;
    }

    /// Takes that very region; false, and nothing changed, when any of its bits is set.
    public boolean allocateRegion(long object, Field bitmap, int position, int order) {
        if (!regionIsFree(object, bitmap, position, order)) {
            return false;
        }
        setRegion(object, bitmap, position, order);
        return true;
    }

    private boolean regionIsFree(long object, Field bitmap, int position, int order) {
        return (memory.load(object, bitmap, position / abi.wordBits()) & mask(position, order)) == 0;
    }

    private void setRegion(long object, Field bitmap, int position, int order) {
        int word = position / abi.wordBits();
        memory.store(object, bitmap, word, memory.load(object, bitmap, word) | mask(position, order));
    }

    private long mask(int position, int order) {
        int bits = 1 << order;
        if (bits > abi.wordBits()) {
            throw new IllegalArgumentException("a region of " + bits + " bits is wider than a word");
        }
        long ones = bits == Long.SIZE ? -1L : (1L << bits) - 1;
        return abi.wrap(ones << position % abi.wordBits());
    }

    /// The first set bit at or after `from`, or `bits`.
    public int findNextBit(long object, Field bitmap, int bits, int from) {
        return find(object, bitmap, bits, from, true);
    }

    /// The first clear bit at or after `from`, or `bits`.
    public int findNextZeroBit(long object, Field bitmap, int bits, int from) {
        return find(object, bitmap, bits, from, false);
    }

    private int find(long object, Field bitmap, int bits, int from, boolean set) {
        int bit = from;
        while (bit < bits) {
            long word = memory.load(object, bitmap, bit / abi.wordBits());
            long wanted = (set ? word : ~word) >>> bit % abi.wordBits();
            if (abi == Abi.ILP32) {
                wanted &= 0xffff_ffffL >>> bit % abi.wordBits();
            }
            if (wanted != 0) {
                return Math.min(bits, bit + Long.numberOfTrailingZeros(wanted));
            }
            bit = (bit / abi.wordBits() + 1) * abi.wordBits();
        }
        return bits;
    }
}
