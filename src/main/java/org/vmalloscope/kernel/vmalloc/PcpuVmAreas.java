package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import java.util.List;
import org.vmalloscope.kernel.Allocator.Allocation;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// Congruent areas for per-CPU chunks: several at fixed distances from one base, placed from the top downwards.
///
/// Kernel: pcpu_get_vm_areas, pcpu_free_vm_areas, mm/vmalloc.c, 2.6.32; where to put them is [CongruentSearch].
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

    PcpuVmAreas(Kernel kernel, VmallocData data, VmapAreas areas, VmAreas vmAreas, LazyPurge lazy) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.vmAreas = vmAreas;
        this.lazy = lazy;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.arithmetic = new Arithmetic(memory.abi());
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
        kernel.line("room", number("last_area", last), size("last_end", lastEnd));
        if (below(arithmetic.add(vmallocEnd, -vmallocStart), lastEnd)) {
            kernel.line("warn");
            kernel.warn("mm/vmalloc.c:2146");
            return 0;
        }
        kernel.line("arrays");
        long vms = kernel.slab().kmalloc(VmallocData.VMS_ARRAY, arrayBytes(request));
        long vas = kernel.slab().kmalloc(VmallocData.VAS_ARRAY, arrayBytes(request));
        if (vas == 0 || vms == 0) {
            kernel.line("free-arrays", address("vms", vms), address("vas", vas));
            kernel.slab().kfree(vas);
            kernel.slab().kfree(vms);
            return 0;
        }
        if (!fillArrays(request, vms, vas) || !place(request, vas, last, vmallocStart, vmallocEnd)) {
            kernel.line("free-all");
            freeAll(request, vms, vas);
            kernel.line("null");
            return 0;
        }
        addToVmlist(request, vms, vas);
        kernel.line("back");
        return vms;
    }

    private void addToVmlist(Request request, long vms, long vas) {
        long caller = data.symbols().function(VmallocData.PCPU_GET_VM_AREAS);
        for (int area = 0; area < request.count(); area++) {
            kernel.line("vmlist", number("area", area));
            vmAreas.insertVmallocVm(
                    vmAreas.vm(element(vms, area)), areas.area(element(vas, area)), VmStruct.VM_ALLOC, caller);
        }
        kernel.line("free-vas");
        kernel.slab().kfree(vas);
    }

    /// Finds out what the request is not allowed to be; returns the area with the highest offset.
    private int checked(Request request) {
        long align = request.align();
        kernel.line("align");
        Kernel.bugOn(below(align, Machine.PAGE_SIZE) || (align & align - 1) != 0, 2119);
        int last = 0;
        for (int area = 0; area < request.count(); area++) {
            kernel.line("check", number("area", area));
            long start = request.offsets().get(area);
            Kernel.bugOn((start & align - 1) != 0, 2125);
            Kernel.bugOn((request.sizes().get(area) & align - 1) != 0, 2126);
            if (above(start, request.offsets().get(last))) {
                last = area;
            }
            requireApart(request, area);
        }
        return last;
    }

    private void requireApart(Request request, int area) {
        long start = request.offsets().get(area);
        long end = arithmetic.add(start, request.sizes().get(area));
        for (int other = 0; other < request.count(); other++) {
            if (other != area) {
                long otherStart = request.offsets().get(other);
                long otherEnd = arithmetic.add(otherStart, request.sizes().get(other));
                Kernel.bugOn(!below(otherStart, start) && below(otherStart, end), 2139);
                Kernel.bugOn(!above(otherEnd, end) && above(otherEnd, start), 2140);
            }
        }
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
            kernel.line("new", number("area", area));
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
            kernel.line("lock", number("purged", purged ? 1 : 0));
            areas.lock();
            CongruentSearch search = new CongruentSearch(kernel, areas, request, last, vmallocStart, vmallocEnd);
            if (search.run(memory.load(data.vmapAreaPcpuHole()))) {
                insert(request, vas, last, search.base());
                kernel.line("unlock");
                areas.unlock();
                return true;
            }
            kernel.line("drop");
            areas.unlock();
            kernel.line("again");
            if (purged) {
                return false;
            }
            kernel.line("purge");
            lazy.purgeVmapAreaLazy();
        }
    }

    private void insert(Request request, long vas, int last, long base) {
        for (int area = 0; area < request.count(); area++) {
            VmapArea va = areas.area(element(vas, area));
            long start = arithmetic.add(base, request.offsets().get(area));
            kernel.line("range", number("area", area), address("base", base));
            areas.setRange(va, start, arithmetic.add(start, request.sizes().get(area)));
            kernel.line("insert");
            areas.insertVmapArea(va);
        }
        kernel.line("hole");
        memory.store(
                data.vmapAreaPcpuHole(), arithmetic.add(base, request.offsets().get(last)));
    }

    /// pcpu_free_vm_areas.
    void freeVmAreas(long vms, int count) {
        kernel.enter("pcpu_free_vm_areas", address("vms", vms), count("nr_vms", count));
        for (int area = 0; area < count; area++) {
            kernel.line("area", number("area", area));
            vmAreas.freeVmArea(vmAreas.vm(element(vms, area)));
        }
        kernel.line("array");
        kernel.slab().kfree(vms);
        kernel.leave("pcpu_free_vm_areas");
    }
}
