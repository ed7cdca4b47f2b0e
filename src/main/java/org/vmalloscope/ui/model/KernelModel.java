package org.vmalloscope.ui.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vmalloscope.diagram.Origins;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.trace.imported.Comparison;
import org.vmalloscope.trace.imported.Growth;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;
import org.vmalloscope.trace.imported.NotPlayableException;
import org.vmalloscope.trace.imported.SnapshotDifference;
import org.vmalloscope.trace.imported.SnapshotTables;
import org.vmalloscope.trace.imported.Table;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// The kernel's file that was opened last: its report, and the table of it that is looked at. Used on the FX thread.
///
/// Tables are made in the background when they are asked for, and have [#MOST_ROWS] rows at most.
public final class KernelModel {
    /// The most rows that a table has here.
    public static final int MOST_ROWS = 100_000;

    private final SessionModel session;
    private final Workers workers;
    private final ResourceBundle words;
    private final ReadOnlyObjectWrapper<Optional<KernelReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KernelTab>> tab = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final ObservableList<String> labels = FXCollections.observableArrayList();
    private final IntegerProperty one = new SimpleIntegerProperty(-1);
    private final IntegerProperty from = new SimpleIntegerProperty(-1);
    private final IntegerProperty to = new SimpleIntegerProperty(-1);
    private final KernelRows rows;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final AtomicLong latest = new AtomicLong();

    /// `words` is the bundle of what the window says.
    public KernelModel(SessionModel session, Workers workers, ResourceBundle words) {
        this.session = session;
        this.workers = workers;
        this.words = words;
        this.rows = new KernelRows(workers);
    }

    /// What came of work: a result, or one line on why there is none.
    private record Result<T>(Optional<T> value, String fault) {}

    /// Takes over the file that was opened, and shows its first table.
    public void show(KernelReport opened) {
        message.set("");
        snapshots.clear();
        labels.clear();
        rows.filterProperty().set("");
        rows.differentOnlyProperty().set(false);
        add(opened.file());
        one.set(snapshots.size() - 1);
        from.set(0);
        to.set(snapshots.size() - 1);
        report.set(Optional.of(opened));
        choose(tabs().getFirst());
    }

    private void add(KernelFile file) {
        int number = 1;
        for (Snapshot snapshot : file.snapshots()) {
            String which = file.snapshots().size() == 1
                    ? ""
                    : ", " + (snapshot.title().isEmpty() ? String.valueOf(number) : snapshot.title());
            snapshots.add(snapshot);
            labels.add(file.shortName() + which);
            number++;
        }
    }

    /// The tables that there are of the file.
    public List<KernelTab> tabs() {
        return report.get().map(shown -> KernelTab.of(shown.file())).orElse(List.of());
    }

    /// Shows a table.
    public void choose(KernelTab next) {
        tab.set(Optional.of(next));
        report.get().ifPresent(shown -> make(table(next, shown.file())));
    }

    /// Makes the table again: other snapshots were chosen.
    public void refresh() {
        tab.get().ifPresent(this::choose);
    }

    private interface Maker {
        Table make() throws IOException;
    }

    private void make(Maker work) {
        long mine = latest.incrementAndGet();
        busy.set(true);
        workers.run(() -> attempt(work), result -> {
            if (mine == latest.get()) {
                busy.set(false);
                rows.show(result.value().orElseGet(() -> new Table(List.of(), List.of(), List.of(result.fault()))));
            }
        });
    }

    private static Result<Table> attempt(Maker maker) {
        try {
            return new Result<>(Optional.of(maker.make()), "");
        } catch (IOException unfit) {
            return new Result<>(Optional.empty(), String.valueOf(unfit.getMessage()));
        } catch (OutOfMemoryError tooLarge) {
            return new Result<>(Optional.empty(), "this table is too large for the memory of this program");
        }
    }

    private Maker table(KernelTab which, KernelFile file) {
        return switch (which) {
            case CALLERS -> of(SnapshotTables::callers);
            case KINDS -> of(SnapshotTables::kinds);
            case HOLES -> of(SnapshotTables::holes);
            case LARGEST -> of(snapshot -> SnapshotTables.largest(snapshot, MOST_ROWS));
            case GUARDS -> of(SnapshotTables::guards);
            case ORDER -> of(snapshot -> SnapshotTables.order(snapshot, MOST_ROWS));
            case DIFFERENCE -> between(difference -> difference.areas(MOST_ROWS / 2));
            case LEAKS -> between(SnapshotDifference::leaks);
            case GROWTH -> () -> Growth.of(file.recording());
            case COMPARE -> () -> compared(file);
        };
    }

    private interface OfOne {
        Table of(Snapshot snapshot);
    }

    private interface OfTwo {
        Table of(SnapshotDifference difference);
    }

    private Maker of(OfOne maker) {
        Snapshot snapshot = snapshots.get(Math.clamp(one.get(), 0, snapshots.size() - 1));
        int areas = snapshot.areas().size();
        return () -> limited(maker.of(snapshot), areas);
    }

    private Maker between(OfTwo maker) {
        if (snapshots.size() < 2) {
            return () -> new Table(List.of(), List.of(), List.of(words.getString("kernel.second.none")));
        }
        Snapshot earlier = snapshots.get(Math.clamp(from.get(), 0, snapshots.size() - 1));
        Snapshot later = snapshots.get(Math.clamp(to.get(), 0, snapshots.size() - 1));
        return () -> {
            SnapshotDifference difference = SnapshotDifference.between(earlier, later);
            int most = Math.max(difference.gone().size(), difference.appeared().size());
            return limited(maker.of(difference), most > MOST_ROWS / 2 ? most : 0);
        };
    }

