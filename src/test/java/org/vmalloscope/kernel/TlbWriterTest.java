package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.kernel.Tlbs.Entry;

/// A CPU remembers a page until it is told to forget.
final class TlbWriterTest {
    private static final long START = 0xffffc90000000000L;
    private static final long PAGE = Machine.PAGE_SIZE;

    private final KernelConfig config = new KernelConfig(Machine.X86_64, 2, 16);
    private final Kernel kernel = new Kernel(
            config,
            new Symbols.Builder(config, new AddressMap(Machine.X86_64)).build(),
            List.of(),
            Kernel.powerOn(config),
            note -> {});

    private Touch touch(long page) {
        return kernel.pageTables().touch(START + page * PAGE + 12);
    }

    private List<Entry> known(int cpu) {
        return new Tlbs(kernel.memory(), new AddressMap(Machine.X86_64)).of(cpu);
    }

    @Test
    void aPageThatIsNotMappedFaults() {
        assertEquals(Touch.FAULT, touch(0));
        assertEquals(List.of(), known(0));
    }

    @Test
    void theFirstReadFillsAndTheSecondHits() {
        kernel.pageTables().map(START, START + 4 * PAGE);
        assertEquals(List.of(Touch.FILLED, Touch.HIT), List.of(touch(1), touch(1)));
        assertEquals(List.of(new Entry(START + PAGE, false)), known(0));
    }

    @Test
    void eachCpuRemembersForItself() {
        kernel.pageTables().map(START, START + PAGE);
        touch(0);
        kernel.switchCpu(1);
        assertEquals(Touch.FILLED, touch(0));
        assertEquals(known(0), known(1));
    }

    @Test
    void anUnmappedPageIsStaleUntilTheFlush() {
        kernel.pageTables().map(START, START + 2 * PAGE);
        touch(0);
        kernel.pageTables().unmap(START, START + PAGE);
        assertEquals(Touch.STALE, touch(0));
        assertEquals(Touch.FAULT, kernelOnOtherCpu());
        kernel.pageTables().flushTlbKernelRange(START, START + PAGE);
        assertEquals(Touch.FAULT, touch(0));
    }

    private Touch kernelOnOtherCpu() {
        kernel.switchCpu(1);
        Touch outcome = touch(0);
        kernel.switchCpu(0);
        return outcome;
    }

    @Test
    void mappingAgainDoesNotFreshenAStaleEntry() {
        kernel.pageTables().map(START, START + PAGE);
        touch(0);
        kernel.pageTables().unmap(START, START + PAGE);
        kernel.pageTables().map(START, START + PAGE);
        assertEquals(Touch.STALE, touch(0));
    }

    @Test
    void aFlushForgetsItsRangeAlone() {
        kernel.pageTables().map(START, START + 3 * PAGE);
        touch(0);
        touch(1);
        touch(2);
        kernel.pageTables().flushTlbKernelRange(START + PAGE, START + 2 * PAGE);
        assertEquals(List.of(new Entry(START, false), new Entry(START + 2 * PAGE, false)), known(0));
    }

    @Test
    void theOldestOfSixtyFourMakesRoom() {
        kernel.pageTables().map(START, START + 70 * PAGE);
        for (int page = 0; page < 65; page++) {
            assertEquals(Touch.FILLED, touch(page));
        }
        assertEquals(Tlbs.ENTRIES, known(0).size());
        assertEquals(Touch.FILLED, touch(0));
        assertEquals(Touch.HIT, touch(64));
    }
}
