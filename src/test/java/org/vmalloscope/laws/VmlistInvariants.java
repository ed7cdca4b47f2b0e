package org.vmalloscope.laws;

import static org.vmalloscope.laws.InvariantChecker.equal;
import static org.vmalloscope.laws.InvariantChecker.require;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.laws.AreaInvariants.Reading;

/// Each vm_struct on vmlist and its area point at each other and agree on the range; the pages they hold exist.
final class VmlistInvariants {
    private final VmallocView view;
    private final List<Reading> areas;
    private final boolean unmapsByAddress;

    VmlistInvariants(VmallocView view, List<Reading> areas, boolean unmapsByAddress) {
        this.view = view;
        this.areas = areas;
        this.unmapsByAddress = unmapsByAddress;
    }

    /// The addresses of the vm_structs on vmlist.
    Set<Long> check() {
        Set<Long> chained = new HashSet<>();
        long held = 0;
        for (VmStruct vm : view.vmlist()) {
            require(chained.add(vm.address()), "vmlist has a cycle", vm.address());
            require(isLive(vm), "a vm_struct on vmlist was freed:", vm.address());
            held += vm.nrPages();
            if (view.vmapInitialized()) {
                agree(vm, startingAt(vm.addr()));
            }
        }
        long free = view.ground().control().freePages();
        require(free >= 0, "free_pages is negative", free);
        require(free + held <= view.config().ramPages(), "more pages free or in use than there are:", free + held);
        return chained;
    }

    /// The area that starts at an address: areas are in order, so it is found by halving.
    private @Nullable Reading startingAt(long address) {
        int low = 0;
        int high = areas.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (Long.compareUnsigned(areas.get(middle).start(), address) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean found = low < areas.size() && areas.get(low).start() == address;
        return found ? areas.get(low) : null;
    }

    /// A live object of the slab, or a static one of the boot code.
    private boolean isLive(VmStruct vm) {
        boolean ofBoot = PercpuView.of(view)
                .objectAt(vm.address())
                .filter(object -> object.type().equals(VmStruct.TYPE))
                .isPresent();
        return ofBoot
                || view.ground()
                        .objectAt(vm.address())
                        .filter(SlabObject::live)
                        .filter(object -> object.type().equals(VmStruct.TYPE))
                        .isPresent();
    }

    private void agree(VmStruct vm, @Nullable Reading area) {
        if (area == null || (unmapsByAddress && !area.has(VmapArea.VM_VM_AREA))) {
            require(unmapsByAddress, "a vm_struct on vmlist has no area:", vm.addr());
            return;
        }
        long privateVm = area.area().privateVm();
        boolean own = privateVm == vm.address();
        require(own || privateVm == 0 || unmapsByAddress, "an area points to another vm_struct:", vm.addr());
        if (own || privateVm == 0) {
            require(area.has(VmapArea.VM_VM_AREA), "an area with a vm_struct lacks VM_VM_AREA:", vm.addr());
            equal("vm->size and the area", vm.addr(), area.end() - area.start(), vm.size());
            require(unmapsByAddress || !area.has(VmapArea.VM_LAZY_FREE), "a lazy area's vm is on vmlist:", vm.addr());
        }
    }
}
