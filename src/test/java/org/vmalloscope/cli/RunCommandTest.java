package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.cli.Terminal.Result;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.trace.VmtraceWriter;

final class RunCommandTest {
    private static final String RECORDED = "src/test/resources/conformance/050-block-per-cpu.vms";
    private static final String LONG = "src/test/resources/conformance/random/r001-x86_64-mixed.vms";
    private static final String BOOTED = "machine x86_64 cpus=1 ram=16M\nboot\n";

    /// `vunmap` of a name that is NULL is found out while the scenario is played.
    private static final String REFUSED = BOOTED + "a = vmalloc 0\nvunmap a\nb = vmalloc 4K\n";

    private static final String REFUSAL =
            ":4:8: error: 'a' is NULL here: its allocation failed, and only vfree takes NULL\n";

    @TempDir
    private Path folder;

    private static String trace(String text, boolean digest) throws IOException {
        if (ScenarioParser.parse(text) instanceof Scenario scenario) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new VmtraceWriter(scenario, digest, out).write();
            return out.toString(StandardCharsets.UTF_8);
        }
        return fail("errors in\n" + text);
    }

    private String target() {
        return folder.resolve("out.jsonl").toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDED, LONG})
    void runPrintsTheTrace(String file) throws IOException {
        String text = Files.readString(Path.of(file));
        assertEquals(new Result(0, trace(text, false), ""), Terminal.run("run", file));
        assertEquals(new Result(0, trace(text, true), ""), Terminal.run("run", file, "--digest"));
    }

    @Test
    void runPrintsTheRecordedTrace() throws IOException {
        String recorded = Files.readString(Path.of(RECORDED.replace(".vms", ".jsonl")));
        assertEquals(new Result(0, recorded, ""), Terminal.run("run", RECORDED));
    }

    @Test
    void aScenarioMayComeFromStandardInput() throws IOException {
        String text = Files.readString(Path.of(RECORDED));
        assertEquals(new Result(0, trace(text, false), ""), Terminal.fed(text, "run", "-"));
        assertEquals(new Result(0, trace(text, true), ""), Terminal.fed(text, "run", "--digest", "-", "-o", "-"));
    }

    @Test
    void aKernelThatDiedIsAResultAndNoError() throws IOException {
        String text = BOOTED + "vm_unmap_ram 0x0 1\n";
        Result result = Terminal.fed(text, "run", "-");
        assertEquals(new Result(0, trace(text, false), ""), result);
        assertTrue(result.out().contains("\"bug\":\"mm/vmalloc.c:947\""), result.out());
    }

    @Test
    void aNullNameFreedOnTheWayEndsTheTraceWithOneError() throws IOException {
        String before = BOOTED + "a = vmalloc 0\n";
        assertEquals(new Result(2, trace(before, false), "-" + REFUSAL), Terminal.fed(REFUSED, "run", "-"));
        assertEquals(new Result(2, trace(before, true), "-" + REFUSAL), Terminal.fed(REFUSED, "run", "--digest", "-"));
    }

    @Test
    void anOutputFileIsWrittenWhole() throws IOException {
        assertEquals(new Result(0, "", ""), Terminal.run("run", RECORDED, "-o", target()));
        assertEquals(Terminal.run("run", RECORDED).out(), Files.readString(Path.of(target())));
        assertEquals(List.of("out.jsonl"), files());
    }

    @Test
    void anOutputFileThatExistsIsReplaced() throws IOException {
        Files.writeString(Path.of(target()), "old".repeat(100_000));
        assertEquals(new Result(0, "", ""), Terminal.run("run", "--output=" + target(), RECORDED));
        assertEquals(Terminal.run("run", RECORDED).out(), Files.readString(Path.of(target())));
        assertEquals(List.of("out.jsonl"), files());
    }

    @Test
    void aScenarioWithErrorsLeavesTheOutputFileAlone() throws IOException {
        Files.writeString(Path.of(target()), "old");
        Result result = Terminal.fed(BOOTED + "foo\n", "run", "-", "-o", target());
        assertEquals(new Result(2, "", "-:3:1: error: unknown statement 'foo'\n"), result);
        assertEquals("old", Files.readString(Path.of(target())));
        assertEquals(List.of("out.jsonl"), files());
    }

    @Test
    void aTraceThatEndsInAnErrorLeavesTheOutputFileAlone() throws IOException {
        Files.writeString(Path.of(target()), "old");
        assertEquals(new Result(2, "", "-" + REFUSAL), Terminal.fed(REFUSED, "run", "-", "-o", target()));
        assertEquals("old", Files.readString(Path.of(target())));
        assertEquals(List.of("out.jsonl"), files());
    }

    @Test
    void aTraceThatEndsInAnErrorMakesNoFile() throws IOException {
        assertEquals(new Result(2, "", "-" + REFUSAL), Terminal.fed(REFUSED, "run", "-", "-o", target()));
        assertEquals(List.of(), files());
    }

    @Test
    void anOutputFileIntoAMissingFolderCannotBeWritten() {
        String missing = folder + "/none/./out.jsonl";
        assertEquals(
                new Result(1, "", "vmalloscope: " + missing + ": its folder does not exist\n"),
                Terminal.run("run", RECORDED, "-o", missing));
    }

    @Test
    void aFolderIsNoOutputFile() throws IOException {
        assertEquals(
                new Result(1, "", "vmalloscope: " + folder + ": this is a folder, not a file\n"),
                Terminal.run("run", RECORDED, "-o", folder.toString()));
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDED, LONG})
    void aReaderThatWentAwayIsNoError(String file) {
        for (long room : new long[] {0, 1, 3000}) {
            assertEquals(new Result(0, "", ""), Terminal.into(new BrokenOutput("Broken pipe", room), "run", file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORDED, LONG})
    void aFullDiskIsToldOnce(String file) {
        for (long room : new long[] {0, 1, 3000}) {
            assertEquals(
                    new Result(1, "", "vmalloscope: No space left on device\n"),
                    Terminal.into(new BrokenOutput("No space left on device", room), "run", file));
        }
    }

    @Test
    @Timeout(60)
    void twoThousandStatementsAreNotTooMany() {
        StringBuilder text = new StringBuilder(BOOTED);
        for (int turn = 0; turn < 400; turn++) {
            text.append("a = vmalloc 12K\nb = vm_map_ram 3\nvfree a\nvm_unmap_ram b\n");
            text.append(turn % 2 == 0 ? "vm_unmap_aliases\n" : "rcu\n");
        }
        Result result = Terminal.fed(text.toString(), "run", "--digest", "-");
        assertEquals(
                List.of(0, "", 2002L),
                List.of(result.code(), result.err(), result.out().lines().count()));
    }
}
