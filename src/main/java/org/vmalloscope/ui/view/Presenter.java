package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.SessionModel;

/// The run for the back of a room: the statement, the address space and one or two diagrams in large type, and below
/// them what happens, in a sentence.
final class Presenter extends StackPane {
    private static final double LARGE = 1.45;
    private static final double LARGE_WIDTH = 1600;
    private static final double SMALL = 1.15;
    private static final double LOW = 900;
    private static final double REACH = 150;
    private static final String SPACE = "space";

    private final SessionModel session;
    private final Words words;
    private final List<DiagramPane> panes;
    private final StatementText statement = new StatementText();
    private final Label number = label("vm-present-small");
    private final HBox calls = new HBox();
    private final HBox diagrams = new HBox();
    private final BorderPane strip = new BorderPane();
    private final Label sentence = label("vm-present-sentence");
    private final Label meaning = label("vm-present-meaning");
    private final Label event = label("vm-present-small");
    private final StatementProgress progress;
    private final Spotlight spotlight = new Spotlight();
    private final List<String> chosen = new ArrayList<>(List.of("tree", "lists"));
    private boolean pointed;

    Presenter(SessionModel session, List<DiagramPane> panes, Words words) {
        this.session = session;
        this.panes = panes;
        this.words = words;
        this.progress = new StatementProgress(session);
        getStyleClass().add("vm-presenter");
        setId("presenter");
        setFocusTraversable(true);
        sentence.setId("presented-sentence");
        sentence.setWrapText(true);
        meaning.setWrapText(true);
        calls.getStyleClass().add("vm-present-calls");
        diagrams.getStyleClass().add("vm-present-diagrams");
        strip.getStyleClass().add("vm-present-pane");
        HBox.setHgrow(statement, Priority.ALWAYS);
        number.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(statement, number);
        Label keys = label("vm-present-small");
        keys.setText(words.get("present.keys"));
        HBox foot = new HBox(keys, Tools.space(), event);
        VBox.setVgrow(diagrams, Priority.ALWAYS);
        VBox content = new VBox(head, calls, strip, diagrams, sentence, meaning, progress, foot);
        content.getStyleClass().add("vm-present-content");
        spotlight.setVisible(false);
        getChildren().setAll(content, spotlight);
        addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    /// Takes the diagrams over.
    void open(Theme theme) {
        double times = getScene() != null && getScene().getWidth() < LARGE_WIDTH ? SMALL : LARGE;
        panes.forEach(pane -> pane.view().magnify(times));
        fill();
        dress(theme);
    }

    /// Gives the diagrams back as they were.
    void close() {
        strip.setCenter(null);
        diagrams.getChildren().clear();
        panes.forEach(pane -> pane.view().magnify(1));
    }

    void dress(Theme theme) {
        progress.paint(theme);
    }

    /// Shows the n-th diagram (from 0) in place of the one that has been there longest; when it is there, alone.
    void choose(int index) {
        if (index >= panes.size()) {
            return;
        }
        String label = panes.get(index).diagram().label();
        if (label.equals(SPACE)) {
            return;
        }
        if (!chosen.contains(label)) {
            if (chosen.size() > 1) {
                chosen.removeFirst();
            }
            chosen.add(label);
        } else if (chosen.size() > 1) {
            chosen.removeIf(other -> !other.equals(label));
        }
        fill();
    }

    private void fill() {
        diagrams.getChildren().clear();
        for (DiagramPane pane : panes) {
            if (pane.diagram().label().equals(SPACE)) {
                strip.setCenter(pane.view());
            } else if (chosen.contains(pane.diagram().label())) {
                diagrams.getChildren().add(framed(pane));
            }
        }
        boolean low = getScene() != null && getScene().getHeight() < LOW;
        strip.setMinHeight(low ? 150 : 190);
        strip.setPrefHeight(low ? 160 : 210);
        show(false);
    }

    private static Node framed(DiagramPane pane) {
        Label title = label("vm-present-title");
        title.setText(pane.diagram().title());
        BorderPane frame = new BorderPane(pane.view());
        frame.setTop(title);
        frame.getStyleClass().add("vm-present-pane");
        frame.setPrefWidth(400);
        HBox.setHgrow(frame, Priority.ALWAYS);
        return frame;
    }

    /// The diagrams that are shown.
    private List<DiagramPane> shown() {
        return panes.stream()
                .filter(pane -> pane.diagram().label().equals(SPACE)
                        || chosen.contains(pane.diagram().label()))
                .toList();
    }

    /// The moment has changed.
    void show(boolean smooth) {
        statement.show(session.statement());
        int at = session.currentProperty().get();
        number.setText(
                words.get("present.statement", at + 1, session.statements().size()));
        calls.getChildren().clear();
        List<String> stack = session.calls();
        for (int index = 0; index < stack.size(); index++) {
            if (index > 0) {
                Label arrow = label("vm-present-arrow");
                arrow.setText("›");
                calls.getChildren().add(arrow);
            }
            Label call = label(index == stack.size() - 1 ? "vm-present-call-now" : "vm-present-call");
            call.setText(stack.get(index));
            calls.getChildren().add(call);
        }
        say(session.sentenceProperty().get());
        event.setText(words.get(
                "present.event",
                session.positionProperty().get(),
                session.lengthProperty().get()));
        shown().forEach(pane -> pane.show(smooth));
        progress.paint();
        pointed = false;
        light();
    }

    /// The first sentence says what happened, the others what it means.
    private void say(String all) {
        int end = all.indexOf(". ");
        sentence.setText(end < 0 ? all : all.substring(0, end + 1));
        meaning.setText(end < 0 ? " " : all.substring(end + 2));
    }

    /// Turns the light on, or off.
    void toggleSpotlight() {
        spotlight.setVisible(!spotlight.isVisible());
        light();
    }

    private void pointed(MouseEvent move) {
        pointed = true;
        if (spotlight.isVisible()) {
            spotlight.light(spotlight.sceneToLocal(move.getSceneX(), move.getSceneY()), REACH * 2);
        }
    }

    private void light() {
        if (!spotlight.isVisible() || pointed) {
            return;
        }
        Optional<Bounds> place = shown().stream()
                .map(DiagramPane::view)
                .flatMap(view -> view.changedPlace().map(view::localToScene).stream())
                .findFirst();
        place.ifPresent(found -> {
            Point2D middle = spotlight.sceneToLocal(found.getCenterX(), found.getCenterY());
            double reach = Math.clamp(Math.hypot(found.getWidth(), found.getHeight()) / 2, 0, 320) + REACH;
            spotlight.light(middle, reach * 1.4);
        });
    }
}