    private Table compared(KernelFile file) throws NotPlayableException {
        Comparison comparison = Comparison.of(file);
        return limited(comparison.first(MOST_ROWS), comparison.answers().size());
    }

    /// The first rows of a table, with a remark when there were more; `whole` of them, if the table is cut already.
    private Table limited(Table table, int whole) {
        int count = table.rows().size();
        boolean cut = count > MOST_ROWS || count == MOST_ROWS && whole > MOST_ROWS;
        if (!cut) {
            return table;
        }
        List<String> remarks = new ArrayList<>(table.remarks());
        remarks.addFirst(say("kernel.limited", MOST_ROWS, count > MOST_ROWS ? count : whole));
        return new Table(table.columns(), table.rows().subList(0, MOST_ROWS), remarks);
    }

    /// Adds the snapshots of another file, and compares the first file's last with that one's last.
    public void compareWith(Path other) {
        busy.set(true);
        workers.run(() -> read(other), result -> {
            busy.set(false);
            message.set(result.fault());
            result.value().ifPresent(this::compareWith);
        });
    }

    private void compareWith(KernelFile file) {
        if (file.snapshots().isEmpty()) {
            message.set(say("kernel.second.empty", file.shortName()));
            return;
        }
        int before =
                report.get().map(shown -> shown.file().snapshots().size() - 1).orElse(0);
        add(file);
        from.set(before);
        to.set(snapshots.size() - 1);
        choose(tab.get().filter(KernelTab::isOfTwo).orElse(KernelTab.DIFFERENCE));
    }

    private static Result<KernelFile> read(Path file) {
        try (InputStream in = new ScenarioReader(InputStream.nullInputStream()).open(file.toString())) {
            return new Result<>(Optional.of(KernelFileReader.read(file.toString(), in)), "");
        } catch (IOException unreadable) {
            return new Result<>(Optional.empty(), String.valueOf(unreadable.getMessage()));
        }
    }

    /// Writes the rows that are shown, as comma-separated values.
    public void export(Path file) {
        rows.export(file, fault -> message.set(fault.isEmpty() ? say("export.done", file) : say("save.failed", fault)));
    }

    /// Selects the area of a row in the diagrams, when it has an address and the area is there now.
    public void select(List<String> row) {
        address(row).ifPresent(start -> {
            Optional<String> id = session.momentProperty().get().flatMap(now -> Origins.areaAt(now, start));
            id.ifPresent(session.links()::select);
            message.set(id.isPresent() ? "" : say("kernel.area.none", "0x" + Long.toHexString(start)));
        });
    }

    private OptionalLong address(List<String> row) {
        int column = Math.max(rows.columns().indexOf("start"), rows.columns().indexOf("kernel"));
        String cell = column < 0 ? "" : row.get(column);
        return cell.startsWith("0x")
                ? OptionalLong.of(Long.parseUnsignedLong(cell, 2, cell.length(), 16))
                : OptionalLong.empty();
    }

    /// One line on what was opened: what became of it, what is uncertain, which lines were not understood.
    public String notice(KernelReport opened) {
        if (!opened.isPlayable()) {
            return say("kernel.notice.unfit", opened.name(), opened.unfit());
        }
        long skipped = opened.file().lines().skipped();
        String what = say(
                opened.file().last().isPresent() ? "kernel.notice.areas" : "kernel.notice.events",
                opened.name(),
                opened.amount());
        String lines = skipped == 0
                ? say("kernel.notice.understood", opened.file().lines().total())
                : say(
                        "kernel.notice.skipped",
                        skipped,
                        opened.file().lines().total(),
                        opened.file().lines().quoted().getFirst().line());
        return what + " " + lines + " " + say("kernel.notice.uncertain", String.join("; ", opened.uncertain()));
    }

    /// Bytes of the recording's areas at each moment of the table of growth; empty when another table is shown.
    public List<Long> growth() {
        int column =
                rows.columns().indexOf("lazy_pages") < 0 ? -1 : rows.columns().indexOf("bytes");
        return column < 0
                ? List.of()
                : rows.tableProperty().get().rows().stream()
                        .map(row -> Long.valueOf(row.get(column)))
                        .toList();
    }

    /// Bytes as they are written on screen.
    public String bytes(long bytes) {
        return Sizes.bytes(bytes);
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }

    /// The file that was opened last.
    public ReadOnlyObjectProperty<Optional<KernelReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// The table that is looked at.
    public ReadOnlyObjectProperty<Optional<KernelTab>> tabProperty() {
        return tab.getReadOnlyProperty();
    }

    /// What the snapshots are called, in order, those of a second file last.
    public ObservableList<String> snapshots() {
        return FXCollections.unmodifiableObservableList(labels);
    }

    /// Which snapshot (from 0) the tables of one are of.
    public IntegerProperty oneProperty() {
        return one;
    }

    /// The earlier snapshot of a difference.
    public IntegerProperty fromProperty() {
        return from;
    }

    /// The later snapshot of a difference.
    public IntegerProperty toProperty() {
        return to;
    }

    /// The table's rows.
    public KernelRows rows() {
        return rows;
    }

    /// Whether a table is being made.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// What came of the last wish, in one line; may be empty.
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
