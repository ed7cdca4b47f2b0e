package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Turn;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.Locks;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.memory.SimulatedMemory;

/// The tree and the list of all vmap_areas, and the search that hands out address space.
///
/// Kernel: __find_vmap_area, __insert_vmap_area, alloc_vmap_area, __free_vmap_area, free_vmap_area, find_vmap_area of
/// mm/vmalloc.c, 2.6.32. Invariant between statements: tree in order and list hold the same areas, ascending
/// and without overlap. Purging is [LazyPurge]'s, which this class asks when space runs out.
final class VmapAreas {
    private static final long EBUSY = -16;
    private static final long ENOMEM = -12;

    private final Kernel kernel;
    private final VmallocData data;
    private final SimulatedMemory memory;
    private final Arithmetic arithmetic;
    private final Lists lists;
    private final Locks locks;
    private final RbTree tree;
    private final HoleSearch search;

    VmapAreas(Kernel kernel, VmallocData data) {
        this.kernel = kernel;
        this.data = data;
        this.memory = kernel.memory();
        this.arithmetic = new Arithmetic(memory.abi());
        this.lists = kernel.lists();
        this.locks = kernel.locks();
        this.tree = kernel.tree(data.vmapAreaRoot());
        this.search = new HoleSearch(kernel, tree, arithmetic);
    }

    RbTree tree() {
        return tree;
    }

    VmapArea area(long address) {
        return new VmapArea(memory, address);
    }

    VmapArea ofNode(long node) {
        return node == 0 ? area(0) : VmapArea.ofRbNode(memory, node);
    }

    void lock() {
        locks.take("vmap_area_lock", data.vmapAreaLock());
    }

    void unlock() {
        locks.release("vmap_area_lock", data.vmapAreaLock());
    }

    /// find_vmap_area: the area that starts exactly at `addr`, or NULL.
    VmapArea findVmapArea(long addr) {
        kernel.enter("find_vmap_area", address("addr", addr));
        lock();
        VmapArea va = find(addr);
        unlock();
        kernel.leave("find_vmap_area", address("va", va.address()));
        return va;
    }

