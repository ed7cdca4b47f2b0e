package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.SettingsWindow;

/// Puts the window where it was the last time, if a screen is there, and remembers where it is when it closes.
record WindowMemory(Settings settings, Stage stage, Dividers dividers) {
    private static final double LEAST_WIDTH = 1280;
    private static final double LEAST_HEIGHT = 800;
    private static final double MOST_WIDTH = 1760;
    private static final double MOST_HEIGHT = 1010;
    private static final double SHARE = 0.9;

    /// How wide the window is to be: as it was, or as the screen allows.
    double width() {
        double screen = SHARE * Screen.getPrimary().getVisualBounds().getWidth();
        return settings.windowProperty()
                .get()
                .map(SettingsWindow::width)
                .orElse(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, screen)));
    }

    /// See [#width].
    double height() {
        double screen = SHARE * Screen.getPrimary().getVisualBounds().getHeight();
        return settings.windowProperty()
                .get()
                .map(SettingsWindow::height)
                .orElse(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, screen)));
    }

    void restore() {
        settings.windowProperty().get().filter(this::isOnScreen).ifPresent(was -> {
            stage.setX(was.x());
            stage.setY(was.y());
            stage.setWidth(was.width());
            stage.setHeight(was.height());
            stage.setMaximized(was.maximized());
        });
        stage.setOnHiding(hiding -> remember());
    }

    private boolean isOnScreen(SettingsWindow window) {
        Rectangle2D bounds = new Rectangle2D(window.x(), window.y(), window.width(), window.height());
        return !Screen.getScreensForRectangle(bounds).isEmpty();
    }

    private void remember() {
        dividers.remember();
        if (!stage.isFullScreen() && stage.getWidth() >= 100 && stage.getHeight() >= 100) {
            settings.windowProperty()
                    .set(Optional.of(new SettingsWindow(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
        }
        settings.save();
    }
}
