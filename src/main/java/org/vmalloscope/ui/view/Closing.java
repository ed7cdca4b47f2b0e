package org.vmalloscope.ui.view;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Closes a window that stands beside the main one with Escape or Ctrl+W.
record Closing(Stage stage) {
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    void on(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE || CLOSE.match(key)) {
                stage.hide();
                key.consume();
            }
        });
    }
}
