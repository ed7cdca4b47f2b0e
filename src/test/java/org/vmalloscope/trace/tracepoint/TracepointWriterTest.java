package org.vmalloscope.trace.tracepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;

final class TracepointWriterTest {
    private static Scenario scenario(String text) {
        return switch (ScenarioParser.parse(text)) {
            case Scenario scenario -> scenario;
            case ScenarioErrors errors -> Assertions.fail(errors.first().in("scenario"));
        };
    }

    private static String written(Scenario scenario) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TracepointWriter.write(scenario, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static KernelFile read(String text) throws IOException {
        return KernelFileReader.read("text", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theEventsOfARunAreThoseOfItsFunctions() throws IOException {
        String text = written(scenario("""
                machine x86_64 cpus=2 ram=16M
                boot
                a = vmalloc 16K
                cpu 1
                b = ioremap 8K
                vfree a
                vm_unmap_aliases
                """));
        assertEquals(
                """
                        scenario-1       [000] .....     2.000000: alloc_vmap_area: va_start: 18446683600570023936 size=20480 align=1 vstart=0xffffc90000000000 vend=0xffffe8ffffffffff failed=0
                        scenario-1       [001] .....     4.000001: alloc_vmap_area: va_start: 18446683600570056704 size=12288 align=16384 vstart=0xffffc90000000000 vend=0xffffe8ffffffffff failed=0
                        scenario-1       [001] .....     5.000002: free_vmap_area_noflush: va_start=0xffffc90000000000 nr_lazy=5 nr_lazy_max=16384
                        scenario-1       [001] .....     6.000003: purge_vmap_area_lazy: start=0xffffc90000000000 end=0xffffc90000005000 num_purged=1
                """,
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line + "\n")
                        .reduce("", String::concat));
    }

    @Test
    void aFailedAllocationSaysSo() throws IOException {
        String text = written(scenario("machine i386 cpus=1 ram=1G\nboot\na = ioremap 200M\n"));
        Recording recording = read(text).recording();
        assertEquals(1, recording.failures());
        assertEquals(1, recording.purges());
    }

    @Test
    void whatEveryRecordedScenarioWritesIsReadBackWhole() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/conformance"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".vms")).toList()) {
                String text = written(scenario(new ScenarioReader(InputStream.nullInputStream()).read(file)));
                long lines = text.lines().filter(line -> !line.startsWith("#")).count();
                if (lines > 0) {
                    KernelFile back = read(text);
                    assertEquals(0, back.lines().skipped(), file.toString());
                    assertEquals(lines, back.recording().events().size(), file.toString());
                }
            }
        }
    }

    @Test
    void recordedEventsComeOutAsTheyWentIn() throws IOException {
        for (String name : List.of(
                "6.12-2cpu-plain/trace.1-boot.txt",
                "6.12-2cpu-plain/trace.full.txt.gz",
                "6.12-2cpu-tracecmd/trace-cmd-report-raw.txt")) {
            try (InputStream in = Files.newInputStream(Path.of("src/test/resources/samples", name))) {
                KernelFile file = KernelFileReader.read(name, in);
                KernelFile back = read(written(scenario(ImportedScenario.of(file))));
                assertEquals(essence(file.recording()), essence(back.recording()), name);
            }
        }
    }

    /// All that does not depend on the clock, the task, and the count of lazily freed pages.
    private static List<String> essence(Recording recording) {
        List<String> essence = new ArrayList<>();
        for (TraceEvent event : recording.events()) {
            switch (event) {
                case Allocated e ->
                    essence.add("alloc " + e.stamp().cpu() + " " + e.start() + " " + e.size() + " " + e.align() + " "
                            + e.vstart() + " " + e.vend() + " " + e.failed());
                case Freed e -> essence.add("free " + e.stamp().cpu() + " " + e.start());
                case Purged e ->
                    essence.add("purge " + e.stamp().cpu() + " " + e.start() + " " + e.end() + " " + e.count());
                case Marked e -> {}
                case Lost e -> {}
            }
        }
        return essence;
    }
}
