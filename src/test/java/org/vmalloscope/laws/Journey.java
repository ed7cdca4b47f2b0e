package org.vmalloscope.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.vmalloscope.journal.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// A run to its end and all that happened in it, laid out flat, so that what the time machine says can be
/// looked up by plain counting.
final class Journey {
    private final Scenario scenario;
    private final Run run;
    private final Journal journal;
    private final List<Event> events = new ArrayList<>();

    /// Stores that are done at each event position.
    private final List<Integer> storesDone = new ArrayList<>();

    Journey(Scenario scenario) {
        this.scenario = scenario;
        this.run = Run.toEnd(scenario);
        this.journal = run.journal();
        storesDone.add(0);
        TimeMachine machine = run.timeMachine();
        for (int statement = 0; statement < journal.statements(); statement++) {
            machine.seek(journal.eventStart(statement)); // beside the statement, or each one would be a journey
            Detail detail = machine.detail(statement);
            for (int count = 1; count <= detail.events().size(); count++) {
                storesDone.add(journal.storeStart(statement) + detail.storesAfter(count));
            }
            events.addAll(detail.events());
        }
    }

    Run run() {
        return run;
    }

    Journal journal() {
        return journal;
    }

    /// All events: the n-th, from 1, leads to position n.
    List<Event> events() {
        return events;
    }

    int length() {
        return events.size();
    }

    TimeMachine machine() {
        return run.timeMachine();
    }

    TimeMachine machineAt(long position) {
        TimeMachine machine = run.timeMachine();
        machine.seek(position);
        return machine;
    }

    SimulatedMemory powerOn() {
        return run.timeMachine().snapshot();
    }

    SimulatedMemory live() {
        return own(run.memory());
    }

    /// The memory of another run of the same scenario, stopped after so many statements.
    SimulatedMemory freshRun(int statements) {
        Run fresh = new Run(scenario, note -> {});
        while (fresh.played() < statements) {
            fresh.next();
        }
        return own(fresh.memory());
    }

    private static SimulatedMemory own(MemoryReader reader) {
        if (reader instanceof SimulatedMemory memory) {
            return memory;
        }
        throw new IllegalArgumentException("a run's memory is a simulated one");
    }

    /// The memory at a position, made by writing every store before it, one after the other.
    SimulatedMemory replayed(int position) {
        SimulatedMemory memory = powerOn();
        for (int store = 0; store < storesDone.get(position); store++) {
            memory.restore(journal.slot(store), journal.now(store));
        }
        return memory;
    }

    /// The position after the last store to a slot that is done at a position.
    OptionalLong lastWriter(int slot, int position) {
        for (int store = storesDone.get(position) - 1; store >= 0; store--) {
            if (journal.slot(store) == slot) {
                return OptionalLong.of(positionAfter(store));
            }
        }
        return OptionalLong.empty();
    }

    /// The position after the first store to a slot that is not done yet at a position.
    OptionalLong nextWriter(int slot, int position) {
        for (int store = storesDone.get(position); store < storesDone.getLast(); store++) {
            if (journal.slot(store) == slot) {
                return OptionalLong.of(positionAfter(store));
            }
        }
        return OptionalLong.empty();
    }

    private long positionAfter(int store) {
        int low = 0;
        int high = length();
        while (low < high) {
            int middle = (low + high) / 2;
            if (storesDone.get(middle) > store) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    OptionalLong next(Predicate<Event> wanted, int position) {
        for (int number = position + 1; number <= length(); number++) {
            if (wanted.test(events.get(number - 1))) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }

    OptionalLong previous(Predicate<Event> wanted, int position) {
        for (int number = position - 1; number >= 1; number--) {
            if (wanted.test(events.get(number - 1))) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }
}
