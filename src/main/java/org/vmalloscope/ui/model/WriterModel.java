package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.inspect.ChangedWords;
import org.vmalloscope.inspect.FieldHistory;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.inspect.ObjectReader;
import org.vmalloscope.inspect.Writer;
import org.vmalloscope.inspect.Writers;
import org.vmalloscope.journal.TimeMachine;

/// Who wrote a field: all stores to it in the run, newest first. Used on the FX thread.
///
/// The stores are found in the background by a look through the journal. Then the statement of each is played again
/// there, to find its event and the function: that takes long where there are many, and can be given up.
public final class WriterModel {
    private static final int MOST = 10_000;
    /// While the field changes with every step, fewer are looked up.
    private static final int GLANCED = 200;

    private static final int BATCH = 64;

    private final SessionModel session;
    private final Workers workers;
    private final ObservableList<WriterRow> rows = FXCollections.observableArrayList();
    private final ObservableList<WriterRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper field = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final AtomicLong latest = new AtomicLong();
    private @Nullable FieldHistory history;
    private @Nullable Played of;
    private long address;
    private int newest;
    private int most = GLANCED;

    WriterModel(SessionModel session, Workers workers) {
        this.session = session;
        this.workers = workers;
        session.sourceChanges(this::forget);
    }

    private void forget() {
        latest.incrementAndGet();
        history = null;
        of = null;
        address = 0;
        field.set("");
        rows.clear();
        busy.set(false);
        version.set(version.get() + 1);
    }

    /// Tells who wrote a field of the open run; of none, when none is given. A field that was not chosen on purpose is
    /// only glanced at: of many stores, fewer are listed.
    @SuppressWarnings("ReferenceEquality") // another run, however alike, has a journal of its own
    void of(Optional<FieldRow> row, boolean onPurpose) {
        Optional<Played> played = session.played();
        if (row.isEmpty() || played.isEmpty()) {
            forget();
        } else if (row.get().address() != address || played.get() != of || onPurpose && most != MOST) {
            forget();
            most = onPurpose ? MOST : GLANCED;
            of = played.get();
            address = row.get().address();
            field.set(row.get().field());
            start(played.get(), slot(row.get().address()), played.get().time().stores());
        }
    }

    private int slot(long word) {
        return session.momentProperty()
                .get()
                .map(now -> now.view().memory().slotOf(word))
                .orElse(0);
    }

    private void start(Played played, int slot, int done) {
        long mine = latest.incrementAndGet();
        busy.set(true);
        progress.set(0);
        workers.run(() -> FieldHistory.of(played.run().journal(), slot, () -> mine != latest.get()), found -> {
            if (mine == latest.get()) {
                take(played, found, done, mine);
            }
        });
    }

    /// Shows the stores nearest to the position, and has their events found out.
    private void take(Played played, FieldHistory found, int done, long mine) {
        history = found;
        int middle = found.before(done);
        int first = Math.max(0, Math.min(middle - most / 2, found.size() - most));
        newest = Math.min(found.size(), first + most) - 1;
        List<WriterRow> all = new ArrayList<>();
        for (int index = newest; index >= first; index--) {
            all.add(new WriterRow(
                    found.store(index), found.statement(index), found.was(index), found.now(index), 0, ""));
        }
        rows.setAll(all);
        version.set(version.get() + 1);
        List<Integer> order = new ArrayList<>();
        int start = Math.clamp(newest - (middle - 1L), 0, Math.max(0, all.size() - 1));
        for (int row = start; row < all.size(); row++) {
            order.add(row);
        }
        for (int row = start - 1; row >= 0; row--) {
            order.add(row);
        }
        workers.run(() -> identify(played, List.copyOf(all), order, mine), finished -> {
            if (mine == latest.get()) {
                busy.set(false);
            }
        });
    }

    private boolean identify(Played played, List<WriterRow> all, List<Integer> order, long mine) {
        TimeMachine time = played.run().timeMachine();
        Writers writers = new Writers(time);
        List<Known> known = new ArrayList<>();
        for (int number = 0; number < order.size() && mine == latest.get(); number++) {
            int row = order.get(number);
            known.add(new Known(row, writers.of(all.get(row).store())));
            if (known.size() == BATCH || number == order.size() - 1) {
                hand(List.copyOf(known), (number + 1.0) / order.size(), mine);
                known.clear();
            }
        }
        return true;
    }

