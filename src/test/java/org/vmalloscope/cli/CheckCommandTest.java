package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.cli.Terminal.Result;

final class CheckCommandTest {
    private static final String GOOD = "machine i386 cpus=1 ram=16M\nboot\n";
    private static final Result SILENT = new Result(0, "", "");

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aGoodScenarioIsNotWorthAWord() throws IOException {
        assertEquals(SILENT, Terminal.run("check", file("a.vms", GOOD)));
        assertEquals(SILENT, Terminal.run("check", file("a.vms", GOOD), file("b.vms", GOOD)));
        assertEquals(SILENT, Terminal.fed(GOOD, "check", "-"));
    }

    @Test
    void allErrorsOfAllFilesAreTold() throws IOException {
        String bad = file("bad.vms", GOOD + "foo\nvfree x\n");
        String worse = file("worse.vms", "");
        String good = file("good.vms", GOOD);
        assertEquals(
                new Result(
                        2,
                        "",
                        bad + ":3:1: error: unknown statement 'foo'\n"
                                + bad + ":4:7: error: 'x' is not known here: no line above gives this name\n"
                                + "none.vms: no such file\n"
                                + worse + ":1:1: error: no machine line: a scenario begins with e.g."
                                + " 'machine x86_64 cpus=1 ram=16M'\n"
                                + folder + ": this is a folder, not a file\n"),
                Terminal.run("check", bad, "none.vms", good, worse, folder.toString(), good));
    }

    /// Whether an allocation fails is known only when it is played.
    @Test
    void nothingIsPlayed() throws IOException {
        assertEquals(SILENT, Terminal.run("check", file("a.vms", GOOD + "a = vmalloc 0\nvunmap a\n")));
    }

    @Test
    void theRecordedScenariosAreGood() throws IOException {
        Path conformance = Path.of("src/test/resources/conformance");
        try (Stream<Path> files = Files.list(conformance)) {
            String[] arguments = Stream.concat(
                            Stream.of("check"),
                            files.map(Path::toString)
                                    .filter(name -> name.endsWith(".vms"))
                                    .sorted())
                    .toArray(String[]::new);
            assertEquals(83, arguments.length);
            assertEquals(SILENT, Terminal.run(arguments));
        }
    }
}
