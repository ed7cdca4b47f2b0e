package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The model's functions that deal in vm_structs: boot, vmalloc, vmap, ioremap, the per-CPU groups, and their
/// freeing.
final class VmFunctions {
    private final World world;
    private final NaiveMachine machine;
    private long earlyOffset;

    VmFunctions(World world) {
        this.world = world;
        this.machine = world.machine;
    }

    /// vm_area_register_early; the address.
    long registerEarly(long size, long align) {
        long addr = machine.align(machine.wrap(machine.start + earlyOffset), align);
        earlyOffset = machine.wrap(machine.wholePages(machine.wrap(addr + size)) - machine.start);
        world.vmlist.addFirst(new Vm(addr, size, Vm.ALLOC));
        return addr;
    }

    /// vmalloc_init.
    void boot() {
        for (Vm vm : world.vmlist) {
            if (!world.kmalloc()) {
                throw new NaiveDeath("oops: NULL pointer dereference");
            }
            world.space.insert(new Area(vm.addr, machine.wrap(vm.addr + vm.size), vm.flags | Area.HAS_VM));
        }
        world.space.pcpuHole = machine.end;
        world.initialized = true;
    }

    /// __get_vm_area_node for the whole space.
    @Nullable
    Vm getVmArea(long requested, long align, int flags) {
        long size = machine.wholePages(requested);
        if (size == 0 || !world.kmalloc()) {
            return null;
        }
        Area area = world.reserve(machine.wrap(size + PAGE), align);
        return area == null ? null : insertVm(area, flags);
    }

    /// get_vm_area with VM_IOREMAP: aligned to the power of two above the size, cut to an int.
    @Nullable
    Vm ioremap(long requested) {
        int low = (int) requested;
        int order = low == 0 ? 0 : 32 - Integer.numberOfLeadingZeros(low);
        return getVmArea(requested, 1L << Math.max(12, Math.min(order, 19)), Vm.IOREMAP);
    }

    private Vm insertVm(Area area, int flags) {
        Vm vm = new Vm(area.start, machine.wrap(area.end - area.start), flags);
        area.vm = vm;
        area.flags |= Area.HAS_VM;
        int place = 0;
        while (place < world.vmlist.size() && less(world.vmlist.get(place).addr, vm.addr)) {
            place++;
        }
        world.vmlist.add(place, vm);
        return vm;
    }

    /// __vmalloc_node.
    @Nullable
    Vm vmalloc(long requested, long align) {
        long size = machine.wholePages(requested);
        if (size == 0 || less(world.ramPages, size >>> 12)) {
            return null;
        }
        Vm vm = getVmArea(size, align, Vm.ALLOC);
        if (vm == null) {
            return null;
        }
        vm.nrPages = vm.size / PAGE - 1;
        if (!makeArray(vm)) {
            remove(vm.addr);
            return null;
        }
        long got = Math.min(vm.nrPages, world.freePages);
        world.freePages -= got;
        if (got < vm.nrPages) {
            vm.nrPages = got;
            vunmap(vm.addr, true);
            return null;
        }
        world.map(vm.addr, vm.addr + vm.size - PAGE);
        return vm;
    }

    private boolean makeArray(Vm vm) {
        long bytes = vm.nrPages * machine.pointerBytes();
        if (bytes > 0xffff_ffffL) {
            throw new UnspecifiedException("a pages array of 4G");
        }
        if (bytes <= PAGE) {
            return world.kmalloc();
        }
        vm.array = vmalloc(bytes, 1);
        vm.flags |= Vm.VPAGES;
        return vm.array != null;
    }

    @Nullable
    Vm vmap(long count) {
        if (count > world.ramPages) {
            return null;
        }
        Vm vm = getVmArea(NaiveMachine.bytesOfCount(count), 1, Vm.MAP);
        if (vm != null) {
            world.map(vm.addr, vm.addr + vm.size - PAGE);
        }
        return vm;
    }

    /// remove_vm_area: the vm that was there, which leaves vmlist at once; its area is freed lazily.
    private @Nullable Vm remove(long address) {
        Area area = world.space.startingAt(address);
        if (area == null || !area.has(Area.HAS_VM)) {
            return null;
        }
        if (area.vm == null) {
            throw new NaiveDeath("oops: NULL pointer dereference");
        }
        if (!world.vmlist.remove(area.vm)) {
            throw new UnspecifiedException("a search on vmlist for a vm_struct that was freed");
        }
        world.flushAndFreeLazily(area);
        return area.vm;
    }

