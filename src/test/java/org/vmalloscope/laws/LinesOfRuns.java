package org.vmalloscope.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.vmalloscope.journal.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.LineReached;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// A run laid out as the functions that were entered and the lines that were reached in each.
final class LinesOfRuns {
    private final List<String> entered = new ArrayList<>();
    private final BiConsumer<String, LineReached> visitor;

    /// Tells `visitor` of every line, with the function it belongs to; `-` outside of all.
    LinesOfRuns(BiConsumer<String, LineReached> visitor) {
        this.visitor = visitor;
    }

    void play(Scenario scenario) {
        Run run = Run.toEnd(scenario);
        TimeMachine machine = run.timeMachine();
        for (int statement = 0; statement < run.journal().statements(); statement++) {
            machine.seek(run.journal().eventStart(statement));
            visit(machine.detail(statement));
        }
    }

    private void visit(Detail detail) {
        List<String> calls = new ArrayList<>(List.of("-"));
        for (int count = 0; count <= detail.events().size(); count++) {
            if (count > 0) {
                follow(detail.events().get(count - 1), calls);
            }
            for (LineReached line : detail.linesAfter(count)) {
                visitor.accept(calls.getLast(), line);
            }
        }
    }

    private void follow(Event event, List<String> calls) {
        if (event instanceof FunctionEntered call) {
            calls.add(call.function());
            entered.add(call.function());
        } else if (event instanceof FunctionLeft) {
            calls.removeLast();
        }
    }

    /// Functions that were entered so far, in order.
    List<String> entered() {
        return entered;
    }
}
