package org.vmalloscope.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.vmalloscope.diagram.EventLog;
import org.vmalloscope.diagram.TimelineDiagram;
import org.vmalloscope.diagram.TimelineScale;
import org.vmalloscope.diagram.TimelineScene;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.journal.Recorder;

/// Prints how long the timeline of a run of 50 million events takes to draw, at every zoom.
public final class LongTimeline {
    private LongTimeline() {}

    /// Measures; the argument is the number of events.
    public static void main(String[] arguments) {
        long events = arguments.length > 0 ? Long.parseLong(arguments[0]) : 50_000_000;
        EventLog log = new EventLog();
        Journal journal = new Journal();
        long before = heap();
        record(events, log, new Recorder(journal, EventSink.both(log, EventSink.ofNotes(note -> {}))));
        System.out.println("heap of " + log.events() + " events: " + (heap() - before >> 20) + " MiB, of which journal "
                + (journal.heapBytes() >> 20) + " MiB");
        TimelineScene scene =
                new TimelineScene(log, journal, number -> "a = vmalloc 4K", events / 3, Map.of(), List.of());
        Times times = new Times();
        Times first = new Times();
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            TimelineScale scale = TimelineDiagram.whole(log.events(), 1260);
            while (scale.to() - scale.from() > TimelineScale.FEWEST * 2) {
                TimelineScale shown = scale;
                (round < 2 ? first : times)
                        .measure(() -> TimelineDiagram.draw(scene, shown, 1260, 150)
                                .shapes()
                                .size());
                scale = scale.zoomed(1.9, random.nextDouble(1260), (double) log.events());
            }
        }
        first.print("timeline, first drawings");
        times.print("timeline");
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Statements as vmalloc among 5,000 areas makes them: one long search, some calls and stores.
    private static void record(long events, EventLog log, Recorder recorder) {
        Note tried = new HoleTried(0, 4096, Verdict.COLLIDES_BELOW, 8192);
        Random random = new Random(3);
        for (int statement = 0; log.events() < events; statement++) {
            recorder.note(new StatementBegun(statement, 0));
            for (int call = 0; call < 12; call++) {
                recorder.note(new FunctionEntered(call % 2 == 0 ? "vmalloc" : "alloc_vmap_area", List.of()));
                for (int store = 0; store < 6; store++) {
                    recorder.stored(store, 0, 1, false);
                }
                for (int hole = call == 1 ? random.nextInt(10_000) : 0; hole > 0; hole--) {
                    recorder.note(tried);
                }
                if (call % 2 == 1) {
                    recorder.note(new FunctionLeft("alloc_vmap_area", Optional.empty()));
                    recorder.note(new FunctionLeft("vmalloc", Optional.empty()));
                }
            }
            recorder.endStatement();
        }
    }
}
