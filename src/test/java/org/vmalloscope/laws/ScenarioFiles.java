package org.vmalloscope.laws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;

/// The scenarios that lie in the project: recorded ones, and those that are shipped.
final class ScenarioFiles {
    private ScenarioFiles() {}

    /// The recorded scenarios, random ones included.
    static List<Path> recorded() throws IOException {
        return below(Path.of("src/test/resources/conformance"));
    }

    /// The scenarios a user finds in the product.
    static List<Path> shipped() throws IOException {
        return below(Path.of("resources/scenarios"));
    }

    private static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".vms"))
                    .sorted()
                    .toList();
        }
    }

    static Scenario read(Path file) throws IOException {
        return parsed(new ScenarioReader(InputStream.nullInputStream()).read(file));
    }

    /// The scenario of a text that must have no errors.
    static Scenario parsed(String text) {
        return switch (ScenarioParser.parse(text)) {
            case Scenario scenario -> scenario;
            case ScenarioErrors errors -> throw new IllegalArgumentException(errors + " in\n" + text);
        };
    }
}
