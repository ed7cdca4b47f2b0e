package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.PageRange;

/// The present entries of the kernel's page tables, read as maximal runs of pages in ascending order.
public final class MappedRanges {
    static final int WORD = AddressMap.NOTEBOOK_WORD;
    static final int END = WORD;
    static final int NODE = 2 * WORD;
    private static final int RIGHT = NODE + WORD;
    private static final int LEFT = NODE + 2 * WORD;

    private final MemoryReader memory;
    private final Control control;

    MappedRanges(MemoryReader memory, Control control) {
        this.memory = memory;
        this.control = control;
    }

    /// All runs; adjacent ones are one, even across areas.
    public List<PageRange> all() {
        List<PageRange> ranges = new ArrayList<>();
        collect(control.read(Control.RANGE_ROOT), 0, -1L, ranges);
        return ranges;
    }

    /// The runs that share a byte with `[start, end)`, whole.
    public List<PageRange> within(long start, long end) {
        List<PageRange> ranges = new ArrayList<>();
        collect(control.read(Control.RANGE_ROOT), start, end, ranges);
        return ranges;
    }

    private void collect(long node, long start, long end, List<PageRange> ranges) {
        if (node == 0) {
            return;
        }
        PageRange range = range(node);
        if (Long.compareUnsigned(range.start(), start) > 0) {
            collect(memory.load(node - NODE + LEFT), start, end, ranges);
        }
        if (range.overlaps(new PageRange(start, end))) {
            ranges.add(range);
        }
        if (Long.compareUnsigned(range.end(), end) < 0) {
            collect(memory.load(node - NODE + RIGHT), start, end, ranges);
        }
    }

    /// Whether the page at an address is present.
    public boolean isMapped(long address) {
        long node = control.read(Control.RANGE_ROOT);
        while (node != 0) {
            PageRange range = range(node);
            if (range.contains(address)) {
                return true;
            }
            boolean below = Long.compareUnsigned(address, range.start()) < 0;
            node = memory.load(node - NODE + (below ? LEFT : RIGHT));
        }
        return false;
    }

    PageRange range(long node) {
        return new PageRange(memory.load(node - NODE), memory.load(node - NODE + END));
    }
}
