package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vmalloscope.trace.tracepoint.Clock;
import org.vmalloscope.trace.tracepoint.Recording;
import org.vmalloscope.trace.tracepoint.TraceEvent;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;

/// How many areas of a recording there are as it goes on. Those from before the recording are not counted.
public final class Growth {
    private static final int POINTS = 50;
    private static final long NANOS = 1_000_000_000L;

    private final Recording recording;
    private final Map<Long, Long> live = new TreeMap<>();
    private long bytes;
    private long allocations;
    private long frees;
    private long purges;
    private long nrLazy = -1;

    private Growth(Recording recording) {
        this.recording = recording;
    }

    /// Up to 51 moments, evenly spaced by events.
    public static Table of(Recording recording) {
        return new Growth(recording).table();
    }

    private Table table() {
        List<List<String>> rows = new ArrayList<>();
        int count = recording.events().size();
        int step = Math.max(1, count / POINTS);
        for (int index = 0; index < count; index++) {
            TraceEvent event = recording.events().get(index);
            take(event);
            if (event instanceof TraceEvent.Stamped stamped && ((index + 1) % step == 0 || index == count - 1)) {
                rows.add(List.of(
                        Integer.toString(index + 1),
                        time(stamped.stamp().time()),
                        Integer.toString(live.size()),
                        Long.toString(bytes),
                        Long.toString(allocations),
                        Long.toString(frees),
                        Long.toString(purges),
                        nrLazy < 0 ? "" : Long.toString(nrLazy)));
            }
        }
        return new Table(
                List.of("event", "time", "areas", "bytes", "allocations", "frees", "purges", "lazy_pages"),
                rows,
                List.of(
                        "Areas that were allocated in the recording and not freed; those from before it are not known."));
    }

    private void take(TraceEvent event) {
        switch (event) {
            case Allocated allocated when allocated.failed() -> {}
            case Allocated allocated -> {
                allocations++;
                Long replaced = live.put(allocated.start(), allocated.size());
                bytes += allocated.size() - (replaced == null ? 0 : replaced);
            }
            case Freed freed -> {
                frees++;
                nrLazy = freed.nrLazy();
                Long size = live.remove(freed.start());
                bytes -= size == null ? 0 : size;
            }
            case Purged purged -> purges++;
            case Marked marked -> {}
            case Lost lost -> {}
        }
    }

    private String time(long time) {
        return recording.frame().clock() == Clock.TICKS
                ? Long.toString(time)
                : String.format(Locale.ROOT, "%d.%06d", time / NANOS, time % NANOS / 1000);
    }
}
