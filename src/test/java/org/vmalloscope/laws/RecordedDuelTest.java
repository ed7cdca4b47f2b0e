package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.model.Flaw;
import org.vmalloscope.scenario.Scenario;

/// The model agrees with the engine on every recorded scenario, and so with the kernel that was recorded.
class RecordedDuelTest {
    @ParameterizedTest
    @MethodSource("scenarios")
    void modelAndEngineAgree(Path file) throws IOException {
        Scenario scenario = ScenarioFiles.read(file);
        Duel.Result result = Duel.fight(scenario, Flaw.NONE);
        assertEquals(Optional.empty(), result.difference());
        assertTrue(result.compared() > 0);
    }

    static List<Path> scenarios() throws IOException {
        return ScenarioFiles.recorded();
    }
}