    /// Who made the store of a row.
    private record Known(int row, Writer writer) {}

    private void hand(List<Known> known, double share, long mine) {
        workers.fxThread().execute(() -> {
            if (mine == latest.get()) {
                progress.set(share);
                known.forEach(this::show);
                version.set(version.get() + 1);
            }
        });
    }

    private void show(Known known) {
        WriterRow row = rows.get(known.row());
        rows.set(
                known.row(),
                new WriterRow(
                        row.store(),
                        row.statement(),
                        row.was(),
                        row.now(),
                        known.writer().event(),
                        known.writer().function()));
    }

    /// Gives the search up; the stores that were found stay.
    public void cancel() {
        latest.incrementAndGet();
        busy.set(false);
    }

    /// Goes to the event of a store.
    public void go(WriterRow row) {
        Played played = of;
        if (played != null) {
            session.seek(row.event() > 0 ? row.event() : played.time().positionOfStore(row.store()));
        }
    }

    /// Goes back to the store before this event that wrote the field.
    public void previous() {
        step((found, played) -> found.before(played.time().storesBefore()) - 1);
    }

    /// Goes on to the next store that writes the field.
    public void next() {
        step((found, played) -> found.before(played.time().stores()));
    }

    /// Finds a store to the field.
    private interface Step {
        int from(FieldHistory found, Played played);
    }

    private void step(Step step) {
        withHistory(found -> {
            Played played = of;
            if (played != null) {
                int index = step.from(found, played);
                if (index >= 0 && index < found.size()) {
                    session.seek(played.time().positionOfStore(found.store(index)));
                }
            }
        });
    }

    private void withHistory(Consumer<FieldHistory> use) {
        FieldHistory found = history;
        if (found != null) {
            use.accept(found);
        }
    }

    /// The row of the store that gave the field its present value; -1 when nothing wrote it yet.
    public int current() {
        FieldHistory found = history;
        Played played = of;
        if (found == null || played == null) {
            return -1;
        }
        int index = found.before(played.time().stores()) - 1;
        return index < 0 || newest - index >= rows.size() || index > newest ? -1 : newest - index;
    }

    /// Whether the last event made the store of a row.
    public boolean isNow(WriterRow row) {
        Played played = of;
        return played != null
                && row.store() < played.time().stores()
                && row.store() >= played.time().storesBefore();
    }

    /// Whether the store of a row is done at the position.
    public boolean isDone(WriterRow row) {
        Played played = of;
        return played != null && row.store() < played.time().stores();
    }

    /// What a value of the field means, in a few characters.
    public String meaning(long raw) {
        return session.momentProperty()
                .get()
                .map(Moment::names)
                .map(names -> new ObjectReader(names, ChangedWords.NONE).brief(address, raw))
                .orElse("");
    }

    /// The words of a statement (from 0).
    public String statement(int number) {
        return number < session.statements().size()
                ? session.statements().get(number).text()
                : "";
    }

    /// All stores to the field there are in the run.
    public int count() {
        FieldHistory found = history;
        return found == null ? 0 : found.size();
    }

    /// The history of the field, to be drawn; empty while nothing is chosen.
    public Optional<FieldCurve> curve(int most) {
        FieldHistory found = history;
        return found == null || found.size() == 0
                ? Optional.empty()
                : Optional.of(FieldCurve.of(found, session.lengthProperty().get(), most));
    }

    /// How far the position is in the run, 0 to 1.
    public double share() {
        return (double) session.positionProperty().get()
                / Math.max(1, session.lengthProperty().get());
    }

    /// The stores to the field, newest first.
    public ObservableList<WriterRow> rows() {
        return shown;
    }

    /// The field, as C writes it.
    public ReadOnlyStringProperty fieldProperty() {
        return field.getReadOnlyProperty();
    }

    /// Changes whenever something else is known of the stores.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Whether events are being found out.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How many of them are known, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
