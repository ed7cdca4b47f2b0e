package org.vmalloscope.ui.view;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vmalloscope.ui.model.DiagramModel;

/// A diagram with its head: title, zoom, fit, and export.
final class DiagramPane extends BorderPane {
    private final PictureView view;
    private final DiagramModel diagram;

    DiagramPane(DiagramModel diagram, PictureView view, Words words, Runnable export, Runnable enlarge) {
        this.view = view;
        this.diagram = diagram;
        getStyleClass().add("vm-pane");
        setId("pane-" + diagram.label());
        view.setId(diagram.label());
        Label title = new Label(diagram.title());
        title.getStyleClass().add("vm-head-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label zoom = new Label();
        zoom.getStyleClass().add("vm-head-note");
        zoom.setMinWidth(40);
        zoom.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(view.zoomProperty().get() * 100) + " %", view.zoomProperty()));
        HBox head = new HBox(
                title,
                space,
                button("−", words.get("pane.zoom.out"), view::zoomOut),
                zoom,
                button("+", words.get("pane.zoom.in"), view::zoomIn),
                button("fit", words.get("pane.fit"), view::fit),
                button("⤢", words.get("pane.enlarge"), enlarge),
                button("↓", words.get("pane.export"), export));
        head.getStyleClass().add("vm-head");
        head.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                enlarge.run();
            }
        });
        setTop(head);
        setCenter(view);
    }

    private static Button button(String face, String what, Runnable action) {
        Button button = new Button(face);
        button.getStyleClass().add("vm-head-button");
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    PictureView view() {
        return view;
    }

    DiagramModel diagram() {
        return diagram;
    }
}
