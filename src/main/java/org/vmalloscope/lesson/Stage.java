package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.diagram.Narrator;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Store;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement.Binding;

/// A scenario played to its end, with three looks at it: right before a statement, right after it, and within.
final class Stage {
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{5,16})");

    private final Run run;
    private final Births births;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final TimeMachine before;
    private final TimeMachine after;
    private final TimeMachine within;
    private final Narrator narrator = new Narrator();
    private int statement;

    Stage(Scenario scenario) {
        this.births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
        this.run = new Run(scenario, births);
        while (run.hasNext()) {
            outcomes.add(run.next());
        }
        this.before = run.timeMachine();
        this.after = run.timeMachine();
        this.within = run.timeMachine();
    }

    /// Statements that were played: a refused one, and what comes after the kernel's death, was not.
    int played() {
        return run.journal().statements();
    }

    /// Goes to a statement (from 0).
    void goTo(int where) {
        statement = where;
        before.seek(start());
        after.seek(end());
    }

    int statement() {
        return statement;
    }

    Scenario scenario() {
        return run.scenario();
    }

    Run run() {
        return run;
    }

    /// The event position before the statement.
    long start() {
        return run.journal().eventStart(statement);
    }

    /// The event position after it.
    long end() {
        return run.journal().eventEnd(statement);
    }

    Outcome outcome() {
        return outcomes.get(statement);
    }

    /// The address that the statement returned; 0 for NULL and for none.
    long address() {
        return outcome() instanceof Outcome.Address(long address) ? address : 0;
    }

    /// The address that a name of the scenario was given last, up to the statement and including it.
    long addressOf(String name) throws CannotAskException {
        for (int index = statement; index >= 0; index--) {
            boolean gives = run.scenario().lines().get(index).statement() instanceof Binding binding
                    && binding.name().equals(name);
            if (gives && outcomes.get(index) instanceof Outcome.Address(long address)) {
                if (address == 0) {
                    throw new CannotAskException("'" + name + "' is NULL here");
                }
                return address;
            }
        }
        throw new CannotAskException("no statement up to here gives '" + name + "'");
    }

    Scene before() {
        return scene(before.memory());
    }

    Scene after() {
        return scene(after.memory());
    }

    private Scene scene(MemoryReader memory) {
        VmallocView view = run.view(memory);
        return new Scene(view, new AreaNames(births, view));
    }

    /// What the statement did.
    List<Event> events() {
        return before.detail(statement).events();
    }

    /// The events of a run's statement (from 0).
    List<Event> events(int which) {
        return before.detail(which).events();
    }

    /// The first event of the statement that matches, as its number from 1.
    Optional<Integer> first(Predicate<Event> wanted) {
        List<Event> events = events();
        for (int index = 0; index < events.size(); index++) {
            if (wanted.test(events.get(index))) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    /// The last one.
    Optional<Integer> last(Predicate<Event> wanted) {
        List<Event> events = events();
        for (int index = events.size() - 1; index >= 0; index--) {
            if (wanted.test(events.get(index))) {
                return Optional.of(index + 1);
            }
        }
        return Optional.empty();
    }

    /// How the addresses around the statement are written: without the digits that all areas share.
    Addresses shown() {
        List<Long> all = new ArrayList<>();
        before().areas().forEach(va -> all.add(va.vaStart()));
        after().areas().forEach(va -> all.add(va.vaStart()));
        all.add(run.config().machine().vmallocStart());
        return Addresses.of(all);
    }

    /// The sentence for an event of the statement, by its number from 1.
    String sentence(int number) {
        within.seek(start() + number);
        String sentence = narrator.sentence(
                events().get(number - 1), scene(within.memory()).names());
        Addresses shown = shown();
        return ADDRESS.matcher(sentence).replaceAll(hit -> shown.shown(Long.parseUnsignedLong(hit.group(1), 16)));
    }

    /// Whether the event with a number (from 1) announces a store that changes something: a node may be painted what it
    /// is already.
    boolean changes(int number) {
        return number < events().size() && events().get(number) instanceof Store store && store.was() != store.now();
    }

    /// Sentences for the events that match: all of them, or the first and the last ones when there are more than
    /// `most`.
    List<String> sentences(Predicate<Event> wanted, int most) {
        List<Event> events = events();
        return sentencesAt(number -> wanted.test(events.get(number - 1)), most);
    }

    /// The same by the numbers of events, from 1.
    List<String> sentencesAt(IntPredicate wanted, int most) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= events().size(); number++) {
            if (wanted.test(number)) {
                numbers.add(number);
            }
        }
        if (numbers.size() > most) {
            List<Integer> ends = new ArrayList<>(numbers.subList(0, 1));
            ends.addAll(numbers.subList(numbers.size() - most + 1, numbers.size()));
            numbers = ends;
        }
        return numbers.stream().map(this::sentence).distinct().toList();
    }
}
