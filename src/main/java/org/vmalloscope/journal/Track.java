package org.vmalloscope.journal;

import java.util.List;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;

/// One statement as a debugger passes it: its events and the lines between them in one row of items, with the depth of
/// calls after each.
///
/// A spot is a number of items that are done, from 0 to [#length].
final class Track {
    private final long start;
    private final int[] eventsDone;
    private final int[] linesDone;
    private final int[] depth;
    private final boolean[] isLine;

    /// `start` is the position before the statement.
    Track(Detail detail, long start) {
        this.start = start;
        List<Event> events = detail.events();
        int size = events.size() + detail.lines().size();
        eventsDone = new int[size + 1];
        linesDone = new int[size + 1];
        depth = new int[size + 1];
        isLine = new boolean[size + 1];
        int spot = 0;
        for (int count = 0; count <= events.size(); count++) {
            if (count > 0) {
                spot++;
                eventsDone[spot] = count;
                depth[spot] = depth[spot - 1] + change(events.get(count - 1));
            }
            int lines = detail.linesAfter(count).size();
            for (int line = 1; line <= lines; line++) {
                spot++;
                eventsDone[spot] = count;
                linesDone[spot] = line;
                depth[spot] = depth[spot - 1];
                isLine[spot] = true;
            }
        }
    }

    private static int change(Event event) {
        if (event instanceof FunctionEntered) {
            return 1;
        }
        return event instanceof FunctionLeft ? -1 : 0;
    }

    /// Items of the statement.
    int length() {
        return depth.length - 1;
    }

    /// The place at a spot.
    Place place(int spot) {
        return new Place(start + eventsDone[spot], linesDone[spot]);
    }

    /// The spot of a place of this statement.
    int spot(Place place) {
        int low = 0;
        int high = length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(middle).compareTo(place) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Functions that run at a spot; none at the end, whatever ended the statement.
    int depth(int spot) {
        return spot == length() ? 0 : depth[spot];
    }

    /// Whether the item that led to a spot is a line.
    boolean isLine(int spot) {
        return isLine[spot];
    }
}
