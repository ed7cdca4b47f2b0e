package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vmalloscope.trace.tracepoint.AreaLife;
import org.vmalloscope.trace.tracepoint.Clock;
import org.vmalloscope.trace.tracepoint.Recording;
import org.vmalloscope.trace.tracepoint.TraceEvent;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;
import org.vmalloscope.trace.tracepoint.TraceEvent.Stamp;

/// Lines of vmalloc's tracepoints as ftrace, trace-cmd and perf print them.
final class TraceFormatsTest {
    private static final long START = 0xffffc90000464000L;
    private static final long VSTART = 0xffffc90000000000L;
    private static final long VEND = 0xffffe8ffffffffffL;
    private static final String FIELDS = "va_start: 18446683600574627840 size=20480 align=16384"
            + " vstart=0xffffc90000000000 vend=0xffffe8ffffffffff failed=0";
    private static final String STAMP = "          forker-217     [001] .....     9.724937: ";

    private static Recording recording(String text) throws IOException {
        KernelFile file = Samples.read(text);
        assertEquals(List.of(), file.lines().quoted());
        return file.recording();
    }

    private static TraceEvent event(String line) throws IOException {
        List<TraceEvent> events = recording(line + "\n").events();
        assertEquals(1, events.size());
        return events.getFirst();
    }

    private static Allocated allocated(long time, int cpu, String task, int pid) {
        return new Allocated(1, new Stamp(time, cpu, task, pid), START, 20480, 16384, VSTART, VEND, false);
    }

    @Test
    void everyToolsStampIsRead() throws IOException {
        Allocated expected = allocated(9_724_937_000L, 1, "forker", 217);
        for (String stamp : List.of(
                "forker-217     [001] .....     9.724937: ",
                "forker-217     [001]     9.724937: ",
                "forker-217   (    200) [001] d..1.     9.724937: ",
                "forker-217   (-------) [001] .N...     9.724937: ",
                "forker     217 [001]     9.724937:        vmalloc:",
                "forker-217     1..... 9724937us : ",
                "forker-217     1d..1. 9724937us+: ")) {
            assertEquals(expected, event("          " + stamp + "alloc_vmap_area:      " + FIELDS), stamp);
        }
    }

    @Test
    void aStampWithoutACpuHasNone() throws IOException {
        assertEquals(
                allocated(9_724_937_000L, -1, "forker", 217),
                event("forker   217     9.724937: vmalloc:alloc_vmap_area: " + FIELDS));
    }

    @Test
    void theNameOfATaskCanContainAnything() throws IOException {
        for (String task : List.of("kworker/0:2-eve", "a b-c [1] d: e", "<idle>", "<...>", "1.5: x: y", "-")) {
            assertEquals(
                    allocated(9_724_937_000L, 0, task, 42),
                    event("  " + task + "-42      [000] d..1.     9.724937: alloc_vmap_area: " + FIELDS));
        }
    }

    @Test
    void clocksThatCountGiveTicks() throws IOException {
        Recording recording = recording("   a-1   [000] .....  123456789012: alloc_vmap_area: " + FIELDS + "\n");
        assertEquals(Clock.TICKS, recording.frame().clock());
        assertEquals(allocated(123456789012L, 0, "a", 1), recording.events().getFirst());
        assertEquals(
                allocated(1_123_456_789L, 0, "a", 1),
                event("   a-1   [000] .....  1.123456789: alloc_vmap_area: " + FIELDS));
    }

    @Test
    void rawFieldsAndFieldsWithTwoValuesAreRead() throws IOException {
        Allocated expected = allocated(9_724_937_000L, 1, "forker", 217);
        assertEquals(expected, event(STAMP + "alloc_vmap_area: " + FIELDS.replace("va_start: ", " addr=")));
        assertEquals(
                expected,
                event(STAMP + "alloc_vmap_area: addr=0xffffc90000464000 (18446683600574627840) size=0x5000 (20480)"
                        + " align=0x4000 (16384) vstart=0xffffc90000000000 (18446683600570023936)"
                        + " vend=0xffffe8ffffffffff (-25288767438849) failed=0x0 (0)"));
    }

    @Test
    void freesAndPurgesAreRead() throws IOException {
        Stamp stamp = new Stamp(9_724_937_000L, 1, "forker", 217);
        assertEquals(
                new Freed(1, stamp, START, 5, 16384),
                event(STAMP + "free_vmap_area_noflush: va_start=0xffffc90000464000 nr_lazy=5 nr_lazy_max=16384"));
        assertEquals(
                new Purged(1, stamp, -1, 0, 0),
                event(STAMP + "purge_vmap_area_lazy: start=0xffffffffffffffff end=0x0 num_purged=0"));
    }

