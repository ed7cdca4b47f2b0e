package org.vmalloscope.laws;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Detail;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Place;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.Run;

/// All places of a run in the order in which they are passed, with the call each of them is in, found by plain
/// counting.
final class StepPath {
    /// No function runs.
    static final int NO_CALL = -1;

    private final List<Spot> spots = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();
    private Place last = Place.after(0);

    /// A place.
    ///
    /// @param line whether a line was reached there
    /// @param stop whether it is a line, or the start or end of a statement
    /// @param call the number of the innermost call that runs
    /// @param depth how many calls run
    record Spot(Place place, boolean line, boolean stop, int call, int depth) {}

    /// A call: the place right before it, and right after it; the end of the statement when that came first.
    record Call(Place before, Place after) {}

    StepPath(Run run, TimeMachine machine) {
        Journal journal = run.journal();
        spots.add(new Spot(Place.after(0), false, true, NO_CALL, 0));
        for (int statement = 0; statement < journal.statements(); statement++) {
            machine.seek(journal.eventStart(statement));
            statement(machine.detail(statement), journal.eventStart(statement));
        }
    }

    private void statement(Detail detail, long start) {
        int events = detail.events().size();
        for (int count = 1; count <= events; count++) {
            Place place = Place.after(start + count);
            follow(detail.events().get(count - 1), place);
            boolean ends = count == events;
            if (ends) {
                open.forEach(call -> calls.set(call, new Call(calls.get(call).before(), place)));
                open.clear();
            }
            add(place, false, ends);
            for (int line = 1; line <= detail.linesAfter(count).size(); line++) {
                add(new Place(start + count, line), true, true);
            }
        }
    }

    private void follow(Event event, Place place) {
        if (event instanceof FunctionEntered) {
            open.add(calls.size());
            calls.add(new Call(last, place));
        } else if (event instanceof FunctionLeft) {
            int call = open.removeLast();
            calls.set(call, new Call(calls.get(call).before(), place));
        }
    }

    private void add(Place place, boolean line, boolean stop) {
        spots.add(new Spot(place, line, stop, open.isEmpty() ? NO_CALL : open.getLast(), open.size()));
        last = place;
    }

    /// All places.
    List<Spot> spots() {
        return spots;
    }

    /// The places at which a debugger stops.
    List<Place> stops() {
        return spots.stream().filter(Spot::stop).map(Spot::place).toList();
    }

    Call call(int number) {
        return calls.get(number);
    }

    /// The spot of a place, which must be one of the run.
    Spot at(Place place) {
        int low = 0;
        int high = spots.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spots.get(middle).place().compareTo(place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (!spots.get(low).place().equals(place)) {
            throw new AssertionError(place + " is no place of the run");
        }
        return spots.get(low);
    }
}