    /// What stands before vfree, vunmap and iounmap: an area whose vm was freed must not be freed again.
    private @Nullable Vm requireNotFreed(long address) {
        Area area = world.space.startingAt(address);
        Vm vm = area == null || !area.has(Area.HAS_VM) ? null : area.vm;
        requireOnVmlist(vm);
        return vm;
    }

    private void requireOnVmlist(@Nullable Vm vm) {
        if (vm != null && !world.vmlist.contains(vm)) {
            throw new NaiveDeath("use after free: area is already freed");
        }
    }

    void vfree(long address) {
        Vm vm = requireNotFreed(address);
        if (vm != null && vm.array != null) {
            Area area = world.space.startingAt(vm.array.addr);
            boolean alive = area != null && area.vm == vm.array && world.vmlist.contains(vm.array);
            if (!alive && world.mapped.hasAny(vm.array.addr, vm.array.addr + PAGE)) {
                throw new NaiveDeath("use after free: pages array");
            }
        }
        vunmap(address, true);
    }

    void vunmap(long address) {
        requireNotFreed(address);
        vunmap(address, false);
    }

    void iounmap(long address) {
        requireNotFreed(address);
        remove(address);
    }

    /// __vunmap.
    private void vunmap(long address, boolean withPages) {
        if (address == 0) {
            return;
        }
        if (address % PAGE != 0) {
            world.warn("Trying to vfree() bad address (" + hex(address) + ")");
            return;
        }
        Vm vm = remove(address);
        if (vm == null) {
            world.warn("Trying to vfree() nonexistent vm area (" + hex(address) + ")");
        } else if (withPages) {
            releasePages(vm);
        }
    }

    private String hex(long address) {
        return String.format(Locale.ROOT, "%0" + machine.pointerBytes() * 2 + "x", address);
    }

    private void releasePages(Vm vm) {
        Vm array = vm.array;
        if (array != null && vm.nrPages > 0) {
            long end = machine.wholePages(array.addr + vm.nrPages * machine.pointerBytes());
            if (!world.mapped.hasAll(array.addr, end)) {
                throw new NaiveDeath("oops: access to an unmapped vmalloc address");
            }
        }
        world.freePages += vm.nrPages;
        if (array != null) {
            vunmap(array.addr, true);
        }
    }

    void freeVmArea(Vm vm) {
        requireOnVmlist(vm);
        NaiveDeath.bugOn(remove(vm.addr) != vm, 1991);
    }

    /// pcpu_get_vm_areas; none for NULL.
    List<Vm> getGroup(List<Long> offsets, List<Long> sizes, long align) {
        long lastEnd = new GroupCheck(machine, offsets, sizes, align).lastEnd();
        long space = machine.wrap((machine.end & -align) - machine.align(machine.start, align));
        if (less(space, lastEnd)) {
            world.warn("mm/vmalloc.c:2146");
            return List.of();
        }
        return kmallocGroup(offsets.size()) ? placeGroup(offsets, sizes, align, lastEnd) : List.of();
    }

    /// Two arrays, then two objects for each area: both of a pair are tried before either is looked at.
    private boolean kmallocGroup(int areas) {
        boolean all = true;
        for (int pair = 0; pair <= areas && all; pair++) {
            boolean first = world.kmalloc();
            all = world.kmalloc() && first;
        }
        return all;
    }

    private List<Vm> placeGroup(List<Long> offsets, List<Long> sizes, long align, long lastEnd) {
        var room = world.space.highestRoom(offsets, sizes, align, lastEnd);
        if (room.isEmpty()) {
            world.purge();
            room = world.space.highestRoom(offsets, sizes, align, lastEnd);
        }
        if (room.isEmpty()) {
            return List.of();
        }
        long base = room.getAsLong();
        List<Area> areas = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < offsets.size(); i++) {
            long start = machine.wrap(base + offsets.get(i));
            Area area = new Area(start, machine.wrap(start + sizes.get(i)), 0);
            world.space.insert(area);
            areas.add(area);
            last = less(last, offsets.get(i)) ? offsets.get(i) : last;
        }
        if (world.flaw != Flaw.HOLE_NOT_MOVED) {
            world.space.pcpuHole = machine.wrap(base + last);
        }
        return areas.stream().map(area -> insertVm(area, Vm.ALLOC)).toList();
    }

    void freeGroup(List<Vm> group) {
        group.forEach(this::requireOnVmlist);
        group.forEach(this::freeVmArea);
    }
}
