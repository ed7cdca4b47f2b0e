package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.memory.PageRange;

/// Page tables held against a plain set of pages.
@ParameterizedClass
@EnumSource(Machine.class)
final class PageTablesTest {
    private static final int PAGES = 400;
    private static final int LONGEST = 12;

    private final Machine machine;
    private final Ground ground;
    private final PageTables tables;
    private final KernelReader reader;
    private final TreeSet<Integer> model = new TreeSet<>();

    PageTablesTest(Machine machine) {
        this.machine = machine;
        ground = new Ground(machine);
        tables = ground.kernel().pageTables();
        reader = new KernelReader(ground.kernel().config(), ground.memory(), List.of());
    }

    private long address(int page) {
        return machine.vmallocStart() + page * Machine.PAGE_SIZE;
    }

    private PageRange range(int from, int to) {
        return new PageRange(address(from), address(to));
    }

    private void map(int from, int to) {
        tables.map(address(from), address(to));
        for (int page = from; page < to; page++) {
            model.add(page);
        }
    }

    private void unmap(int from, int to) {
        tables.unmap(address(from), address(to));
        model.subSet(from, to).clear();
    }

    /// The model's maximal runs that share a page with `[from, to)`.
    private List<PageRange> runs(int from, int to) {
        List<PageRange> runs = new ArrayList<>();
        int page = 0;
        while (page < PAGES + LONGEST) {
            int end = page;
            while (model.contains(end)) {
                end++;
            }
            if (end > page && page < to && from < end) {
                runs.add(range(page, end));
            }
            page = end + 1;
        }
        return runs;
    }

    private void check() {
        assertEquals(runs(0, Integer.MAX_VALUE), reader.mapped().all());
    }

    @Test
    void randomMappingsLeaveExactlyThePagesOfASet() {
        Random random = Ground.random("PageTablesTest " + machine);
        for (int turn = 0; turn < 3_000; turn++) {
            int from = random.nextInt(PAGES);
            int to = from + 1 + random.nextInt(LONGEST);
            if (model.subSet(from, to).isEmpty() && random.nextInt(5) > 0) {
                map(from, to);
            } else {
                unmap(from, to);
            }
            check();
            int page = random.nextInt(PAGES);
            assertEquals(model.contains(page), tables.isMapped(address(page)));
            assertEquals(model.contains(page), reader.mapped().isMapped(address(page) + 0xfff));
            assertEquals(runs(from, to), reader.mapped().within(address(from), address(to)));
        }
        unmap(0, PAGES + LONGEST);
        assertEquals(List.of(), reader.mapped().all());
    }

    @Test
    void runsThatTouchAreOne() {
        map(0, 1);
        map(4, 5);
        map(1, 2);
        map(3, 4);
        check();
        assertEquals(List.of(range(0, 2), range(3, 5)), reader.mapped().all());
        map(2, 3);
        assertEquals(List.of(range(0, 5)), reader.mapped().all());
    }

    @Test
    void unmappingTheMiddleLeavesBothEnds() {
        map(0, 10);
        unmap(3, 5);
        assertEquals(List.of(range(0, 3), range(5, 10)), reader.mapped().all());
    }

    @Test
    void unmappingReachesOverGapsAndRuns() {
        map(0, 2);
        map(4, 6);
        map(8, 10);
        unmap(1, 9);
        assertEquals(List.of(range(0, 1), range(9, 10)), reader.mapped().all());
    }

    @Test
    void unmappingNothingLeavesARunWhole() {
        map(0, 4);
        tables.unmap(address(2), address(2));
        assertEquals(List.of(range(0, 4)), reader.mapped().all());
    }

    @Test
    void unmappingWhatIsNotMappedIsNoError() {
        unmap(0, 10);
        assertEquals(List.of(), reader.mapped().all());
    }

    @Test
    void mappingAMappedPageIsABug() {
        map(2, 4);
        for (int from = 0; from < 4; from++) {
            int start = from;
            assertThrows(KernelBug.class, () -> tables.map(address(start), address(start + 3)));
        }
    }

    @Test
    void boundsInsideAPageAreAKernelBugAfterTheNote() {
        long start = address(0);
        KernelBug bug = assertThrows(KernelBug.class, () -> tables.map(start, start + 100));
        assertEquals("unaligned page-table range", bug.text());
        assertThrows(KernelBug.class, () -> tables.unmap(start + 1, start + 4096));
        assertEquals(
                List.of(new PagesMapped(start, start + 100), new PagesUnmapped(start + 1, start + 4096)),
                ground.told());
        check();
    }

    @Test
    void everyCallIsOneNoteWhateverItFinds() {
        tables.unmap(address(0), address(2));
        tables.map(address(0), address(2));
        tables.flushCacheVmap(address(0), address(2));
        tables.flushCacheVunmap(address(0), address(1));
        tables.flushTlbKernelRange(address(0), address(3));
        assertEquals(
                List.of(
                        new PagesUnmapped(address(0), address(2)),
                        new PagesMapped(address(0), address(2)),
                        new CacheFlushed(false, address(0), address(2)),
                        new CacheFlushed(true, address(0), address(1)),
                        new TlbFlushed(address(0), address(3))),
                ground.told());
        assertEquals(1, ground.kernel().control().tlbFlushes());
    }

    @Test
    void noStoreOfThePageTablesIsAnEventOfItsOwn() {
        boolean[] loud = {false};
        ground.memory().observe((slot, was, now, quiet) -> loud[0] |= !quiet);
        for (int page = 0; page < 100; page += 2) {
            map(page, page + 1);
        }
        unmap(10, 60);
        assertFalse(loud[0]);
    }

    @Test
    void memoryOfRunsThatAreGoneIsUsedAgain() {
        map(0, 1);
        unmap(0, 1);
        long used = frontier();
        for (int turn = 0; turn < 100; turn++) {
            map(turn, turn + 1);
            unmap(turn, turn + 1);
        }
        assertEquals(used, frontier());
    }

    private long frontier() {
        return ground.kernel().control().read(Control.RANGE_FRONTIER);
    }
}
