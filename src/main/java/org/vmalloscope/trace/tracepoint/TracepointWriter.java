package org.vmalloscope.trace.tracepoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.Statement;

/// Plays a scenario and writes the lines that newer kernels' tracepoints would have printed, as ftrace shows them.
///
/// 2.6.32 has no tracepoints; they are put where newer kernels have theirs. The time of a line is the number of its
/// statement in seconds, and of the line itself in microseconds. Recorded events come out as they went in, but for
/// the counts of lazily freed pages, which are the simulated ones.
public final class TracepointWriter {
    private static final String HEADING = """
            # tracer: nop
            #
            # written by vmalloscope: seconds count statements, microseconds count lines
            #           TASK-PID     CPU#  |||||  TIMESTAMP  FUNCTION
            """;
    private static final String ALLOC = "alloc_vmap_area";
    private static final String FREE = "free_unmap_vmap_area_noflush";
    private static final String PURGE = "__purge_vmap_area_lazy";
    private static final long MICROS = 1_000_000;

    private final Scenario scenario;
    private final StringBuilder text = new StringBuilder(HEADING);
    private final Deque<FunctionEntered> allocations = new ArrayDeque<>();
    private final Deque<long[]> purges = new ArrayDeque<>();
    private final Run run;
    private long lines;

    private TracepointWriter(Scenario scenario) {
        this.scenario = scenario;
        this.run = new Run(scenario, this::note);
    }

    /// Writes the events of the whole run; the error of a step that could not be played, if there was one.
    public static Optional<ScenarioError> write(Scenario scenario, OutputStream out) throws IOException {
        return new TracepointWriter(scenario).play(out);
    }

    private Optional<ScenarioError> play(OutputStream out) throws IOException {
        while (run.hasNext()) {
            Statement statement = scenario.lines().get(run.played()).statement();
            Outcome outcome = run.next();
            if (statement instanceof Statement.Recorded recorded) {
                recorded(recorded);
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
            if (outcome instanceof Outcome.Refused(ScenarioError error)) {
                return Optional.of(error);
            }
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        return Optional.empty();
    }

    private VmallocView view() {
        return run.view(run.memory());
    }

    private void note(Note note) {
        if (note instanceof FunctionEntered entered) {
            entered(entered);
        } else if (note instanceof FunctionLeft left) {
            left(left);
        } else if (note instanceof LazyAreaFound(long va, long start, long end) && !purges.isEmpty()) {
            long[] purge = purges.peek();
            purge[0] = Long.compareUnsigned(start, purge[0]) < 0 ? start : purge[0];
            purge[1] = Long.compareUnsigned(end, purge[1]) > 0 ? end : purge[1];
            purge[2]++;
        }
    }

    private void entered(FunctionEntered entered) {
        switch (entered.function()) {
            case ALLOC -> allocations.push(entered);
            case FREE -> {
                VmapArea va = new VmapArea(run.memory(), argument(entered, "va"));
                long pages = (va.vaEnd() - va.vaStart()) >>> Machine.PAGE_SHIFT;
                free(va.vaStart(), view().vmapLazyNr() + pages);
            }
            case PURGE -> purges.push(new long[] {argument(entered, "start"), argument(entered, "end"), 0});
            default -> {
                // Other functions have no tracepoint.
            }
        }
    }

    private void left(FunctionLeft left) {
        if (left.function().equals(ALLOC)) {
            FunctionEntered call = allocations.pop();
            boolean failed = left.result()
                    .filter(result -> result.form() == Argument.Form.NUMBER)
                    .isPresent();
            long start = failed
                    ? argument(call, "vend")
                    : new VmapArea(run.memory(), left.result().orElseThrow().value()).vaStart();
            alloc(
                    start,
                    argument(call, "size"),
                    argument(call, "align"),
                    argument(call, "vstart"),
                    argument(call, "vend"),
                    failed);
        } else if (left.function().equals(PURGE)) {
            long[] purge = purges.pop();
            purge(purge[0], purge[1], purge[2]);
        }
    }

    private static long argument(FunctionEntered call, String name) {
        return call.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void recorded(Statement.Recorded event) {
        switch (event) {
            case Statement.RecordedAlloc e -> alloc(e.start(), e.size(), e.align(), e.vstart(), e.vend(), e.failed());
            case Statement.RecordedFree e -> free(e.start(), view().vmapLazyNr());
            case Statement.RecordedPurge e -> purge(e.start(), e.end(), e.count());
        }
    }

    private void alloc(long start, long size, long align, long vstart, long vend, boolean failed) {
        line(ALLOC)
                .append("va_start: ")
                .append(Long.toUnsignedString(start))
                .append(" size=")
                .append(Long.toUnsignedString(size))
                .append(" align=")
                .append(Long.toUnsignedString(align))
                .append(" vstart=0x")
                .append(Long.toHexString(vstart))
                .append(" vend=0x")
                .append(Long.toHexString(vend))
                .append(" failed=")
                .append(failed ? 1 : 0)
                .append('\n');
    }

    private void free(long start, long lazy) {
        line("free_vmap_area_noflush")
                .append("va_start=0x")
                .append(Long.toHexString(start))
                .append(" nr_lazy=")
                .append(lazy)
                .append(" nr_lazy_max=")
                .append(run.config().lazyMaxPages())
                .append('\n');
    }

    private void purge(long start, long end, long count) {
        line("purge_vmap_area_lazy")
                .append("start=0x")
                .append(Long.toHexString(start))
                .append(" end=0x")
                .append(Long.toHexString(end))
                .append(" num_purged=")
                .append(count)
                .append('\n');
    }

    private StringBuilder line(String event) {
        long statement = run.view(run.memory()).ground().control().statement() + 1L;
        return text.append(String.format(
                Locale.ROOT,
                "        scenario-1       [%03d] ..... %5d.%06d: %s: ",
                run.view(run.memory()).ground().control().currentCpu(),
                statement,
                lines++ % MICROS,
                event));
    }
}
