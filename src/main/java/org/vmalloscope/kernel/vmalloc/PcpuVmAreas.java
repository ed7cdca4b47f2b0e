package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import java.util.List;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Turn;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.Allocator.Allocation;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.memory.SimulatedMemory;

/// Congruent areas for per-CPU chunks: several at fixed distances from one base, placed from the top downwards.
///
/// Kernel: pcpu_get_vm_areas, pcpu_free_vm_areas, pvm_find_next_prev, pvm_determine_end, mm/vmalloc.c, 2.6.32.
/// The areas have no guard page and may touch their neighbours.
final class PcpuVmAreas {
    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final VmAreas vmAreas;
    private final LazyPurge lazy;
    private final SimulatedMemory memory;
    private final Machine machine;
    private final Arithmetic arithmetic;
    private final RbTree tree;

    PcpuVmAreas(Kernel kernel, VmallocData data, VmapAreas areas, VmAreas vmAreas, LazyPurge lazy) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.vmAreas = vmAreas;
        this.lazy = lazy;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.arithmetic = new Arithmetic(memory.abi());
        this.tree = areas.tree();
    }

    /// The request: offsets and sizes in bytes, as many of the one as of the other.
    record Request(List<Long> offsets, List<Long> sizes, long align) {
        int count() {
            return offsets.size();
        }
    }

    /// pcpu_get_vm_areas: the array of vm_structs in argument order, or NULL.
    Allocation getVmAreas(Request request) {
        kernel.enter(
                VmallocData.PCPU_GET_VM_AREAS,
                count("nr_vms", request.count()),
                size("offsets[0]", request.offsets().getFirst()),
                size("sizes[0]", request.sizes().getFirst()),
                size("align", request.align()));
        long vms = allocate(request);
        kernel.leave(VmallocData.PCPU_GET_VM_AREAS, address("vms", vms));
        return new Allocation(vms, vms);
    }

    private long allocate(Request request) {
        int last = checked(request);
        long lastEnd =
                arithmetic.add(request.offsets().get(last), request.sizes().get(last));
        long vmallocStart = arithmetic.align(machine.vmallocStart(), request.align());
        long vmallocEnd = machine.vmallocEnd() & -request.align();
        if (below(arithmetic.add(vmallocEnd, -vmallocStart), lastEnd)) {
            kernel.warn("mm/vmalloc.c:2146");
            return 0;
        }
        long vms = kernel.slab().kmalloc(VmallocData.VMS_ARRAY, arrayBytes(request));
        long vas = kernel.slab().kmalloc(VmallocData.VAS_ARRAY, arrayBytes(request));
        if (vas == 0 || vms == 0) {
            kernel.slab().kfree(vas);
            kernel.slab().kfree(vms);
            return 0;
        }
        if (!fillArrays(request, vms, vas) || !place(request, vas, last, vmallocStart, vmallocEnd)) {
            freeAll(request, vms, vas);
            return 0;
        }
        long caller = data.symbols().function(VmallocData.PCPU_GET_VM_AREAS);
        for (int area = 0; area < request.count(); area++) {
            vmAreas.insertVmallocVm(
                    vmAreas.vm(element(vms, area)), areas.area(element(vas, area)), VmStruct.VM_ALLOC, caller);
        }
        kernel.slab().kfree(vas);
        return vms;
    }

    /// Finds out what the request is not allowed to be; returns the area with the highest offset.
    private int checked(Request request) {
        long align = request.align();
        Kernel.bugOn(below(align, Machine.PAGE_SIZE) || (align & align - 1) != 0, 2119);
        int last = 0;
        for (int area = 0; area < request.count(); area++) {
            long start = request.offsets().get(area);
            long end = arithmetic.add(start, request.sizes().get(area));
            Kernel.bugOn((start & align - 1) != 0, 2125);
            Kernel.bugOn((request.sizes().get(area) & align - 1) != 0, 2126);
            if (above(start, request.offsets().get(last))) {
                last = area;
            }
            for (int other = 0; other < request.count(); other++) {
                if (other != area) {
                    long otherStart = request.offsets().get(other);
                    long otherEnd = arithmetic.add(otherStart, request.sizes().get(other));
                    Kernel.bugOn(!below(otherStart, start) && below(otherStart, end), 2139);
                    Kernel.bugOn(!above(otherEnd, end) && above(otherEnd, start), 2140);
                }
            }
        }
        return last;
    }

    private long arrayBytes(Request request) {
        return (long) request.count() * memory.abi().wordBytes();
    }

    /// An element of an array of pointers.
    long element(long array, int index) {
        return memory.load(array + (long) index * memory.abi().wordBytes());
    }

    private void setElement(long array, int index, long pointer) {
        memory.store(array + (long) index * memory.abi().wordBytes(), pointer);
    }

    private boolean fillArrays(Request request, long vms, long vas) {
        for (int area = 0; area < request.count(); area++) {
            setElement(vms, area, 0);
            setElement(vas, area, 0);
        }
        for (int area = 0; area < request.count(); area++) {
            VmapArea va = areas.area(kernel.slab().kmalloc(VmapArea.TYPE));
            setElement(vas, area, va.address());
            VmStruct vm = vmAreas.kzalloc();
            setElement(vms, area, vm.address());
            if (va.isNull() || vm.address() == 0) {
                return false;
            }
            areas.setFlags(va, 0);
        }
        return true;
    }

    private void freeAll(Request request, long vms, long vas) {
        for (int area = 0; area < request.count(); area++) {
            kernel.slab().kfree(element(vas, area));
            kernel.slab().kfree(element(vms, area));
        }
        kernel.slab().kfree(vas);
        kernel.slab().kfree(vms);
    }

    /// Finds a base and inserts the areas; false when there is no room even after a purge.
    private boolean place(Request request, long vas, int last, long vmallocStart, long vmallocEnd) {
        for (boolean purged = false; ; purged = true) {
            areas.lock();
            CongruentSearch search =
                    new CongruentSearch(request, last, vmallocStart, vmallocEnd, memory.load(data.vmapAreaPcpuHole()));
            if (search.run()) {
                insert(request, vas, last, search.base);
                areas.unlock();
                return true;
            }
            areas.unlock();
            if (purged) {
                return false;
            }
            lazy.purgeVmapAreaLazy();
        }
    }

    private void insert(Request request, long vas, int last, long base) {
        for (int area = 0; area < request.count(); area++) {
            VmapArea va = areas.area(element(vas, area));
            long start = arithmetic.add(base, request.offsets().get(area));
            areas.setRange(va, start, arithmetic.add(start, request.sizes().get(area)));
            areas.insertVmapArea(va);
        }
        memory.store(
                data.vmapAreaPcpuHole(), arithmetic.add(base, request.offsets().get(last)));
    }

    /// pcpu_free_vm_areas.
    void freeVmAreas(long vms, int count) {
        kernel.enter("pcpu_free_vm_areas", address("vms", vms), count("nr_vms", count));
        for (int area = 0; area < count; area++) {
            vmAreas.freeVmArea(vmAreas.vm(element(vms, area)));
        }
        kernel.slab().kfree(vms);
        kernel.leave("pcpu_free_vm_areas");
    }

    /// One search for a base, while vmap_area_lock is held: `next` and `prev` are the areas around the place
    /// looked at.
    private final class CongruentSearch {
        private final Request request;
        private final int last;
        private final long vmallocStart;
        private final long vmallocEnd;
        private final long hole;
        private VmapArea next = areas.area(0);
        private VmapArea prev = areas.area(0);
        private long base;

        CongruentSearch(Request request, int last, long vmallocStart, long vmallocEnd, long hole) {
            this.request = request;
            this.last = last;
            this.vmallocStart = vmallocStart;
            this.vmallocEnd = vmallocEnd;
            this.hole = hole;
        }

        private long start(int area) {
            return request.offsets().get(area);
        }

        private long end(int area) {
            return arithmetic.add(start(area), request.sizes().get(area));
        }

        boolean run() {
            long lastEnd = end(last);
            if (!findNextPrev(hole)) {
                base = arithmetic.add(vmallocEnd, -lastEnd);
                return true;
            }
            int area = last;
            int termArea = last;
            base = arithmetic.add(determineEnd(), -end(area));
            while (true) {
                if (below(arithmetic.add(base, lastEnd), arithmetic.add(vmallocStart, lastEnd))) {
                    told(area, Verdict.BELOW_START, areas.area(0));
                    return false;
                }
                if (!next.isNull() && below(next.vaStart(), arithmetic.add(base, end(area)))) {
                    told(area, Verdict.COLLIDES_ABOVE, next);
                    base = arithmetic.add(determineEnd(), -end(area));
                    termArea = area;
                } else if (!prev.isNull() && above(prev.vaEnd(), arithmetic.add(base, start(area)))) {
                    told(area, Verdict.COLLIDES_BELOW, prev);
                    next = prev;
                    prev = before(next);
                    base = arithmetic.add(determineEnd(), -end(area));
                    termArea = area;
                } else {
                    told(area, Verdict.CHOSEN, next);
                    area = (area + request.count() - 1) % request.count();
                    if (area == termArea) {
                        return true;
                    }
                    findNextPrev(arithmetic.add(base, end(area)));
                }
            }
        }

        private void told(int area, Verdict verdict, VmapArea va) {
            kernel.notes()
                    .note(new HoleTried(
                            arithmetic.add(base, start(area)), arithmetic.add(base, end(area)), verdict, va.address()));
        }

        private VmapArea before(VmapArea va) {
            return areas.ofNode(tree.prev(va.rbNode()));
        }

        /// pvm_find_next_prev: the areas around an end address; false for an empty tree.
        private boolean findNextPrev(long end) {
            long n = tree.root();
            VmapArea va = areas.area(0);
            while (n != 0) {
                va = areas.ofNode(n);
                boolean left = below(end, va.vaEnd());
                boolean right = above(end, va.vaEnd());
                Turn turn = left ? Turn.LEFT : right ? Turn.RIGHT : Turn.FOUND;
                kernel.notes().note(new TreeDescent(Purpose.AROUND_HOLE, va.address(), end, va.vaEnd(), turn));
                if (!left && !right) {
                    break;
                }
                n = left ? tree.left(n) : tree.right(n);
            }
            if (va.isNull()) {
                return false;
            }
            if (above(va.vaEnd(), end)) {
                next = va;
                prev = before(va);
            } else {
                prev = va;
                next = areas.ofNode(tree.next(va.rbNode()));
            }
            return true;
        }

        /// pvm_determine_end: the highest aligned end below `next`, while `next` and `prev` move down to enclose it.
        private long determineEnd() {
            long aligned = machine.vmallocEnd() & -request.align();
            long addr = next.isNull() ? aligned : lower(next.vaStart() & -request.align(), aligned);
            while (!prev.isNull() && above(prev.vaEnd(), addr)) {
                next = prev;
                addr = next.vaStart() & -request.align();
                prev = before(next);
            }
            return addr;
        }

        private static long lower(long a, long b) {
            return below(a, b) ? a : b;
        }
    }
}
