package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.cli.Terminal.Result;

/// The command line as a whole: help, usage errors, the window.
final class VmalloscopeCommandTest {
    private static final String RECORDED = "src/test/resources/conformance/001-guard-page.vms";

    record Misuse(List<String> arguments, String complaint) {}

    static List<Misuse> misuses() {
        return List.of(
                new Misuse(List.of("--wrong"), "vmalloscope: Unknown option: '--wrong' (`vmalloscope --help`"),
                new Misuse(
                        List.of("plai", "a.vms"),
                        "vmalloscope: Unmatched argument at index 1: 'a.vms' (`vmalloscope --help`"),
                new Misuse(
                        List.of("run"),
                        "vmalloscope run: Missing required parameter: 'FILE' (`vmalloscope run --help`"),
                new Misuse(
                        List.of("check"),
                        "vmalloscope check: Missing required parameter: 'FILE' (`vmalloscope check --help`"),
                new Misuse(
                        List.of("run", "--wrong", RECORDED),
                        "vmalloscope run: Unknown option: '--wrong' (`vmalloscope run --help`"),
                new Misuse(
                        List.of("run", RECORDED, "b.vms"),
                        "vmalloscope run: Unmatched argument at index 2: 'b.vms' (`vmalloscope run --help`"),
                new Misuse(
                        List.of("run", RECORDED, "-o"),
                        "vmalloscope run: Missing required parameter for option '--output' (OUT)"
                                + " (`vmalloscope run --help`"),
                new Misuse(
                        List.of("run", "-o", "a", "-o", "b", RECORDED),
                        "vmalloscope run: option '--output' (OUT) should be specified only once"
                                + " (`vmalloscope run --help`"),
                new Misuse(
                        List.of("run", "--digest=maybe", RECORDED),
                        "vmalloscope run: Invalid value for option '--digest': 'maybe' is not a boolean"
                                + " (`vmalloscope run --help`"));
    }

    @ParameterizedTest
    @MethodSource("misuses")
    void aWrongCommandLineIsToldInOneLine(Misuse misuse) {
        assertEquals(
                new Result(ExitCode.BAD_INPUT, "", misuse.complaint() + " shows what it takes)\n"),
                Terminal.run(misuse.arguments().toArray(String[]::new)));
    }

    static Stream<List<String>> helps() {
        return Stream.of(
                List.of("--help"),
                List.of("-h"),
                List.of("run", "--help"),
                List.of("check", "-h"),
                List.of("draw", "-h"));
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpSaysWhatACommandTakes(List<String> arguments) {
        Result result = Terminal.run(arguments.toArray(String[]::new));
        String command = arguments.size() == 1 ? "vmalloscope" : "vmalloscope " + arguments.getFirst();
        assertEquals(List.of(0, ""), List.of(result.code(), result.err()));
        assertTrue(result.out().startsWith("Usage: " + command + " ["), result.out());
    }

    @Test
    void helpNamesAllCommandsAndExitCodes() {
        List<String> lines = Terminal.run("--help").out().lines().toList();
        for (String command : List.of("run", "check", "draw", "generate-completion")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("  " + command + " ")), command);
        }
        assertTrue(lines.contains("Exit codes: 0 done, 1 it could not be done, 2 bad usage or bad input."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "run --version", "check -V", "draw --version"})
    void everyCommandKnowsItsVersion(String arguments) {
        String version = """
                vmalloscope of an unpackaged build
                plays the vmalloc of Linux 2.6.32
                Java %d
                """.formatted(Runtime.version().feature());
        assertEquals(new Result(0, version, ""), Terminal.run(arguments.split(" ")));
    }

    @Test
    void completionIsAShellScript() {
        Result result = Terminal.run("generate-completion");
        assertEquals(List.of(0, ""), List.of(result.code(), result.err()));
        assertTrue(result.out().startsWith("#!/usr/bin/env bash\n"), result.out());
        assertTrue(result.out().contains("complete -F _complete_vmalloscope -o default vmalloscope"), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "generate-completion"})
    void whatCannotBePrintedIsToldUnlessNobodyReadsIt(String argument) {
        assertEquals(
                new Result(1, "", "vmalloscope: No space left on device\n"),
                Terminal.into(new BrokenOutput("No space left on device", 0), argument));
        assertEquals(new Result(0, "", ""), Terminal.into(new BrokenOutput("Broken pipe", 0), argument));
    }

    @Test
    void withoutACommandTheWindowIsAskedFor(@TempDir Path folder) throws IOException {
        String tour = Files.writeString(folder.resolve("tour.vms"), "boot").toString();
        List<Optional<String>> asked = new ArrayList<>();
        for (String[] arguments : new String[][] {{}, {tour}, {"--", tour}}) {
            Console console = new Console(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), new ByteArrayOutputStream());
            assertEquals(7, VmalloscopeCommand.execute(arguments, console, file -> {
                asked.add(file);
                return 7;
            }));
        }
        assertEquals(List.of(Optional.empty(), Optional.of(tour), Optional.of(tour)), asked);
    }

    @Test
    void aFileThatIsNotThereOpensNoWindow() {
        assertEquals(new Result(2, "", "frob: no such file\n"), Terminal.run("frob"));
    }

    @Test
    void aFailureOfTheProgramItselfIsOneLineWithoutAStackTrace() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err);
        int code = VmalloscopeCommand.execute(new String[0], console, file -> {
            throw new IllegalStateException("first line\n\tsecond line");
        });
        assertEquals(
                new Result(
                        1,
                        "",
                        "vmalloscope: internal error, please report it:"
                                + " IllegalStateException: first line second line\n"),
                new Result(code, "", err.toString(StandardCharsets.UTF_8)));
    }
}
