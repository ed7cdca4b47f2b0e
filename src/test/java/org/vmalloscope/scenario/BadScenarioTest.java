package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the parser says to faulty scenarios: the table scenario/bad.txt, and what does not fit into a table.
class BadScenarioTest {
    private static final String BOOTED = "machine x86_64 cpus=2 ram=16M\nboot\n";

    record Case(String title, String source, List<String> errors) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesExactlyTheErrorsOfTheTable(Case bad) {
        List<String> shown = Scenarios.errors(bad.source()).stream()
                .map(BadScenarioTest::shown)
                .toList();
        assertEquals(String.join("\n", bad.errors()), String.join("\n", shown));
    }

    @Test
    void theTableIsComplete() throws IOException {
        assertEquals(164, cases().size());
        assertTrue(cases().stream().noneMatch(bad -> bad.errors().isEmpty()));
    }

    @Test
    void manyErrorsAreCutAfterOneHundred() {
        String source = BOOTED + "vfree x y\n".repeat(60);
        List<ScenarioError> errors = Scenarios.errors(source);
        assertEquals(101, errors.size());
        assertEquals("52:9+1 unexpected 'y': write 'vfree NAME|ADDR'", shown(errors.get(99)));
        assertEquals("53:7+1 ... and 20 more", shown(errors.get(100)));
    }

    @Test
    void oneHundredErrorsAreAllTold() {
        List<ScenarioError> errors = Scenarios.errors(BOOTED + "vfree x\n".repeat(100));
        assertEquals(100, errors.size());
        assertEquals(
                "'x' is not known here: no line above gives this name",
                errors.get(99).message());
    }

    @Test
    void aStatementOfMoreThanTenThousandCharactersIsAnErrorWhereItPassesThem() {
        String source = BOOTED + "rcu" + " ".repeat(9_998) + "\nrcu" + " ".repeat(9_997) + "\n";
        assertEquals(
                List.of("3:10001+1 line too long: a statement has at most 10000 characters, this one 10001"),
                Scenarios.errors(source).stream().map(BadScenarioTest::shown).toList());
    }

    @Test
    void aNameOfMoreThanOneThousandCharactersIsTooLong() {
        String good = BOOTED + "a".repeat(1000) + " = vmalloc 4K\n";
        assertEquals(List.of("a".repeat(1000)), Scenarios.parsed(good).names());
        String message = Scenarios.errors(BOOTED + "a".repeat(1001) + " = vmalloc 4K\n")
                .getFirst()
                .message();
        assertEquals("'" + "a".repeat(39) + "…' is too long a name: it can have 1000 characters", message);
    }

    @Test
    void aGroupOfMoreThanSixtyFourAreasIsTooLarge() {
        String list = "4K" + ",4K".repeat(64);
        String source = BOOTED + "p = pcpu_get_vm_areas offsets=" + list + " sizes=" + list + " align=4K";
        assertEquals(
                List.of(
                        "3:31+194 65 areas are too many: a group has 1 to 64",
                        "3:232+194 65 areas are too many: a group has 1 to 64"),
                Scenarios.errors(source).stream().map(BadScenarioTest::shown).toList());
    }

    @Test
    void anErrorIsPrintedAsCompilersDo() {
        ScenarioError error = Scenarios.errors(BOOTED + "free a").getFirst();
        assertEquals("dir/a.vms:3:1: error: unknown statement 'free': did you mean 'vfree'?", error.in("dir/a.vms"));
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String row : Files.readAllLines(Scenarios.resource("scenario/bad.txt"))) {
            if (isTitle(row)) {
                toCase(block).forEach(cases::add);
                block.clear();
            }
            block.add(row);
        }
        toCase(block).forEach(cases::add);
        return cases;
    }

    private static Stream<Case> toCase(List<String> block) {
        if (!isTitle(block.getFirst())) {
            return Stream.empty();
        }
        String start = block.getFirst().startsWith("++ ") ? BOOTED : "";
        String source = block.stream()
                .skip(1)
                .filter(row -> !row.startsWith("! "))
                .map(row -> row.translateEscapes() + "\n")
                .collect(Collectors.joining("", start, ""));
        List<String> errors = block.stream()
                .filter(row -> row.startsWith("! "))
                .map(row -> row.substring(2))
                .toList();
        return Stream.of(new Case(block.getFirst().substring(3), source, errors));
    }

    private static boolean isTitle(String row) {
        return row.startsWith("== ") || row.startsWith("++ ");
    }

    private static String shown(ScenarioError error) {
        return error.line() + ":" + error.column() + "+" + error.length() + " " + error.message();
    }
}
