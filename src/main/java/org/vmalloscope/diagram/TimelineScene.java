package org.vmalloscope.diagram;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.vmalloscope.journal.Journal;

/// What a timeline shows: the run, where in it somebody stands, and the places that were marked.
///
/// @param statement the words of a statement, from 0
/// @param position the event position
/// @param bookmarks marked event positions and what they are called
/// @param found event positions that a search found, ascending
public record TimelineScene(
        EventLog log,
        Journal journal,
        IntFunction<String> statement,
        long position,
        Map<Long, String> bookmarks,
        List<Long> found) {
    public TimelineScene {
        bookmarks = Map.copyOf(bookmarks);
        found = List.copyOf(found);
    }
}
