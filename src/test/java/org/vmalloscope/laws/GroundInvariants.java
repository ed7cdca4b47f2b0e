package org.vmalloscope.laws;

import static org.vmalloscope.laws.InvariantChecker.equal;
import static org.vmalloscope.laws.InvariantChecker.require;

import java.util.List;
import org.vmalloscope.kernel.vmalloc.VmallocData;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.laws.AreaInvariants.Reading;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.PageRange;

/// Pages are mapped in maximal runs inside areas, the RCU counter is the length of the queue, no lock is held and no
/// purge is running.
final class GroundInvariants {
    private final VmallocView view;
    private final List<Reading> areas;
    private final MemoryReader memory;

    GroundInvariants(VmallocView view, List<Reading> areas) {
        this.view = view;
        this.areas = areas;
        this.memory = view.memory();
    }

    void check() {
        mapped();
        rcu();
        VmallocData data = view.data();
        equal("vmap_area_lock", data.vmapAreaLock(), 0, memory.load(data.vmapAreaLock()));
        equal("vmap_block_tree_lock", data.vmapBlockTreeLock(), 0, memory.load(data.vmapBlockTreeLock()));
        equal("vmlist_lock", data.vmlistLock(), 0, memory.load(data.vmlistLock()));
        equal("purge_lock", data.purgeLock(), 0, memory.load(data.purgeLock()));
        require(!view.ground().control().purging(), "a purge is running between two statements");
        require(view.ground().control().freePages() <= view.config().ramPages(), "more pages are free than exist");
    }

    private void mapped() {
        long before = 0;
        int area = 0;
        for (PageRange run : view.ground().mapped().all()) {
            require(Long.compareUnsigned(run.start(), run.end()) < 0, "a run of mapped pages is empty:", run.start());
            require((run.start() | run.end()) % 4096 == 0, "mapped pages are not whole:", run.start());
            require(
                    Long.compareUnsigned(before, run.start()) < 0,
                    "runs of mapped pages touch, overlap or descend",
                    run.start());
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
            require(inside, "a page is mapped that belongs to no area:", page);
            page = areas.get(area).end();
        }
        return area;
    }

    private void rcu() {
        long queue = view.data().symbols().address("rcu_queue");
        long last = 0;
        long length = 0;
        for (long head = memory.load(queue); head != 0; head = memory.load(head)) {
            last = head;
            length++;
            require(length < 1_000_000, "the RCU queue has a cycle");
        }
        equal(
                "rcu_pending and the queue",
                queue,
                length,
                view.ground().control().rcuPending());
        equal(
                "the last of the RCU queue",
                queue,
                last,
                memory.load(queue + memory.abi().wordBytes()));
    }
}
