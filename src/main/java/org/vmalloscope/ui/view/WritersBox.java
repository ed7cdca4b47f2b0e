package org.vmalloscope.ui.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.WriterModel;
import org.vmalloscope.ui.model.WriterRow;

/// Who wrote the chosen field: ways to the stores before and after, the curve of its values, and the list of all
/// stores. In a low pane the head line stands alone.
final class WritersBox extends VBox {
    private final WriterModel model;
    private final Words words;
    private final Label title = new Label();
    private final Label note = new Label();
    private final ListView<WriterRow> list = new ListView<>();
    private final CurveView curve;
    private final Button previous;
    private final Button next;

    WritersBox(WriterModel model, SessionModel session, Words words) {
        this.model = model;
        this.words = words;
        this.curve = new CurveView(model);
        getStyleClass().add("vm-writers");
        previous = Tools.button("writers-previous", Icon.BACK, words.get("writers.previous"), model::previous);
        next = Tools.button("writers-next", Icon.FORWARD, words.get("writers.next"), model::next);
        list.setId("writers");
        list.getStyleClass().add("vm-rows");
        list.setFixedCellSize(ColumnLine.HEIGHT);
        list.setCellFactory(view -> new WriterCell(model, words));
        list.setItems(model.rows());
        list.setOnKeyPressed(this::pressed);
        list.setAccessibleText(words.get("writers.list"));
        list.setMinHeight(2 * ColumnLine.HEIGHT);
        list.setPrefHeight(6 * ColumnLine.HEIGHT);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().setAll(head(), curve, list);
        model.versionProperty().addListener((property, was, now) -> tell());
        session.positionProperty().addListener((property, was, now) -> moved());
        tell();
    }

    private HBox head() {
        title.getStyleClass().add("vm-writers-title");
        title.setId("writers-title");
        title.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("vm-writers-note");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(note, Priority.ALWAYS);
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(50);
        progress.progressProperty().bind(model.progressProperty());
        Button cancel = Tools.button("writers-cancel", Icon.CROSS, words.get("writers.cancel"), model::cancel);
        HBox busy = new HBox(progress, cancel);
        busy.getStyleClass().add("vm-head-names");
        busy.visibleProperty().bind(model.busyProperty());
        busy.managedProperty().bind(model.busyProperty());
        HBox head = new HBox(title, note, busy, previous, next);
        head.getStyleClass().add("vm-writers-head");
        return head;
    }

    private void pressed(KeyEvent key) {
        WriterRow row = list.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER && row != null) {
            model.go(row);
            key.consume();
        }
    }

    /// Gives the list the keys, at the store that the field has its value from.
    void focus() {
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(Math.max(0, model.current()));
        }
        list.requestFocus();
    }

    /// Shows the curve and the list below the head line, or not.
    void showAll(boolean all) {
        curve.setVisible(all);
        curve.setManaged(all);
        list.setVisible(all);
        list.setManaged(all);
    }

    private void tell() {
        String field = model.fieldProperty().get();
        boolean any = model.count() > 0;
        String name = field.isEmpty() ? words.get("inspector.value") : field;
        title.setText(any ? words.get("writers.title", name) : words.get("writers.title.none"));
        previous.setDisable(!any);
        next.setDisable(!any);
        curve.redraw();
        curve.setOpacity(any ? 1 : 0);
        moved();
    }

    private void moved() {
        curve.move();
        list.refresh();
        int current = model.current();
        if (current >= 0) {
            list.scrollTo(Math.max(0, current - 2));
            WriterRow row = list.getItems().get(current);
            boolean known = row.event() > 0;
            String function = row.function().isEmpty() ? words.get("writers.no-function") : row.function();
            note.setText(known ? words.get("writers.note", Long.toString(row.event()), function) : "");
        } else {
            note.setText(model.count() > 0 ? words.get("writers.note.none") : words.get("writers.note.choose"));
        }
    }
}
