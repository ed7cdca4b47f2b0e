package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.kernel.Allocator;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.Symbols;
import org.vmalloscope.memory.BadAddressException;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;

/// The vmalloc of Linux 2.6.32 on one simulated computer.
///
/// Puts the parts together, and stands where the real kernel would run into memory that was freed: such a call is
/// refused as a use after free before it begins. An access below address 4096 is an oops.
public final class Vmalloc2632 implements Allocator {
    private static final long NULL_PAGE = 4096;

    private final Kernel kernel;
    private final VmallocData data;
    private final SimulatedMemory memory;
    private final VmapAreas areas;
    private final LazyPurge lazy;
    private final VmapBlocks blocks;
    private final VmAreas vmAreas;
    private final Vmalloc vmalloc;
    private final PcpuVmAreas pcpu;
    private final RecordedState recorded;

    private Vmalloc2632(Kernel kernel, VmallocData data) {
        this.kernel = kernel;
        this.data = data;
        this.memory = kernel.memory();
        this.areas = new VmapAreas(kernel, data);
        this.lazy = new LazyPurge(kernel, data, areas);
        this.blocks = new VmapBlocks(kernel, data, areas, lazy);
        this.vmAreas = new VmAreas(kernel, data, areas, lazy);
        this.vmalloc = new Vmalloc(kernel, data, areas, vmAreas);
        this.pcpu = new PcpuVmAreas(kernel, data, areas, vmAreas, lazy);
        this.recorded = new RecordedState(kernel, data, areas, vmAreas, lazy);
    }

    /// A memory as this kernel's image has it before its first statement.
    public static SimulatedMemory powerOn(KernelConfig config) {
        SimulatedMemory image = Kernel.powerOn(config);
        VmallocData data = VmallocData.layout(config);
        onto(config, image, note -> {}).kernel.lists().init(data.vmapAreaList());
        return image;
    }

    /// The kernel on a memory that [#powerOn] made, now or some statements ago; its notes go to `notes`.
    public static Vmalloc2632 onto(KernelConfig config, SimulatedMemory memory, NoteSink notes) {
        VmallocData data = VmallocData.layout(config);
        return new Vmalloc2632(new Kernel(config, data.symbols(), VmallocData.SLAB_TYPES, memory, notes), data);
    }

    /// What a reader of such a memory sees.
    public static VmallocView view(KernelConfig config, MemoryReader memory) {
        return new VmallocView(config, VmallocData.layout(config), memory);
    }

    /// The ground it stands on.
    public Kernel kernel() {
        return kernel;
    }

    public Symbols symbols() {
        return data.symbols();
    }

    @Override
    public long registerEarly(long size, long align) {
        return vmAreas.registerEarly(size, align);
    }

    @Override
    public void registerEarlyStruct(long vm, long align) {
        vmAreas.registerEarly(vmAreas.vm(vm), align);
    }

    @Override
    public void init() {
        guarded(() -> {
            kernel.enter("vmalloc_init");
            kernel.line("cpus");
            for (int cpu = 0; cpu < kernel.config().cpus(); cpu++) {
                kernel.line("queue", number("cpu", cpu));
                blocks.initQueue(cpu);
            }
            kernel.line("each");
            vmAreas.importVmlist();
            kernel.line("hole");
            memory.store(data.vmapAreaPcpuHole(), kernel.machine().vmallocEnd());
            kernel.line("ready");
            memory.store(data.vmapInitialized(), VmallocData.BOOL_VALUE, 1);
            kernel.leave("vmalloc_init");
        });
    }

    @Override
    public long vmalloc(Flavour flavour, long size) {
        return vmalloc.vmalloc(flavour, size);
    }

    @Override
    public long vmap(long count) {
        return vmalloc.vmap(count);
    }

    @Override
    public Allocation ioremap(long size) {
        return allocation(vmalloc.getVmArea(size, VmStruct.VM_IOREMAP));
    }

    @Override
    public Allocation getVmArea(long size) {
        return allocation(vmalloc.getVmArea(size, VmStruct.VM_ALLOC));
    }

    private static Allocation allocation(VmStruct vm) {
        return vm.address() == 0 ? Allocation.NULL : new Allocation(vm.addr(), vm.address());
    }

    @Override
    public long vmMapRam(long count) {
        return blocks.vmMapRam(count);
    }

    @Override
    public Allocation pcpuGetVmAreas(List<Long> offsets, List<Long> sizes, long align) {
        return pcpu.getVmAreas(new PcpuVmAreas.Request(offsets, sizes, align));
    }

    @Override
    public List<Long> pcpuAddresses(Allocation group, int count) {
        List<Long> addresses = new ArrayList<>();
        for (int area = 0; area < count; area++) {
            addresses.add(vmAreas.vm(pcpu.element(group.object(), area)).addr());
        }
        return List.copyOf(addresses);
    }

