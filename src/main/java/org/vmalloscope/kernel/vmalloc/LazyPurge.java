package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;
import static org.vmalloscope.kernel.vmalloc.VmapArea.VM_LAZY_FREE;
import static org.vmalloscope.kernel.vmalloc.VmapArea.VM_LAZY_FREEING;

import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.SimulatedMemory;

/// Lazy freeing: areas stay mapped and in place until enough have gathered, then one TLB flush serves them all.
///
/// Kernel: free_unmap_vmap_area, free_unmap_vmap_area_noflush, __purge_vmap_area_lazy and its callers, mm/vmalloc.c,
/// 2.6.32. Invariant: while purge_lock is not held, no area is on the purge list.
final class LazyPurge {
    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final SimulatedMemory memory;
    private final Arithmetic arithmetic;
    private final Lists lists;

    LazyPurge(Kernel kernel, VmallocData data, VmapAreas areas) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.memory = kernel.memory();
        this.arithmetic = new Arithmetic(memory.abi());
        this.lists = kernel.lists();
    }

    private int lazyNr() {
        return (int) memory.load(data.vmapLazyNr(), VmallocData.INT_VALUE);
    }

    /// Pages more wait for a purge, or fewer.
    void addLazyNr(int pages) {
        memory.store(data.vmapLazyNr(), VmallocData.INT_VALUE, lazyNr() + pages);
    }

    int pages(VmapArea va) {
        return (int) (arithmetic.add(va.vaEnd(), -va.vaStart()) >>> Machine.PAGE_SHIFT);
    }

    /// free_unmap_vmap_area_noflush: marks an area as lazily freed, and purges when too many pages wait.
    void freeUnmapVmapAreaNoflush(VmapArea va) {
        kernel.enter("free_unmap_vmap_area_noflush", address("va", va.address()));
        kernel.line("lazy");
        areas.setFlags(va, va.flags() | VM_LAZY_FREE);
        kernel.line("count");
        addLazyNr(pages(va));
        long lazy = arithmetic.abi().wrap(lazyNr());
        int limit = kernel.config().lazyMaxPages();
        kernel.line("limit", count("vmap_lazy_nr", lazyNr()), count("lazy_max_pages", limit));
        if (above(lazy, limit)) {
            kernel.notes().note(new ThresholdCrossed(lazyNr(), limit));
            kernel.line("try");
            tryPurgeVmapAreaLazy();
        }
        kernel.leave("free_unmap_vmap_area_noflush");
    }

    /// free_unmap_vmap_area: the same after a cache flush.
    void freeUnmapVmapArea(VmapArea va) {
        kernel.enter("free_unmap_vmap_area", address("va", va.address()));
        kernel.line("flush");
        kernel.pageTables().flushCacheVunmap(va.vaStart(), va.vaEnd());
        kernel.countEagerFlush();
        kernel.line("lazy");
        freeUnmapVmapAreaNoflush(va);
        kernel.leave("free_unmap_vmap_area");
    }

    /// free_unmap_vmap_area_addr: the same for the area that starts at `addr`.
    void freeUnmapVmapAreaAddr(long addr) {
        kernel.enter("free_unmap_vmap_area_addr", address("addr", addr));
        kernel.line("find");
        VmapArea va = areas.findVmapArea(addr);
        kernel.line("bug", address("va", va.address()));
        Kernel.bugOn(va.isNull(), 633);
        kernel.line("free");
        freeUnmapVmapArea(va);
        kernel.leave("free_unmap_vmap_area_addr");
    }

    /// try_purge_vmap_area_lazy: purges unless a purge is running.
    void tryPurgeVmapAreaLazy() {
        kernel.enter("try_purge_vmap_area_lazy");
        purgeWithoutSpan(false);
        kernel.leave("try_purge_vmap_area_lazy");
    }

    /// purge_vmap_area_lazy: purges, after a running purge has ended.
    void purgeVmapAreaLazy() {
        kernel.enter("purge_vmap_area_lazy");
        purgeWithoutSpan(true);
        kernel.leave("purge_vmap_area_lazy");
    }

    private void purgeWithoutSpan(boolean sync) {
        kernel.line("span");
        PageRange span = new PageRange(arithmetic.max(), 0);
        kernel.line("purge", address("start", span.start()), address("end", span.end()));
        purge(span, sync, false);
    }

    /// __purge_vmap_area_lazy: unmaps and erases all lazily freed areas; `span` is what else needs a flush.
    void purge(PageRange span, boolean sync, boolean forceFlush) {
        kernel.enter(
                "__purge_vmap_area_lazy",
                address("start", span.start()),
                address("end", span.end()),
                number("sync", sync ? 1 : 0),
                number("force_flush", forceFlush ? 1 : 0));
        kernel.line("how");
        if (!sync && !forceFlush) {
            kernel.line("try");
            if (!kernel.locks().tryTake("purge_lock", data.purgeLock())) {
                kernel.leave("__purge_vmap_area_lazy");
                return;
            }
        } else {
            kernel.line("lock");
            kernel.locks().take("purge_lock", data.purgeLock());
        }
        kernel.line("list");
        lists.init(data.purgeList());
        int nr = collect(span, forceFlush);
        kernel.line("found");
        if (nr != 0) {
            erase();
        }
        kernel.line("done");
        kernel.locks().release("purge_lock", data.purgeLock());
        kernel.showPurge(false, 0, 0, 0);
        kernel.leave("__purge_vmap_area_lazy");
    }

    /// Walks vmap_area_list, unmaps every lazily freed area and gathers it; then flushes the TLBs once.
    private int collect(PageRange flushed, boolean forceFlush) {
        long start = flushed.start();
        long end = flushed.end();
        int nr = 0;
        kernel.locks().rcuReadLock();
        kernel.showPurge(true, start, end, nr);
        kernel.line("walk", count("nr", nr));
        for (long node = lists.next(data.vmapAreaList()); node != data.vmapAreaList(); node = lists.next(node)) {
            VmapArea va = VmapArea.ofList(memory, node);
            kernel.line("lazy", "va", va.address());
            if (!va.hasFlag(VM_LAZY_FREE)) {
                continue;
            }
            kernel.notes().note(new LazyAreaFound(va.address(), va.vaStart(), va.vaEnd()));
            kernel.line("widen");
            start = below(va.vaStart(), start) ? va.vaStart() : start;
            end = above(va.vaEnd(), end) ? va.vaEnd() : end;
            kernel.line("count", address("start", start), address("end", end));
            nr += pages(va);
            kernel.showPurge(true, start, end, nr);
            kernel.line("unmap", count("nr", nr));
            kernel.pageTables().unmap(va.vaStart(), va.vaEnd());
            kernel.line("gather");
            lists.addTail(va.purgeList(), data.purgeList());
            kernel.line("freeing");
            areas.setFlags(va, va.flags() | VM_LAZY_FREEING);
            kernel.line("clear");
            areas.setFlags(va, va.flags() & ~VM_LAZY_FREE);
        }
        kernel.locks().rcuReadUnlock();
        kernel.line("any");
        if (nr != 0) {
            kernel.line("less");
            addLazyNr(-nr);
        }
        kernel.line("due");
        if (nr != 0 || forceFlush) {
            kernel.line("flush");
            kernel.pageTables().flushTlbKernelRange(start, end);
        }
        return nr;
    }

    private void erase() {
        kernel.line("areas");
        areas.lock();
        kernel.line("erase");
        long node = lists.next(data.purgeList());
        while (node != data.purgeList()) {
            long next = lists.next(node);
            VmapArea va = VmapArea.ofPurgeList(memory, node);
            kernel.line("free", "va", va.address());
            areas.freeVmapAreaLocked(va);
            node = next;
        }
        kernel.line("unlock");
        areas.unlock();
    }
}
