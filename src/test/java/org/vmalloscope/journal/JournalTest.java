package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalTest {
    private static Journal journal(int stores, long... events) {
        Journal journal = new Journal();
        for (long count : events) {
            for (int store = 0; store < stores; store++) {
                journal.append(store, journal.stores(), journal.stores() + 1);
            }
            journal.endStatement(count);
        }
        return journal;
    }

    @Test
    void aNewJournalIsEmpty() {
        Journal journal = new Journal();
        assertEquals(List.of(0, 0), List.of(journal.stores(), journal.statements()));
        assertEquals(0, journal.events());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512, 513, 4095, 4096, 4097, 20_000})
    void everyStoreIsKeptAsItWas(int stores) {
        Journal journal = new Journal();
        for (int store = 0; store < stores; store++) {
            journal.append(-store, ~store, Long.MAX_VALUE - store);
        }
        assertEquals(stores, journal.stores());
        for (int store = 0; store < stores; store++) {
            assertEquals(
                    new Store(-store, ~store, Long.MAX_VALUE - store),
                    new Store(journal.slot(store), journal.was(store), journal.now(store)));
        }
    }

    @Test
    void storesOfAStatementThatHasNotEndedBelongToNone() {
        Journal journal = journal(3, 5);
        journal.append(9, 9, 9);
        assertEquals(List.of(4, 1, 3), List.of(journal.stores(), journal.statements(), journal.storeEnd(0)));
        assertEquals(5, journal.events());
    }

    @Test
    void aStatementBeginsWhereTheOneBeforeEnded() {
        Journal journal = journal(2, 7, 3, 4);
        assertEquals(
                List.of(0, 2, 4),
                IntStream.range(0, 3).mapToObj(journal::storeStart).toList());
        assertEquals(
                List.of(2, 4, 6),
                IntStream.range(0, 3).mapToObj(journal::storeEnd).toList());
        assertEquals(
                List.of(0L, 7L, 10L),
                IntStream.range(0, 3).mapToObj(journal::eventStart).toList());
        assertEquals(
                List.of(7L, 10L, 14L),
                IntStream.range(0, 3).mapToObj(journal::eventEnd).toList());
    }

    @Test
    void anEventBelongsToTheStatementThatItIsIn() {
        Journal journal = journal(1, 2, 1, 3);
        assertEquals(
                List.of(0, 0, 1, 2, 2, 2),
                LongStream.rangeClosed(1, 6).mapToObj(journal::statementOfEvent).toList());
    }

    @Test
    void statementsWithoutEventsOwnNone() {
        Journal journal = journal(0, 0, 0, 2, 0, 0, 0, 1, 0);
        assertEquals(
                List.of(2, 2, 6),
                LongStream.rangeClosed(1, 3).mapToObj(journal::statementOfEvent).toList());
    }

    @Test
    void statementsWithoutStoresOwnNone() {
        Journal journal = new Journal();
        int[] stores = {0, 2, 0, 0, 1, 0};
        for (int count : stores) {
            for (int store = 0; store < count; store++) {
                journal.append(0, 0, 0);
            }
            journal.endStatement(1);
        }
        assertEquals(
                List.of(1, 1, 4),
                IntStream.range(0, 3).mapToObj(journal::statementOfStore).toList());
    }

    /// Journals of up to 40 statements, more than the first arrays hold.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 33, 40})
    void bothSearchesFindWhatCountingFinds(int statements) {
        Journal journal = new Journal();
        List<Integer> ownerOfStore = new ArrayList<>();
        List<Integer> ownerOfEvent = new ArrayList<>();
        for (int statement = 0; statement < statements; statement++) {
            int stores = statement * 7 % 4;
            int events = statement * 5 % 3;
            for (int store = 0; store < stores; store++) {
                journal.append(0, 0, 0);
                ownerOfStore.add(statement);
            }
            for (int event = 0; event < events; event++) {
                ownerOfEvent.add(statement);
            }
            journal.endStatement(events);
        }
        assertEquals(
                ownerOfStore,
                IntStream.range(0, journal.stores())
                        .mapToObj(journal::statementOfStore)
                        .toList());
        assertEquals(
                ownerOfEvent,
                LongStream.rangeClosed(1, journal.events())
                        .mapToObj(journal::statementOfEvent)
                        .toList());
    }

    @Test
    void positionsOutsideTheRunAreRefused() {
        Journal journal = journal(1, 2, 3);
        assertEquals("event 0 of 5", refused(journal, 0));
        assertEquals("event 6 of 5", refused(journal, 6));
        assertEquals("event -1 of 5", refused(journal, -1));
        assertEquals("event 1 of 0", refused(new Journal(), 1));
    }

    private static String refused(Journal journal, long position) {
        return String.valueOf(assertThrows(IndexOutOfBoundsException.class, () -> journal.statementOfEvent(position))
                .getMessage());
    }

    @Test
    void aRecorderCountsLoudStoresAndNotesAsEvents() {
        Journal journal = new Journal();
        List<Note> told = new ArrayList<>();
        Recorder recorder = new Recorder(journal, EventSink.ofNotes(told::add));
        recorder.note(new Note.CpuChanged(1));
        recorder.stored(5, 0, 1, true);
        recorder.stored(6, 0, 2, false);
        recorder.endStatement();
        recorder.endStatement();
        recorder.stored(6, 2, 3, false);
        recorder.endStatement();
        assertEquals(List.of(new Note.CpuChanged(1)), told);
        assertEquals(
                List.of(2, 2, 3),
                IntStream.range(0, 3).mapToObj(journal::storeEnd).toList());
        assertEquals(
                List.of(2L, 2L, 3L),
                IntStream.range(0, 3).mapToObj(journal::eventEnd).toList());
    }

    @Test
    void aRecorderHandsEverythingOnInOrder() {
        List<Event> first = new ArrayList<>();
        List<Event> both = new ArrayList<>();
        EventSink listener =
                EventSink.both(EventSink.both(collecting(first), collecting(both)), EventSink.ofNotes(both::add));
        Recorder recorder = new Recorder(new Journal(), listener);
        Note note = new Note.CpuChanged(1);
        recorder.stored(5, 0, 1, true);
        recorder.note(note);
        recorder.stored(5, 1, 2, false);
        assertEquals(List.of(new Store(5, 0, 1), note, new Store(5, 1, 2)), first);
        assertEquals(List.of(new Store(5, 0, 1), note, note, new Store(5, 1, 2)), both);
    }

    private static EventSink collecting(List<Event> events) {
        return new EventSink() {
            @Override
            public void stored(int slot, long was, long now, boolean quiet) {
                events.add(new Store(slot, was, now));
            }

            @Override
            public void note(Note note) {
                events.add(note);
            }
        };
    }
}
