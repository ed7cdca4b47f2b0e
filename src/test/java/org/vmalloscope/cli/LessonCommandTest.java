package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.cli.Terminal.Result;

/// `vmalloscope lesson`.
final class LessonCommandTest {
    private static final String GOOD = """
            lesson One
            scenario one.vms
            step Where?
            ask null? a
              Own words.
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void questionsAndRightAnswersArePrinted() throws IOException {
        file("one.vms", "machine x86_64 cpus=1 ram=1M\nboot\na = vmalloc 4K\n");
        assertEquals(new Result(0, """
                        One

                        1  Where?

                           Question 1, before statement 2: a = vmalloc 4K
                           Will `a` be NULL?
                              1  yes
                             *2  no
                              `a` is not NULL: it starts at 0xffffc90000000000.
                              - [00000, 02000) is free, nothing is in the way: chosen.
                              Own words.
                        """, ""), Terminal.run("lesson", file("one.lesson", GOOD)));
    }

    @Test
    void errorsSayWhere() throws IOException {
        String bad = file("bad.lesson", GOOD);
        assertEquals(
                new Result(2, "", bad + ":2:10: error: " + folder.resolve("one.vms") + ": no such file\n"),
                Terminal.run("lesson", bad));
        assertEquals(
                new Result(2, "", "-:1:1: error: no scenario: a lesson needs a line 'scenario' with one below it\n"),
                Terminal.fed("lesson x\n", "lesson", "-"));
        assertEquals(new Result(2, "", "none.lesson: no such file\n"), Terminal.run("lesson", "none.lesson"));
    }

    @Test
    void aBadScenarioBesideItIsNamed() throws IOException {
        file("one.vms", "machine x86_64 cpus=1 ram=1M\nboot\na = vmalloc x\n");
        Result result = Terminal.run("lesson", file("one.lesson", GOOD));
        assertEquals(2, result.code());
        assertEquals("one.vms:3:13: error:", result.err().substring(0, "one.vms:3:13: error:".length()));
    }
}
