package org.vmalloscope.trace.imported;

import java.util.List;
import java.util.regex.Pattern;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.ScenarioPrinter;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.trace.tracepoint.Clock;
import org.vmalloscope.trace.tracepoint.Recording;
import org.vmalloscope.trace.tracepoint.TraceEvent;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;
import org.vmalloscope.trace.tracepoint.TraceEvent.Stamp;

/// A recording in the words of the scenario language: a statement an event, with its time and task as a comment.
final class RecordedStatements {
    private static final long NANOS = 1_000_000_000L;
    private static final long MILLION = 1_000_000;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Recording recording;
    private final Machine machine;
    private int leftOut;

    RecordedStatements(Recording recording, Machine machine) {
        this.recording = recording;
        this.machine = machine;
    }

    /// Events that say something impossible.
    int leftOut() {
        return leftOut;
    }

    void addTo(List<String> rows) {
        for (TraceEvent event : recording.events()) {
            switch (event) {
                case Allocated allocated
                when isPossible(allocated) ->
                    rows.add(row(
                            new Statement.RecordedAlloc(
                                    allocated.start(),
                                    allocated.size(),
                                    allocated.align(),
                                    allocated.vstart(),
                                    allocated.vend(),
                                    allocated.failed(),
                                    cpu(allocated.stamp())),
                            allocated.stamp()));
                case Allocated allocated -> leftOut++;
                case Freed freed ->
                    rows.add(row(new Statement.RecordedFree(freed.start(), cpu(freed.stamp())), freed.stamp()));
                case Purged purged ->
                    rows.add(row(
                            new Statement.RecordedPurge(
                                    purged.start(), purged.end(), Math.max(purged.count(), 0), cpu(purged.stamp())),
                            purged.stamp()));
                case Marked marked -> rows.add("# " + time(marked.stamp()) + " " + printable(marked.text()));
                case Lost lost -> rows.add("# lost: " + lost(lost) + " of CPU " + lost.cpu());
            }
        }
    }

    private static String lost(Lost lost) {
        return lost.count() < 0 ? "some events" : lost.count() + " events";
    }

    private boolean isPossible(Allocated event) {
        boolean pages = (event.size() & ~Machine.PAGE_MASK) == 0 && event.size() != 0;
        boolean placed = event.failed()
                || (event.start() & ~Machine.PAGE_MASK) == 0
                        && Long.compareUnsigned(event.start(), event.end() - 1) < 0;
        return pages && placed && Long.bitCount(event.align()) == 1;
    }

    private int cpu(Stamp stamp) {
        return Math.max(stamp.cpu(), 0) % machine.nrCpus();
    }

    private String row(Statement statement, Stamp stamp) {
        return ScenarioPrinter.print(statement) + "  # " + time(stamp) + " " + printable(stamp.task()) + "-"
                + stamp.pid();
    }

    private String time(Stamp stamp) {
        return recording.frame().clock() == Clock.TICKS ? Long.toString(stamp.time()) : seconds(stamp.time());
    }

    /// Seconds with six digits behind the point, as `%d.%06d` would write them: there may be hundreds of thousands.
    private static String seconds(long nanos) {
        long micros = Math.abs(nanos % NANOS / 1000);
        String digits = Long.toString(micros + MILLION);
        return nanos / NANOS + "." + digits.substring(1);
    }

    private static String printable(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                ? CONTROL.matcher(text).replaceAll("?")
                : text;
    }
}
