package org.vmalloscope.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/// The steps of a debugger over a run: into, over and out of functions, forward and backward.
///
/// Stops are the lines that were reached and the ends of statements. `into` goes to the next stop; `over` to the next
/// one in
/// the function that runs, or in a caller when that function ends; `out` to right after the call that runs, or backward
/// to right before it. Each gives the place it was asked for when there is no further one. The laws: what `over` steps
/// to
/// within a function, `over` backward leaves again for where it was, and `into` always does.
///
/// It plays statements again through the time machine's [TimeMachine#detail]; the machine's position stays.
public final class Stepper {
    private static final int KEPT = 8;

    private final TimeMachine time;
    private final Map<Integer, Track> tracks = new LinkedHashMap<>(KEPT, 0.75f, true);

    public Stepper(TimeMachine time) {
        this.time = time;
    }

    /// A kind of step.
    public enum Step {
        INTO,
        OVER,
        OUT
    }

    /// The place that a step leads to.
    public Place step(Step step, boolean forward, Place from) {
        return forward ? forward(step, from) : back(step, from);
    }

    private Place forward(Step step, Place from) {
        if (from.position() == time.length()) {
            return from;
        }
        int statement = time.journal().statementOfEvent(from.position() + 1);
        Track track = track(statement);
        int spot = track.spot(from);
        int least = track.depth(spot);
        for (int next = spot + 1; next < track.length(); next++) {
            int depth = track.depth(next);
            boolean stops = switch (step) {
                case INTO -> track.isLine(next);
                case OVER -> track.isLine(next) && depth <= least;
                case OUT -> depth < least;
            };
            if (stops) {
                return track.place(next);
            }
            least = Math.min(least, depth);
        }
        return Place.after(time.journal().eventEnd(statement));
    }

    private Place back(Step step, Place from) {
        if (from.position() == 0) {
            return from;
        }
        int statement = time.journal().statementOfEvent(from.position());
        Track track = track(statement);
        int spot = track.spot(from);
        int least = track.depth(spot);
        for (int before = spot - 1; before > 0; before--) {
            int depth = track.depth(before);
            boolean stops = switch (step) {
                case INTO -> track.isLine(before);
                case OVER -> track.isLine(before) && depth <= least;
                case OUT -> depth < least;
            };
            if (stops) {
                return track.place(before);
            }
            least = Math.min(least, depth);
        }
        return Place.after(time.journal().eventStart(statement));
    }

    /// The place cut to the run and to the lines that there are.
    public Place inside(Place place) {
        long position = Math.min(place.position(), time.length());
        return new Place(position, position < place.position() ? 0 : Math.min(place.lines(), linesAfter(position)));
    }

    private int linesAfter(long position) {
        if (position == 0) {
            return 0;
        }
        int statement = time.journal().statementOfEvent(position);
        int count = (int) (position - time.journal().eventStart(statement));
        return time.detail(statement).linesAfter(count).size();
    }

    private Track track(int statement) {
        Track known = tracks.get(statement);
        if (known == null) {
            known = new Track(time.detail(statement), time.journal().eventStart(statement));
            tracks.put(statement, known);
            if (tracks.size() > KEPT) {
                tracks.remove(tracks.keySet().iterator().next());
            }
        }
        return known;
    }
}
