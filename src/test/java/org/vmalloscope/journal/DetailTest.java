package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.CpuChanged;

/// The events of one statement, and the stores that each of them completes.
final class DetailTest {
    private static final Note NOTE = new CpuChanged(1);

    private final Journal journal = new Journal();
    private final Recorder recorder = new Recorder(journal, EventSink.ofNotes(note -> {}));

    /// Plays the same events into a journal and, once more, into a collector.
    private static void mixed(EventSink sink) {
        sink.note(NOTE);
        sink.stored(1, 0, 1, true);
        sink.stored(2, 0, 2, true);
        sink.stored(3, 0, 3, false);
        sink.note(new CpuChanged(2));
        sink.note(new CpuChanged(3));
        sink.stored(1, 1, 4, true);
        sink.stored(2, 2, 5, false);
        sink.stored(3, 3, 6, true);
    }

    private Detail detail() {
        mixed(recorder);
        recorder.endStatement();
        Detail.Collector collector = new Detail.Collector(0, journal);
        mixed(collector);
        return collector.detail();
    }

    @Test
    void quietStoresAreNoEventsOfTheirOwn() {
        assertEquals(
                List.of(NOTE, new Store(3, 0, 3), new CpuChanged(2), new CpuChanged(3), new Store(2, 2, 5)),
                detail().events());
    }

    @Test
    void quietStoresBelongToTheEventBefore() {
        Detail detail = detail();
        assertEquals(
                List.of(0, 2, 3, 3, 4, 6),
                IntStream.rangeClosed(0, 5).mapToObj(detail::storesAfter).toList());
    }

    @Test
    void aStoreLeadsToTheEventThatCompletesIt() {
        Detail detail = detail();
        assertEquals(
                List.of(1, 1, 2, 4, 5, 5),
                IntStream.range(0, 6).mapToObj(detail::eventOfStore).toList());
    }

    @Test
    void quietStoresBeforeTheFirstEventAreDoneWithIt() {
        recorder.stored(1, 0, 1, true);
        recorder.note(NOTE);
        recorder.endStatement();
        Detail.Collector collector = new Detail.Collector(0, journal);
        collector.stored(1, 0, 1, true);
        collector.note(NOTE);
        Detail detail = collector.detail();
        assertEquals(List.of(0, 1, 1), List.of(detail.storesAfter(0), detail.storesAfter(1), detail.eventOfStore(0)));
    }

    @Test
    void aLongStatementIsKeptWhole() {
        List<Event> expected = new ArrayList<>();
        for (int event = 0; event < 1000; event++) {
            recorder.stored(event, 0, event, false);
            expected.add(new Store(event, 0, event));
        }
        recorder.endStatement();
        Detail.Collector collector = new Detail.Collector(0, journal);
        expected.forEach(event -> collector.stored(((Store) event).slot(), 0, ((Store) event).now(), false));
        Detail detail = collector.detail();
        assertEquals(expected, detail.events());
        assertEquals(
                List.of(0, 1, 33, 1000),
                IntStream.of(0, 1, 33, 1000).mapToObj(detail::storesAfter).toList());
    }

    @Test
    void theEventsCannotBeChanged() {
        List<Event> events = detail().events();
        assertThrows(UnsupportedOperationException.class, () -> events.add(NOTE));
    }

    @Test
    void aStoreThatDiffersFromTheJournalIsRefused() {
        mixed(recorder);
        recorder.endStatement();
        for (Store other : List.of(new Store(2, 0, 1), new Store(1, 9, 1), new Store(1, 0, 9))) {
            Detail.Collector collector = new Detail.Collector(0, journal);
            assertEquals(
                    "statement 0 played again differs at store 0",
                    refused(() -> collector.stored(other.slot(), other.was(), other.now(), true)));
        }
    }

    @Test
    void aStoreTooManyIsRefused() {
        mixed(recorder);
        recorder.endStatement();
        recorder.stored(4, 0, 7, false);
        recorder.endStatement();
        Detail.Collector collector = new Detail.Collector(0, journal);
        mixed(collector);
        assertEquals("statement 0 played again differs at store 6", refused(() -> collector.stored(4, 0, 7, false)));
    }

    @Test
    void anEventTooFewOrTooManyIsRefused() {
        mixed(recorder);
        recorder.endStatement();
        Detail.Collector none = new Detail.Collector(0, journal);
        assertEquals("statement 0 played again has 0 events instead of 5", refused(none::detail));
        Detail.Collector more = new Detail.Collector(0, journal);
        mixed(more);
        more.note(NOTE);
        assertEquals("statement 0 played again has 6 events instead of 5", refused(more::detail));
    }

    @Test
    void linesStandBetweenTheEventsThatTheyWereReachedAfter() {
        Detail detail = CallsRun.play().timeMachine().detail(0);
        assertEquals(
                List.of("", "", "one two", "three", "in", "out", "four", "", "", ""),
                IntStream.rangeClosed(0, 9)
                        .mapToObj(count -> detail.linesAfter(count).stream()
                                .map(LineReached::label)
                                .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(
                List.of("one", "two", "three", "in", "out", "four"),
                detail.lines().stream().map(LineReached::label).toList());
    }

    @Test
    void aLineOutsideOfTheEventsOfItsStatementIsRefused() {
        recorder.note(NOTE);
        recorder.endStatement();
        Detail.Collector early = new Detail.Collector(0, journal);
        assertEquals("statement 0 reaches top before it begins", refused(() -> early.line("top")));
        Detail.Collector late = new Detail.Collector(0, journal);
        late.note(NOTE);
        late.line("end");
        assertEquals("statement 0 reaches end after its last event", refused(late::detail));
    }

    @Test
    void linesAreOnlyListenedToWhileAStatementIsPlayedAgain() {
        assertFalse(recorder.hearsLines());
        assertTrue(new Recorder(journal, new Detail.Collector(0, journal)).hearsLines());
    }

    private static String refused(Runnable playing) {
        return String.valueOf(
                assertThrows(IllegalStateException.class, playing::run).getMessage());
    }
}
