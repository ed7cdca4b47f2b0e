package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.flags;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// The vm_structs and their chain, vmlist: what each area is used for.
///
/// Kernel: vm_area_register_early, vmalloc_init, __get_vm_area_node, insert_vmalloc_vm, remove_vm_area,
/// free_vm_area of mm/vmalloc.c, 2.6.32. vmlist ascends, except where early areas were pushed to its front.
final class VmAreas {
    private static final String GET_VM_AREA_NODE = "__get_vm_area_node";
    private static final String REMOVE = "remove_vm_area";

    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final LazyPurge lazy;
    private final SimulatedMemory memory;
    private final Machine machine;
    private final Arithmetic arithmetic;

    VmAreas(Kernel kernel, VmallocData data, VmapAreas areas, LazyPurge lazy) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.lazy = lazy;
        this.memory = kernel.memory();
        this.machine = kernel.machine();
        this.arithmetic = new Arithmetic(memory.abi());
    }

    VmStruct vm(long address) {
        return new VmStruct(memory, address);
    }

    void clear(VmStruct vm) {
        int word = memory.abi().wordBytes();
        for (int offset = 0; offset < VmStruct.TYPE.size(memory.abi()); offset += word) {
            memory.store(vm.address() + offset, 0);
        }
    }

    /// A zeroed vm_struct from kmalloc, or NULL.
    VmStruct kzalloc() {
        VmStruct vm = vm(kernel.slab().kmalloc(VmStruct.TYPE));
        if (vm.address() != 0) {
            clear(vm);
        }
        return vm;
    }

    /// vm_area_register_early with a new vm_struct of that size: the address.
    long registerEarly(long size, long align) {
        VmStruct vm = vm(kernel.slab().allocate(VmStruct.TYPE));
        clear(vm);
        memory.store(vm.address(), VmStruct.FLAGS, VmStruct.VM_ALLOC);
        memory.store(vm.address(), VmStruct.SIZE, size);
        registerEarly(vm, align);
        return vm.addr();
    }

    /// vm_area_register_early.
    void registerEarly(VmStruct vm, long align) {
        kernel.enter("vm_area_register_early", address("vm", vm.address()), size("align", align));
        kernel.line("place");
        long offset = memory.load(data.vmInitOff());
        long addr = arithmetic.align(arithmetic.add(machine.vmallocStart(), offset), align);
        kernel.line("offset", address("addr", addr));
        long end = arithmetic.pageAlign(arithmetic.add(addr, vm.size()));
        memory.store(data.vmInitOff(), arithmetic.add(end, -machine.vmallocStart()));
        kernel.line("addr");
        memory.store(vm.address(), VmStruct.ADDR, addr);
        kernel.line("next");
        memory.store(vm.address(), VmStruct.NEXT, memory.load(data.vmlist()));
        kernel.line("front");
        memory.store(data.vmlist(), vm.address());
        kernel.leave("vm_area_register_early");
    }

    /// The import of vmlist by vmalloc_init: one vmap_area for each vm_struct, in the order of the chain.
    void importVmlist() {
        for (VmStruct tmp = vm(memory.load(data.vmlist())); tmp.address() != 0; tmp = vm(tmp.next())) {
            kernel.line("new", address("tmp", tmp.address()));
            VmapArea va = areas.area(kernel.slab().kmalloc(VmapArea.TYPE));
            if (!va.isNull()) {
                int word = memory.abi().wordBytes();
                for (int offset = 0; offset < VmapArea.TYPE.size(memory.abi()); offset += word) {
                    memory.store(va.address() + offset, 0);
                }
            }
            kernel.line("flags", address("va", va.address()));
            areas.setFlags(va, tmp.flags() | VmapArea.VM_VM_AREA);
            kernel.line("range");
            areas.setRange(va, tmp.addr(), arithmetic.add(tmp.addr(), tmp.size()));
            kernel.line("insert");
            areas.insertVmapArea(va);
        }
    }

    /// fls of a size that is handed over as an int: the position of its highest set bit, counted from 1.
    private static int fls(long value) {
        return Integer.SIZE - Integer.numberOfLeadingZeros((int) value);
    }

    /// __get_vm_area_node: address space with a guard page, and the vm_struct that says what for; NULL when
    /// there is no memory or space, or the size rounds up to 0.
    VmStruct getVmAreaNode(long requested, long requestedAlign, int flags, long caller) {
        kernel.enter(
                GET_VM_AREA_NODE,
                size("size", requested),
                size("align", requestedAlign),
                flags("flags", flags),
                address("start", machine.vmallocStart()),
                address("end", machine.vmallocEnd()));
        VmStruct vm = getVmArea(requested, requestedAlign, flags, caller);
        kernel.leave(GET_VM_AREA_NODE, address("area", vm.address()));
        return vm;
    }

    private VmStruct getVmArea(long requested, long requestedAlign, int flags, long caller) {
        long align = requestedAlign;
        kernel.line("io");
        if ((flags & VmStruct.VM_IOREMAP) != 0) {
            kernel.line("power");
            align = 1L << Math.clamp(fls(requested), Machine.PAGE_SHIFT, Machine.IOREMAP_MAX_ORDER);
        }
        kernel.line("round", size("align", align));
        long size = arithmetic.pageAlign(requested);
        kernel.line("zero", size("size", size));
        if (size == 0) {
            return vm(0);
        }
        kernel.line("new");
        VmStruct vm = kzalloc();
        kernel.line("no-memory", address("area", vm.address()));
        if (vm.address() == 0) {
            return vm;
        }
        kernel.line("guard");
        size = arithmetic.add(size, Machine.PAGE_SIZE);
        kernel.line("search", size("size", size));
        VmapArea va =
                areas.allocVmapArea(size, align, machine.vmallocStart(), machine.vmallocEnd(), lazy::purgeVmapAreaLazy);
        kernel.line("none", address("va", va.address()));
        if (va.isNull()) {
            kernel.line("free");
            kernel.slab().kfree(vm.address());
            kernel.line("null");
            return vm(0);
        }
        kernel.line("insert");
        insertVmallocVm(vm, va, flags, caller);
        kernel.line("back");
        return vm;
    }

    /// insert_vmalloc_vm: ties vm_struct and area together and puts the vm_struct into vmlist by address.
    void insertVmallocVm(VmStruct vm, VmapArea va, int flags, long caller) {
        insertVmallocVm(vm, va, flags, caller, data.vmlist());
    }

    /// The same, where the place in vmlist is known to be at `first` or behind it.
    void insertVmallocVm(VmStruct vm, VmapArea va, int flags, long caller, long first) {
        kernel.enter(
                "insert_vmalloc_vm", address("vm", vm.address()), address("va", va.address()), flags("flags", flags));
        kernel.line("flags");
        memory.store(vm.address(), VmStruct.FLAGS, flags);
        kernel.line("addr");
        memory.store(vm.address(), VmStruct.ADDR, va.vaStart());
        kernel.line("size");
        memory.store(vm.address(), VmStruct.SIZE, arithmetic.add(va.vaEnd(), -va.vaStart()));
        kernel.line("caller");
        memory.store(vm.address(), VmStruct.CALLER, caller);
        kernel.line("private");
        areas.setPrivate(va, vm.address());
        kernel.line("has-vm");
        areas.setFlags(va, va.flags() | VmapArea.VM_VM_AREA);
        kernel.line("lock");
        lockVmlist();
        kernel.line("front");
        long p = placeInVmlist(vm, first);
        kernel.line("next");
        memory.store(vm.address(), VmStruct.NEXT, memory.load(p));
        kernel.line("before");
        memory.store(p, vm.address());
        kernel.line("unlock");
        unlockVmlist();
        kernel.leave("insert_vmalloc_vm");
    }

    /// The pointer, from `first` on, that a vm_struct belongs behind.
    private long placeInVmlist(VmStruct vm, long first) {
        long p = first;
        long tmp = memory.load(p);
        kernel.line("while", "tmp", tmp);
        while (tmp != 0 && below(vm(tmp).addr(), vm.addr())) {
            kernel.line("step");
            p = nextWord(vm(tmp));
            tmp = memory.load(p);
            kernel.line("while", "tmp", tmp);
        }
        return p;
    }

    static long nextWord(VmStruct vm) {
        return vm.address() + VmStruct.NEXT.offset(vm.memory().abi());
    }

    private void lockVmlist() {
        kernel.locks().take("vmlist_lock", data.vmlistLock());
    }

    private void unlockVmlist() {
        kernel.locks().release("vmlist_lock", data.vmlistLock());
    }

    /// remove_vm_area: takes the vm_struct of the area at `addr` off vmlist and frees the area lazily; NULL
    /// when no such area has one. Walking past the end of vmlist is an oops.
    VmStruct removeVmArea(long addr) {
        kernel.enter(REMOVE, address("addr", addr));
        kernel.line("find");
        VmapArea va = areas.findVmapArea(addr);
        kernel.line("none", address("va", va.address()));
        if (va.isNull() || !va.hasFlag(VmapArea.VM_VM_AREA)) {
            kernel.line("null");
            kernel.leave(REMOVE, address("vm", 0));
            return vm(0);
        }
        kernel.line("vm");
        VmStruct vm = vm(va.privateVm());
        unlink(vm);
        kernel.line("free");
        lazy.freeUnmapVmapArea(va);
        kernel.line("guard");
        memory.store(vm.address(), VmStruct.SIZE, arithmetic.add(vm.size(), -Machine.PAGE_SIZE));
        kernel.line("back");
        kernel.leave(REMOVE, address("vm", vm.address()));
        return vm;
    }

    /// Takes a vm_struct off vmlist, outside any function of the kernel; one that is not there is an oops at its end.
    void unlinkVm(VmStruct vm) {
        lockVmlist();
        long p = data.vmlist();
        for (long tmp = memory.load(p); tmp != vm.address(); tmp = memory.load(p)) {
            p = nextWord(vm(tmp));
        }
        memory.store(p, vm.next());
        unlockVmlist();
    }

    private void unlink(VmStruct vm) {
        kernel.line("lock", address("vm", vm.address()));
        lockVmlist();
        kernel.line("front");
        long p = data.vmlist();
        long tmp = memory.load(p);
        kernel.line("while", "tmp", tmp);
        while (tmp != vm.address()) {
            kernel.line("step");
            p = nextWord(vm(tmp));
            tmp = memory.load(p);
            kernel.line("while", "tmp", tmp);
        }
        kernel.line("past");
        memory.store(p, vm.next());
        kernel.line("unlock");
        unlockVmlist();
    }

    /// free_vm_area: removes the area of a vm_struct, which must be the one that is there.
    void freeVmArea(VmStruct area) {
        kernel.enter("free_vm_area", address("area", area.address()));
        kernel.line("remove");
        VmStruct removed = removeVmArea(area.addr());
        kernel.line("same", address("removed", removed.address()));
        Kernel.bugOn(removed.address() != area.address(), 1991);
        kernel.line("free");
        kernel.slab().kfree(area.address());
        kernel.leave("free_vm_area");
    }
}
