package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.SettingsWindow;

/// Puts the window where it was the last time, if a screen is there, and remembers where it is when it closes.
record WindowMemory(Settings settings, Stage stage, Dividers dividers) {
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
