package org.vmalloscope.ui.view;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.controlsfx.control.SegmentedButton;

/// A choice of few values, side by side; one is always chosen.
final class Segments<T> extends HBox {
    private final SegmentedButton buttons = new SegmentedButton();
    private final T[] values;

    Segments(String id, T[] values, Function<T, String> words, Runnable changed) {
        this.values = values;
        getStyleClass().add("vm-segments");
        for (T value : values) {
            ToggleButton button = new ToggleButton(words.apply(value));
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT));
            button.setUserData(value);
            buttons.getButtons().add(button);
        }
        buttons.getToggleGroup().selectedToggleProperty().addListener((property, was, now) -> {
            if (now == null && was != null) {
                was.setSelected(true);
            } else {
                changed.run();
            }
        });
        getChildren().setAll(buttons);
    }

    void set(T value) {
        for (ToggleButton button : buttons.getButtons()) {
            if (value.equals(button.getUserData())) {
                button.setSelected(true);
            }
        }
    }

    T get() {
        Toggle chosen = buttons.getToggleGroup().getSelectedToggle();
        for (T value : values) {
            if (chosen != null && value.equals(chosen.getUserData())) {
                return value;
            }
        }
        return values[0];
    }
}
