package org.vmalloscope.laws;

import static org.vmalloscope.laws.InvariantChecker.equal;
import static org.vmalloscope.laws.InvariantChecker.require;

import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.laws.AreaInvariants.Reading;

/// Areas are live objects; those that own a vm_struct have it on vmlist until they are lazily freed, and vmap_lazy_nr
/// counts the pages of those that are.
final class LazyInvariants {
    private final VmallocView view;
    private final List<Reading> areas;
    private final Set<Long> chained;
    private final boolean unmapsByAddress;

    LazyInvariants(VmallocView view, List<Reading> areas, Set<Long> chained, boolean unmapsByAddress) {
        this.view = view;
        this.areas = areas;
        this.chained = chained;
        this.unmapsByAddress = unmapsByAddress;
    }

    void check() {
        int lazy = 0;
        int leftBehind = 0;
        for (Reading area : areas) {
            require(isLive(area.area()), "an area in the tree was freed:", area.start());
            if (area.has(VmapArea.VM_LAZY_FREE)) {
                lazy += area.pages();
            } else if (wasPurged(area)) {
                leftBehind += area.pages();
            } else if (area.has(VmapArea.VM_VM_AREA) && area.area().privateVm() != 0) {
                require(chained.contains(area.area().privateVm()), "an area's vm is not on vmlist:", area.start());
            }
        }
        if (unmapsByAddress) {
            int surplus = view.vmapLazyNr() - lazy;
            require(surplus >= 0, "vmap_lazy_nr is below the pages of lazy areas, by pages", -surplus);
        } else {
            equal("vmap_lazy_nr", view.data().vmapLazyNr(), lazy, view.vmapLazyNr());
            equal("pages of areas that a purge left", view.data().vmapLazyNr(), 0, leftBehind);
        }
    }

    /// Whether a purge has unmapped an area and left it where it is: only when the pages it counts, an int,
    /// wrap to 0. Areas from before boot bear the same flag for another reason.
    private static boolean wasPurged(Reading area) {
        boolean early = area.has(VmapArea.VM_VM_AREA) && area.area().privateVm() == 0;
        return area.has(VmapArea.VM_LAZY_FREEING) && !early;
    }

    private boolean isLive(VmapArea area) {
        return view.ground()
                .objectAt(area.address())
                .filter(SlabObject::live)
                .filter(object -> object.type().equals(VmapArea.TYPE))
                .isPresent();
    }
}
