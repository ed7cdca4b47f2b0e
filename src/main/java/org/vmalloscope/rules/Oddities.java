package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Tlbs;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.rules.Breach.Excuse;
import org.vmalloscope.rules.Oddity.Kind;

/// Finds what is odd about these kernels in a memory: behaviour that surprises and is no mistake of the simulation.
public final class Oddities {
    private final VmallocView view;
    private final Probe probe;
    private final List<Reading> areas;
    private final List<Oddity> found = new ArrayList<>();

    private Oddities(VmallocView view) {
        this.view = view;
        this.probe = new Probe(view);
        this.areas = new AreaRules(view, probe, new Findings()).check();
    }

    /// What is odd in a memory; `breaches` is what the rules said of it.
    public static List<Oddity> of(VmallocView view, List<Breach> breaches) {
        Oddities oddities = new Oddities(view);
        oddities.areas();
        oddities.blocks();
        oddities.waiting();
        oddities.tlbs();
        oddities.excused(Kind.VMLIST_DESCENDS, Rule.VMLIST_ORDER, Excuse.EARLY, breaches);
        oddities.excused(Kind.COUNTED_TWICE, Rule.LAZY_NR, Excuse.TWICE, breaches);
        return oddities.found;
    }

    private void add(Kind kind, List<Long> objects) {
        if (!objects.isEmpty()) {
            found.add(new Oddity(kind, objects, objects.size()));
        }
    }

    private void excused(Kind kind, Rule rule, Excuse excuse, List<Breach> breaches) {
        add(
                kind,
                breaches.stream()
                        .filter(breach -> breach.rule() == rule && breach.excuse() == excuse)
                        .map(breach -> breach.objects().getFirst())
                        .distinct()
                        .toList());
    }

    private void areas() {
        Set<Long> purging = new HashSet<>();
        view.purgeList().forEach(va -> purging.add(va.address()));
        List<Long> imported = new ArrayList<>();
        List<Long> misread = new ArrayList<>();
        List<Long> above = new ArrayList<>();
        List<Long> dangling = new ArrayList<>();
        List<Long> mapped = new ArrayList<>();
        Reading below = null;
        for (Reading area : areas) {
            boolean lazy = area.has(VmapArea.VM_LAZY_FREE);
            if (area.isImported() && !lazy) {
                imported.add(area.address());
                if (area.has(VmapArea.VM_LAZY_FREEING) && !purging.contains(area.address())) {
                    misread.add(area.address());
                }
            }
            if (below != null && area.start() - below.end() == Machine.PAGE_SIZE) {
                above.add(area.address());
            }
            if (lazy && area.has(VmapArea.VM_VM_AREA) && !isLiveVm(area)) {
                dangling.add(area.address());
            }
            if (lazy && !view.ground().mapped().within(area.start(), area.end()).isEmpty()) {
                mapped.add(area.address());
            }
            below = area;
        }
        add(Kind.IMPORTED, imported);
        add(Kind.ALLOC_READS_AS_FREEING, misread);
        add(Kind.GAP_PAGE, above);
        add(Kind.PRIVATE_DANGLES, dangling);
        add(Kind.LAZY_MAPPED, mapped);
    }

    private boolean isLiveVm(Reading area) {
        long vm = area.area().privateVm();
        return vm == 0 || probe.isLive(vm, VmStruct.TYPE);
    }

    private void blocks() {
        List<Long> once = new ArrayList<>();
        List<Long> skipped = new ArrayList<>();
        for (NumberedBlock numbered : view.blocks()) {
            VmapBlock block = numbered.block();
            if (probe.isLive(block.address(), VmapBlock.TYPE) && block.dirty() > 0) {
                once.add(block.address());
                if (block.free() == 0) {
                    skipped.add(block.address());
                }
            }
        }
        add(Kind.BLOCK_PAGE_ONCE, once);
        add(Kind.FULL_BLOCK_SKIPPED, skipped);
    }

    /// Areas that wait for a grace period and are off the list.
    private void waiting() {
        List<Long> stale = new ArrayList<>();
        long freeArea = view.data().symbols().function("rcu_free_va");
        int offset = VmapArea.TYPE.field("rcu_head.next").offset(view.memory().abi());
        for (long head : probe.chain(probe.load(view.data().symbols().address("rcu_queue")), 0)) {
            VmapArea va = new VmapArea(view.memory(), head - offset);
            boolean area = probe.second(head) == freeArea && probe.isLive(va.address(), VmapArea.TYPE);
            if (area && probe.load(va.list()) != 0) {
                stale.add(va.address());
            }
        }
        add(Kind.STALE_LINKS, stale);
    }

    private void tlbs() {
        List<Long> stale = new ArrayList<>();
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            view.ground().tlbs().of(cpu).stream().filter(Tlbs.Entry::stale).forEach(entry -> stale.add(entry.page()));
        }
        add(Kind.STALE_TLB, stale);
    }
}
