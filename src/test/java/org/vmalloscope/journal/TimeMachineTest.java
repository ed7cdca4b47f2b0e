package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmalloscope.journal.ToyRun.add;
import static org.vmalloscope.journal.ToyRun.address;
import static org.vmalloscope.journal.ToyRun.quietly;
import static org.vmalloscope.journal.ToyRun.state;
import static org.vmalloscope.journal.ToyRun.tell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.memory.BadAddressException;
import org.vmalloscope.memory.SimulatedMemory;

/// Travelling over a run of six statements: 15 events, one statement that does nothing, one that only tells.
final class TimeMachineTest {
    private static final ToyRun RUN = new ToyRun(List.of(
            List.of(tell(0), quietly(7, 1), quietly(6, 1), add(0, 1), add(1, 2)),
            List.of(),
            List.of(tell(1), add(0, 10), tell(2), quietly(7, 1), add(0, -11), quietly(6, 5)),
            List.of(tell(3), tell(4)),
            List.of(add(2, 1), add(2, 1), tell(5), add(2, 1)),
            List.of(add(0, 0), tell(6), quietly(7, -2))));
    private static final int LENGTH = 15;

    private final TimeMachine machine = RUN.timeMachine();

    private void assertAt(long position) {
        assertEquals(position, machine.position());
        assertEquals(RUN.states().get((int) position), state(machine.memory()), "at position " + position);
    }

    @Test
    void itStartsBeforeEverything() {
        assertEquals(LENGTH, machine.length());
        assertEquals(RUN.states().size() - 1, machine.length());
        assertAt(0);
        assertEquals(-1, machine.statement());
        assertEquals(Optional.empty(), machine.lastEvent());
    }

    @Test
    void seekingFromAnywhereToAnywhereGivesTheSameMemory() {
        for (int from = 0; from <= LENGTH; from++) {
            for (int to = 0; to <= LENGTH; to++) {
                machine.seek(from);
                machine.seek(to);
                assertAt(to);
            }
        }
    }

    @Test
    void aFreshMachineFindsTheSameMemoryAtOnce() {
        for (int to = 0; to <= LENGTH; to++) {
            TimeMachine fresh = RUN.timeMachine();
            fresh.seek(to);
            machine.seek(LENGTH);
            machine.seek(to);
            assertTrue(fresh.snapshot().sameContent(machine.snapshot()), "at position " + to);
        }
    }

    @Test
    void stepsForwardAndBackPassEveryPosition() {
        for (int position = 1; position <= LENGTH; position++) {
            assertTrue(machine.forward());
            assertAt(position);
        }
        assertFalse(machine.forward());
        assertAt(LENGTH);
        for (int position = LENGTH - 1; position >= 0; position--) {
            assertTrue(machine.back());
            assertAt(position);
        }
        assertFalse(machine.back());
        assertAt(0);
    }

    @Test
    void statementStepsStopAtTheirEnds() {
        assertEquals(List.of(3L, 7L, 9L, 13L, 15L), statementSteps(machine::nextStatement));
        assertFalse(machine.nextStatement());
        assertEquals(List.of(13L, 9L, 7L, 3L, 0L), statementSteps(machine::previousStatement));
        assertFalse(machine.previousStatement());
    }

    private List<Long> statementSteps(BooleanSupplier step) {
        List<Long> positions = new ArrayList<>();
        while (step.getAsBoolean()) {
            positions.add(machine.position());
            assertAt(machine.position());
        }
        return positions;
    }

    @Test
    void statementStepsFromTheMiddleGoToItsEnds() {
        machine.seek(5);
        assertTrue(machine.previousStatement());
        assertAt(3);
        machine.seek(5);
        assertTrue(machine.nextStatement());
        assertAt(7);
    }

    @Test
    void everyPositionKnowsItsStatementAndItsEvent() {
        assertEquals(
                List.of(0, 0, 0, 2, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5),
                LongStream.rangeClosed(1, LENGTH)
                        .mapToObj(position -> {
                            machine.seek(position);
                            return machine.statement();
                        })
                        .toList());
        List<Event> events = List.of(
                new CpuChanged(0),
                new Store(0, 0, 1),
                new Store(1, 0, 2),
                new CpuChanged(1),
                new Store(0, 1, 11),
                new CpuChanged(2),
                new Store(0, 11, 0),
                new CpuChanged(3),
                new CpuChanged(4),
                new Store(2, 0, 1),
                new Store(2, 1, 2),
                new CpuChanged(5),
                new Store(2, 2, 3),
                new Store(0, 0, 0),
                new CpuChanged(6));
        assertEquals(
                events,
                LongStream.rangeClosed(1, LENGTH).mapToObj(machine::eventAt).toList());
        for (int position = 1; position <= LENGTH; position++) {
            machine.seek(position);
            assertEquals(Optional.of(events.get(position - 1)), machine.lastEvent());
        }
    }

