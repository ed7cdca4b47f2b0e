package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.inspect.FieldHistory;
import org.vmalloscope.inspect.Writer;
import org.vmalloscope.inspect.Writers;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// Who wrote a field is the same whether it is looked up in the journal or heard while the run is played.
class WhoWroteTest {
    private static final int SCENARIOS = 20;
    private static final int STEPS = 80;
    private static final int FIELDS = 15;

    /// Somebody who listens to a run and remembers every store.
    private static final class Listener implements EventSink {
        private final List<Heard> heard = new ArrayList<>();
        private final List<String> running = new ArrayList<>();
        private long event;

        @Override
        public void stored(int slot, long was, long now, boolean quiet) {
            event += quiet ? 0 : 1;
            String function = running.isEmpty() ? "" : running.getLast();
            heard.add(new Heard(slot, was, now, new Writer(heard.size(), event, function)));
        }

        @Override
        public void note(Note note) {
            event++;
            if (note instanceof StatementBegun) {
                running.clear();
            } else if (note instanceof FunctionEntered entered) {
                running.add(entered.function());
            } else if (note instanceof FunctionLeft) {
                running.removeLast();
            }
        }
    }

    private record Heard(int slot, long was, long now, Writer writer) {}

    @Test
    void whoWroteIsWhatAListenerHears() {
        long seed = Seeds.one();
        Seeds.say("who wrote: -D" + Seeds.PROPERTY + "=" + seed);
        for (int number = 0; number < SCENARIOS; number++) {
            compare(RandomScenarios.of(seed + number, STEPS), new Random(seed + number), "seed " + (seed + number));
        }
    }

    private static void compare(Scenario scenario, Random random, String where) {
        Listener listener = new Listener();
        Run run = new Run(scenario, listener);
        while (run.hasNext()) {
            run.next();
        }
        int played = run.journal().stores();
        Writers writers = new Writers(run.timeMachine());
        for (int field = 0; field < FIELDS; field++) {
            int slot = run.journal().slot(random.nextInt(played));
            List<Heard> expected = listener.heard.stream()
                    .filter(store -> store.slot() == slot)
                    .toList();
            FieldHistory history = FieldHistory.of(run.journal(), slot, () -> false);
            List<Heard> found = new ArrayList<>();
            for (int index = 0; index < history.size(); index++) {
                found.add(new Heard(slot, history.was(index), history.now(index), writers.of(history.store(index))));
            }
            assertEquals(expected, found, where);
            int done = random.nextInt(played + 1);
            long before = expected.stream()
                    .filter(store -> store.writer().store() < done)
                    .count();
            assertEquals(before, history.before(done), where);
        }
    }

    @Test
    void aSearchThatIsGivenUpFindsNothingMore() {
        Run run = Run.toEnd(RandomScenarios.of(7, STEPS));
        int slot = run.journal().slot(0);
        assertEquals(0, FieldHistory.of(run.journal(), slot, () -> true).size());
    }
}
