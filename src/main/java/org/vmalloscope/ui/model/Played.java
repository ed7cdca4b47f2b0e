package org.vmalloscope.ui.model;

import java.util.Optional;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.diagram.EventLog;
import org.vmalloscope.inspect.Messages;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;

/// A scenario that was played as far as it goes, ready to be travelled.
///
/// Made on any thread, then handed to the FX thread, which alone uses it from there on. `source` says where the
/// scenario came from, `text` is its text.
public record Played(
        String source,
        String text,
        Run run,
        Births births,
        EventLog log,
        TimeMachine time,
        Warnings warnings,
        Messages messages,
        Optional<ScenarioError> refused) {

    /// Stores of a run that takes so much heap that moving it about is felt.
    private static final int LONG = 300_000;

    /// Plays a scenario.
    public static Played of(String source, String text, Scenario scenario) {
        Births births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
        EventLog log = new EventLog();
        Warnings warnings = new Warnings();
        EventSink notes = EventSink.ofNotes(note -> {
            births.note(note);
            warnings.note(note);
        });
        Messages messages = new Messages();
        Run run = new Run(scenario, EventSink.both(log, EventSink.both(messages, notes)));
        Optional<ScenarioError> refused = Optional.empty();
        while (run.hasNext()) {
            if (run.next() instanceof Outcome.Refused refusal) {
                refused = Optional.of(refusal.error());
            }
        }
        if (run.journal().stores() > LONG) {
            // What will stay is moved aside now, while somebody waits anyway, and not while somebody drags.
            System.gc();
        }
        return new Played(source, text, run, births, log, run.timeMachine(), warnings, messages, refused);
    }
}
