package org.vmalloscope.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.vmalloscope.ui.model.SessionModel;

/// The field that looks for events; Enter goes to the next one found, Escape gives the window its keys back.
final class FindField extends HBox {
    FindField(SessionModel session, Words words) {
        getStyleClass().add("vm-find");
        TextField field = new TextField();
        field.setId("find");
        field.setPromptText(words.get("find.prompt"));
        field.setAccessibleText(words.get("find.prompt"));
        field.setPrefColumnCount(16);
        field.setMinWidth(170);
        Tooltip count = new Tooltip(words.get("find.tip"));
        field.setTooltip(count);
        field.setOnAction(entered -> {
            int found = session.find(field.getText());
            count.setText(words.get("find.count", found));
            field.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("error"),
                    found == 0 && !field.getText().isBlank());
        });
        field.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                getScene().getRoot().lookup(".vm-canvas-pane").requestFocus();
            }
        });
        getChildren().add(field);
    }
}
