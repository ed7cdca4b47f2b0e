package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vmalloscope.trace.imported.Table;

/// The rows of a table that are shown: filtered and sorted in the background. Used on the FX thread.
public final class KernelRows {
    private static final Table NONE = new Table(List.of(), List.of(), List.of());
    private static final String EQUAL = "equal";
    private static final int LOOKED_AT = 200;

    private final Workers workers;
    private final ReadOnlyObjectWrapper<Table> table = new ReadOnlyObjectWrapper<>(NONE);
    private final ObservableList<List<String>> shown = FXCollections.observableArrayList();
    private final ObservableList<List<String>> visible = FXCollections.unmodifiableObservableList(shown);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty differentOnly = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final AtomicLong latest = new AtomicLong();
    private Optional<Order> order = Optional.empty();

    KernelRows(Workers workers) {
        this.workers = workers;
        filter.addListener((property, was, now) -> refresh());
        differentOnly.addListener((property, was, now) -> refresh());
    }

    /// By what rows are sorted: a column, from 0.
    private record Order(int column, boolean numeric, boolean descending) implements Comparator<List<String>> {
        @Override
        public int compare(List<String> one, List<String> other) {
            String left = one.get(column);
            String right = other.get(column);
            int compared = numeric ? numbers(left, right) : left.compareToIgnoreCase(right);
            return descending ? -compared : compared;
        }

        private static int numbers(String left, String right) {
            return Double.compare(number(left), number(right));
        }

        private static double number(String cell) {
            return cell.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(cell.replace("%", ""));
        }
    }

    /// Shows another table, in its own order.
    void show(Table next) {
        order = Optional.empty();
        latest.incrementAndGet();
        shown.clear();
        table.set(next);
        refresh();
    }

    /// Sorts by a column, from 0.
    public void sort(int column, boolean descending) {
        order = Optional.of(new Order(column, table.get().isNumeric(column), descending));
        refresh();
    }

    /// Back to the table's own order.
    public void unsort() {
        if (order.isPresent()) {
            order = Optional.empty();
            refresh();
        }
    }

    private void refresh() {
        long mine = latest.incrementAndGet();
        Table all = table.get();
        String wanted = filter.getValueSafe().strip().toLowerCase(Locale.ROOT);
        boolean only = differentOnly.get();
        Optional<Order> by = order;
        busy.set(true);
        workers.run(() -> rows(all, wanted, only, by), rows -> {
            if (mine == latest.get()) {
                shown.setAll(rows);
                busy.set(false);
            }
        });
    }

    private static List<List<String>> rows(Table table, String wanted, boolean differentOnly, Optional<Order> by) {
        int verdict = table.columns().indexOf("verdict");
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            boolean differs = !differentOnly || verdict < 0 || !row.get(verdict).equals(EQUAL);
            if (differs && (wanted.isEmpty() || holds(row, wanted))) {
                rows.add(row);
            }
        }
        by.ifPresent(rows::sort);
        return rows;
    }

    private static boolean holds(List<String> row, String wanted) {
        return row.stream().anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// The rows that are shown as lines of cells with tabs between them, the heading first.
    public String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(String.join("\t", table.get().columns()));
        rows.forEach(row -> text.append('\n').append(String.join("\t", row)));
        return text.append('\n').toString();
    }

    /// Writes the rows that are shown as comma-separated values; `taker` gets one line on why not, or an empty one.
    void export(Path file, Consumer<String> taker) {
        Table written = table.get().with(List.copyOf(shown));
        workers.run(() -> EditorFormat.PLAIN.write(file, written.csv()).orElse(""), taker);
    }

    /// The whole table.
    public ReadOnlyObjectProperty<Table> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /// What stands in each column.
    public List<String> columns() {
        return table.get().columns();
    }

    /// What has to be known besides.
    public List<String> remarks() {
        return table.get().remarks();
    }

    /// Whether a column, from 0, has numbers alone.
    public boolean isNumeric(int column) {
        return table.get().isNumeric(column);
    }

    /// Characters of the longest cell of a column (from 0) in the first rows.
    public int longest(int column) {
        return table.get().rows().stream()
                .limit(LOOKED_AT)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    /// Rows of the whole table.
    public int size() {
        return table.get().rows().size();
    }

    /// The rows that are shown.
    public ObservableList<List<String>> rows() {
        return visible;
    }

    /// What a row must hold to be shown, in whichever cell.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether only allocations are shown that are not equal.
    public BooleanProperty differentOnlyProperty() {
        return differentOnly;
    }

    /// Whether rows are being sorted or sought.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
