package org.vmalloscope.laws;

import java.io.IOException;
import java.nio.file.Path;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.scenario.Scenario;

/// A scenario that laws are tried on: a file, or one made from the seed when it has steps.
///
/// @param seed of all that chance decides on the way
record Subject(Path file, long seed, int steps) {
    Subject(Path file, long seed) {
        this(file, seed, 0);
    }

    Scenario scenario() throws IOException {
        return steps > 0 ? RandomScenarios.of(seed, steps) : ScenarioFiles.read(file);
    }

    @Override
    public String toString() {
        return steps > 0 ? "random " + seed : file.getFileName().toString();
    }
}
