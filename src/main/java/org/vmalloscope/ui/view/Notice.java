package org.vmalloscope.ui.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A line below the tool bar that tells of something once, until it is closed or another takes its place.
final class Notice extends HBox {
    private final Label text = new Label();

    Notice(Words words) {
        getStyleClass().add("vm-notice");
        setId("notice");
        text.setId("notice-text");
        text.setMinWidth(0);
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Button close = new Button("×");
        close.setId("notice-close");
        close.setAccessibleText(words.get("notice.close"));
        close.setOnAction(pressed -> show(""));
        getChildren().addAll(text, space, close);
        show("");
    }

    /// Shows a line; an empty one closes the notice.
    void show(String line) {
        text.setText(line);
        setVisible(!line.isEmpty());
        setManaged(!line.isEmpty());
    }
}
