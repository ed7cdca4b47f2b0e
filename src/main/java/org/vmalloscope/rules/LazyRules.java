package org.vmalloscope.rules;

import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.rules.Breach.Excuse;

/// The rules of freeing lazily: who owns a vm_struct has it on vmlist until then, and vmap_lazy_nr counts the pages of
/// those that were freed.
final class LazyRules {
    private final VmallocView view;
    private final Findings findings;
    private final List<Reading> areas;

    LazyRules(VmallocView view, Findings findings, List<Reading> areas) {
        this.view = view;
        this.findings = findings;
        this.areas = areas;
    }

    /// `chained` are the vm_structs on vmlist.
    void check(Set<Long> chained) {
        int lazy = 0;
        for (Reading area : areas) {
            if (area.has(VmapArea.VM_LAZY_FREE)) {
                lazy += area.pages();
            } else if (area.has(VmapArea.VM_LAZY_FREEING) && !area.isImported()) {
                findings.excused(false, Excuse.TWICE, Rule.PURGED_GONE, "purged-stays", area.address());
            } else if (area.has(VmapArea.VM_VM_AREA) && area.area().privateVm() != 0) {
                long vm = area.area().privateVm();
                findings.require(chained.contains(vm), Rule.VM_LISTED, "vm-not-listed", area.address(), vm);
            }
        }
        int counted = view.vmapLazyNr();
        if (counted != lazy) {
            Excuse excuse = counted > lazy ? Excuse.TWICE : Excuse.NONE;
            findings.add(
                    Rule.LAZY_NR, "lazy-nr", lazy, counted, excuse, view.data().vmapLazyNr());
        }
    }
}