    @Test
    void detailOfAnyStatementLeavesThePositionAlone() {
        for (int position = 0; position <= LENGTH; position++) {
            for (int statement = 0; statement < 6; statement++) {
                TimeMachine fresh = RUN.timeMachine();
                fresh.seek(position);
                assertEquals(statement, fresh.detail(statement).statement());
                assertEquals(position, fresh.position());
                assertEquals(RUN.states().get(position), state(fresh.memory()));
            }
        }
    }

    @Test
    void positionsOutsideTheRunAreRefused() {
        machine.seek(4);
        for (long position : new long[] {-1, LENGTH + 1, Long.MAX_VALUE}) {
            assertEquals(
                    "position " + position + " of 15",
                    assertThrows(IndexOutOfBoundsException.class, () -> machine.seek(position))
                            .getMessage());
        }
        assertAt(4);
    }

    @Test
    void theNextAndThePreviousEventAreFoundFromEverywhere() {
        List<Integer> told = List.of(1, 4, 6, 8, 9, 12, 15);
        for (int position = 0; position <= LENGTH; position++) {
            int here = position;
            machine.seek(position);
            OptionalLong next =
                    told.stream().filter(at -> at > here).mapToLong(at -> at).findFirst();
            OptionalLong previous =
                    told.stream().filter(at -> at < here).mapToLong(at -> at).max();
            assertEquals(next, machine.next(CpuChanged.class::isInstance, () -> false), "after " + here);
            assertAt(here);
            assertEquals(previous, machine.previous(CpuChanged.class::isInstance, () -> false), "before " + here);
            assertAt(here);
        }
    }

    @Test
    void whatNeverHappensIsNotFound() {
        machine.seek(7);
        assertEquals(OptionalLong.empty(), machine.next(event -> false, () -> false));
        assertEquals(OptionalLong.empty(), machine.previous(event -> false, () -> false));
        assertAt(7);
    }

    @Test
    void aCancelledSearchFindsNothingAndStaysWhereItWas() {
        machine.seek(5);
        assertEquals(OptionalLong.empty(), machine.next(event -> true, () -> true));
        assertEquals(OptionalLong.empty(), machine.previous(event -> true, () -> true));
        assertAt(5);
        int[] asked = {0};
        assertEquals(OptionalLong.empty(), machine.next(new CpuChanged(6)::equals, () -> ++asked[0] > 2));
        assertEquals(3, asked[0], "asked once before each statement");
    }

    @Test
    void theLastWriterIsTheEventThatMadeThePresentValue() {
        assertEquals(List.of(0L, 0L, 2L, 2L, 2L, 5L, 5L, 7L, 7L, 7L, 7L, 7L, 7L, 7L, 14L, 14L), lastWriters(0));
        assertEquals(List.of(0L, 1L, 1L, 1L, 1L, 1L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 6L, 15L), lastWriters(7));
        assertEquals(Collections.nCopies(LENGTH + 1, 0L), lastWriters(3));
    }

    @Test
    void theNextWriterIsTheFirstEventToComeThatStores() {
        assertEquals(List.of(2L, 2L, 5L, 5L, 5L, 7L, 7L, 14L, 14L, 14L, 14L, 14L, 14L, 14L, 0L, 0L), nextWriters(0));
        assertEquals(List.of(1L, 6L, 6L, 6L, 6L, 6L, 15L, 15L, 15L, 15L, 15L, 15L, 15L, 15L, 15L, 0L), nextWriters(7));
        assertEquals(Collections.nCopies(LENGTH + 1, 0L), nextWriters(3));
    }

    /// The last writers of a word at every position, 0 for none.
    private List<Long> lastWriters(int word) {
        return everywhere(() -> machine.lastWriter(address(word)));
    }

    private List<Long> nextWriters(int word) {
        return everywhere(() -> machine.nextWriter(address(word)));
    }

