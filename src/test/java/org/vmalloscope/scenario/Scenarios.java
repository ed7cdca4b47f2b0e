package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The scenarios that tests read.
final class Scenarios {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Scenarios() {}

    /// The scenario of a text that must have no errors.
    static Scenario parsed(String source) {
        return switch (ScenarioParser.parse(source)) {
            case Scenario scenario -> scenario;
            case ScenarioErrors errors -> fail(errors + " in\n" + source);
        };
    }

    /// The errors of a text that must have some.
    static List<ScenarioError> errors(String source) {
        return switch (ScenarioParser.parse(source)) {
            case Scenario scenario -> fail("no errors in\n" + source);
            case ScenarioErrors errors -> errors.errors();
        };
    }

    static Path resource(String name) {
        return RESOURCES.resolve(name);
    }

    /// The recorded scenarios, in the order of their names.
    static List<Path> recorded() throws IOException {
        try (Stream<Path> files = Files.walk(resource("conformance"))) {
            return files.filter(file -> file.toString().endsWith(".vms"))
                    .sorted()
                    .toList();
        }
    }
}
