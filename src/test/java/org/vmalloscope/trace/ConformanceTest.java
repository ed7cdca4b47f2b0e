package org.vmalloscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;

/// Every recorded trace of the real algorithm, byte for byte.
final class ConformanceTest {
    private static final int FULL_TRACES = 82;
    private static final int DIGEST_TRACES = 60;

    static List<Path> fullTraces() {
        return scenarios("/conformance");
    }

    static List<Path> digestTraces() {
        return scenarios("/conformance/random");
    }

    private static List<Path> scenarios(String folder) {
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(ConformanceTest.class.getResource(folder))
                .toURI()))) {
            return files.filter(file -> file.toString().endsWith(".vms"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(folder, unreadable);
        }
    }

    @Test
    void allTracesAreThere() {
        assertEquals(
                List.of(FULL_TRACES, DIGEST_TRACES),
                List.of(fullTraces().size(), digestTraces().size()));
    }

    @ParameterizedTest
    @MethodSource("fullTraces")
    void playsTheFullTrace(Path scenario) throws IOException {
        assertSameLines(Files.readString(sibling(scenario, ".jsonl")), played(scenario, false));
    }

    @ParameterizedTest
    @MethodSource("digestTraces")
    void playsTheDigestTrace(Path scenario) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(sibling(scenario, ".jsonl.gz")))) {
            assertSameLines(new String(in.readAllBytes(), StandardCharsets.UTF_8), played(scenario, true));
        }
    }

    private static Path sibling(Path scenario, String ending) {
        String name = scenario.getFileName().toString();
        return scenario.resolveSibling(name.substring(0, name.length() - ".vms".length()) + ending);
    }

    private static String played(Path file, boolean digest) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (ScenarioParser.parse(Files.readString(file)) instanceof Scenario scenario) {
            assertEquals(Optional.empty(), new VmtraceWriter(scenario, digest, out).write());
            return out.toString(StandardCharsets.UTF_8);
        }
        return fail("errors in " + file);
    }

    private static void assertSameLines(String expected, String actual) {
        String[] wanted = expected.split("\n", -1);
        String[] got = actual.split("\n", -1);
        for (int line = 0; line < Math.min(wanted.length, got.length); line++) {
            assertEquals(wanted[line], got[line], "line " + (line + 1));
        }
        assertEquals(wanted.length, got.length, "lines");
    }
}
