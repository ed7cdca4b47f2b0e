package org.vmalloscope.rules;

import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// An area as it was read once, so that all rules need not read it again.
record Reading(VmapArea area, long start, long end, long flags) {
    static Reading of(VmapArea area) {
        return new Reading(area, area.vaStart(), area.vaEnd(), area.flags());
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    int pages() {
        return (int) (end - start >>> Machine.PAGE_SHIFT);
    }

    long address() {
        return area.address();
    }

    /// Whether vmalloc_init imported it: its `private` was never set.
    boolean isImported() {
        return has(VmapArea.VM_VM_AREA) && area.privateVm() == 0;
    }
}
