package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recorded scenarios of the conformance set, and what their traces say of their text.
class RecordedScenariosTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noneIsMissing() throws IOException {
        assertEquals(142, files().size());
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAndPrintedWithoutLoss(Path file) throws IOException {
        Scenario scenario = read(file);
        String printed = ScenarioPrinter.print(scenario);
        assertEquals(scenario, Scenarios.parsed(printed));
        assertEquals(printed, ScenarioPrinter.print(Scenarios.parsed(printed)));
        assertTrue(scenario.title().isPresent());
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheStepsLinesAndWordsOfItsTrace(Path file) throws IOException {
        Scenario scenario = read(file);
        List<Line> lines = scenario.lines();
        try (BufferedReader trace = trace(file)) {
            JsonNode header = JSON.readTree(trace.readLine());
            assertEquals(
                    header.get("machine").asText(), scenario.machine().machine().label());
            assertEquals(header.get("cpus").asInt(), scenario.machine().cpus());
            assertEquals(header.get("ram_pages").asLong(), scenario.machine().ramBytes() / 4096);
            int steps = 0;
            for (String row = trace.readLine(); row != null; row = trace.readLine()) {
                JsonNode step = JSON.readTree(row);
                Line line = lines.get(steps++);
                assertEquals(step.get("step").asInt(), steps);
                assertEquals(step.get("line").asInt(), line.line());
                assertEquals(step.get("op").asText(), line.text());
            }
            assertTrue(steps > 0);
        }
    }

    static List<Path> files() throws IOException {
        return Scenarios.recorded();
    }

    private static Scenario read(Path file) throws IOException {
        return Scenarios.parsed(new ScenarioReader(InputStream.nullInputStream()).read(file));
    }

    private static BufferedReader trace(Path scenario) throws IOException {
        String name = scenario.toString().replace(".vms", ".jsonl");
        Path plain = Path.of(name);
        InputStream in = Files.exists(plain)
                ? Files.newInputStream(plain)
                : new GZIPInputStream(Files.newInputStream(Path.of(name + ".gz")));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
