package org.vmalloscope.inspect;

import java.util.Optional;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// A scenario played to its end, and somebody who looks into its objects at any position.
final class Look {
    private final Run run;
    private final Births births;
    private final Messages messages = new Messages();
    private final TimeMachine time;

    Look(Scenario scenario) {
        births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
        run = new Run(scenario, EventSink.both(messages, EventSink.ofNotes(births)));
        while (run.hasNext()) {
            run.next();
        }
        time = run.timeMachine();
        time.seek(time.length());
    }

    static Look of(String... lines) {
        return switch (ScenarioParser.parse(String.join("\n", lines) + "\n")) {
            case Scenario scenario -> new Look(scenario);
            case ScenarioErrors errors -> throw new IllegalArgumentException(errors.toString());
        };
    }

    Run run() {
        return run;
    }

    TimeMachine time() {
        return time;
    }

    Messages messages() {
        return messages;
    }

    VmallocView view() {
        return run.view(time.memory());
    }

    AreaNames names() {
        return new AreaNames(births, view());
    }

    Moment moment() {
        return Moment.of(time, view(), births);
    }

    /// Goes to the end of a statement, counted from 1.
    Look after(int statement) {
        time.seek(run.journal().eventEnd(statement - 1));
        return this;
    }

    VmapArea area(String name) {
        return view().areas().stream()
                .filter(va -> names().area(va).equals(name))
                .findFirst()
                .orElseThrow();
    }

    Sheet sheet(long address) {
        return sheet(Subject.at(view(), address).orElseThrow());
    }

    Sheet sheet(Subject subject) {
        return new ObjectReader(names(), ChangedWords.of(time)).read(subject);
    }

    Optional<Sheet> changed() {
        return LastChanged.of(time, names()).map(LastChanged::subject).map(this::sheet);
    }

    static String value(Sheet sheet, String field) {
        return sheet.rows().stream()
                .filter(row -> row.field().equals(field))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
