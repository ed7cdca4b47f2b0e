package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;

/// The shipped scenarios are whole, and small enough to be read. What their comments claim is in
/// [ShippedClaimsTest].
class ShippedScenariosTest {
    private static final int LONGEST_TITLE = 70;

    @Test
    void thereAreThirtySeven() throws IOException {
        List<String> shipped =
                ShippedScenarios.all().stream().map(ShippedScenario::fileName).toList();
        assertEquals(37, shipped.size());
        try (Stream<Path> files = Files.list(Path.of("resources/scenarios"))) {
            List<String> present = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".vms"))
                    .sorted()
                    .toList();
            assertEquals(present, shipped);
        }
    }

    @Test
    void theFirstLookIsTheTour() {
        ShippedScenario tour = ShippedScenarios.defaultScenario();
        assertEquals("00-tour.vms", tour.fileName());
        assertEquals("A tour: every kind of area, on a small computer with two CPUs", tour.title());
        assertEquals(tour, ShippedScenarios.all().getFirst());
    }

    @Test
    void noTwoHaveTheSameTitle() {
        List<ShippedScenario> all = ShippedScenarios.all();
        assertEquals(
                all.size(), all.stream().map(ShippedScenario::title).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isShortAndTitled(ShippedScenario shipped) {
        Scenario scenario = Scenarios.parsed(shipped.text());
        int statements = scenario.lines().size() + scenario.settings().size() + 1;
        assertAll(
                () -> assertEquals(shipped.title(), scenario.title().orElse("")),
                () -> assertTrue(shipped.title().length() < LONGEST_TITLE, shipped.title()),
                () -> assertTrue(statements >= 10 && statements <= 30, statements + " statements"),
                () -> assertTrue(scenario.comments().size() > 4, "little is said"),
                () -> assertTrue(shipped.text().lines().allMatch(line -> line.length() <= 88), "a line is too long"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void runsToItsEnd(ShippedScenario shipped) {
        Run run = Run.toEnd(Scenarios.parsed(shipped.text()));
        boolean dies = shipped.text().contains("This statement is never reached.");
        int left = run.scenario().lines().size() - run.played();
        assertEquals(dies ? 1 : 0, left, "statements not played");
    }

    static Stream<Named<ShippedScenario>> all() {
        return ShippedScenarios.all().stream().map(shipped -> Named.of(shipped.fileName(), shipped));
    }
}