    @Test
    void aFailedAllocationIsOne() throws IOException {
        Recording recording = recording(STAMP + "alloc_vmap_area: "
                + FIELDS.replace("18446683600574627840", "18446718784942112767").replace("failed=0", "failed=1")
                + "\n");
        assertEquals(1, recording.failures());
        assertEquals(List.of(), recording.lives());
        assertEquals(VEND, ((Allocated) recording.events().getFirst()).start());
    }

    @Test
    void otherEventsAreCountedByName() throws IOException {
        Recording recording = recording("# tracer: nop\n" + STAMP + "sched_switch: prev_comm=a ==> next_comm=b\n"
                + STAMP
                + "sched_switch: x\n" + STAMP + "kmem:kmalloc: y\n" + STAMP + "<stack trace>\n => alloc_vmap_area\n"
                + " => vmalloc\n" + STAMP + "alloc_vmap_area <-__get_vm_area_node\n" + STAMP
                + "sys_mmap(addr: 0, len: 1000)\n" + STAMP + "alloc_vmap_area: " + FIELDS + "\n");
        assertEquals(
                Map.of("sched_switch", 2L, "kmalloc", 1L), recording.frame().others());
        assertEquals(1, recording.events().size());
    }

    @Test
    void gapsAndMarksAreEvents() throws IOException {
        Recording recording = recording("# tracer: nop\n# entries-in-buffer/entries-written: 10/15   #P:4\n"
                + "CPU:1 [LOST 231 EVENTS]\n##### CPU 3 buffer started ####\nCPU:0 [EVENTS DROPPED]\n" + STAMP
                + "tracing_mark_write: snapshot 1 begin\n" + STAMP + "alloc_vmap_area: " + FIELDS + "\n");
        assertEquals(List.of(new Lost(3, 1, 231), new Lost(4, 3, -1), new Lost(5, 0, -1)), recording.gaps());
        assertEquals(
                new Marked(6, new Stamp(9_724_937_000L, 1, "forker", 217), "snapshot 1 begin"),
                recording.events().get(3));
        assertEquals(5, recording.frame().overwritten());
        assertEquals(4, recording.cpus());
    }

    @Test
    void anEventWithAFieldMissingIsNotUnderstood() throws IOException {
        KernelFile file = Samples.read(STAMP + "alloc_vmap_area: " + FIELDS + "\n" + STAMP + "alloc_vmap_area: "
                + FIELDS.substring(0, 60) + "\nalloc_vmap_area: " + FIELDS + "\n" + STAMP
                + "free_vmap_area_noflush: nr_lazy=5\n"
                + STAMP + "purge_vmap_area_lazy: start=0x0 end=zz num_purged=1");
        assertEquals(1, file.recording().events().size());
        assertEquals(4, file.lines().skipped());
        assertEquals(
                List.of(2L, 3L, 4L, 5L),
                file.lines().quoted().stream().map(quote -> quote.line()).toList());
    }

    @Test
    void theLifeOfAnAreaIsFollowed() throws IOException {
        String alloc = STAMP + "alloc_vmap_area: " + FIELDS + "\n";
        String free = STAMP + "free_vmap_area_noflush: va_start=0xffffc90000464000 nr_lazy=5 nr_lazy_max=16384\n";
        String purge = STAMP + "purge_vmap_area_lazy: start=0xffffc90000464000 end=0xffffc90000469000 num_purged=1\n";
        OptionalInt none = OptionalInt.empty();
        assertEquals(
                List.of(
                        new AreaLife(START, 0, none, OptionalInt.of(0), OptionalInt.of(1)),
                        new AreaLife(START, 20480, OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3)),
                        new AreaLife(START, 20480, OptionalInt.of(4), none, none)),
                recording(free + alloc + free + purge + alloc).lives());
    }

    @Test
    void everyAllocationOfTheLongRecordingHasALife() throws IOException {
        Recording recording =
                Samples.open("6.12-4cpu-numa-fork/trace.fork.txt.gz").recording();
        long allocated = recording.lives().stream()
                .filter(life -> life.allocated().isPresent())
                .count();
        long freed = recording.lives().stream()
                .filter(life -> life.freed().isPresent())
                .count();
        assertEquals(recording.allocations(), allocated);
        assertEquals(recording.frees(), freed);
        assertTrue(recording.lives().stream()
                .allMatch(life -> life.gone().isEmpty() || life.allocated().isEmpty() || life.size() > 0));
    }
}
