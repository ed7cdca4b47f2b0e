package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.Statement.Binding;

/// A scenario played to its end, with what listened to it, and a traveller over it.
final class PlayedRun {
    private final Run run;
    private final Births births;
    private final TimeMachine machine;
    private final Narrator narrator = new Narrator();

    private PlayedRun(Scenario scenario) {
        births = new Births(scenario.machine().machine(), statement -> name(scenario, statement));
        run = new Run(scenario, births);
        while (run.hasNext()) {
            run.next();
        }
        machine = run.timeMachine();
    }

    /// Plays a scenario that is shipped, by the beginning of its file name.
    static PlayedRun shipped(String name) {
        return ShippedScenarios.all().stream()
                .filter(shipped -> shipped.fileName().startsWith(name))
                .findFirst()
                .map(shipped -> of(shipped.text()))
                .orElseGet(() -> fail("no scenario is called " + name));
    }

    /// Plays a scenario of those lines.
    static PlayedRun of(String... lines) {
        return switch (ScenarioParser.parse(String.join("\n", lines) + "\n")) {
            case Scenario scenario -> new PlayedRun(scenario);
            case ScenarioErrors errors -> fail(errors.toString());
        };
    }

    private static Optional<String> name(Scenario scenario, int statement) {
        return scenario.lines().get(statement).statement() instanceof Binding binding
                ? Optional.of(binding.name())
                : Optional.empty();
    }

    Births births() {
        return births;
    }

    TimeMachine machine() {
        return machine;
    }

    /// The journal of the run.
    Journal journal() {
        return run.journal();
    }

    /// What diagrams are drawn from at a position.
    Moment at(long position) {
        machine.seek(position);
        return Moment.of(machine, run.view(machine.memory()), births);
    }

    /// The same at the end of a statement, counted from 1 as on the screen.
    Moment afterStatement(int statement) {
        return at(run.journal().eventEnd(statement - 1));
    }

    /// The same after an event of a statement, both counted from 1.
    Moment inStatement(int statement, int event) {
        return at(run.journal().eventStart(statement - 1) + event);
    }

    /// The same after the n-th event (from 1) of a statement (from 1) that the predicate asks for.
    Moment atEvent(int statement, Predicate<Event> wanted, int n) {
        long start = run.journal().eventStart(statement - 1);
        List<Event> events = machine.detail(statement - 1).events();
        int left = n;
        for (int index = 0; index < events.size(); index++) {
            if (wanted.test(events.get(index)) && --left == 0) {
                return at(start + index + 1);
            }
        }
        return fail("statement " + statement + " has fewer than " + n + " such events");
    }

    /// The names at the current position.
    AreaNames names() {
        return names(Phrases.ofDefaultLocale());
    }

    AreaNames names(Phrases phrases) {
        return new AreaNames(births, run.view(machine.memory()), phrases);
    }

    /// The names at the end of a statement, counted from 1 as on the screen.
    AreaNames after(int statement) {
        machine.seek(run.journal().eventEnd(statement - 1));
        return names();
    }

    /// The sentences of a statement (from 1) that say what the predicate asks for, in order.
    List<String> sentences(int statement, Predicate<String> wanted) {
        List<String> sentences = new ArrayList<>();
        machine.seek(run.journal().eventStart(statement - 1));
        while (machine.position() < run.journal().eventEnd(statement - 1)) {
            machine.forward();
            String sentence = narrator.sentence(machine.lastEvent().orElseThrow(), names());
            if (wanted.test(sentence)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }

    /// The sentences of a statement (from 1) for events of a kind.
    List<String> sentences(int statement, EventKind kind) {
        List<String> sentences = new ArrayList<>();
        machine.seek(run.journal().eventStart(statement - 1));
        while (machine.position() < run.journal().eventEnd(statement - 1)) {
            machine.forward();
            Event event = machine.lastEvent().orElseThrow();
            if (EventKind.of(event) == kind) {
                sentences.add(narrator.sentence(event, names()));
            }
        }
        return sentences;
    }

    /// Visits every event with the names of the position right after it.
    void forEach(Phrases phrases, BiConsumer<Event, AreaNames> visitor) {
        machine.seek(0);
        while (machine.forward()) {
            visitor.accept(machine.lastEvent().orElseThrow(), names(phrases));
        }
    }
}
