package org.vmalloscope.ui.view;

import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.ui.model.EditorError;
import org.vmalloscope.ui.model.EditorModel;

/// The text of the error in the caret's line, or of the first one; there only while there are errors.
final class ErrorLine extends HBox {
    private final EditorModel model;
    private final ScenarioEditor editor;
    private final Words words;
    private final Label place = new Label();
    private final Label message = new Label();

    ErrorLine(EditorModel model, ScenarioEditor editor, Words words) {
        this.model = model;
        this.editor = editor;
        this.words = words;
        setId("editor-error");
        getStyleClass().add("vm-error-line");
        place.getStyleClass().add("vm-error-place");
        message.getStyleClass().add("vm-error-text");
        message.setId("editor-error-text");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        VBox texts = new VBox(place, message);
        HBox.setHgrow(texts, Priority.ALWAYS);
        Button next = new Button("↓");
        next.getStyleClass().add("vm-head-button");
        next.setAccessibleText(words.get("editor.error.next"));
        next.setTooltip(new Tooltip(words.get("editor.error.next")));
        next.setOnAction(pressed -> editor.nextError(true));
        getChildren().addAll(texts, next);
        texts.setOnMouseClicked(click -> editor.show(editor.nearestError()));
        model.errors().addListener((ListChangeListener<EditorError>) change -> update());
        InvalidationListener moved = caret -> update();
        editor.area().caretPositionProperty().addListener(moved);
        update();
    }

    private void update() {
        int count = model.errors().size();
        setVisible(count > 0);
        setManaged(count > 0);
        if (count > 0) {
            EditorError error = editor.nearestError();
            place.setText(
                    words.get("editor.error.place", error.line(), model.errors().indexOf(error) + 1, count));
            message.setText(error.message());
            setAccessibleText(place.getText() + " " + error.message());
        }
    }
}
