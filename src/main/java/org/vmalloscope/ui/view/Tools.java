package org.vmalloscope.ui.view;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vmalloscope.picture.Icon;

/// Buttons that show an icon and say what they do in a tooltip and to a screen reader.
final class Tools {
    private static final double SIDE = 12;

    private Tools() {}

    static Button button(String id, Icon icon, String what, Runnable action) {
        return dressed(new Button(), id, icon, what, action);
    }

    static ToggleButton toggle(String id, Icon icon, String what, Runnable action) {
        ToggleButton button = dressed(new ToggleButton(), id, icon, what, action);
        button.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        return button;
    }

    private static <T extends ButtonBase> T dressed(T button, String id, Icon icon, String what, Runnable action) {
        button.setId(id);
        button.setGraphic(new IconNode(icon, SIDE));
        button.getStyleClass().add("vm-tool");
        button.setOnAction(pressed -> action.run());
        say(button, what);
        return button;
    }

    /// Gives a button other words.
    static void say(ButtonBase button, String what) {
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
    }

    /// What takes the room that is left.
    static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
