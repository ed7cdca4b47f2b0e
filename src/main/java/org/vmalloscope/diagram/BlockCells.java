package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.BitCell;

/// The pages of a block at a moment, as its two bitmaps and the page table tell them.
final class BlockCells {
    private final Moment moment;
    private final VmapBlock block;
    private final int bits;
    private final BitSet handedOut = new BitSet();
    private final BitSet dirty = new BitSet();
    private final BitSet mapped = new BitSet();
    private final int next;

    /// `serves` says whether the next request on its CPU goes to this block.
    BlockCells(Moment moment, VmapBlock block, boolean serves) {
        this.moment = moment;
        this.block = block;
        this.bits = moment.view().config().machine().vmapBbmapBits();
        int word = block.memory().abi().wordBits();
        for (int bit = 0; bit < bits; bit++) {
            handedOut.set(bit, (block.allocMap(bit / word) >>> bit % word & 1) != 0);
            dirty.set(bit, (block.dirtyMap(bit / word) >>> bit % word & 1) != 0);
        }
        long start = start();
        for (PageRange range : moment.view().ground().mapped().within(start, start + bits * Machine.PAGE_SIZE)) {
            int first = (int) Math.max(0, range.start() - start >> Machine.PAGE_SHIFT);
            int last = (int) Math.min(bits, range.end() - start >> Machine.PAGE_SHIFT);
            mapped.set(first, Math.max(first, last));
        }
        int free = handedOut.nextClearBit(0);
        next = serves && free < bits ? free : -1;
    }

    int bits() {
        return bits;
    }

    /// The address of its first page.
    long start() {
        return block.va().vaStart();
    }

    /// The bit that a request for one page would take; -1 when it would not come here.
    int next() {
        return next;
    }

    /// How many of the first pages hold all that is handed out, dirty, or next.
    int used() {
        return Math.max(Math.max(handedOut.length(), dirty.length()), next + 1);
    }

    /// A page in alloc_map.
    BitCell inAllocMap(int bit) {
        if (!handedOut.get(bit)) {
            return bit == next ? BitCell.NEXT : BitCell.FREE;
        }
        return mapped.get(bit) || dirty.get(bit) ? BitCell.ALLOCATED : BitCell.ROUNDED;
    }

    /// A page in dirty_map.
    BitCell inDirtyMap(int bit) {
        if (!dirty.get(bit)) {
            return BitCell.FREE;
        }
        return mapped.get(bit) ? BitCell.DIRTY_MAPPED : BitCell.DIRTY;
    }

    /// A page in both together.
    BitCell merged(int bit) {
        return dirty.get(bit) ? inDirtyMap(bit) : inAllocMap(bit);
    }

    /// The pages that were ever handed out.
    BitSet handedOutPages() {
        return handedOut;
    }

    /// The pages that were given back.
    BitSet dirtyPages() {
        return dirty;
    }

    /// The pages that were handed out together: 2^order from `first` on.
    record Region(int first, int order) {
        int pages() {
            return 1 << order;
        }
    }

    /// For each page the order of the region it was handed out with; -1 for one that never was.
    int[] orders() {
        int[] orders = new int[bits];
        Arrays.fill(orders, -1);
        for (Region region : regions()) {
            int end = Math.min(bits, region.first() + region.pages());
            Arrays.fill(orders, region.first(), end, region.order());
        }
        return orders;
    }

    /// All regions that were handed out.
    List<Region> regions() {
        List<Region> found = new ArrayList<>();
        int statement = moment.view().ground().control().statement();
        int bit = handedOut.nextSetBit(0);
        while (bit >= 0 && bit < bits) {
            Optional<Births.Region> born =
                    moment.births().regionAt(start() + (long) bit * Machine.PAGE_SIZE, statement);
            int order = born.map(Births.Region::order).orElse(0);
            found.add(new Region(bit, order));
            bit = handedOut.nextSetBit(bit + (1 << order));
        }
        return found;
    }
}
