package org.vmalloscope.ui.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.vmalloscope.diagram.EventSearch;
import org.vmalloscope.journal.TimeMachine;

/// The search for events by what they are about. Used on the FX thread.
///
/// It plays statements again, on a time machine of its own in the background, and can be given up.
public final class SearchModel {
    private static final int SLICES = 200;

    private final SessionModel session;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<List<Long>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final AtomicLong latest = new AtomicLong();
    private String text = "";

    public SearchModel(SessionModel session, Workers workers) {
        this.session = session;
        this.workers = workers;
        session.sourceChanges(this::forget);
    }

    /// Looks for a text and goes to the first place after the position; with the text it looked for last, goes to the
    /// next place, or with `back` to the one before.
    public void find(String wanted, boolean back) {
        String words = wanted.strip();
        if (words.equals(text) && !busy.get()) {
            step(back);
        } else if (words.isEmpty()) {
            forget();
        } else {
            session.played().ifPresent(played -> start(played, words, back));
        }
    }

    private void start(Played played, String words, boolean back) {
        long mine = latest.incrementAndGet();
        text = words;
        found.set(List.of());
        progress.set(0);
        busy.set(true);
        workers.run(() -> search(played, words, mine), hits -> {
            if (mine == latest.get()) {
                busy.set(false);
                found.set(hits);
                step(back);
            }
        });
    }

    private List<Long> search(Played played, String words, long mine) {
        TimeMachine time = played.run().timeMachine();
        time.seek(time.length());
        EventSearch search = new EventSearch(time, played.run().view(time.memory()), played.births());
        long slice = Math.max(1, time.length() / SLICES);
        long[] told = {0};
        return search.find(words, () -> mine != latest.get(), event -> {
            if (event - told[0] >= slice) {
                told[0] = event;
                workers.fxThread().execute(() -> progress.set((double) event / Math.max(1, time.length())));
            }
        });
    }

    /// Gives a running search up and forgets what was found.
    public void forget() {
        latest.incrementAndGet();
        text = "";
        busy.set(false);
        found.set(List.of());
    }

    private void step(boolean back) {
        List<Long> all = found.get();
        long now = session.positionProperty().get();
        if (all.isEmpty()) {
            return;
        }
        session.seek(
                back
                        ? all.reversed().stream()
                                .filter(place -> place < now)
                                .findFirst()
                                .orElse(all.getLast())
                        : all.stream().filter(place -> place > now).findFirst().orElse(all.getFirst()));
    }

    /// The number of the found place the position is at, from 1; 0 when it is at none.
    public int current() {
        return found.get().indexOf(session.positionProperty().get()) + 1;
    }

    /// Whether something was looked for and searched through.
    public boolean isDone() {
        return !text.isEmpty() && !busy.get();
    }

    /// Event positions that were found, ascending.
    public ReadOnlyObjectProperty<List<Long>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether it is searching.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How much of the run is searched, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
