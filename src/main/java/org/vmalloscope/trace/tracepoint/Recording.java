package org.vmalloscope.trace.tracepoint;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;

/// The events of vmalloc that a recording holds, and what they tell of each area.
///
/// @param events in the order of their lines
/// @param frame what the rest of the recording says
/// @param lives the areas, in the order in which the recording first names them
public record Recording(List<TraceEvent> events, Frame frame, List<AreaLife> lives) {
    /// What a recording says besides its events.
    ///
    /// @param cpus of the machine; 0 when it is not told
    /// @param overwritten events that the ring buffer lost before it was read
    /// @param kernel its version, when a heading tells it, or empty
    /// @param others how often each other event occurs
    public record Frame(Clock clock, int cpus, long overwritten, String kernel, SortedMap<String, Long> others) {
        public Frame {
            others = Collections.unmodifiableSortedMap(new TreeMap<>(others));
        }
    }

    public Recording {
        events = List.copyOf(events);
        lives = List.copyOf(lives);
    }

    static Recording of(List<TraceEvent> events, Frame frame) {
        return new Recording(events, frame, new LifeReader(events).lives());
    }

    /// The highest number of a CPU that is told, plus one.
    public int cpus() {
        int most = frame.cpus();
        for (TraceEvent event : events) {
            most = Math.max(most, cpu(event) + 1);
        }
        return Math.max(most, 1);
    }

    private static int cpu(TraceEvent event) {
        return switch (event) {
            case TraceEvent.Stamped stamped -> stamped.stamp().cpu();
            case Lost lost -> lost.cpu();
        };
    }

    /// Allocations, failed ones among them.
    public long allocations() {
        return events.stream().filter(event -> event instanceof Allocated).count();
    }

    public long failures() {
        return events.stream()
                .filter(event -> event instanceof Allocated allocated && allocated.failed())
                .count();
    }

    public long frees() {
        return events.stream().filter(event -> event instanceof Freed).count();
    }

    public long purges() {
        return events.stream().filter(event -> event instanceof Purged).count();
    }

    /// Gaps in the recording.
    public List<Lost> gaps() {
        return events.stream()
                .filter(event -> event instanceof Lost)
                .map(event -> (Lost) event)
                .toList();
    }

    /// Whether there is anything of vmalloc in it.
    public boolean isEmpty() {
        return events.stream()
                .noneMatch(event -> event instanceof Allocated || event instanceof Freed || event instanceof Purged);
    }
}
