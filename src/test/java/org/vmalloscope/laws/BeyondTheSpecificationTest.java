package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.model.Profile;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioPrinter;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Target;

/// Where the specification is silent the engine may do what it likes, but it comes to an end without an
/// exception, and time can be travelled all the same.
class BeyondTheSpecificationTest {
    private static final int SCENARIOS = 200;
    private static final int STEPS = 120;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // The area ends exactly where addresses wrap, so that others are placed into it.
                """
                machine i386 cpus=1 ram=2G
                boot
                a = vmalloc 125833216
                """,
                // The area of a block is freed under it, and another one takes its place.
                """
                machine i386 cpus=1 ram=2G
                boot
                a = vm_map_ram 15
                vm_unmap_ram 0xf8800000 100
                vm_unmap_aliases
                b = vmalloc 153889
                c = vm_map_ram 1
                """,
                // An early area reaches around the end of the address space.
                """
                machine x86_64 cpus=1 ram=16M
                early size=60473139527680 align=1
                boot
                a = vmalloc 64K
                b = vmalloc 64K
                """
            })
    void theEngineSurvives(String text) {
        survives(ScenarioFiles.parsed(text));
    }

    @Test
    void theEngineSurvivesAnyScenario() {
        long seed = Seeds.one();
        Seeds.say("beyond the specification: -D" + Seeds.PROPERTY + "=" + seed);
        LongStream.range(seed, seed + SCENARIOS).parallel().forEach(each -> survives(spoilt(each)));
    }

    private static void survives(Scenario scenario) {
        try {
            Run run = Run.toEnd(scenario);
            TimeMachine machine = run.timeMachine();
            machine.seek(machine.length());
            var end = machine.snapshot();
            machine.seek(0);
            while (machine.nextStatement()) {
                machine.detail(machine.statement());
            }
            assertTrue(end.sameContent(machine.snapshot()));
        } catch (RuntimeException broken) {
            Scenario shortest = Shrinker.shortest(scenario, BeyondTheSpecificationTest::breaks);
            fail("the engine breaks on\n" + ScenarioPrinter.print(shortest), broken);
        }
    }

    private static boolean breaks(Scenario scenario) {
        try {
            Run run = Run.toEnd(scenario);
            run.timeMachine().seek(run.journal().events());
            return false;
        } catch (RuntimeException broken) {
            return true;
        }
    }

    /// A random scenario with frees of arbitrary addresses strewn in.
    private static Scenario spoilt(long seed) {
        Random random = new Random(seed);
        Profile profile = List.of(Profile.RAM, Profile.HOSTILE, Profile.MIXED, Profile.EDGES)
                .get(random.nextInt(4));
        Scenario scenario = RandomScenarios.of(profile, seed, STEPS);
        List<Step> steps = new ArrayList<>();
        boolean booted = false;
        for (Line line : scenario.lines()) {
            steps.add(line.statement());
            booted = booted || Shrinker.boots(line.statement());
            if (booted && random.nextInt(6) == 0) {
                steps.add(wild(random, scenario.machine().machine()));
                if (random.nextInt(3) == 0) {
                    steps.add(new Statement.VmUnmapAliases());
                    steps.add(new Statement.Rcu());
                }
            }
        }
        return RandomScenarios.scenario(scenario, steps);
    }

    private static Step wild(Random random, Machine machine) {
        long block = (machine.vmallocStart() & -machine.vmapBlockSize()) + machine.vmapBlockSize() * random.nextInt(3);
        long start = random.nextInt(3) == 0 ? machine.vmallocStart() : block;
        long address = start + (random.nextBoolean() ? 0 : random.nextInt(200) * Machine.PAGE_SIZE);
        return switch (random.nextInt(6)) {
            case 0 -> new Statement.Vfree(new Target.ByAddress(address));
            case 1 -> new Statement.Iounmap(new Target.ByAddress(address));
            case 2, 3 -> new Statement.VmUnmapRamAt(address, 1L + random.nextInt(machine.vmapMaxAlloc()));
            default -> new Statement.VmUnmapRamAt(address, 100L + random.nextInt(100));
        };
    }
}
