package org.vmalloscope.ui.view;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vmalloscope.ui.model.SessionModel;

/// The line at the bottom: what the last event did, in one sentence, and where in the run that is.
final class StatusLine extends HBox {
    StatusLine(SessionModel session, Words words) {
        getStyleClass().add("vm-status");
        Region bar = new Region();
        bar.getStyleClass().add("vm-bar");
        Label sentence = new Label();
        sentence.setId("sentence");
        sentence.getStyleClass().add("vm-sentence");
        sentence.textProperty().bind(session.sentenceProperty());
        sentence.setMinWidth(0);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(session.sentenceProperty());
        sentence.setTooltip(whole);
        Label word = new Label(words.get("status.event"));
        word.getStyleClass().add("vm-position-word");
        word.setMinWidth(USE_PREF_SIZE);
        Label position = new Label();
        position.setId("position");
        position.getStyleClass().add("vm-position");
        position.setMinWidth(USE_PREF_SIZE);
        position.textProperty().bind(session.progressProperty());
        getChildren().addAll(bar, sentence, word, position);
    }
}
