package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;

/// What a journal costs, measured with the recorded scenario that stores most.
final class JournalHeapTest {
    private static final Path LONGEST = Path.of("src/test/resources/conformance/random/r027-x86_64-vmalloc.vms");
    private static final int STORES = 37_061;
    private static final double MOST_BYTES_PER_STORE = 40;
    private static final int COPIES = 100;

    private static Journal longest() throws IOException {
        String text = new ScenarioReader(InputStream.nullInputStream()).read(LONGEST);
        return ScenarioParser.parse(text) instanceof Scenario scenario
                ? Run.toEnd(scenario).journal()
                : fail("errors in " + LONGEST);
    }

    private static Journal copy(Journal journal) {
        Journal copy = new Journal();
        for (int statement = 0; statement < journal.statements(); statement++) {
            for (int store = journal.storeStart(statement); store < journal.storeEnd(statement); store++) {
                copy.append(journal.slot(store), journal.was(store), journal.now(store));
            }
            copy.endStatement(journal.eventEnd(statement) - journal.eventStart(statement));
        }
        return copy;
    }

    @Test
    void aStoreOfTheLongestRecordedRunCostsAtMostFortyBytes() throws IOException {
        Journal journal = longest();
        assertEquals(STORES, journal.stores());
        double computed = (double) journal.heapBytes() / STORES;
        // What other tests left and is given up meanwhile makes a journal look smaller, never larger.
        double measured = Math.max(measuredBytes(journal), measuredBytes(journal)) / STORES;
        say(String.format(
                Locale.ROOT,
                "%s: %d statements, %d events, %d stores: %.2f bytes of heap a store computed, %.2f measured",
                LONGEST.getFileName(),
                journal.statements(),
                journal.events(),
                STORES,
                computed,
                measured));
        assertTrue(computed <= MOST_BYTES_PER_STORE, computed + " bytes a store, computed");
        assertTrue(measured <= MOST_BYTES_PER_STORE, measured + " bytes a store, measured");
        assertEquals(computed, measured, computed / 10, "computed and measured agree");
    }

    /// Bytes by which the heap in use grows for one of many copies of a journal.
    private static double measuredBytes(Journal journal) {
        Journal[] copies = new Journal[COPIES];
        long before = heapInUse();
        try {
            for (int index = 0; index < COPIES; index++) {
                copies[index] = copy(journal);
            }
            return (double) (heapInUse() - before) / COPIES;
        } finally {
            Reference.reachabilityFence(copies);
        }
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int turn = 0; turn < 3; turn++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    @SuppressWarnings("SystemOut") // the documentation quotes it
    private static void say(String text) {
        System.out.println(text);
    }
}
