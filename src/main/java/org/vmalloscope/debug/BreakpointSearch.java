package org.vmalloscope.debug;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.LineReached;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Place;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.scenario.Breakpoint;
import org.vmalloscope.scenario.Run;

/// The places of a run at which breakpoints are hit.
///
/// Each statement is gone through from its start, whichever way the search goes, so that the hits forward are the hits
/// backward. It travels on a time machine of its own; for one thread.
public final class BreakpointSearch {
    private final Run run;
    private final Births births;
    private final List<Breaks> breaks;
    private final boolean readsMemory;
    private final TimeMachine time;
    private final VmallocView view;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /// `births` must have listened to the whole run.
    public BreakpointSearch(Run run, Births births, List<Breakpoint> breakpoints) {
        this.run = run;
        this.births = births;
        this.breaks = breakpoints.stream()
                .map(each -> new Breaks(each, run.scenario()))
                .toList();
        this.readsMemory = breaks.stream().anyMatch(Breaks::readsMemory);
        this.time = run.timeMachine();
        this.view = run.view(time.memory());
    }

    /// A function that runs, and its variables.
    private record Frame(String function, Map<String, Argument> variables) {}

    /// The first hit after a place; `cancelled` is asked, and `progress` told, before each statement (from 0).
    public Optional<Place> next(Place from, BooleanSupplier cancelled, IntConsumer progress) {
        int statements = run.journal().statements();
        int first =
                from.position() == time.length() ? statements : run.journal().statementOfEvent(from.position() + 1);
        for (int statement = first; statement < statements && !cancelled.getAsBoolean(); statement++) {
            progress.accept(statement);
            for (Place hit : in(statement)) {
                if (hit.compareTo(from) > 0) {
                    return Optional.of(hit);
                }
            }
        }
        return Optional.empty();
    }

    /// The last hit before a place.
    public Optional<Place> previous(Place from, BooleanSupplier cancelled, IntConsumer progress) {
        int last = from.position() == time.length()
                ? run.journal().statements() - 1
                : run.journal().statementOfEvent(from.position() + 1);
        for (int statement = last; statement >= 0 && !cancelled.getAsBoolean(); statement--) {
            progress.accept(statement);
            for (Place hit : in(statement).reversed()) {
                if (hit.compareTo(from) < 0) {
                    return Optional.of(hit);
                }
            }
        }
        return Optional.empty();
    }

    /// All hits in a statement (from 0), in order.
    public List<Place> in(int statement) {
        Detail detail = time.detail(statement);
        long start = run.journal().eventStart(statement);
        List<Place> hits = new ArrayList<>();
        frames.clear();
        travel(start);
        breaks.forEach(each -> each.begin(spot(statement)));
        for (int count = 1; count <= detail.events().size(); count++) {
            Event event = detail.events().get(count - 1);
            follow(event);
            travel(start + count);
            if (hit(event, statement)) {
                hits.add(Place.after(start + count));
            }
            int lines = 0;
            for (LineReached line : detail.linesAfter(count)) {
                lines++;
                if (hit(line, statement)) {
                    hits.add(new Place(start + count, lines));
                }
            }
        }
        return hits;
    }

    private void travel(long position) {
        if (readsMemory) {
            time.seek(position);
        }
    }

    private void follow(Event event) {
        if (event instanceof FunctionEntered entered) {
            Map<String, Argument> variables = new HashMap<>();
            entered.arguments().forEach(argument -> variables.put(argument.name(), argument));
            frames.push(new Frame(entered.function(), variables));
        } else if (event instanceof FunctionLeft && !frames.isEmpty()) {
            frames.pop();
        }
    }

    private boolean hit(Event event, int statement) {
        boolean hit = false;
        for (Breaks each : breaks) {
            hit |= each.hitBy(event);
        }
        boolean changed = changed(statement);
        return hit || changed;
    }

    private boolean hit(LineReached line, int statement) {
        Frame frame = frames.peek();
        if (frame == null) {
            return false;
        }
        line.values().forEach(value -> frame.variables().put(value.name(), value));
        boolean hit = false;
        for (Breaks each : breaks) {
            hit |= each.hitBy(line, frame.function());
        }
        boolean changed = changed(statement);
        return hit || changed;
    }

    private boolean changed(int statement) {
        if (!readsMemory) {
            return false;
        }
        Spot spot = spot(statement);
        boolean hit = false;
        for (Breaks each : breaks) {
            hit |= each.hitAt(spot);
        }
        return hit;
    }

    private Spot spot(int statement) {
        Frame frame = frames.peek();
        return new Spot(
                Moment.of(time, view, births), statement, frame == null ? Map.of() : Map.copyOf(frame.variables()));
    }
}
