package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.model.Flaw;
import org.vmalloscope.scenario.Scenario;

/// The scenarios that users find in the product, for which the laws hold as for all others.
class ShippedScenariosTest {
    @Test
    void thereAreAtLeastTwelve() throws IOException {
        int found = ScenarioFiles.shipped().size();
        assertTrue(found >= 12, "only " + found + " in resources/scenarios");
    }

    @Test
    void theEngineAndTheModelAgree() throws IOException {
        for (Path file : ScenarioFiles.shipped()) {
            Scenario scenario = ScenarioFiles.read(file);
            Duel.Result result = Duel.fight(scenario, Flaw.NONE);
            assertEquals(Optional.empty(), result.difference(), file.toString());
            assertTrue(result.complete(), file + " was not played to its end");
        }
    }
}
