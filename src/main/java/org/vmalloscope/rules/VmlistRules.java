package org.vmalloscope.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.rules.Breach.Excuse;

/// The rules of vmlist: each vm_struct and its area point at each other and agree on the range; the pages they hold
/// exist.
final class VmlistRules {
    private final VmallocView view;
    private final Probe probe;
    private final Findings findings;
    private final Map<Long, Reading> byStart = new HashMap<>();
    private final Set<Long> chained = new LinkedHashSet<>();

    VmlistRules(VmallocView view, Probe probe, Findings findings, List<Reading> areas) {
        this.view = view;
        this.probe = probe;
        this.findings = findings;
        areas.forEach(area -> byStart.put(area.start(), area));
    }

    /// The addresses of the vm_structs on vmlist.
    Set<Long> chained() {
        return chained;
    }

    void check() {
        long held = 0;
        long last = view.data().vmlist();
        VmStruct before = null;
        for (long address : probe.chain(probe.load(view.data().vmlist()), 0)) {
            last = address;
            VmStruct vm = new VmStruct(view.memory(), address);
            if (!isVm(address)) {
                findings.require(false, Rule.VMLIST_LIVE, "vm-is-wild", address);
                break;
            }
            chained.add(address);
            held += vm.nrPages();
            if (view.vmapInitialized()) {
                agree(vm, Optional.ofNullable(byStart.get(vm.addr())));
            }
            if (before != null) {
                ascend(before, vm);
            }
            before = vm;
        }
        boolean cycle = chained.contains(probe.load(last));
        findings.require(!cycle, Rule.VMLIST_LIVE, "vmlist-cycle", last);
        long free = view.ground().control().freePages();
        long ram = view.config().ramPages();
        if (free < 0 || free + held > ram) {
            findings.add(Rule.FRAMES, "frames", ram, free + held, Excuse.NONE);
        }
    }

    /// Early vm_structs are the boot code's own, outside the slab.
    private boolean isVm(long address) {
        Optional<Boolean> slab =
                view.ground().objectAt(address).map(object -> object.type().equals(VmStruct.TYPE) && object.live());
        return slab.orElseGet(() -> PercpuView.of(view)
                .objectAt(address)
                .filter(object -> object.type().equals(VmStruct.TYPE))
                .isPresent());
    }

    private void ascend(VmStruct before, VmStruct vm) {
        boolean early = isEarly(before) || isEarly(vm);
        boolean ascends = Long.compareUnsigned(before.addr(), vm.addr()) <= 0;
        findings.excused(
                ascends,
                early ? Excuse.EARLY : Excuse.NONE,
                Rule.VMLIST_ORDER,
                "vmlist-descends",
                before.address(),
                vm.address());
    }

    private boolean isEarly(VmStruct vm) {
        Reading area = byStart.get(vm.addr());
        return !view.vmapInitialized() || area == null || area.isImported();
    }

    private void agree(VmStruct vm, Optional<Reading> found) {
        if (found.isEmpty() || !found.get().has(VmapArea.VM_VM_AREA)) {
            String what = found.isEmpty() ? "vm-without-area" : "area-lacks-flag";
            long area = found.map(Reading::address).orElse(0L);
            boolean points = found.isPresent() && found.get().area().privateVm() == vm.address();
            findings.excused(false, points ? Excuse.NONE : Excuse.TWICE, Rule.VM_AREA, what, vm.address(), area);
            return;
        }
        Reading area = found.get();
        long privateVm = area.area().privateVm();
        boolean own = privateVm == vm.address();
        findings.excused(
                own || privateVm == 0, Excuse.TWICE, Rule.VM_AREA, "private-elsewhere", area.address(), privateVm);
        if (own || privateVm == 0) {
            findings.equal(Rule.VM_AREA, "vm-size", area.end() - area.start(), vm.size(), vm.address(), area.address());
            boolean lazy = area.has(VmapArea.VM_LAZY_FREE);
            findings.excused(!lazy, Excuse.TWICE, Rule.VM_AREA, "lazy-on-vmlist", vm.address(), area.address());
        }
    }
}