    private VmapArea find(long addr) {
        long n = tree.root();
        while (n != 0) {
            VmapArea va = ofNode(n);
            if (below(addr, va.vaStart())) {
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.LEFT);
                n = tree.left(n);
            } else if (above(addr, va.vaStart())) {
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.RIGHT);
                n = tree.right(n);
            } else {
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.FOUND);
                return va;
            }
        }
        return area(0);
    }

    private void told(Purpose purpose, VmapArea va, long compared, long with, Turn turn) {
        kernel.notes().note(new TreeDescent(purpose, va.address(), compared, with, turn));
    }

    /// The areas that share an address with `[start, end)`, ascending.
    List<VmapArea> overlapping(long start, long end) {
        long n = tree.root();
        long first = 0;
        while (n != 0) {
            boolean behind = above(ofNode(n).vaEnd(), start);
            first = behind ? n : first;
            n = behind ? tree.left(n) : tree.right(n);
        }
        List<VmapArea> found = new ArrayList<>();
        while (first != 0 && below(ofNode(first).vaStart(), end)) {
            found.add(ofNode(first));
            first = tree.next(first);
        }
        return found;
    }

    /// __insert_vmap_area: links `va`, whose range is set, into tree and list.
    void insertVmapArea(VmapArea va) {
        kernel.enter("__insert_vmap_area", address("va", va.address()));
        long parent = 0;
        boolean left = false;
        long p = tree.root();
        while (p != 0) {
            VmapArea other = ofNode(p);
            parent = p;
            if (below(va.vaStart(), other.vaEnd())) {
                told(Purpose.INSERT_PLACE, other, va.vaStart(), other.vaEnd(), Turn.LEFT);
                left = true;
                p = tree.left(p);
            } else if (above(va.vaEnd(), other.vaStart())) {
                told(Purpose.INSERT_PLACE, other, va.vaStart(), other.vaEnd(), Turn.RIGHT);
                left = false;
                p = tree.right(p);
            } else {
                throw new KernelBug("mm/vmalloc.c: __insert_vmap_area of an overlapping area");
            }
        }
        tree.link(va.rbNode(), parent, left);
        tree.insertColor(va.rbNode());
        VmapArea prev = ofNode(tree.prev(va.rbNode()));
        lists.add(va.list(), prev.isNull() ? data.vmapAreaList() : prev.list());
        kernel.leave("__insert_vmap_area");
    }

    /// alloc_vmap_area: a new area of `size` bytes at a multiple of `align` in `[vstart, vend]`, or NULL. When
    /// nothing fits, `purge` is run once and the search begins again.
    VmapArea allocVmapArea(long size, long align, long vstart, long vend, Runnable purge) {
        kernel.enter(
                "alloc_vmap_area",
                size("size", size),
                size("align", align),
                address("vstart", vstart),
                address("vend", vend));
        Kernel.bugOn(size == 0, 336);
        Kernel.bugOn((size & ~Machine.PAGE_MASK) != 0, 337);
        VmapArea va = area(kernel.slab().kmalloc(VmapArea.TYPE));
        if (va.isNull()) {
            kernel.leave("alloc_vmap_area", number("error", ENOMEM));
            return va;
        }
        for (boolean purged = false; ; purged = true) {
            lock();
            HoleSearch.Hole hole = search.find(size, align, vstart, vend);
            if (hole.found()) {
                fill(va, hole.start(), size, align);
                unlock();
                kernel.leave("alloc_vmap_area", address("va", va.address()));
                return va;
            }
            unlock();
            if (purged) {
                break;
            }
            purge.run();
        }
        kernel.warning("vmap allocation for size " + Long.toUnsignedString(size)
                + " failed: use vmalloc=<size> to increase size.");
        kernel.slab().kfree(va.address());
        kernel.leave("alloc_vmap_area", number("error", EBUSY));
        return area(0);
    }

    private void fill(VmapArea va, long addr, long size, long align) {
        Kernel.bugOn((addr & align - 1) != 0, 411);
        setRange(va, addr, arithmetic.add(addr, size));
        setFlags(va, 0);
        insertVmapArea(va);
    }

    void setRange(VmapArea va, long start, long end) {
        memory.store(va.address(), VmapArea.VA_START, start);
        memory.store(va.address(), VmapArea.VA_END, end);
    }

    void setFlags(VmapArea va, long flags) {
        memory.store(va.address(), VmapArea.FLAGS, flags);
    }

    void setPrivate(VmapArea va, long vm) {
        memory.store(va.address(), VmapArea.PRIVATE, vm);
    }

    /// __free_vmap_area: takes an area out of tree and list at once; the struct goes after a grace period.
    void freeVmapAreaLocked(VmapArea va) {
        kernel.enter("__free_vmap_area", address("va", va.address()));
        Kernel.bugOn(tree.isClear(va.rbNode()), 459);
        tree.erase(va.rbNode());
        tree.clearNode(va.rbNode());
        lists.delRcu(va.list());
        long end = va.vaEnd();
        Machine machine = kernel.machine();
        if (above(end, machine.vmallocStart())
                && !above(end, machine.vmallocEnd())
                && above(end, memory.load(data.vmapAreaPcpuHole()))) {
            memory.store(data.vmapAreaPcpuHole(), end);
        }
        long function = data.symbols().function(VmallocData.RCU_FREE_VA);
        kernel.rcu().call(RcuKind.VMAP_AREA, va.address(), va.rcuHead(), function, va.vaStart());
        kernel.leave("__free_vmap_area");
    }

    /// rcu_free_va: the grace period is over.
    void rcuFreeVa(long head) {
        VmapArea va = VmapArea.ofRcuHead(memory, head);
        kernel.rcu().ran(RcuKind.VMAP_AREA, va.address(), va.vaStart());
        kernel.slab().kfree(va.address());
    }

    /// free_vmap_area: the same under vmap_area_lock, for an area that was never used.
    void freeVmapArea(VmapArea va) {
        kernel.enter("free_vmap_area", address("va", va.address()));
        lock();
        freeVmapAreaLocked(va);
        unlock();
        kernel.leave("free_vmap_area");
    }
}
