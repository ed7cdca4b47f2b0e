package org.vmalloscope.ui.model;

import java.util.Optional;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;

/// A scenario that was played as far as it goes, ready to be travelled.
///
/// Made on any thread, then handed to the FX thread, which alone uses it from there on.
public record Played(String source, Run run, Births births, TimeMachine time, Optional<ScenarioError> refused) {

    /// Plays a scenario; `source` says where it came from.
    public static Played of(String source, Scenario scenario) {
        Births births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
        Run run = new Run(scenario, births);
        Optional<ScenarioError> refused = Optional.empty();
        while (run.hasNext()) {
            if (run.next() instanceof Outcome.Refused(ScenarioError error)) {
                refused = Optional.of(error);
            }
        }
        return new Played(source, run, births, run.timeMachine(), refused);
    }
}
