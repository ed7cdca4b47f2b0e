package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.cli.Terminal.Result;

/// Input that cannot be played: one line on standard error, nothing on standard output, exit code 2.
final class BadInputTest {
    private static final String MACHINE = "machine x86_64 cpus=2 ram=16M\n";
    private static final String BOOTED = MACHINE + "boot\n";

    @TempDir
    private Path folder;

    record Case(String title, String text, String error) {
        @Override
        public String toString() {
            return title;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        "an empty file",
                        "",
                        "1:1: error: no machine line: a scenario begins with e.g. 'machine x86_64 cpus=1 ram=16M'"),
                new Case(
                        "an unknown statement",
                        BOOTED + "malloc 3\n",
                        "3:1: error: unknown statement 'malloc': did you mean 'vmalloc'?"),
                new Case(
                        "a missing name",
                        BOOTED + "vmalloc 4K\n",
                        "3:1: error: 'vmalloc' gives a result that needs a name: write 'NAME = vmalloc SIZE'"),
                new Case(
                        "a size of 2^70",
                        BOOTED + "a = vmalloc 1180591620717411303424\n",
                        "3:13: error: size 1180591620717411303424 does not fit the 64-bit machine"
                                + " (largest 18446744073709551615)"),
                new Case(
                        "an address that is no address",
                        BOOTED + "vfree 0xzz\n",
                        "3:7: error: '0xzz' is not an address: write 0x and hex digits"),
                new Case(
                        "a number where a name or an address is wanted",
                        BOOTED + "vfree 12\n",
                        "3:7: error: '12' is neither a name nor an address (0x and hex digits)"),
                new Case(
                        "a name that nothing gave",
                        BOOTED + "vfree a\n",
                        "3:7: error: 'a' is not known here: no line above gives this name"),
                new Case(
                        "a CPU that the machine does not have",
                        BOOTED + "cpu 2\n",
                        "3:5: error: CPU 2 does not exist: this machine has CPUs 0 to 1"),
                new Case(
                        "boot twice",
                        BOOTED + "boot\n",
                        "3:1: error: 'boot' stands in line 2 already: it may come only once"),
                new Case(
                        "a statement before boot",
                        MACHINE + "a = vmalloc 4K\nboot\n",
                        "2:5: error: 'vmalloc' needs 'boot' (line 3) above it:"
                                + " before boot only early, cpu, vm_unmap_aliases, rcu, kmalloc_fail are allowed"),
                new Case(
                        "two machine lines",
                        MACHINE + MACHINE,
                        "2:1: error: 'machine' stands in line 1 already: it may come only once"),
                new Case(
                        "a control character",
                        BOOTED + "rcu \u001b[31m\n",
                        "3:5: error: not a text file: here is a control character, '\\u001B'"),
                new Case(
                        "several errors",
                        BOOTED + "foo\nvfree a\nbar\n",
                        "3:1: error: unknown statement 'foo' (and 2 more: `vmalloscope check` lists them)"));
    }

    private static Result refused(String error) {
        return new Result(ExitCode.BAD_INPUT, "", error + "\n");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runSaysTheFirstErrorInOneLine(Case bad) throws IOException {
        String file = file("bad.vms", bad.text());
        assertEquals(refused(file + ":" + bad.error()), Terminal.run("run", file));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void standardInputIsCalledMinus(Case bad) {
        assertEquals(refused("-:" + bad.error()), Terminal.fed(bad.text(), "run", "-"));
    }

    @Test
    void sizeZeroIsNoErrorAndGivesNull() {
        Result result = Terminal.fed(BOOTED + "a = vmalloc 0\nvfree a\n", "run", "-");
        assertEquals(List.of(0, ""), List.of(result.code(), result.err()));
        assertEquals(
                "{\"step\":2,\"line\":3,\"op\":\"a = vmalloc 0\",\"cpu\":0,\"ret\":null,\"events\":[],",
                result.out().lines().skip(2).findFirst().orElseThrow().replaceAll("\"state\".*", ""));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aBinaryFileIsNoScenario(String command) throws IOException {
        Path file = folder.resolve("picture.png");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13});
        assertEquals(
                refused(file + ": not a text file: it has a NUL at byte offset 8"),
                Terminal.run(command, file.toString()));
        Files.write(file, new byte[] {'a', (byte) 0xff});
        assertEquals(
                refused(file + ": not a text file: no UTF-8 at byte offset 1"), Terminal.run(command, file.toString()));
        assertEquals(
                refused("-: not a text file: it has a NUL at byte offset 1"),
                Terminal.fed(new byte[] {'a', 0}, command, "-"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFileThatCannotBeReadIsToldByTheNameGiven(String command) throws IOException {
        String missing = folder + "/./no such/../none.vms";
        assertEquals(refused(missing + ": no such file"), Terminal.run(command, missing));
        assertEquals(refused("none.vms: no such file"), Terminal.run(command, "none.vms"));
        assertEquals(refused(folder + ": this is a folder, not a file"), Terminal.run(command, folder.toString()));
        assertEquals(refused(": the file name is empty"), Terminal.run(command, ""));
        Path inside = Path.of(file("a.vms", BOOTED)).resolve("b.vms");
        assertEquals(refused(inside + ": cannot be read: Not a directory"), Terminal.run(command, inside.toString()));
    }

    static Stream<String> commands() {
        return Stream.of("run", "check");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aFileWithoutPermissionIsToldSo(String command) throws IOException {
        Path file = Path.of(file("secret.vms", BOOTED));
        file.toFile().setReadable(false);
        assumeFalse(Files.isReadable(file), "root may read everything");
        assertEquals(refused(file + ": no permission to read it"), Terminal.run(command, file.toString()));
    }

    @Test
    void errorsNameTheFileAsItWasGiven() throws IOException {
        file("bad.vms", "boot\n");
        String given = folder + "//./bad.vms";
        assertEquals(
                refused(given + ":1:1: error: the machine line must come first, e.g. 'machine x86_64 cpus=1 ram=16M'"),
                Terminal.run("run", given));
    }

    /// Picocli would read its arguments from a file of that name.
    @Test
    void aNameThatBeginsWithAnAtSignIsAName() throws IOException {
        String list = file("a.vms", "--digest\n");
        assertEquals(refused("@" + list + ": no such file"), Terminal.run("run", "@" + list));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noStackTraceIsEverShown(Case bad) {
        for (String command : List.of("run", "check")) {
            String err = Terminal.fed(bad.text(), command, "-").err();
            assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
