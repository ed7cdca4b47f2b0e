package org.vmalloscope.journal;

/// Where a debugger stands: after so many events of the run, and so many of the lines that were reached before the
/// next.
///
/// The memory is that of the position; lines change nothing. Places are ordered as they are passed when a run is
/// played.
///
/// @param position an event position, from 0
/// @param lines lines reached since, from 0
public record Place(long position, int lines) implements Comparable<Place> {
    public Place {
        if (position < 0 || lines < 0) {
            throw new IllegalArgumentException("no place at " + position + "+" + lines);
        }
    }

    /// The place right after an event.
    public static Place after(long position) {
        return new Place(position, 0);
    }

    @Override
    public int compareTo(Place other) {
        return position == other.position
                ? Integer.compare(lines, other.lines)
                : Long.compare(position, other.position);
    }
}
