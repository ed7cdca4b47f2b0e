package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.kernel.Bitmaps;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.Locks;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.RadixTree;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.SimulatedMemory;

/// Blocks of pages that small vm_map_ram requests are cut from, one queue of them per CPU.
///
/// Kernel: vb_alloc, vb_free, new_vmap_block, free_vmap_block, vm_unmap_aliases, mm/vmalloc.c, 2.6.32. alloc_map only
/// ever gains bits: a page is handed out once, and a block goes away when all its pages have been given back.
final class VmapBlocks {
    private static final String NEW_BLOCK = "new_vmap_block";
    private static final String MAP_RAM = "vm_map_ram";
    private static final String VB_LOCK = "vb->lock";
    private static final String VBQ_LOCK = "vbq->lock";
    private static final String TREE_LOCK = "vmap_block_tree_lock";

    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final LazyPurge lazy;
    private final SimulatedMemory memory;
    private final Machine machine;
    private final Lists lists;
    private final Locks locks;
    private final Bitmaps bitmaps;
    private final RadixTree blockTree;

    VmapBlocks(Kernel kernel, VmallocData data, VmapAreas areas, LazyPurge lazy) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.lazy = lazy;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.lists = kernel.lists();
        this.locks = kernel.locks();
        this.bitmaps = kernel.bitmaps();
        this.blockTree = kernel.radixTree(data.vmapBlockTree());
    }

    private VmapBlockQueue queue(int cpu) {
        return new VmapBlockQueue(memory, data.vmapBlockQueue().of(memory, cpu));
    }

    /// Sets up the queue of a CPU, at boot.
    void initQueue(int cpu) {
        VmapBlockQueue vbq = queue(cpu);
        memory.store(vbq.address(), VmapBlockQueue.LOCK, 0);
        lists.init(vbq.free());
        lists.init(vbq.dirty());
        memory.store(vbq.address(), VmapBlockQueue.NR_DIRTY, 0);
    }

    /// addr_to_vb_idx: blocks are numbered from VMALLOC_START rounded down to a block.
    static long addrToVbIdx(Machine machine, long addr) {
        long base = machine.vmallocStart() & -machine.vmapBlockSize();
        return Long.divideUnsigned(machine.abi().wrap(addr - base), machine.vmapBlockSize());
    }

    /// get_order: the smallest n with 2^n pages >= size.
    static int getOrder(long size) {
        long pages = size + Machine.PAGE_SIZE - 1 >>> Machine.PAGE_SHIFT;
        return Long.SIZE - Long.numberOfLeadingZeros(pages - 1);
    }

    /// new_vmap_block: a block with all pages free, on the current CPU's queue; false when memory or space is short.
    private boolean newVmapBlock() {
        kernel.enter(NEW_BLOCK);
        kernel.line("new");
        VmapBlock vb = new VmapBlock(memory, kernel.slab().kmalloc(VmapBlock.TYPE));
        kernel.line("no-memory", address("vb", vb.address()));
        if (vb.address() == 0) {
            kernel.line("nomem");
            kernel.leave(NEW_BLOCK, number("error", -12));
            return false;
        }
        long blockSize = machine.vmapBlockSize();
        kernel.line("area");
        VmapArea va = areas.allocVmapArea(
                blockSize, blockSize, machine.vmallocStart(), machine.vmallocEnd(), lazy::purgeVmapAreaLazy);
        kernel.line("none", address("va", va.address()));
        if (va.isNull()) {
            kernel.line("free");
            kernel.slab().kfree(vb.address());
            kernel.line("busy");
            kernel.leave(NEW_BLOCK, number("error", -16));
            return false;
        }
        fill(vb, va);
        publish(vb, va);
        kernel.line("back");
        kernel.leave(NEW_BLOCK, address("vb", vb.address()));
        return true;
    }

    private void fill(VmapBlock vb, VmapArea va) {
        memory.storeQuietly(vb.lock(), 0);
        kernel.line("va");
        memory.store(vb.address(), VmapBlock.VA, va.address());
        kernel.line("count");
        memory.store(vb.address(), VmapBlock.FREE, machine.vmapBbmapBits());
        kernel.line("dirty");
        memory.store(vb.address(), VmapBlock.DIRTY, 0);
        kernel.line("maps");
        bitmaps.zero(vb.address(), VmapBlock.ALLOC_MAP);
        bitmaps.zero(vb.address(), VmapBlock.DIRTY_MAP);
        kernel.line("list");
        lists.init(vb.freeList());
    }

    /// Puts a new block where others find it: into the index, and on the queue of the current CPU.
    private void publish(VmapBlock vb, VmapArea va) {
        kernel.line("number");
        long index = addrToVbIdx(machine, va.vaStart());
        kernel.line("index", number("vb_idx", index));
        locks.take(TREE_LOCK, data.vmapBlockTreeLock());
        blockTree.insert(index, vb.address());
        locks.release(TREE_LOCK, data.vmapBlockTreeLock());
        kernel.line("queue");
        VmapBlockQueue vbq = queue(kernel.control().currentCpu());
        memory.store(vb.address(), VmapBlock.VBQ, vbq.address());
        kernel.line("front", address("vbq", vbq.address()));
        locks.take(VBQ_LOCK, vbq.lock());
        lists.add(vb.freeList(), vbq.free());
        locks.release(VBQ_LOCK, vbq.lock());
    }

    /// rcu_free_vb: the grace period is over.
    void rcuFreeVb(long head) {
        kernel.enter(VmallocData.RCU_FREE_VB, address("head", head));
        kernel.line("block");
        VmapBlock vb = VmapBlock.ofFreeList(memory, head);
        kernel.rcu().ran(RcuKind.VMAP_BLOCK, vb.address(), vb.va().vaStart());
        kernel.line("free", address("vb", vb.address()));
        kernel.slab().kfree(vb.address());
        kernel.leave(VmallocData.RCU_FREE_VB);
    }

    /// free_vmap_block: a block all of whose pages are dirty leaves the index; its area is freed lazily.
    private void freeVmapBlock(VmapBlock vb) {
        kernel.enter("free_vmap_block", address("vb", vb.address()));
        kernel.line("number");
        long index = addrToVbIdx(machine, vb.va().vaStart());
        kernel.line("index", number("vb_idx", index));
        locks.take(TREE_LOCK, data.vmapBlockTreeLock());
        long found = blockTree.delete(index);
        locks.release(TREE_LOCK, data.vmapBlockTreeLock());
        kernel.line("bug", address("tmp", found));
        Kernel.bugOn(found != vb.address(), 759);
        kernel.line("lazy");
        lazy.freeUnmapVmapAreaNoflush(vb.va());
        kernel.line("rcu");
        long function = data.symbols().function(VmallocData.RCU_FREE_VB);
        kernel.rcu()
                .call(
                        RcuKind.VMAP_BLOCK,
                        vb.address(),
                        vb.freeList(),
                        function,
                        vb.va().vaStart());
        kernel.leave("free_vmap_block");
    }

    /// vb_alloc: pages for `size` bytes (at most VMAP_MAX_ALLOC pages) out of a block of the current CPU; 0
    /// when there is no memory or space for a new block.
    long vbAlloc(long size) {
        kernel.enter("vb_alloc", size("size", size));
        kernel.line("order");
        int order = getOrder(size);
        kernel.line("read", number("order", order));
        long addr = fromFreeBlocks(order);
        while (addr == 0) {
            kernel.line("new");
            boolean made = newVmapBlock();
            kernel.line("none");
            if (!made) {
                kernel.line("null");
                kernel.leave("vb_alloc", number("error", -12));
                return 0;
            }
            kernel.line("again");
            kernel.line("read");
            addr = fromFreeBlocks(order);
        }
        kernel.line("back");
        return kernel.leave("vb_alloc", address("addr", addr));
    }

    private long fromFreeBlocks(int order) {
        long addr = 0;
        locks.rcuReadLock();
        kernel.line("each", address("addr", 0));
        VmapBlockQueue vbq = queue(kernel.control().currentCpu());
        for (long node = lists.next(vbq.free()); node != vbq.free() && addr == 0; node = lists.next(node)) {
            VmapBlock vb = VmapBlock.ofFreeList(memory, node);
            kernel.line("lock", address("vb", vb.address()));
            locks.take(VB_LOCK, vb.lock());
            kernel.line("look");
            int i = bitmaps.findFreeRegion(vb.address(), VmapBlock.ALLOC_MAP, machine.vmapBbmapBits(), order);
            kernel.line("found", number("i", i));
            if (i >= 0) {
                addr = taken(vbq, vb, i, order);
            }
            kernel.line("unlock");
            locks.release(VB_LOCK, vb.lock());
        }
        kernel.line("unread");
        locks.rcuReadUnlock();
        kernel.line("any");
        return addr;
    }

    /// Counts a run of pages that was taken out of a block; a block without any left leaves the queue.
    private long taken(VmapBlockQueue vbq, VmapBlock vb, int i, int order) {
        kernel.line("addr");
        long addr = vb.va().vaStart() + i * Machine.PAGE_SIZE;
        kernel.line("less", address("addr", addr));
        memory.store(vb.address(), VmapBlock.FREE, vb.free() - (1L << order));
        kernel.line("full");
        if (vb.free() == 0) {
            kernel.line("off");
            locks.take(VBQ_LOCK, vbq.lock());
            lists.delInit(vb.freeList());
            locks.release(VBQ_LOCK, vbq.lock());
        }
        return addr;
    }

    /// vb_free: marks pages of a block as dirty; the last ones free the block.
    void vbFree(long addr, long size) {
        kernel.enter("vb_free", address("addr", addr), size("size", size));
        kernel.line("flush");
        kernel.pageTables().flushCacheVunmap(addr, machine.abi().wrap(addr + size));
        kernel.countEagerFlush();
        kernel.line("order");
        int order = getOrder(size);
        kernel.line("page", number("order", order));
        int page = (int) ((addr & machine.vmapBlockSize() - 1) >>> Machine.PAGE_SHIFT);
        kernel.line("find", number("page", page));
        locks.rcuReadLock();
        VmapBlock vb = new VmapBlock(memory, blockTree.lookup(addrToVbIdx(machine, addr)));
        locks.rcuReadUnlock();
        kernel.line("bug", address("vb", vb.address()));
        Kernel.bugOn(vb.address() == 0, 862);
        if (markDirty(vb, page, order)) {
            kernel.line("free");
            freeVmapBlock(vb);
        }
        kernel.leave("vb_free");
    }

    /// Whether all pages of the block are dirty now.
    private boolean markDirty(VmapBlock vb, int page, int order) {
        kernel.line("lock");
        locks.take(VB_LOCK, vb.lock());
        kernel.line("dirty");
        bitmaps.allocateRegion(vb.address(), VmapBlock.DIRTY_MAP, page, order);
        kernel.line("count");
        memory.store(vb.address(), VmapBlock.DIRTY, vb.dirty() + (1L << order));
        boolean allDirty = vb.dirty() == machine.vmapBbmapBits();
        kernel.line("all", count("vb.dirty", vb.dirty()));
        if (allDirty) {
            kernel.line("full");
            Kernel.bugOn(vb.free() != 0 || !lists.isEmpty(vb.freeList()), 869);
        }
        kernel.line(allDirty ? "unlock-all" : "unlock");
        locks.release(VB_LOCK, vb.lock());
        return allDirty;
    }

    /// vm_unmap_aliases: unmaps what is dirty in the blocks on free lists, purges, and flushes the TLBs if need be.
    void vmUnmapAliases() {
        kernel.enter("vm_unmap_aliases");
        kernel.line("early");
        if (memory.load(data.vmapInitialized(), VmallocData.BOOL_VALUE) == 0) {
            kernel.line("nothing");
        } else {
            kernel.line("span");
            PageRange span = new PageRange(machine.abi().wrap(-1), 0);
            kernel.line("cpus", address("start", span.start()), address("end", span.end()), number("flush", 0));
            for (int cpu = 0; cpu < kernel.config().cpus(); cpu++) {
                span = unmapDirty(queue(cpu), cpu, span);
            }
            boolean flush = span.end() != 0;
            kernel.line("purge");
            lazy.purge(span, true, flush);
        }
        kernel.leave("vm_unmap_aliases");
    }

    private PageRange unmapDirty(VmapBlockQueue vbq, int cpu, PageRange before) {
        PageRange span = before;
        kernel.line("read", number("cpu", cpu));
        locks.rcuReadLock();
        kernel.line("each");
        for (long node = lists.next(vbq.free()); node != vbq.free(); node = lists.next(node)) {
            VmapBlock vb = VmapBlock.ofFreeList(memory, node);
            kernel.line("lock", address("vb", vb.address()));
            locks.take(VB_LOCK, vb.lock());
            span = unmapRuns(vb, span);
            kernel.line("unlock");
            locks.release(VB_LOCK, vb.lock());
        }
        kernel.line("unread");
        locks.rcuReadUnlock();
        return span;
    }

    private PageRange unmapRuns(VmapBlock vb, PageRange before) {
        PageRange span = before;
        int bits = machine.vmapBbmapBits();
        kernel.line("dirty");
        int i = bitmaps.findNextBit(vb.address(), VmapBlock.DIRTY_MAP, bits, 0);
        kernel.line("while", number("i", i));
        while (i < bits) {
            kernel.line("clean");
            int j = bitmaps.findNextZeroBit(vb.address(), VmapBlock.DIRTY_MAP, bits, i);
            long s = vb.va().vaStart() + i * Machine.PAGE_SIZE;
            long e = vb.va().vaStart() + j * Machine.PAGE_SIZE;
            kernel.line("unmap", number("j", j), address("s", s), address("e", e));
            kernel.pageTables().unmap(s, e);
            kernel.line("widen", number("flush", 1));
            span = new PageRange(below(s, span.start()) ? s : span.start(), above(e, span.end()) ? e : span.end());
            kernel.line("next", address("start", span.start()), address("end", span.end()));
            i = bitmaps.findNextBit(vb.address(), VmapBlock.DIRTY_MAP, bits, j);
            kernel.line("while", number("i", i));
        }
        return span;
    }

    /// vm_map_ram of `count` fresh pages: the address, or 0.
    long vmMapRam(long count) {
        kernel.enter(MAP_RAM, count("count", count));
        kernel.line("size");
        long size = Arithmetic.bytesOfPages(count);
        kernel.line("small", size("size", size));
        long addr;
        if (count <= machine.vmapMaxAlloc()) {
            kernel.line("block");
            addr = vbAlloc(size);
        } else {
            kernel.line("area");
            VmapArea va = areas.allocVmapArea(
                    size, Machine.PAGE_SIZE, machine.vmallocStart(), machine.vmallocEnd(), lazy::purgeVmapAreaLazy);
            addr = va.isNull() ? 0 : va.vaStart();
        }
        kernel.line("none", address("addr", addr));
        if (addr == 0) {
            kernel.line("null");
            return kernel.leave(MAP_RAM, address("mem", addr));
        }
        kernel.line("map");
        kernel.pageTables().map(addr, addr + size);
        kernel.line("flush");
        kernel.pageTables().flushCacheVmap(addr, addr + size);
        kernel.line("back");
        return kernel.leave(MAP_RAM, address("mem", addr));
    }

    /// vm_unmap_ram: the same split by the count.
    void vmUnmapRam(long addr, long count) {
        kernel.enter("vm_unmap_ram", address("mem", addr), count("count", count));
        kernel.line("size");
        long size = Arithmetic.bytesOfPages(count);
        kernel.line("bug", size("size", size));
        Kernel.bugOn(addr == 0, 947);
        Kernel.bugOn(below(addr, machine.vmallocStart()), 948);
        Kernel.bugOn(above(addr, machine.vmallocEnd()), 949);
        Kernel.bugOn((addr & ~Machine.PAGE_MASK) != 0, 950);
        kernel.line("small");
        if (count <= machine.vmapMaxAlloc()) {
            kernel.line("block");
            vbFree(addr, size);
        } else {
            kernel.line("area");
            lazy.freeUnmapVmapAreaAddr(addr);
        }
        kernel.leave("vm_unmap_ram");
    }
}
