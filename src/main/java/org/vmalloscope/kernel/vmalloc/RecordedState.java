package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.size;

import java.util.List;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.ImportedArea.Word;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// What a real kernel told of its areas, done to the simulated one: nothing is searched for, and nothing decided.
///
/// No kernel has these functions. They use the kernel's own to link and unlink, so that tree, list and vmlist are what
/// a kernel would have made of the same areas in the same order. Names in the journal begin with `import_` and
/// `recorded_`.
final class RecordedState {
    private static final String IMPORT_AREA = "import_area";
    private static final String IMPORT_VM_AREA = "import_vm_area";
    private static final String ALLOC = "recorded_alloc";
    private static final String FREE = "recorded_free";
    private static final String PURGE = "recorded_purge";

    private final Kernel kernel;
    private final VmallocData data;
    private final VmapAreas areas;
    private final VmAreas vmAreas;
    private final LazyPurge lazy;
    private final SimulatedMemory memory;

    RecordedState(Kernel kernel, VmallocData data, VmapAreas areas, VmAreas vmAreas, LazyPurge lazy) {
        this.kernel = kernel;
        this.data = data;
        this.areas = areas;
        this.vmAreas = vmAreas;
        this.lazy = lazy;
        this.memory = kernel.memory();
    }

    /// Puts an area where it was. One that overlaps another is a BUG.
    void place(ImportedArea area) {
        String function = area.kind().hasGuard() && area.bodyEnd() != area.end() ? IMPORT_VM_AREA : IMPORT_AREA;
        kernel.enter(function, address("addr", area.address()), size("size", area.size()));
        if (!areas.overlapping(area.address(), area.end()).isEmpty()) {
            throw new KernelBug("an imported area overlaps another");
        }
        VmapArea va = insert(area.address(), area.end());
        if (area.kind().hasVm()) {
            describe(area, va);
        }
        if (area.kind() == ImportedArea.Kind.UNPURGED) {
            areas.setFlags(va, VmapArea.VM_LAZY_FREE);
            lazy.addLazyNr(lazy.pages(va));
        }
        if (isMapped(area)) {
            kernel.pageTables().map(area.address(), area.bodyEnd());
        }
        kernel.leave(function, address("va", va.address()));
    }

    /// A new area of that range, which is free.
    private VmapArea insert(long start, long end) {
        VmapArea va = areas.area(kernel.slab().allocate(VmapArea.TYPE));
        areas.lock();
        areas.setRange(va, start, end);
        areas.setFlags(va, 0);
        areas.insertVmapArea(va);
        areas.unlock();
        return va;
    }

    /// As the simulated kernel has it: addresses of ioremap and of per-CPU chunks are only reserved.
    private static boolean isMapped(ImportedArea area) {
        return switch (area.kind()) {
            case VMALLOC -> area.pages() > 0;
            case VMAP, VM_MAP_RAM -> true;
            case IOREMAP, PERCPU, OTHER, UNPURGED -> false;
        };
    }

    private void describe(ImportedArea area, VmapArea va) {
        VmStruct vm = vmAreas.vm(kernel.slab().allocate(VmStruct.TYPE));
        vmAreas.clear(vm);
        long caller = area.caller().map(data.symbols()::function).orElse(0L);
        vmAreas.insertVmallocVm(vm, va, flags(area), caller, before(va));
        memory.store(vm.address(), VmStruct.PHYS_ADDR, memory.abi().wrap(area.phys()));
        if (area.pages() > 0) {
            long taken = kernel.pages().take(area.pages());
            memory.store(vm.address(), VmStruct.NR_PAGES, taken);
            memory.store(vm.address(), VmStruct.PAGES, pagesArray(area));
        }
    }

    /// The array of page pointers. Where a large one lay is not told, so there is none.
    private long pagesArray(ImportedArea area) {
        long bytes = area.pages() * memory.abi().wordBytes();
        boolean small = bytes <= Machine.PAGE_SIZE && !area.words().contains(Word.VPAGES);
        return small ? kernel.slab().kmalloc(VmallocData.PAGES_ARRAY, bytes) : 0;
    }

