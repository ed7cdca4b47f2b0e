package org.vmalloscope.ui.view;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.CodeModel;

/// The steps of a debugger: into, over and out of functions. With shift, or with the other mouse button, backward.
final class DebugBar extends HBox {
    private final Words words;

    DebugBar(CodeModel code, Words words) {
        this.words = words;
        getStyleClass().addAll("vm-transport", "vm-cluster");
        add("into", Icon.INTO, code::into);
        add("over", Icon.OVER, code::over);
        add("out", Icon.OUT, code::out);
    }

    private void add(String id, Icon icon, Consumer<Boolean> step) {
        Button button = Tools.button(id, icon, words.get("run." + id + ".tip"), () -> step.accept(true));
        button.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.SECONDARY) {
                step.accept(false);
            }
        });
        getChildren().add(button);
    }
}
