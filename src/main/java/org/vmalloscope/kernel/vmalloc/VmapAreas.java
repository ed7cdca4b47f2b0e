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
    private static final String FIND = "__find_vmap_area";
    private static final String INSERT = "__insert_vmap_area";
    private static final String ALLOC = "alloc_vmap_area";
    private static final String FREE_LOCKED = "__free_vmap_area";
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
        kernel.line("lock");
        lock();
        kernel.line("find");
        VmapArea va = find(addr);
        kernel.line("unlock", address("va", va.address()));
        unlock();
        kernel.line("back");
        kernel.leave("find_vmap_area", address("va", va.address()));
        return va;
    }

    /// __find_vmap_area.
    private VmapArea find(long addr) {
        kernel.enter(FIND, address("addr", addr));
        kernel.line("root");
        long n = tree.root();
        kernel.line("while", "n", n);
        while (n != 0) {
            VmapArea va = ofNode(n);
            kernel.line("below", "va", va.address());
            if (below(addr, va.vaStart())) {
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.LEFT);
                kernel.line("left");
                n = tree.left(n);
            } else if (above(addr, va.vaStart())) {
                kernel.line("above");
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.RIGHT);
                kernel.line("right");
                n = tree.right(n);
            } else {
                kernel.line("above");
                told(Purpose.EXACT_START, va, addr, va.vaStart(), Turn.FOUND);
                kernel.line("found");
                kernel.leave(FIND, address("va", va.address()));
                return va;
            }
            kernel.line("while", "n", n);
        }
        kernel.line("none");
        kernel.leave(FIND, address("va", 0));
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
        kernel.enter(INSERT, address("va", va.address()));
        kernel.line("root");
        long parent = 0;
        boolean left = false;
        long p = tree.root();
        kernel.line("while", "p", p);
        while (p != 0) {
            VmapArea other = ofNode(p);
            parent = p;
            kernel.line("below", address("other", other.address()), address("parent", parent));
            left = below(va.vaStart(), other.vaEnd());
            if (left) {
                told(Purpose.INSERT_PLACE, other, va.vaStart(), other.vaEnd(), Turn.LEFT);
                kernel.line("left");
                p = tree.left(p);
            } else {
                kernel.line("above");
                if (!above(va.vaEnd(), other.vaStart())) {
                    kernel.line("overlap");
                    throw new KernelBug("mm/vmalloc.c: __insert_vmap_area of an overlapping area");
                }
                told(Purpose.INSERT_PLACE, other, va.vaStart(), other.vaEnd(), Turn.RIGHT);
                kernel.line("right");
                p = tree.right(p);
            }
            kernel.line("while", "p", p);
        }
        kernel.line("link");
        tree.link(va.rbNode(), parent, left);
        kernel.line("colour");
        tree.insertColor(va.rbNode());
        addToList(va);
        kernel.leave(INSERT);
    }

    private void addToList(VmapArea va) {
        kernel.line("prev");
        VmapArea prev = ofNode(tree.prev(va.rbNode()));
        kernel.line("any", address("prev", prev.address()));
        if (prev.isNull()) {
            kernel.line("front");
            lists.add(va.list(), data.vmapAreaList());
        } else {
            kernel.line("after");
            lists.add(va.list(), prev.list());
        }
    }

    /// alloc_vmap_area: a new area of `size` bytes at a multiple of `align` in `[vstart, vend]`, or NULL. When
    /// nothing fits, `purge` is run once and the search begins again.
    VmapArea allocVmapArea(long size, long align, long vstart, long vend, Runnable purge) {
        kernel.enter(ALLOC, size("size", size), size("align", align), address("vstart", vstart), address("vend", vend));
        kernel.line("size");
        Kernel.bugOn(size == 0, 336);
        Kernel.bugOn((size & ~Machine.PAGE_MASK) != 0, 337);
        kernel.line("new");
        VmapArea va = area(kernel.slab().kmalloc(VmapArea.TYPE));
        if (va.isNull()) {
            kernel.line("no-memory", address("va", 0));
            kernel.leave(ALLOC, number("error", ENOMEM));
            return va;
        }
        for (boolean purged = false; ; purged = true) {
            kernel.line("lock", address("va", va.address()), number("purged", purged ? 1 : 0));
            lock();
            HoleSearch.Hole hole = search.find(size, align, vstart, vend);
            if (hole.found()) {
                fill(va, hole.start(), size, align);
                kernel.line("unlock");
                unlock();
                kernel.line("back");
                kernel.leave(ALLOC, address("va", va.address()));
                return va;
            }
            kernel.line("overflow");
            unlock();
            kernel.line("first");
            if (purged) {
                break;
            }
            kernel.line("purge");
            purge.run();
        }
        kernel.line("print");
        kernel.warning("vmap allocation for size " + Long.toUnsignedString(size)
                + " failed: use vmalloc=<size> to increase size.");
        kernel.line("free");
        kernel.slab().kfree(va.address());
        kernel.line("busy");
        kernel.leave(ALLOC, number("error", EBUSY));
        return area(0);
    }

    private void fill(VmapArea va, long addr, long size, long align) {
        kernel.line("range");
        Kernel.bugOn((addr & align - 1) != 0, 411);
        setRange(va, addr, arithmetic.add(addr, size));
        kernel.line("flags");
        setFlags(va, 0);
        kernel.line("insert");
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
        kernel.enter(FREE_LOCKED, address("va", va.address()));
        kernel.line("bug");
        Kernel.bugOn(tree.isClear(va.rbNode()), 459);
        kernel.line("erase");
        tree.erase(va.rbNode());
        kernel.line("clear");
        tree.clearNode(va.rbNode());
        kernel.line("list");
        lists.delRcu(va.list());
        kernel.line("inside");
        long end = va.vaEnd();
        Machine machine = kernel.machine();
        if (above(end, machine.vmallocStart())
                && !above(end, machine.vmallocEnd())
                && above(end, memory.load(data.vmapAreaPcpuHole()))) {
            kernel.line("hole");
            memory.store(data.vmapAreaPcpuHole(), end);
        }
        kernel.line("rcu");
        long function = data.symbols().function(VmallocData.RCU_FREE_VA);
        kernel.rcu().call(RcuKind.VMAP_AREA, va.address(), va.rcuHead(), function, va.vaStart());
        kernel.leave(FREE_LOCKED);
    }

    /// rcu_free_va: the grace period is over.
    void rcuFreeVa(long head) {
        kernel.enter(VmallocData.RCU_FREE_VA, address("head", head));
        kernel.line("area");
        VmapArea va = VmapArea.ofRcuHead(memory, head);
        kernel.rcu().ran(RcuKind.VMAP_AREA, va.address(), va.vaStart());
        kernel.line("free", address("va", va.address()));
        kernel.slab().kfree(va.address());
        kernel.leave(VmallocData.RCU_FREE_VA);
    }

    /// free_vmap_area: the same under vmap_area_lock, for an area that was never used.
    void freeVmapArea(VmapArea va) {
        kernel.enter("free_vmap_area", address("va", va.address()));
        kernel.line("lock");
        lock();
        kernel.line("free");
        freeVmapAreaLocked(va);
        kernel.line("unlock");
        unlock();
        kernel.leave("free_vmap_area");
    }
}
