package org.vmalloscope.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.InspectorModel;
import org.vmalloscope.ui.model.WatchModel.Watched;

/// A watched field: what it is called, its value and what that was; a click looks into its object.
final class WatchLine extends HBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    WatchLine(Watched watched, InspectorModel model, Words words) {
        getStyleClass().add("vm-watch");
        Label label = part(watched.label(), "vm-row-field");
        Label value = part(watched.row().value(), "vm-row-value");
        Label was = part(watched.row().was(), "vm-row-was");
        Button drop = Tools.button(
                "",
                Icon.CROSS,
                words.get("watch.drop"),
                () -> model.watches().toggle(watched.row().address()));
        drop.getStyleClass().add("vm-watch-drop");
        Region space = Tools.space();
        getChildren().setAll(label, value, space, was, drop);
        pseudoClassStateChanged(CHANGED, watched.row().changed());
        setOnMouseClicked(event -> {
            model.inspect(watched.row().address());
            model.choose(watched.row().address());
        });
        setAccessibleText(watched.label() + " " + watched.row().value() + " "
                + watched.row().was());
    }

    private static Label part(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }
}
