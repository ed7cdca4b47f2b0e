package org.vmalloscope.ui.model;

import java.util.Optional;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// Event positions that were marked, and what they are called. Used on the FX thread.
public final class BookmarkModel {
    private final TreeMap<Long, String> sorted = new TreeMap<>();
    private final ObservableMap<Long, String> marks = FXCollections.observableMap(sorted);

    /// Marks a position, or takes its mark away; whether it is marked now.
    public boolean toggle(long position, String name) {
        if (marks.remove(position) == null) {
            marks.put(position, name);
            return true;
        }
        return false;
    }

    /// Gives a mark another name; an empty one takes the mark away.
    public void rename(long position, String name) {
        if (name.isBlank()) {
            marks.remove(position);
        } else {
            marks.put(position, name.strip());
        }
    }

    /// The next mark after a position.
    public Optional<Long> after(long position) {
        return Optional.ofNullable(sorted.higherKey(position));
    }

    /// The last mark before a position.
    public Optional<Long> before(long position) {
        return Optional.ofNullable(sorted.lowerKey(position));
    }

    void clear() {
        marks.clear();
    }

    /// Takes the marks away that lie beyond the end of a run.
    void cut(long length) {
        marks.keySet().removeIf(position -> position > length);
    }

    /// All marks, ascending.
    public ObservableMap<Long, String> all() {
        return FXCollections.unmodifiableObservableMap(marks);
    }
}
