package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.model.Flaw;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioPrinter;

/// The engine and the model do the same on random scenarios, after every statement, and all invariants hold there.
class DifferentialTest {
    private static final int STEPS = 300;
    private static final int SCENARIOS = 830;
    private static final int SCENARIOS_OF_THE_CLOCK = 100;
    private static final int STATEMENTS = 200_000;

    @Test
    void engineAndModelAgree() {
        int compared = 0;
        for (long seed : Seeds.all()) {
            boolean many = seed == Seeds.FIXED || System.getProperty(Seeds.PROPERTY) != null;
            compared += agree(seed, many ? SCENARIOS : SCENARIOS_OF_THE_CLOCK);
        }
        assertTrue(compared >= STATEMENTS, "only " + compared + " statements were compared");
    }

    private static int agree(long seed, int scenarios) {
        long begun = System.nanoTime();
        List<Duel.Result> results = LongStream.range(seed, seed + scenarios)
                .parallel()
                .mapToObj(DifferentialTest::fought)
                .toList();
        int compared = results.stream().mapToInt(Duel.Result::compared).sum();
        Seeds.say("differential: -D" + Seeds.PROPERTY + "=" + seed + ": " + scenarios + " scenarios, " + compared
                + " statements compared in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
        return compared;
    }

    private static Duel.Result fought(long seed) {
        Scenario scenario = RandomScenarios.of(seed, STEPS);
        Duel.Result result = Duel.fight(scenario, Flaw.NONE);
        result.difference().ifPresent(difference -> fail(report(seed, scenario, Flaw.NONE)));
        return result;
    }

    private static Optional<String> difference(Scenario scenario, Flaw flaw) {
        return Duel.fight(scenario, flaw).difference();
    }

    private static Scenario shortest(Scenario scenario, Flaw flaw) {
        return Shrinker.shortest(scenario, shorter -> difference(shorter, flaw).isPresent());
    }

    private static String report(long seed, Scenario scenario, Flaw flaw) {
        Scenario shortest = shortest(scenario, flaw);
        return "seed " + seed + ", after the last statement of\n" + ScenarioPrinter.print(shortest)
                + difference(shortest, flaw).orElse("nothing differs");
    }

    /// The comparison must be able to fail, and to say why in few statements.
    @ParameterizedTest
    @EnumSource(value = Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aMistakeIsFoundAndShrunk(Flaw flaw) {
        Scenario found = LongStream.range(0, 2000)
                .mapToObj(seed -> RandomScenarios.of(seed, STEPS / 3))
                .filter(scenario -> difference(scenario, flaw).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(flaw + " was not found"));
        Scenario shortest = shortest(found, flaw);
        String text = ScenarioPrinter.print(shortest);
        assertTrue(shortest.lines().size() <= flaw.statements(), flaw + " takes this to be shown:\n" + text);
        assertTrue(difference(shortest, flaw).isPresent(), text);
        assertEquals(Optional.empty(), difference(shortest, Flaw.NONE), text);
    }
}
