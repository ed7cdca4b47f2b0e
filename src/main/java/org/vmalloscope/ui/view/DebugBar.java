package org.vmalloscope.ui.view;

import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.vmalloscope.journal.Stepper.Step;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.CodeModel;

/// The steps of a debugger: into, over and out of functions. With shift, or with the other mouse button, backward.
final class DebugBar extends HBox {
    private final CodeModel code;
    private final Words words;

    DebugBar(CodeModel code, Words words) {
        this.code = code;
        this.words = words;
        getStyleClass().addAll("vm-transport", "vm-cluster");
        add("into", Icon.INTO, Step.INTO);
        add("over", Icon.OVER, Step.OVER);
        add("out", Icon.OUT, Step.OUT);
    }

    private void add(String id, Icon icon, Step step) {
        Button button = Tools.button(id, icon, words.get("run." + id + ".tip"), () -> code.step(step, true));
        button.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.SECONDARY) {
                code.step(step, false);
            }
        });
        getChildren().add(button);
    }
}