    private static int flags(ImportedArea area) {
        int kind = switch (area.kind()) {
            case VMALLOC, PERCPU -> VmStruct.VM_ALLOC;
            case IOREMAP -> VmStruct.VM_IOREMAP;
            case VMAP -> VmStruct.VM_MAP;
            case OTHER, VM_MAP_RAM, UNPURGED -> 0;
        };
        int user = area.words().contains(Word.USER) ? VmStruct.VM_USERMAP : 0;
        return kind | user | (area.words().contains(Word.VPAGES) ? VmStruct.VM_VPAGES : 0);
    }

    /// A pointer on vmlist that comes before the place of an area's vm_struct: that of the area below it. Early
    /// vm_structs are not in order, so with them it is the first.
    private long before(VmapArea va) {
        if (memory.load(data.vmInitOff()) != 0) {
            return data.vmlist();
        }
        for (VmapArea prev = below(va); !prev.isNull(); prev = below(prev)) {
            if (isListed(prev)) {
                return VmAreas.nextWord(vmAreas.vm(prev.privateVm()));
            }
        }
        return data.vmlist();
    }

    private VmapArea below(VmapArea va) {
        return areas.ofNode(areas.tree().prev(va.rbNode()));
    }

    /// Whether an area has a vm_struct, and that is on vmlist.
    private static boolean isListed(VmapArea va) {
        return va.hasFlag(VmapArea.VM_VM_AREA)
                && !va.hasFlag(VmapArea.VM_LAZY_FREE | VmapArea.VM_LAZY_FREEING)
                && va.privateVm() != 0;
    }

    /// A recorded allocation.
    void alloc(long start, long bytes) {
        long end = memory.abi().wrap(start + bytes);
        kernel.enter(ALLOC, address("addr", start), size("size", bytes));
        List<VmapArea> gone = areas.overlapping(start, end);
        gone.forEach(this::forget);
        insert(start, end);
        kernel.leave(ALLOC, address("addr", start));
    }

    /// Takes an area out of everything; it had to go for a recorded one, and nothing told how.
    private void forget(VmapArea va) {
        if (va.hasFlag(VmapArea.VM_LAZY_FREE)) {
            lazy.addLazyNr(-lazy.pages(va));
        } else if (isListed(va)) {
            release(va);
        }
        kernel.pageTables().unmap(va.vaStart(), va.vaEnd());
        areas.freeVmapArea(va);
    }

    /// The vm_struct of an area goes, and its pages.
    private void release(VmapArea va) {
        VmStruct vm = vmAreas.vm(va.privateVm());
        vmAreas.unlinkVm(vm);
        kernel.pages().give(vm.nrPages());
        if ((vm.flags() & VmStruct.VM_VPAGES) == 0) {
            kernel.slab().kfree(vm.pages());
        }
        kernel.slab().kfree(vm.address());
    }

    /// A recorded freeing. It starts no purge: the recording tells when there was one.
    boolean free(long start) {
        kernel.enter(FREE, address("addr", start));
        VmapArea va = areas.findVmapArea(start);
        boolean known = !va.isNull() && !va.hasFlag(VmapArea.VM_LAZY_FREE);
        if (known) {
            if (isListed(va)) {
                release(va);
            }
            areas.setFlags(va, va.flags() | VmapArea.VM_LAZY_FREE);
            lazy.addLazyNr(lazy.pages(va));
        }
        kernel.leave(FREE, address("va", known ? va.address() : 0));
        return known;
    }

    /// A recorded purge.
    long purge(long start, long end) {
        kernel.enter(PURGE, address("start", start), address("end", end));
        long purged = 0;
        if (Arithmetic.below(start, end)) {
            for (VmapArea va : areas.overlapping(start, end)) {
                if (va.hasFlag(VmapArea.VM_LAZY_FREE)) {
                    forget(va);
                    purged++;
                }
            }
        }
        if (purged > 0) {
            kernel.pageTables().flushTlbKernelRange(start, end);
        }
        kernel.leave(PURGE, count("purged", purged));
        return purged;
    }
}