    private List<Long> everywhere(Supplier<OptionalLong> question) {
        return IntStream.rangeClosed(0, LENGTH)
                .mapToObj(position -> {
                    machine.seek(position);
                    return question.get().orElse(0);
                })
                .toList();
    }

    @Test
    void theFirstStoreOfAValueIsFoundFromAStatementOn() {
        assertEquals(
                List.of(2L, 5L, 0L, 7L, 14L, 0L),
                List.of(
                        firstStore(0, 1, 0),
                        firstStore(0, 11, 0),
                        firstStore(0, 11, 3),
                        firstStore(0, 0, 1),
                        firstStore(0, 0, 3),
                        firstStore(3, 1, 0)));
        assertEquals(List.of(1L, 6L, 15L), List.of(firstStore(7, 1, 0), firstStore(7, 2, 0), firstStore(7, 0, 5)));
    }

    /// 0 for none; wherever the machine stands.
    private long firstStore(int word, long value, int statement) {
        long found = machine.firstStore(address(word), value, statement).orElse(0);
        machine.seek(LENGTH - machine.position());
        assertEquals(found, machine.firstStore(address(word), value, statement).orElse(0));
        return found;
    }

    @Test
    void writersOfAnAddressWithoutMemoryAreNotAskedFor() {
        assertThrows(BadAddressException.class, () -> machine.lastWriter(0));
        assertThrows(BadAddressException.class, () -> machine.nextWriter(0));
    }

    @Test
    void aSnapshotIsACopy() {
        machine.seek(3);
        SimulatedMemory snapshot = machine.snapshot();
        machine.seek(LENGTH);
        assertEquals(RUN.states().get(3), state(snapshot));
    }

    @Test
    void aRunOfNothingHasOnePosition() {
        TimeMachine still = new ToyRun(List.of()).timeMachine();
        assertEquals(0, still.length());
        assertFalse(still.forward() || still.back() || still.nextStatement() || still.previousStatement());
        assertEquals(OptionalLong.empty(), still.next(event -> true, () -> false));
        assertEquals(OptionalLong.empty(), still.lastWriter(address(0)));
        assertEquals(OptionalLong.empty(), still.nextWriter(address(0)));
        assertEquals(Map.of(), state(still.memory()));
    }

    @Test
    void manyStatementsCanBeLookedInto() {
        List<List<ToyRun.Act>> statements = new ArrayList<>();
        for (int statement = 0; statement < 40; statement++) {
            statements.add(List.of(add(statement % 8, statement), tell(statement), quietly(0, 1)));
        }
        ToyRun run = new ToyRun(statements);
        TimeMachine traveller = run.timeMachine();
        for (int stride : new int[] {1, 7, 79, 33}) {
            for (int position = 0; position <= 80; position++) {
                int target = position * stride % 81;
                traveller.seek(target);
                assertEquals(run.states().get(target), state(traveller.memory()), "at position " + target);
            }
        }
    }

    @Test
    void statementsThatAreAppendedMakeTheRunLonger() {
        Journal journal = new Journal();
        Recorder recorder = new Recorder(journal, EventSink.ofNotes(note -> {}));
        TimeMachine traveller = new TimeMachine(
                journal, ToyRun.memory(), (statement, memory, sink) -> memory.store(address(statement), 1));
        assertEquals(0, traveller.length());
        for (int statement = 0; statement < 2; statement++) {
            recorder.stored(statement, 0, 1, false);
            recorder.endStatement();
            assertTrue(traveller.forward());
            assertFalse(traveller.forward());
        }
        assertEquals(Map.of(0, 1L, 1, 1L), state(traveller.memory()));
    }

    @Test
    void aPlayerThatStoresOtherwiseIsFoundOut() {
        assertFoundOut("statement 2 played again differs at store 4", (statement, memory, sink) -> {
            sink.note(new CpuChanged(1));
            memory.store(address(0), 12);
        });
    }

    @Test
    void aPlayerThatTellsLessIsFoundOut() {
        assertFoundOut(
                "statement 3 played again has 1 events instead of 2",
                (statement, memory, sink) -> sink.note(new CpuChanged(3)));
    }

    private static void assertFoundOut(String message, StatementPlayer player) {
        int statement = message.charAt("statement ".length()) - '0';
        TimeMachine traveller = RUN.timeMachine(player);
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, () -> traveller.detail(statement))
                        .getMessage());
    }
}
