package org.vmalloscope.ui.view;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;

/// Puts the presenter in place of the window, and the window back.
final class Presentation {
    private final Stage stage;
    private final StackPane root;
    private final Node window;
    private final Presenter presenter;
    private final Supplier<Theme> theme;
    private final Runnable back;

    /// `back` is run when the window is there again, to show what has changed.
    Presentation(Stage stage, StackPane root, Node window, Presenter presenter, Supplier<Theme> theme, Runnable back) {
        this.stage = stage;
        this.root = root;
        this.window = window;
        this.presenter = presenter;
        this.theme = theme;
        this.back = back;
        stage.fullScreenProperty().addListener((property, was, now) -> {
            if (!now && isOn()) {
                set(false);
            }
        });
    }

    /// Whether the presenter is shown.
    boolean isOn() {
        return root.getChildren().contains(presenter);
    }

    /// Begins, or ends.
    void toggle() {
        boolean on = !isOn();
        set(on);
        stage.setFullScreenExitHint("");
        stage.setFullScreen(on);
    }

    private void set(boolean on) {
        if (on) {
            root.getChildren().setAll(presenter);
            presenter.open(theme.get());
            presenter.requestFocus();
        } else {
            presenter.close();
            root.getChildren().setAll(window);
            back.run();
        }
    }

    Presenter presenter() {
        return presenter;
    }
}
