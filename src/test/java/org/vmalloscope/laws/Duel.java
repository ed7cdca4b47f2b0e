package org.vmalloscope.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.model.Comparison;
import org.vmalloscope.model.Flaw;
import org.vmalloscope.model.Happening;
import org.vmalloscope.model.NaiveVmalloc;
import org.vmalloscope.model.UnspecifiedException;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// A scenario played by the engine and by the model side by side, compared after every statement.
final class Duel {
    private final Scenario scenario;
    private final NaiveVmalloc model;
    private final InvariantChecker invariants;
    private final List<Happening> happenings = new ArrayList<>();
    private final Run run;
    private int compared;

    private Duel(Scenario scenario, Flaw flaw) {
        this.scenario = scenario;
        this.model = new NaiveVmalloc(scenario, flaw);
        this.invariants = InvariantChecker.of(scenario);
        this.run = new Run(scenario, note -> Happening.of(note).ifPresent(happenings::add));
    }

    /// How a duel ended.
    ///
    /// @param compared statements after which both were compared
    /// @param difference what was found at the statement after those; empty for a draw
    /// @param complete whether the engine came to its end
    record Result(int compared, Optional<String> difference, boolean complete) {}

    static Result fight(Scenario scenario, Flaw flaw) {
        return new Duel(scenario, flaw).fight();
    }

    private Result fight() {
        while (run.hasNext()) {
            Line line = scenario.lines().get(run.played());
            if (model.refuses(line.statement())) {
                return end(Optional.empty());
            }
            Outcome naive;
            try {
                naive = model.play(line.statement());
            } catch (UnspecifiedException unspecified) {
                return end(Optional.empty());
            }
            Optional<String> difference = step(naive);
            if (difference.isPresent()) {
                return end(difference);
            }
            compared++;
        }
        return end(Optional.empty());
    }

    private Result end(Optional<String> difference) {
        return new Result(compared, difference, !run.hasNext());
    }

    private Optional<String> step(Outcome naive) {
        happenings.clear();
        Outcome outcome;
        try {
            outcome = run.next();
        } catch (RuntimeException broken) {
            return Optional.of("the engine fails: " + broken);
        }
        if (!happenings.equals(model.happenings())) {
            return Optional.of("events: engine " + happenings + ", model " + model.happenings());
        }
        if (!outcome.equals(naive)) {
            return Optional.of("result: engine " + outcome + ", model " + naive);
        }
        if (outcome instanceof Outcome.Died) {
            return Optional.empty();
        }
        Optional<String> difference = Comparison.firstDifference(run.view(run.memory()), model);
        return difference.isPresent() ? difference : brokenInvariant();
    }

    private Optional<String> brokenInvariant() {
        try {
            invariants.check(run.view(run.memory()));
            return Optional.empty();
        } catch (AssertionError broken) {
            return Optional.of("invariant: " + broken.getMessage());
        }
    }
}