    @Override
    public void vfree(long address) {
        VmStruct vm = requireNotFreed(address);
        if (vm.address() != 0 && (vm.flags() & VmStruct.VM_VPAGES) != 0) {
            requirePagesArray(vm);
        }
        guarded(() -> vmalloc.vfree(address));
    }

    @Override
    public void vunmap(long address) {
        requireNotFreed(address);
        guarded(() -> vmalloc.vunmap(address));
    }

    @Override
    public void iounmap(long address) {
        requireNotFreed(address);
        guarded(() -> vmalloc.iounmap(address));
    }

    /// The vm_struct of the area that starts at an address, or NULL; one that left vmlist was freed.
    private VmStruct requireNotFreed(long address) {
        VmapArea va = view().areaStartingAt(address);
        if (va.isNull() || !va.hasFlag(VmapArea.VM_VM_AREA) || va.privateVm() == 0) {
            return vmAreas.vm(0);
        }
        VmStruct vm = vmAreas.vm(va.privateVm());
        if (!isOnVmlist(vm) || vm.addr() != address) {
            throw new KernelBug("use after free: area is already freed");
        }
        return vm;
    }

    /// A pages array that was freed by its own address is still mapped until the next purge.
    private void requirePagesArray(VmStruct outer) {
        VmapArea va = view().areaStartingAt(outer.pages());
        boolean alive = false;
        if (!va.isNull() && va.hasFlag(VmapArea.VM_VM_AREA)) {
            VmStruct array = vmAreas.vm(va.privateVm());
            alive = isOnVmlist(array) && array.addr() == outer.pages() && sameStatement(outer, array);
        }
        if (!alive && outer.pages() != 0 && kernel.pageTables().isMapped(outer.pages())) {
            throw new KernelBug("use after free: pages array");
        }
    }

    private boolean sameStatement(VmStruct one, VmStruct other) {
        return statement(one) == statement(other);
    }

    private int statement(VmStruct vm) {
        return kernel.slab().find(vm.address()).map(SlabObject::statement).orElse(-1);
    }

    private boolean isOnVmlist(VmStruct vm) {
        return view().vmlist().contains(vm);
    }

    private VmallocView view() {
        return new VmallocView(kernel.config(), data, memory);
    }

    @Override
    public void freeVmArea(Handle handle) {
        VmStruct vm = vmAreas.vm(handle.allocation().object());
        requireSame(vm, handle.sequence());
        guarded(() -> vmAreas.freeVmArea(vm));
    }

    @Override
    public void pcpuFreeVmAreas(Handle group, int count) {
        long array = group.allocation().object();
        for (int area = 0; area < count; area++) {
            requireSame(vmAreas.vm(pcpu.element(array, area)), group.sequence());
        }
        guarded(() -> pcpu.freeVmAreas(array, count));
    }

    /// The vm_struct must be on vmlist, and not a later one that was given the same address.
    private void requireSame(VmStruct vm, long sequence) {
        boolean same = kernel.slab()
                .find(vm.address())
                .filter(object -> object.sequence() <= sequence)
                .isPresent();
        if (!same || !isOnVmlist(vm)) {
            throw new KernelBug("use after free: area is already freed");
        }
    }

    @Override
    public void vmUnmapRam(long address, long count) {
        guarded(() -> blocks.vmUnmapRam(address, count));
    }

    @Override
    public void vmUnmapAliases() {
        blocks.vmUnmapAliases();
    }

    @Override
    public long place(ImportedArea area) {
        guarded(() -> recorded.place(area));
        return area.address();
    }

    @Override
    public long recordedAlloc(long start, long size) {
        guarded(() -> recorded.alloc(start, size));
        return start;
    }

    @Override
    public boolean recordedFree(long start) {
        return recorded.free(start);
    }

    @Override
    public long recordedPurge(long start, long end) {
        long purged = recorded.purge(start, end);
        runDeferred(Deferred.RCU);
        return purged;
    }

    @Override
    public Set<Deferred> deferred() {
        return Set.of(Deferred.RCU);
    }

    @Override
    public long runDeferred(Deferred kind) {
        if (!deferred().contains(kind)) {
            throw new IllegalArgumentException("2.6.32 has no deferred work of the kind " + kind);
        }
        long freeArea = data.symbols().function(VmallocData.RCU_FREE_VA);
        return kernel.rcu().run((head, function) -> {
            if (function == freeArea) {
                areas.rcuFreeVa(head);
            } else {
                blocks.rcuFreeVb(head);
            }
        });
    }

    /// Turns an access to where no memory is into the oops it would be.
    private static void guarded(Runnable call) {
        try {
            call.run();
        } catch (BadAddressException bad) {
            if (Long.compareUnsigned(bad.address(), NULL_PAGE) < 0) {
                throw new KernelBug("oops: NULL pointer dereference");
            }
            throw new KernelBug("oops: access to 0x" + Long.toHexString(bad.address()));
        }
    }
}
