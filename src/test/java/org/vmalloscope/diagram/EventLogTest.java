package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.EventLog.Call;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.TlbFlushed;

/// What the log says of a random run, held against a list of all its events and calls.
final class EventLogTest {
    private static final int EVENTS = 40_000;

    private final EventLog log = new EventLog();
    private final List<EventKind> kinds = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    EventLogTest() {
        Random random = new Random(11);
        List<Integer> open = new ArrayList<>();
        while (kinds.size() < EVENTS) {
            int what = random.nextInt(100);
            if (what < 3 && open.size() < 6) {
                log.note(new FunctionEntered("f" + open.size(), List.of()));
                kinds.add(EventKind.CALL);
                open.add(calls.size());
                calls.add(new Call("f" + (open.size() - 1), kinds.size(), 0, open.size() - 1));
            } else if (what < 6 && !open.isEmpty()) {
                log.note(new FunctionLeft("f", Optional.empty()));
                kinds.add(EventKind.RETURN);
                end(open);
            } else if (what == 6 && random.nextInt(50) == 0) {
                while (!open.isEmpty()) {
                    end(open);
                }
                log.note(new StatementBegun(0, 0));
                kinds.add(EventKind.NOTE);
            } else if (what == 7 && random.nextInt(100) == 0) {
                log.note(new TlbFlushed(0, 4096));
                kinds.add(EventKind.TLB_FLUSH);
            } else {
                manyStores(random.nextInt(12) == 0 ? random.nextInt(300) : 1);
            }
        }
        while (!open.isEmpty()) {
            end(open);
        }
    }

    private void manyStores(int count) {
        for (int store = 0; store < count; store++) {
            log.stored(0, 0, 1, false);
            log.stored(0, 0, 1, true);
            kinds.add(EventKind.STORE);
        }
    }

    private void end(List<Integer> open) {
        int call = open.removeLast();
        Call begun = calls.get(call);
        calls.set(call, new Call(begun.function(), begun.first(), kinds.size(), begun.depth()));
    }

    @Test
    void everyEventHasItsKind() {
        assertEquals(kinds.size(), log.events());
        for (int event = 1; event <= kinds.size(); event++) {
            assertEquals(kinds.get(event - 1), log.kind(event), "event " + event);
        }
    }

    @Test
    void sumsOfWholeBlocksAreThoseOfTheirEvents() {
        Random random = new Random(5);
        for (int trial = 0; trial < 500; trial++) {
            int from = random.nextInt(EVENTS / 64) * 64;
            int end = Math.min(kinds.size(), from + 64 * (1 + random.nextInt(300)));
            EventPyramid.Sum sum = log.sum(from + 1, end);
            int bits = 0;
            for (EventKind kind : kinds.subList(from, end)) {
                bits |= EventLog.bit(kind);
            }
            long stores = kinds.subList(from, end).stream()
                    .filter(kind -> kind == EventKind.STORE)
                    .count();
            assertEquals(List.of(bits, stores), List.of(sum.kinds, sum.stores), from + " to " + end);
        }
    }

    @Test
    void theFirstEventOfAKindIsFoundHoweverFarItIs() {
        for (int from = 1; from < EVENTS; from += 997) {
            for (EventKind kind : List.of(EventKind.TLB_FLUSH, EventKind.CALL, EventKind.BUG)) {
                int first = kinds.subList(from - 1, kinds.size()).indexOf(kind);
                assertEquals(first < 0 ? 0 : from + first, log.find(kind, from, kinds.size()), kind + " from " + from);
            }
        }
    }

    @Test
    void callsAreThoseThatTouchTheStretch() {
        for (int from = 1; from < EVENTS; from += 613) {
            int first = from;
            int last = from + 200;
            assertEquals(
                    calls.stream()
                            .filter(call -> call.last() >= first && call.first() <= last)
                            .toList(),
                    log.calls(first, last).stream()
                            .filter(call -> call.last() >= first)
                            .toList(),
                    "from " + from);
        }
    }

    @Test
    void aRunOfOneKindTakesHardlyAnyRoom() {
        EventLog search = new EventLog();
        for (int event = 0; event < 3_000_000; event++) {
            search.note(new CpuChanged(0));
        }
        assertEquals(EventKind.NOTE, search.kind(2_999_999));
        assertEquals(0, search.find(EventKind.STORE, 1, 3_000_000));
        assertTrue(search.sum(1, 3_000_000).stores == 0);
    }
}
