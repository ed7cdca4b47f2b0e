package org.vmalloscope.ui.view;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.DiagramModel;

/// The parts of a pane that shows a diagram: the picture, a fact, and the tools. A [PaneFrame] shows them.
final class DiagramPane {
    private final PictureView view;
    private final DiagramModel diagram;
    private final Label fact = new Label();
    private final HBox tools = new HBox();
    private final Button enlarge;
    private final List<Button> zooming;
    private final Words words;

    DiagramPane(DiagramModel diagram, PictureView view, int number, Words words, Runnable export, Runnable enlarging) {
        this.view = view;
        this.diagram = diagram;
        this.words = words;
        fact.getStyleClass().add("vm-head-note");
        fact.setMinWidth(0);
        tools.getStyleClass().add("vm-head-tools");
        tools.setMinWidth(HBox.USE_PREF_SIZE);
        Label badge = new Label(Integer.toString(number));
        badge.getStyleClass().add("vm-key");
        badge.setTooltip(new Tooltip(words.get("pane.key", number)));
        enlarge = tool("enlarge", Icon.ENLARGE, "pane.enlarge", enlarging);
        tools.getChildren().setAll(badge);
        zooming = List.of(
                tool("zoom-out", Icon.LESS, "pane.zoom.out", view::zoomOut),
                zoom(),
                tool("zoom-in", Icon.MORE, "pane.zoom.in", view::zoomIn),
                tool("fit", Icon.FIT, "pane.fit", view::fit));
        tools.getChildren().addAll(zooming);
        tools.getChildren().addAll(enlarge, tool("export", Icon.EXPORT, "pane.export", export));
    }

    /// Leaves out the tools that the wheel and the keys do as well, where there is little room.
    void narrow(boolean on) {
        zooming.forEach(tool -> {
            tool.setVisible(!on);
            tool.setManaged(!on);
        });
    }

    /// Puts a tool before the others.
    void addTool(Node tool) {
        tools.getChildren().addFirst(tool);
    }

    private Button tool(String what, Icon icon, String key, Runnable action) {
        return Tools.button(what + "-" + diagram.label(), icon, words.get(key), action);
    }

    private Button zoom() {
        Button zoom = new Button();
        zoom.setId("zoom-" + diagram.label());
        zoom.getStyleClass().addAll("vm-tool", "vm-zoom");
        zoom.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(view.zoomProperty().get() * 100) + " %", view.zoomProperty()));
        Tools.say(zoom, words.get("pane.zoom.actual"));
        zoom.setOnAction(pressed -> view.actualSize());
        return zoom;
    }

    /// Whether it has all the room now.
    void enlarged(boolean on) {
        enlarge.setGraphic(new IconNode(on ? Icon.SHRINK : Icon.ENLARGE, Icon.SIDE));
        Tools.say(enlarge, words.get(on ? "pane.shrink" : "pane.enlarge"));
    }

    /// The moment has changed.
    void show(boolean smooth) {
        fact.setText(diagram.fact());
        view.show(smooth);
    }

    PictureView view() {
        return view;
    }

    DiagramModel diagram() {
        return diagram;
    }

    Label fact() {
        return fact;
    }

    HBox tools() {
        return tools;
    }
}
