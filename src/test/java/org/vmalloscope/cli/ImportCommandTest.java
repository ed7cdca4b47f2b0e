package org.vmalloscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
    private static final String SAMPLES = "src/test/resources/samples/";
    private static final String BOOT = SAMPLES + "6.12-2cpu-plain/vmallocinfo.1-boot.txt";
    private static final String HASHED = SAMPLES + "6.12-2cpu-hashed/vmallocinfo.1-boot.txt";
    private static final String TRACE = SAMPLES + "6.12-2cpu-plain/trace.1-boot.txt";

    @TempDir
    private Path folder;

    private static Terminal.Result good(String... arguments) {
        Terminal.Result result = Terminal.run(arguments);
        assertEquals("", result.err());
        assertEquals(ExitCode.DONE, result.code());
        return result;
    }

    private static String refused(String... arguments) {
        Terminal.Result result = Terminal.run(arguments);
        assertEquals(ExitCode.BAD_INPUT, result.code());
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        return result.err();
    }

    @Test
    void theSummarySaysWhatIsThereAndWhatIsUncertain() {
        assertEquals("""
                FILE: /proc/vmallocinfo
                kernel:    6.9 or later ('phys=0x', as from 4.19 on; 'unpurged vm_area' lines, as from 4.19 on; those lines come last, as from 5.10 on; addresses do not ascend: they are printed node by node, as from 6.9 on)
                addresses: real, 64 bits
                areas:     113, 276684800 bytes (263.9 MiB)
                holes:     78 between areas, 35184095408128 bytes (32.0 TiB), the largest 35183831019520 bytes (32.0 TiB)
                uncertain: which shape the kernel's tree had: it is not in the file, and would be rebuilt
                uncertain: what is free: this kernel keeps freed ranges in pools that the file does not show
                lines:     113, 113 understood, 0 not
                """, good("import", BOOT).out().replace(BOOT, "FILE"));
    }

    @Test
    void linesThatAreNotUnderstoodAreShownWithTheirNumbers() {
        Terminal.Result result = Terminal.fed(
                "who\n0xffffc90000000000-0xffffc90000005000   20480 f+0x1/0x2 vmap\nwhat\n", "import", "-");
        assertEquals(ExitCode.DONE, result.code());
        assertTrue(
                result.out().contains("lines:     3, 1 understood, 2 not\n  line 1: who\n  line 3: what\n"),
                result.out());
    }

    @Test
    void aScenarioIsWrittenThatIsTheSameAsTheFile() throws IOException {
        Path scenario = folder.resolve("out.vms");
        Terminal.Result result = Terminal.run("import", BOOT, "-o", scenario.toString());
        assertEquals(ExitCode.DONE, result.code());
        assertTrue(Files.readString(scenario).startsWith("# Imported from vmallocinfo.1-boot.txt\n"));
        assertEquals(good("run", scenario.toString()).out(), good("run", BOOT).out());
        assertEquals("", good("check", scenario.toString(), BOOT, TRACE).out());
    }

    @Test
    void kernelsFilesAreDrawnAndPlayedLikeScenarios() throws IOException {
        Path picture = folder.resolve("tree.svg");
        good("draw", BOOT, "-d", "tree", "-o", picture.toString());
        assertTrue(Files.readString(picture).contains("Imported from vmallocinfo.1-boot.txt"));
        good("draw", TRACE, "-d", "all", "-o", folder.toString());
        assertEquals(215 - 2 + 2, good("run", "--digest", TRACE).out().lines().count());
        byte[] bytes = Files.readAllBytes(Path.of(SAMPLES + "6.12-4cpu-numa-fork/trace_pipe.txt.gz"));
        Terminal.Result fed = Terminal.fed(bytes, "run", "--digest", "-");
        assertEquals(ExitCode.DONE, fed.code());
        assertEquals(1676 + 2, fed.out().lines().count());
        assertEquals(10, Terminal.run(BOOT).code());
    }

    @Test
    void hashedFilesAreNotDrawnAndNotMadeIntoScenarios() {
        String expected = HASHED + ": its addresses are hashed, so where the areas were is not known";
        assertTrue(refused("draw", HASHED, "-d", "tree", "-o", "-").startsWith(expected));
        assertTrue(refused("run", HASHED).startsWith(expected));
        assertTrue(refused("import", HASHED, "-o", "-").startsWith(expected));
        assertTrue(good("import", "--table", "order", HASHED).out().contains("order and sizes only"));
    }

    @Test
    void everyTableIsThere() {
        for (String table : List.of("callers", "kinds", "holes", "largest", "guards", "order")) {
            assertTrue(good("import", "--table", table, BOOT).out().lines().count() > 3, table);
            assertTrue(good("import", "--csv", "--table", table, BOOT).out().contains(","), table);
        }
        assertTrue(good("import", "--table", "growth", TRACE).out().contains("lazy_pages"));
        String all = SAMPLES + "6.12-2cpu-plain/vmallocinfo.4-all.txt";
        assertTrue(
                good("import", "--table", "diff", BOOT, all).out().endsWith("366 appeared, 12 gone, 101 in both.\n"));
        assertTrue(good("import", "--csv", "--table", "leaks", BOOT, all).out().startsWith("caller,appeared"));
    }

    @Test
    void recordedAllocationsAreCompared() {
        assertTrue(good("import", "--compare", TRACE)
                .out()
                .contains("148 allocations: 102 where 2.6.32 would have put them, 46 elsewhere."));
        assertEquals(
                149, good("import", "--compare", "--csv", TRACE).out().lines().count());
    }

    @Test
    void theStateAndTheEventsOfARunAreEmitted() throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("s.vms"), "machine x86_64 cpus=1 ram=16M\nboot\na = vmalloc 4K\nvfree a\n");
        assertEquals(
                "0xffffc90000000000-0xffffc90000002000    8192 scenario+0x0/0x100 pages=1 vmalloc\n",
                good("run", "--emit", "vmallocinfo", "--at", "2", scenario.toString())
                        .out());
        assertEquals(
                "", good("run", "--emit", "vmallocinfo", scenario.toString()).out());
        assertTrue(good("run", "--emit", "trace", scenario.toString())
                .out()
                .endsWith(
                        "3.000001: free_vmap_area_noflush: va_start=0xffffc90000000000 nr_lazy=2 nr_lazy_max=8192\n"));
        refused("run", "--emit", "other", scenario.toString());
        refused("run", "--emit", "vmallocinfo", "--at", "9", scenario.toString());
        refused("run", "--emit", "vmallocinfo", "--at", "x", scenario.toString());
    }

    @Test
    void badInputGivesOneLine() throws IOException {
        assertTrue(refused("import", folder.toString()).endsWith(": this is a folder, not a file\n"));
        assertTrue(refused("import", folder + "/none").endsWith(": no such file\n"));
        assertTrue(
                refused("import", Files.writeString(folder.resolve("empty"), "").toString())
                        .contains("it is empty"));
        Path noise = Files.write(folder.resolve("noise"), new byte[] {0, 1, 2, 3, '\n', 0x1f, (byte) 0x8b});
        assertTrue(refused("import", noise.toString()).contains("none of its 2 lines is of vmalloc"));
        Path broken = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
        assertTrue(refused("import", broken.toString()).endsWith(": the gzip'd input is damaged\n"));
        assertTrue(refused("import", "--table", "nothing", BOOT).contains("no table is called 'nothing'"));
        assertTrue(refused("import", "--table", "growth", BOOT).contains("needs a recording"));
        assertTrue(refused("import", "--table", "kinds", TRACE).contains("needs a vmallocinfo"));
        assertTrue(refused("import", "--table", "diff", BOOT).contains("two vmallocinfos are needed"));
        assertTrue(
                refused("import", "--snapshot", "2", "--table", "kinds", BOOT).contains("the file has 1"));
        assertTrue(refused("import", TRACE, BOOT).contains("the first is a vmallocinfo"));
        assertTrue(refused("import", "--compare", BOOT).contains("there is nothing to compare"));
    }
}
