package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.model.Flaw;
import org.vmalloscope.scenario.Scenario;

/// The scenarios that users find in the product, for which the laws hold as for all others.
class ShippedScenariosTest {
    /// Areas that wrap around the end of the address space are where the model stops.
    private static final Set<String> BEYOND_THE_MODEL = Set.of("35-early-overlap.vms");

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
            boolean beyond = BEYOND_THE_MODEL.contains(file.getFileName().toString());
            assertEquals(!beyond, result.complete(), file + ": played to its end");
        }
    }
}
