package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.SimulatedMemory;

/// The kernel's page tables for vmalloc space, kept as maximal runs of present pages, and the flushes that go with
/// them.
///
/// Kernel: vmap_page_range_noflush and vunmap_page_range, mm/vmalloc.c; flush_tlb_kernel_range, flush_cache_vmap and
/// flush_cache_vunmap. The runs are nodes of a red-black tree in the simulator's notebook, so that a mapping of any
/// size costs a few stores. Invariant: runs are not empty, do not overlap and do not touch.
public final class PageTables {
    private static final int RANGE_BYTES = 6 * MappedRanges.WORD;

    private final SimulatedMemory memory;
    private final Control control;
    private final Notebook notebook;
    private final NoteSink notes;
    private final MappedRanges ranges;
    private final RbTree tree;
    private final TlbWriter tlbs;

    PageTables(SimulatedMemory memory, Control control, Notebook notebook, TlbWriter tlbs, NoteSink notes) {
        this.tlbs = tlbs;
        this.memory = memory;
        this.control = control;
        this.notebook = notebook;
        this.notes = notes;
        this.ranges = new MappedRanges(memory, control);
        this.tree = new RbTree(new RbWords.Quiet(memory), control.address() + Control.RANGE_ROOT.offsetLp64());
    }

    /// Makes the pages of `[start, end)` present. Bounds that are no page bounds are a BUG: the walk would
    /// never end. So are pages that are present already.
    public void map(long start, long end) {
        notes.note(new PagesMapped(start, end));
        requirePages(start, end);
        if (!ranges.within(start, end).isEmpty()) {
            throw new KernelBug("mapping of pages that are mapped already");
        }
        long low = start;
        long high = end;
        long below = atOrBelow(start);
        if (below != 0 && ranges.range(below).end() == start) {
            low = ranges.range(below).start();
            remove(below);
        }
        long above = atOrBelow(end);
        if (above != 0 && ranges.range(above).start() == end) {
            high = ranges.range(above).end();
            remove(above);
        }
        insert(low, high);
    }

    /// Clears the entries of `[start, end)`, present or not. Bounds that are no page bounds are a BUG.
    public void unmap(long start, long end) {
        notes.note(new PagesUnmapped(start, end));
        requirePages(start, end);
        tlbs.unmapped(start, end);
        for (PageRange range : ranges.within(start, end)) {
            remove(atOrBelow(range.start()));
            if (Long.compareUnsigned(range.start(), start) < 0) {
                insert(range.start(), start);
            }
            if (Long.compareUnsigned(end, range.end()) < 0) {
                insert(end, range.end());
            }
        }
    }

    public boolean isMapped(long address) {
        return ranges.isMapped(address);
    }

    /// flush_cache_vmap.
    public void flushCacheVmap(long start, long end) {
        notes.note(new CacheFlushed(false, start, end));
    }

    /// flush_cache_vunmap.
    public void flushCacheVunmap(long start, long end) {
        notes.note(new CacheFlushed(true, start, end));
    }

    /// flush_tlb_kernel_range.
    public void flushTlbKernelRange(long start, long end) {
        notes.note(new TlbFlushed(start, end));
        notebook.add(Control.TLB_FLUSHES, 1);
        tlbs.flush(start, end);
    }

    /// The current CPU reads an address: its TLB answers, or the page tables do and the TLB remembers, or nobody.
    public Touch touch(long address) {
        return tlbs.touch(address, isMapped(address));
    }

    private static void requirePages(long start, long end) {
        if (((start | end) & ~Machine.PAGE_MASK) != 0) {
            throw new KernelBug("unaligned page-table range");
        }
    }

    /// The node of the last run that starts at or below an address, or 0.
    private long atOrBelow(long address) {
        long node = tree.root();
        long found = 0;
        while (node != 0) {
            if (Long.compareUnsigned(ranges.range(node).start(), address) <= 0) {
                found = node;
                node = tree.right(node);
            } else {
                node = tree.left(node);
            }
        }
        return found;
    }

    private void insert(long start, long end) {
        long range = newRange();
        memory.storeQuietly(range, start);
        memory.storeQuietly(range + MappedRanges.END, end);
        long parent = 0;
        boolean left = false;
        long node = tree.root();
        while (node != 0) {
            parent = node;
            left = Long.compareUnsigned(start, ranges.range(node).start()) < 0;
            node = left ? tree.left(node) : tree.right(node);
        }
        long inserted = range + MappedRanges.NODE;
        tree.link(inserted, parent, left);
        tree.insertColor(inserted);
    }

    private long newRange() {
        long free = control.read(Control.RANGE_FREE);
        if (free != 0) {
            notebook.write(Control.RANGE_FREE, memory.load(free));
            return free;
        }
        long range = control.read(Control.RANGE_FRONTIER);
        notebook.write(Control.RANGE_FRONTIER, range + RANGE_BYTES);
        return range;
    }

    private void remove(long node) {
        tree.erase(node);
        long range = node - MappedRanges.NODE;
        memory.storeQuietly(range, control.read(Control.RANGE_FREE));
        notebook.write(Control.RANGE_FREE, range);
    }
}
