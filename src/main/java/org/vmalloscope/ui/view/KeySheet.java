package org.vmalloscope.ui.view;

import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.stage.Stage;

/// The sheet that lists the keys.
final class KeySheet {
    private KeySheet() {}

    static void show(Stage owner, Words words) {
        Alert alert = new Alert(AlertType.INFORMATION);
        alert.initOwner(owner);
        alert.setTitle(words.get("keys.title"));
        alert.setHeaderText(null);
        alert.setGraphic(null);
        alert.setContentText(words.get("keys.text"));
        alert.getDialogPane().setStyle(owner.getScene().getRoot().getStyle());
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getRoot().getStylesheets());
        alert.show();
    }
}
