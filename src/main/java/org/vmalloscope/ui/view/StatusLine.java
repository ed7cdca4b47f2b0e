package org.vmalloscope.ui.view;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.Exporter;
import org.vmalloscope.ui.model.SessionModel;

/// The line at the bottom: what the last event did, in one sentence, and where in the run that is.
final class StatusLine extends HBox {
    private final Label zoom = new Label();

    /// `playing` is whether a scenario is being played to be shown; `findWarning` goes to the next warning.
    StatusLine(
            SessionModel session,
            Exporter exporter,
            ObservableBooleanValue playing,
            Words words,
            Runnable findWarning) {
        getStyleClass().add("vm-status");
        setId("status");
        Region bar = new Region();
        bar.getStyleClass().add("vm-bar");
        Label word = new Label(words.get("status.event"));
        word.getStyleClass().add("vm-position-word");
        word.setMinWidth(USE_PREF_SIZE);
        zoom.getStyleClass().add("vm-position-word");
        zoom.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        bar,
                        sentence(session),
                        busy(playing, words),
                        exporting(exporter, words),
                        warnings(session, words, findWarning),
                        separator(),
                        zoom,
                        separator(),
                        word,
                        position(session));
    }

    private static Label sentence(SessionModel session) {
        Label sentence = new Label();
        sentence.setId("sentence");
        sentence.getStyleClass().add("vm-sentence");
        sentence.textProperty().bind(session.sentenceProperty());
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        whole.textProperty().bind(session.sentenceProperty());
        sentence.setTooltip(whole);
        return sentence;
    }

    private static Label position(SessionModel session) {
        Label position = new Label();
        position.setId("position");
        position.getStyleClass().add("vm-position");
        position.setMinWidth(USE_PREF_SIZE);
        position.textProperty().bind(session.progressProperty());
        return position;
    }

    private static Button warnings(SessionModel session, Words words, Runnable find) {
        Button button = new Button();
        button.setId("warnings");
        button.getStyleClass().add("vm-warnings");
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get(
                                "status.warnings", session.warningsProperty().get()),
                        session.warningsProperty()));
        button.disableProperty().bind(session.warningsProperty().isEqualTo(0));
        button.setTooltip(new Tooltip(words.get("status.warnings.tip")));
        button.setGraphic(new IconNode(Icon.WARNING, 12));
        button.setOnAction(pressed -> find.run());
        return button;
    }

    private static Label busy(ObservableBooleanValue playing, Words words) {
        Label busy = new Label(words.get("busy"));
        busy.getStyleClass().add("vm-busy");
        busy.setMinWidth(USE_PREF_SIZE);
        busy.visibleProperty().bind(playing);
        busy.managedProperty().bind(playing);
        return busy;
    }

    private static HBox exporting(Exporter exporter, Words words) {
        Label what = new Label();
        what.textProperty().bind(exporter.taskProperty());
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(90);
        progress.progressProperty().bind(exporter.progressProperty());
        Button cancel = Tools.button("export-cancel", Icon.CROSS, words.get("export.cancel"), exporter::cancel);
        HBox box = new HBox(what, progress, cancel);
        box.setId("exporting");
        box.getStyleClass().add("vm-exporting");
        box.setMinWidth(USE_PREF_SIZE);
        box.visibleProperty().bind(exporter.busyProperty());
        box.managedProperty().bind(exporter.busyProperty());
        return box;
    }

    private static Region separator() {
        Region line = new Region();
        line.getStyleClass().add("vm-line-between");
        return line;
    }

    /// Says how large the diagram that has the focus is shown.
    void zoomOf(PictureView view) {
        zoom.textProperty().bind(view.zoomProperty().map(now -> Math.round(now.doubleValue() * 100) + " %"));
    }
}
