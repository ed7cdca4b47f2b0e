package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// A scenario that was played to its end, and the notes of its last statement.
final class Play {
    private final List<Note> notes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final BiConsumer<Note, VmallocView> watcher;
    private final Run run;
    private Outcome outcome = new Outcome.Done();

    private Play(Scenario scenario, BiConsumer<Note, VmallocView> watcher) {
        this.watcher = watcher;
        run = new Run(scenario, this::take);
        while (run.hasNext()) {
            notes.clear();
            lines.clear();
            outcome = run.next();
        }
    }

    private void take(Note note) {
        notes.add(note);
        lines.add(new NoteText(view()).line(note));
        watcher.accept(note, view());
    }

    /// The scenario of a text without errors.
    static Play of(String text) {
        return watched((note, view) -> {}, text);
    }

    /// The same, with somebody who looks at the state whenever a note comes.
    static Play watched(BiConsumer<Note, VmallocView> watcher, String text) {
        return switch (ScenarioParser.parse(text)) {
            case Scenario scenario -> new Play(scenario, watcher);
            case ScenarioErrors errors -> fail(errors + " in\n" + text);
        };
    }

    /// Statements after `boot` on a machine with one CPU and 1 GiB.
    static Play on(Machine machine, String... statements) {
        return of(text(machine, statements));
    }

    static String text(Machine machine, String... statements) {
        return "machine " + machine.label() + " cpus=1 ram=1G\nboot\n" + String.join("\n", statements) + "\n";
    }

    /// What the last statement returned.
    Outcome outcome() {
        return outcome;
    }

    /// The state after the last statement.
    VmallocView view() {
        return run.view(run.memory());
    }

    /// All notes of the last statement, a line each.
    String told() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /// Those of the lines that begin with one of the words.
    String told(String... words) {
        List<String> wanted = Arrays.asList(words);
        return lines.stream()
                .filter(line -> wanted.contains(line.split(" ", 2)[0]))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /// The notes of the last statement that are of one kind.
    <N extends Note> List<N> notes(Class<N> kind) {
        return notes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
