package org.vmalloscope.diagram;

import java.util.HashSet;
import java.util.Set;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Kind;

/// Tells what each area is, as a drawing tells areas apart.
///
/// The flags alone do not say it: VM_ALLOC of an imported area reads as VM_LAZY_FREEING, so only areas on the
/// list of a running purge are being purged.
public final class AreaKinds {
    private final Set<Long> blocks = new HashSet<>();
    private final Set<Long> purging = new HashSet<>();

    public AreaKinds(VmallocView view) {
        for (NumberedBlock numbered : view.blocks()) {
            blocks.add(numbered.block().va().address());
        }
        for (VmapArea va : view.purgeList()) {
            purging.add(va.address());
        }
    }

    /// The kind of an area of the same view.
    public Kind of(VmapArea va) {
        if (!purging.isEmpty() && purging.contains(va.address())) {
            return Kind.PURGING;
        }
        if (va.hasFlag(VmapArea.VM_LAZY_FREE)) {
            return Kind.LAZY;
        }
        if (va.hasFlag(VmapArea.VM_VM_AREA)) {
            return va.privateVm() == 0 ? Kind.EARLY : Kind.VM;
        }
        return blocks.contains(va.address()) ? Kind.BLOCK : Kind.BUSY;
    }
}
