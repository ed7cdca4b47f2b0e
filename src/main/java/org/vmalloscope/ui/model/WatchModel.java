package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.inspect.ChangedWords;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.inspect.ObjectReader;

/// Fields that are kept in sight whatever is looked into: words of memory, by address. Used on the FX thread.
///
/// They stay while the text is edited, and are forgotten with the scenario.
public final class WatchModel {
    private final SessionModel session;
    private final Set<Long> addresses = new LinkedHashSet<>();
    private final ObservableList<Watched> rows = FXCollections.observableArrayList();
    private final ObservableList<Watched> shown = FXCollections.unmodifiableObservableList(rows);
    private String source = "";
    private boolean active;

    WatchModel(SessionModel session) {
        this.session = session;
        session.sourceChanges(this::another);
    }

    /// A watched field: what it is called now, and what it is.
    public record Watched(String label, FieldRow row) {}

    private void another() {
        String now = session.sourceProperty().get();
        if (!now.equals(source)) {
            addresses.clear();
        }
        source = now;
    }

    /// Keeps a word in sight, or no longer.
    public void toggle(long address) {
        if (!addresses.remove(address)) {
            addresses.add(address);
        }
        update(active);
    }

    /// Whether a word is kept in sight.
    public boolean isWatched(long address) {
        return addresses.contains(address);
    }

    void update(boolean looked) {
        active = looked;
        List<Watched> now = new ArrayList<>();
        if (looked && !addresses.isEmpty()) {
            session.momentProperty().get().ifPresent(moment -> read(moment, now));
        }
        rows.setAll(now);
    }

    private void read(Moment moment, List<Watched> into) {
        ChangedWords changed =
                session.played().map(played -> ChangedWords.of(played.time())).orElse(ChangedWords.NONE);
        ObjectReader reader = new ObjectReader(moment.names(), changed);
        for (long address : addresses) {
            reader.row(address).ifPresent(row -> into.add(new Watched(reader.label(address), row)));
        }
    }

    /// The watched fields, in the order they were chosen.
    public ObservableList<Watched> rows() {
        return shown;
    }
}
