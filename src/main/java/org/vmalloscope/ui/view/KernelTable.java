package org.vmalloscope.ui.view;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.ui.model.KernelModel;
import org.vmalloscope.ui.model.KernelRows;

/// The table of a kernel's file: columns sort, rows are copied, a double click shows a row's area in the diagrams.
final class KernelTable extends TableView<List<String>> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double DIGIT = 7.4;
    private static final double NARROW = 64;
    private static final double WIDE = 420;

    private final KernelModel model;
    private final KernelRows rows;
    private final Words words;

    KernelTable(KernelModel model, Words words) {
        this.model = model;
        this.rows = model.rows();
        this.words = words;
        setId("kernel-table");
        getStyleClass().add("vm-table");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setFixedCellSize(22);
        setRowFactory(table -> row());
        setSortPolicy(table -> sorted());
        setItems(rows.rows());
        Label empty = new Label(words.get("kernel.empty"));
        empty.getStyleClass().add("vm-side-empty");
        setPlaceholder(empty);
        MenuItem copy = new MenuItem(words.get("kernel.copy"));
        copy.setOnAction(chosen -> copy());
        setContextMenu(new ContextMenu(copy));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        rows.tableProperty().addListener((property, was, now) -> fill());
        fill();
    }

    private void fill() {
        getSortOrder().clear();
        getColumns().clear();
        List<String> columns = rows.columns();
        for (int column = 0; column < columns.size(); column++) {
            getColumns().add(column(column, columns.get(column)));
        }
    }

    private TableColumn<List<String>, String> column(int index, String name) {
        boolean numeric = rows.isNumeric(index);
        String title = words.bundle().containsKey("kernel.column." + name) ? words.get("kernel.column." + name) : name;
        TableColumn<List<String>, String> column = new TableColumn<>(title);
        column.setId("kernel-column-" + name);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().get(index)));
        column.setCellFactory(made -> new Cell(numeric));
        column.setPrefWidth(width(index, title));
        column.getStyleClass().add(numeric ? "vm-column-number" : "vm-column-text");
        return column;
    }

    /// Wide enough for the first rows.
    private double width(int index, String title) {
        int longest = rows.longest(index) * 8 / 7;
        return Math.clamp(Math.max(longest, title.length() + 3) * DIGIT + 20, NARROW, WIDE);
    }

    /// A cell in the type of the kernel's words; thousands stand apart.
    private static final class Cell extends TableCell<List<String>, String> {
        private final boolean numeric;

        private Cell(boolean numeric) {
            this.numeric = numeric;
            getStyleClass().add(numeric ? "vm-cell-number" : "vm-cell-text");
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : numeric ? apart(item) : item);
        }

        private static String apart(String number) {
            int end = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
            if (!number.chars().limit(end).allMatch(Character::isDigit)) {
                return number;
            }
            StringBuilder text = new StringBuilder(number);
            for (int at = end - 3; at > 0; at -= 3) {
                text.insert(at, '\u2009');
            }
            return text.toString();
        }
    }

    private TableRow<List<String>> row() {
        TableRow<List<String>> row = new TableRow<>();
        row.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && !row.isEmpty()) {
                model.select(row.getItem());
            }
        });
        return row;
    }

    private boolean sorted() {
        ObservableList<TableColumn<List<String>, ?>> order = getSortOrder();
        if (order.isEmpty()) {
            rows.unsort();
        } else {
            TableColumn<List<String>, ?> first = order.getFirst();
            rows.sort(getColumns().indexOf(first), first.getSortType() == TableColumn.SortType.DESCENDING);
        }
        return true;
    }

    private void pressed(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
            model.select(getSelectionModel().getSelectedItem());
            key.consume();
        }
    }

    /// Puts the selected rows on the clipboard, with tabs between cells.
    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(rows.text(List.copyOf(getSelectionModel().getSelectedItems())));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
