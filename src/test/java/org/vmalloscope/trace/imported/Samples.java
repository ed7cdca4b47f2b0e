package org.vmalloscope.trace.imported;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.trace.input.LineSource;

/// Files of real kernels, and what becomes of texts that are given as files.
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/samples");
    static final String BOOT = "6.12-2cpu-plain/vmallocinfo.1-boot.txt";
    static final String ALL = "6.12-2cpu-plain/vmallocinfo.4-all.txt";
    static final String BOOT_TRACE = "6.12-2cpu-plain/trace.1-boot.txt";

    private Samples() {}

    /// All of them, by their path below the folder.
    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString())
                    .filter(name -> name.contains("/"))
                    .sorted()
                    .toList();
        }
    }

    static KernelFile open(String name) throws IOException {
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name))) {
            return KernelFileReader.read(name, in);
        }
    }

    /// The text of a sample, unpacked.
    static String text(String name) throws IOException {
        try (InputStream in = LineSource.unpacked(Files.newInputStream(FOLDER.resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static KernelFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static KernelFile read(byte[] bytes) throws IOException {
        return KernelFileReader.read("text", new ByteArrayInputStream(bytes));
    }

    /// The scenario of a text that must have no errors.
    static Scenario scenario(String text) {
        return switch (ScenarioParser.parse(text)) {
            case Scenario scenario -> scenario;
            case ScenarioErrors errors -> Assertions.fail(errors.first().in("scenario"));
        };
    }

    /// The scenario that a file makes, played to its end.
    static Run played(KernelFile file) throws IOException {
        Scenario scenario = scenario(ImportedScenario.of(file));
        Run run = Run.toEnd(scenario);
        Assertions.assertEquals(scenario.lines().size(), run.played(), "the run ended early");
        return run;
    }
}
