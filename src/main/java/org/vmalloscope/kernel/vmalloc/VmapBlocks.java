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
        kernel.enter("new_vmap_block");
        VmapBlock vb = new VmapBlock(memory, kernel.slab().kmalloc(VmapBlock.TYPE));
        if (vb.address() == 0) {
            kernel.leave("new_vmap_block", number("error", -12));
            return false;
        }
        long blockSize = machine.vmapBlockSize();
        VmapArea va = areas.allocVmapArea(
                blockSize, blockSize, machine.vmallocStart(), machine.vmallocEnd(), lazy::purgeVmapAreaLazy);
        if (va.isNull()) {
            kernel.slab().kfree(vb.address());
            kernel.leave("new_vmap_block", number("error", -16));
            return false;
        }
        fill(vb, va);
        long index = addrToVbIdx(machine, va.vaStart());
        locks.take(TREE_LOCK, data.vmapBlockTreeLock());
        blockTree.insert(index, vb.address());
        locks.release(TREE_LOCK, data.vmapBlockTreeLock());
        VmapBlockQueue vbq = queue(kernel.control().currentCpu());
        memory.store(vb.address(), VmapBlock.VBQ, vbq.address());
        locks.take(VBQ_LOCK, vbq.lock());
        lists.add(vb.freeList(), vbq.free());
        locks.release(VBQ_LOCK, vbq.lock());
        kernel.leave("new_vmap_block", address("vb", vb.address()));
        return true;
    }

    private void fill(VmapBlock vb, VmapArea va) {
        memory.storeQuietly(vb.lock(), 0);
        memory.store(vb.address(), VmapBlock.VA, va.address());
        memory.store(vb.address(), VmapBlock.FREE, machine.vmapBbmapBits());
        memory.store(vb.address(), VmapBlock.DIRTY, 0);
        bitmaps.zero(vb.address(), VmapBlock.ALLOC_MAP);
        bitmaps.zero(vb.address(), VmapBlock.DIRTY_MAP);
        lists.init(vb.freeList());
    }

    /// rcu_free_vb: the grace period is over.
    void rcuFreeVb(long head) {
        VmapBlock vb = VmapBlock.ofFreeList(memory, head);
        kernel.rcu().ran(RcuKind.VMAP_BLOCK, vb.address(), vb.va().vaStart());
        kernel.slab().kfree(vb.address());
    }

    /// free_vmap_block: a block all of whose pages are dirty leaves the index; its area is freed lazily.
    private void freeVmapBlock(VmapBlock vb) {
        kernel.enter("free_vmap_block", address("vb", vb.address()));
        long index = addrToVbIdx(machine, vb.va().vaStart());
        locks.take(TREE_LOCK, data.vmapBlockTreeLock());
        long found = blockTree.delete(index);
        locks.release(TREE_LOCK, data.vmapBlockTreeLock());
        Kernel.bugOn(found != vb.address(), 759);
        lazy.freeUnmapVmapAreaNoflush(vb.va());
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
        int order = getOrder(size);
        long addr = fromFreeBlocks(order);
        while (addr == 0) {
            if (!newVmapBlock()) {
                kernel.leave("vb_alloc", number("error", -12));
                return 0;
            }
            addr = fromFreeBlocks(order);
        }
        return kernel.leave("vb_alloc", address("addr", addr));
    }

    private long fromFreeBlocks(int order) {
        long addr = 0;
        locks.rcuReadLock();
        VmapBlockQueue vbq = queue(kernel.control().currentCpu());
        for (long node = lists.next(vbq.free()); node != vbq.free() && addr == 0; node = lists.next(node)) {
            VmapBlock vb = VmapBlock.ofFreeList(memory, node);
            locks.take(VB_LOCK, vb.lock());
            int i = bitmaps.findFreeRegion(vb.address(), VmapBlock.ALLOC_MAP, machine.vmapBbmapBits(), order);
            if (i >= 0) {
                addr = vb.va().vaStart() + i * Machine.PAGE_SIZE;
                memory.store(vb.address(), VmapBlock.FREE, vb.free() - (1L << order));
                if (vb.free() == 0) {
                    locks.take(VBQ_LOCK, vbq.lock());
                    lists.delInit(vb.freeList());
                    locks.release(VBQ_LOCK, vbq.lock());
                }
            }
            locks.release(VB_LOCK, vb.lock());
        }
        locks.rcuReadUnlock();
        return addr;
    }

    /// vb_free: marks pages of a block as dirty; the last ones free the block.
    void vbFree(long addr, long size) {
        kernel.enter("vb_free", address("addr", addr), size("size", size));
        kernel.pageTables().flushCacheVunmap(addr, machine.abi().wrap(addr + size));
        kernel.countEagerFlush();
        int order = getOrder(size);
        int page = (int) ((addr & machine.vmapBlockSize() - 1) >>> Machine.PAGE_SHIFT);
        locks.rcuReadLock();
        VmapBlock vb = new VmapBlock(memory, blockTree.lookup(addrToVbIdx(machine, addr)));
        locks.rcuReadUnlock();
        Kernel.bugOn(vb.address() == 0, 862);
        locks.take(VB_LOCK, vb.lock());
        bitmaps.allocateRegion(vb.address(), VmapBlock.DIRTY_MAP, page, order);
        memory.store(vb.address(), VmapBlock.DIRTY, vb.dirty() + (1L << order));
        boolean allDirty = vb.dirty() == machine.vmapBbmapBits();
        Kernel.bugOn(allDirty && (vb.free() != 0 || !lists.isEmpty(vb.freeList())), 869);
        locks.release(VB_LOCK, vb.lock());
        if (allDirty) {
            freeVmapBlock(vb);
        }
        kernel.leave("vb_free");
    }

    /// vm_unmap_aliases: unmaps what is dirty in the blocks on free lists, purges, and flushes the TLBs if need be.
    void vmUnmapAliases() {
        kernel.enter("vm_unmap_aliases");
        if (memory.load(data.vmapInitialized(), VmallocData.BOOL_VALUE) != 0) {
            PageRange span = new PageRange(machine.abi().wrap(-1), 0);
            for (int cpu = 0; cpu < kernel.config().cpus(); cpu++) {
                span = unmapDirty(queue(cpu), span);
            }
            boolean flush = span.end() != 0;
            lazy.purge(span, true, flush);
        }
        kernel.leave("vm_unmap_aliases");
    }

    private PageRange unmapDirty(VmapBlockQueue vbq, PageRange before) {
        PageRange span = before;
        locks.rcuReadLock();
        for (long node = lists.next(vbq.free()); node != vbq.free(); node = lists.next(node)) {
            VmapBlock vb = VmapBlock.ofFreeList(memory, node);
            locks.take(VB_LOCK, vb.lock());
            int bits = machine.vmapBbmapBits();
            int i = bitmaps.findNextBit(vb.address(), VmapBlock.DIRTY_MAP, bits, 0);
            while (i < bits) {
                int j = bitmaps.findNextZeroBit(vb.address(), VmapBlock.DIRTY_MAP, bits, i);
                long s = vb.va().vaStart() + i * Machine.PAGE_SIZE;
                long e = vb.va().vaStart() + j * Machine.PAGE_SIZE;
                kernel.pageTables().unmap(s, e);
                span = new PageRange(below(s, span.start()) ? s : span.start(), above(e, span.end()) ? e : span.end());
                i = bitmaps.findNextBit(vb.address(), VmapBlock.DIRTY_MAP, bits, j);
            }
            locks.release(VB_LOCK, vb.lock());
        }
        locks.rcuReadUnlock();
        return span;
    }

    /// vm_map_ram of `count` fresh pages: the address, or 0.
    long vmMapRam(long count) {
        kernel.enter("vm_map_ram", count("count", count));
        long size = Arithmetic.bytesOfPages(count);
        long addr;
        if (count <= machine.vmapMaxAlloc()) {
            addr = vbAlloc(size);
        } else {
            VmapArea va = areas.allocVmapArea(
                    size, Machine.PAGE_SIZE, machine.vmallocStart(), machine.vmallocEnd(), lazy::purgeVmapAreaLazy);
            addr = va.isNull() ? 0 : va.vaStart();
        }
        if (addr != 0) {
            kernel.pageTables().map(addr, addr + size);
            kernel.pageTables().flushCacheVmap(addr, addr + size);
        }
        return kernel.leave("vm_map_ram", address("mem", addr));
    }

    /// vm_unmap_ram: the same split by the count.
    void vmUnmapRam(long addr, long count) {
        kernel.enter("vm_unmap_ram", address("mem", addr), count("count", count));
        long size = Arithmetic.bytesOfPages(count);
        Kernel.bugOn(addr == 0, 947);
        Kernel.bugOn(below(addr, machine.vmallocStart()), 948);
        Kernel.bugOn(above(addr, machine.vmallocEnd()), 949);
        Kernel.bugOn((addr & ~Machine.PAGE_MASK) != 0, 950);
        if (count <= machine.vmapMaxAlloc()) {
            vbFree(addr, size);
        } else {
            lazy.freeUnmapVmapAreaAddr(addr);
        }
        kernel.leave("vm_unmap_ram");
    }
}
