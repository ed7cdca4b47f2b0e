package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.rules.Rules;
import org.vmalloscope.rules.Verdict;
import org.vmalloscope.rules.Verdict.State;
import org.vmalloscope.rules.Work;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// The checker raises no false alarm: inside of statements a rule is broken only by a function that is known to break
/// it, and the sound memory between two statements obeys all rules.
class RulesInBetweenTest {
    private static final int SCENARIOS = 30;
    private static final int STEPS = 25;

    private final Set<String> alarms = new TreeSet<>();

    @Test
    void noRuleIsBrokenWithoutAReason() {
        long seed = Seeds.one();
        Seeds.say("rules in between: -D" + Seeds.PROPERTY + "=" + seed);
        for (int number = 0; number < SCENARIOS; number++) {
            visit(RandomScenarios.of(seed + number, STEPS), seed + number);
        }
        assertEquals(Set.of(), alarms);
    }

    @Test
    void bootIsQuiet() {
        visit(ScenarioFiles.parsed("""
                machine i386 cpus=2 ram=16M
                early size=48K align=64K
                early size=8K align=4K
                boot
                a = vmalloc 20K
                x = vm_map_ram 32
                y = vm_map_ram 32
                z = vmalloc_user 12K
                vm_unmap_ram x
                vm_unmap_ram y
                vfree a
                vm_unmap_aliases
                rcu
                """), 0);
        assertEquals(Set.of(), alarms);
    }

    private void visit(Scenario scenario, long seed) {
        Run run = Run.toEnd(scenario);
        TimeMachine time = run.timeMachine();
        Journal journal = run.journal();
        for (int statement = 0; statement < journal.statements(); statement++) {
            List<String> running = new ArrayList<>();
            Detail detail = time.detail(statement);
            long start = journal.eventStart(statement);
            int count = detail.events().size();
            if (count > 3000 || detail.events().getLast() instanceof Died) {
                continue;
            }
            for (int done = 1; done <= count; done++) {
                Event event = detail.events().get(done - 1);
                if (event instanceof FunctionEntered entered) {
                    running.add(entered.function());
                } else if (event instanceof FunctionLeft) {
                    running.removeLast();
                }
                boolean changes = detail.storesAfter(done) != detail.storesAfter(done - 1);
                if (changes || done == count || event instanceof FunctionLeft) {
                    time.seek(start + done);
                    judge(run, time, new Work(running, done == count), seed);
                }
            }
        }
    }

    private void judge(Run run, TimeMachine time, Work work, long seed) {
        for (Verdict verdict : Rules.check(run.view(time.memory()), work)) {
            if (verdict.state() == State.BROKEN) {
                alarms.add(verdict.rule() + " in " + work.running() + " "
                        + verdict.breaches().getFirst().what()
                        + (alarms.size() < 3 ? " seed " + seed + " at " + time.position() : ""));
            }
        }
    }
}
