package org.vmalloscope.trace.imported;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vmalloscope.scenario.ScenarioReader;

/// The text of a scenario, from a scenario's own file or from one that a real kernel printed.
///
/// @param text the scenario
/// @param imported whether it was made of a kernel's file, which must not be overwritten with it
public record ScenarioText(String text, boolean imported) {
    /// Reads a stream to its end; `name` is what messages call it. Which of the two it is, its beginning tells.
    public static ScenarioText read(String name, InputStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream, KernelFileReader.SNIFFED);
        return KernelFileReader.isAhead(in)
                ? new ScenarioText(ImportedScenario.of(KernelFileReader.read(name, in)), true)
                : new ScenarioText(ScenarioReader.read(name, in), false);
    }
}
