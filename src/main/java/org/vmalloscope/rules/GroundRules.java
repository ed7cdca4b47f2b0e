package org.vmalloscope.rules;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Tlbs;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocData;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.PageRange;

/// The rules of what vmalloc stands on: pages are mapped inside areas, TLBs know nothing that is neither mapped nor
/// stale, the RCU queue is as long as it says, and between two statements no lock is held.
final class GroundRules {
    private final VmallocView view;
    private final Probe probe;
    private final Findings findings;
    private final List<Reading> areas;

    GroundRules(VmallocView view, Probe probe, Findings findings, List<Reading> areas) {
        this.view = view;
        this.probe = probe;
        this.findings = findings;
        this.areas = areas;
    }

    void check() {
        mapped();
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            tlb(cpu);
        }
        rcu();
        VmallocData data = view.data();
        for (long lock :
                new long[] {data.vmapAreaLock(), data.vmapBlockTreeLock(), data.vmlistLock(), data.purgeLock()}) {
            findings.require(probe.load(lock) == 0, Rule.QUIET, "locked", lock);
        }
        findings.require(!view.ground().control().purging(), Rule.QUIET, "purging", data.purgeList());
    }

    private void mapped() {
        long before = 0;
        int area = 0;
        for (PageRange run : view.ground().mapped().all()) {
            boolean whole = Long.compareUnsigned(run.start(), run.end()) < 0
                    && ((run.start() | run.end()) & ~Machine.PAGE_MASK) == 0;
            findings.require(whole, Rule.PAGES_MAPPED, "run-not-whole", run.start());
            boolean apart = Long.compareUnsigned(before, run.start()) < 0;
            findings.require(apart, Rule.PAGES_MAPPED, "runs-touch", run.start());
            before = run.end();
            area = covered(run, area);
        }
    }

    /// Finds the areas that a run lies in; the first that may hold the next run.
    private int covered(PageRange run, int first) {
        int area = first;
        long page = run.start();
        while (Long.compareUnsigned(page, run.end()) < 0) {
            while (area < areas.size() && Long.compareUnsigned(areas.get(area).end(), page) <= 0) {
                area++;
            }
            boolean inside =
                    area < areas.size() && Long.compareUnsigned(areas.get(area).start(), page) <= 0;
            OptionalLong earlyEnd = inside ? OptionalLong.empty() : earlyEnd(page);
            if (earlyEnd.isPresent()) {
                page = earlyEnd.getAsLong();
                continue;
            }
            findings.require(inside, Rule.PAGES_MAPPED, "mapped-outside", page);
            if (!inside) {
                return first;
            }
            page = areas.get(area).end();
        }
        return area;
    }

    /// Until vmalloc_init has imported vmlist, pages may be mapped in what stands on it: where that ends.
    private OptionalLong earlyEnd(long page) {
        if (view.vmapInitialized()) {
            return OptionalLong.empty();
        }
        for (long address : probe.chain(probe.load(view.data().vmlist()), 0)) {
            VmStruct vm = new VmStruct(view.memory(), address);
            if (Long.compareUnsigned(page - vm.addr(), vm.size()) < 0) {
                return OptionalLong.of(vm.addr() + vm.size());
            }
        }
        return OptionalLong.empty();
    }

    private void tlb(int cpu) {
        Set<Long> known = new HashSet<>();
        for (Tlbs.Entry entry : view.ground().tlbs().of(cpu)) {
            findings.require(known.add(entry.page()), Rule.TLBS, "tlb-twice", entry.page());
            findings.require((entry.page() & ~Machine.PAGE_MASK) == 0, Rule.TLBS, "tlb-no-page", entry.page());
            boolean mapped = view.ground().mapped().isMapped(entry.page());
            findings.require(mapped || entry.stale(), Rule.TLBS, "tlb-unmapped", entry.page());
        }
    }

    private void rcu() {
        long queue = view.data().symbols().address("rcu_queue");
        List<Long> waiting = probe.chain(probe.load(queue), 0);
        long last = waiting.isEmpty() ? 0 : waiting.getLast();
        long pending = view.ground().control().rcuPending();
        findings.equal(Rule.RCU_QUEUE, "rcu-pending", pending, waiting.size(), queue);
        findings.require(probe.second(queue) == last, Rule.RCU_QUEUE, "rcu-last", queue, last);
    }
}
