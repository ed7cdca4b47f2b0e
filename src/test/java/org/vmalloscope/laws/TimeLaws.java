package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.memory.SimulatedMemory;

/// The laws that travelling in time obeys, tried on one run.
final class TimeLaws {
    private static final int SHORT = 30_000;

    private final Subject subject;
    private final Journey journey;
    private final Random random;

    TimeLaws(Subject subject) throws IOException {
        this.subject = subject;
        this.journey = new Journey(subject.scenario());
        this.random = new Random(subject.seed());
    }

    private int position() {
        return random.nextInt(journey.length() + 1);
    }

    private void same(SimulatedMemory expected, TimeMachine machine, String how) {
        String where = how + " gives another memory at " + machine.position() + " of " + journey.length() + ", seed "
                + subject.seed();
        assertTrue(expected.sameContent(machine.snapshot()), where);
    }

    void everyEventIsInTheDetailOfItsStatement() {
        Journal journal = journey.journal();
        TimeMachine machine = journey.machine();
        assertEquals(journal.events(), journey.length());
        for (int statement = 0; statement < journal.statements(); statement++) {
            long counted = journal.eventEnd(statement) - journal.eventStart(statement);
            machine.seek(journal.eventStart(statement));
            assertEquals(counted, machine.detail(statement).events().size());
            assertEquals(journal.eventStart(statement), machine.position());
        }
        int statement = random.nextInt(journal.statements());
        machine.seek(position());
        assertEquals(statement, machine.detail(statement).statement());
        same(journey.replayed((int) machine.position()), machine, "looking at details");
    }

    void jumpingGivesTheMemoryOfTheTargetAlone() {
        for (int i = 0; i < 5; i++) {
            TimeMachine machine = journey.machineAt(position());
            int target = position();
            machine.seek(target);
            same(journey.machineAt(target).snapshot(), machine, "jumping twice");
            same(journey.replayed(target), machine, "writing all stores");
        }
    }

    void steppingForwardGivesTheMemoryOfAJump() {
        int target = Math.min(position(), SHORT);
        TimeMachine machine = journey.machine();
        while (machine.position() < target) {
            assertTrue(machine.forward());
            assertEquals(Optional.of(journey.events().get((int) machine.position() - 1)), machine.lastEvent());
        }
        same(journey.machineAt(target).snapshot(), machine, "stepping forward");
    }

    void steppingBackToTheStartGivesThePowerOnMemory() {
        TimeMachine machine = journey.machineAt(journey.length());
        int stop = position();
        while (machine.back()) {
            if (machine.position() == stop) {
                same(journey.replayed(stop), machine, "stepping back");
            }
        }
        assertEquals(0, machine.position());
        same(journey.powerOn(), machine, "stepping back");
    }

    void steppingToTheEndGivesTheLiveMemory() {
        TimeMachine machine = journey.machine();
        while (machine.forward()) {
            assertTrue(machine.position() <= journey.length());
        }
        assertEquals(journey.length(), machine.position());
        same(journey.live(), machine, "stepping to the end");
    }

    void aFreshRunStopsAtTheSameMemory() {
        Journal journal = journey.journal();
        for (int i = 0; i < 3; i++) {
            int statements = random.nextInt(journal.statements() + 1);
            long end = statements == 0 ? 0 : journal.eventEnd(statements - 1);
            same(journey.freshRun(statements), journey.machineAt(end), "running so far");
        }
    }

    void invariantsHoldInTheReplicaBetweenStatements() throws IOException {
        InvariantChecker invariants = InvariantChecker.of(subject.scenario());
        TimeMachine machine = journey.machine();
        Journal journal = journey.journal();
        for (int i = 0; i < 10; i++) {
            int statement = random.nextInt(journal.statements());
            machine.seek(journal.eventStart(statement));
            invariants.check(journey.run().view(machine.memory()));
        }
    }

    void searchFindsWhatALinearScanFinds() {
        for (int i = 0; i < 10; i++) {
            Class<?> kind =
                    journey.events().get(random.nextInt(journey.length())).getClass();
            Predicate<Event> wanted = kind::isInstance;
            int from = position();
            TimeMachine machine = journey.machineAt(from);
            String where = kind.getSimpleName() + " from " + from + ", seed " + subject.seed();
            assertEquals(journey.next(wanted, from), machine.next(wanted, () -> false), where);
            assertEquals(journey.previous(wanted, from), machine.previous(wanted, () -> false), where);
            assertEquals(OptionalLong.empty(), machine.next(event -> true, () -> true), where);
            assertEquals(from, machine.position());
            same(journey.replayed(from), machine, "searching");
        }
    }

    void writersAreThoseOfANaiveReplay() {
        Journal journal = journey.journal();
        TimeMachine machine = journey.machine();
        for (int i = 0; i < 20; i++) {
            int slot = journal.slot(random.nextInt(journal.stores()));
            int at = position();
            machine.seek(at);
            long address = machine.memory().addressOf(slot);
            String where = "0x" + Long.toHexString(address) + " at " + at + ", seed " + subject.seed();
            assertEquals(journey.lastWriter(slot, at), machine.lastWriter(address), where);
            assertEquals(journey.nextWriter(slot, at), machine.nextWriter(address), where);
        }
        same(journey.replayed((int) machine.position()), machine, "asking who wrote");
    }

    void statementStepsLandOnStatementBounds() {
        Journal journal = journey.journal();
        TimeMachine machine = journey.machine();
        for (int statement = 0; statement < journal.statements(); statement++) {
            assertTrue(machine.nextStatement());
            assertEquals(journal.eventEnd(statement), machine.position());
            assertEquals(statement, machine.statement());
        }
        assertFalse(machine.nextStatement());
        for (int i = 0; i < 10; i++) {
            int from = position();
            machine.seek(from);
            assertEquals(from > 0, machine.previousStatement());
            long start = from == 0 ? 0 : journal.eventStart(journal.statementOfEvent(from));
            assertEquals(start, machine.position());
            machine.seek(from);
            assertEquals(from < journey.length(), machine.nextStatement());
            long end = from == journey.length() ? from : journal.eventEnd(journal.statementOfEvent(from + 1));
            assertEquals(end, machine.position());
        }
    }
}
