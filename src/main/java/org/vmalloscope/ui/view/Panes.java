package org.vmalloscope.ui.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A titled pane of the window: a head with a title and a remark, and a body.
final class Panes {
    private Panes() {}

    static BorderPane titled(String title, Label note, Node body) {
        Label name = new Label(title);
        name.getStyleClass().add("vm-head-title");
        note.getStyleClass().add("vm-head-note");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, note);
        head.getStyleClass().add("vm-head");
        BorderPane pane = new BorderPane(body);
        pane.setTop(head);
        pane.getStyleClass().add("vm-pane");
        return pane;
    }
}
