package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.BreakpointModel;

/// The list of breakpoints, a field to set one, and the buttons that run to where one is hit.
final class BreakpointPane extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final BreakpointModel model;
    private final Words words;
    private final VBox rows = new VBox();
    private final TextField field = new TextField();
    private final Label message = new Label();

    BreakpointPane(BreakpointModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("breakpoints");
        getStyleClass().add("vm-breaks");
        rows.getStyleClass().add("vm-breaks-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.getStyleClass().add("vm-listing-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        message.setWrapText(true);
        message.setId("break-message");
        message.getStyleClass().add("vm-breaks-message");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        model.messageProperty().addListener((property, was, now) -> tell(now, false));
        getChildren().setAll(ways(), adding(), message, scroll);
        model.allProperty().addListener((property, was, now) -> fill());
        fill();
    }

    private HBox ways() {
        Button back = new Button(words.get("break.previous"), new IconNode(Icon.BACK, 12));
        back.setId("break-previous");
        back.setOnAction(pressed -> model.run(false));
        Button next = new Button(words.get("break.next"), new IconNode(Icon.FORWARD, 12));
        next.setId("break-next");
        next.setOnAction(pressed -> model.run(true));
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(80);
        progress.progressProperty().bind(model.progressProperty());
        Button stop = Tools.button("break-stop", Icon.CROSS, words.get("break.stop"), model::giveUp);
        HBox busy = new HBox(progress, stop);
        busy.getStyleClass().add("vm-breaks-busy");
        busy.visibleProperty().bind(model.busyProperty());
        HBox ways = new HBox(back, next, busy);
        ways.getStyleClass().add("vm-breaks-ways");
        return ways;
    }

    private HBox adding() {
        field.setId("break-field");
        field.setPromptText(words.get("break.prompt"));
        field.setAccessibleText(words.get("break.prompt"));
        field.setOnAction(entered -> add());
        field.textProperty().addListener((property, was, now) -> tell("", false));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button add = new Button(words.get("break.add"));
        add.setId("break-add");
        add.setOnAction(pressed -> add());
        HBox box = new HBox(field, add);
        box.getStyleClass().add("vm-breaks-add");
        return box;
    }

    private void add() {
        if (field.getText().isBlank()) {
            return;
        }
        Optional<String> fault = model.add(field.getText());
        if (fault.isEmpty()) {
            field.clear();
        }
        fault.ifPresent(says -> tell(says, true));
    }

    private void tell(String says, boolean wrong) {
        message.setText(says);
        message.pseudoClassStateChanged(ERROR, wrong);
        field.pseudoClassStateChanged(ERROR, wrong);
    }

    private void fill() {
        rows.getChildren().clear();
        for (String condition : model.allProperty().get()) {
            Label text = new Label(condition);
            text.getStyleClass().add("vm-breaks-text");
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            Button remove =
                    Tools.button("", Icon.CROSS, words.get("break.remove", condition), () -> model.remove(condition));
            HBox row = new HBox(text, remove);
            row.getStyleClass().add("vm-breaks-row");
            rows.getChildren().add(row);
        }
        if (rows.getChildren().isEmpty()) {
            Label empty = new Label(words.get("break.empty"));
            empty.setWrapText(true);
            empty.getStyleClass().add("vm-listing-empty");
            rows.getChildren().add(empty);
        }
    }
}
