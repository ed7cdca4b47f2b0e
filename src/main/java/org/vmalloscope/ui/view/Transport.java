package org.vmalloscope.ui.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.SessionModel;

/// The buttons that move through the run: start, statement and event back, event and statement forward, end.
final class Transport extends HBox {
    private final Words words;

    Transport(SessionModel session, Words words) {
        this.words = words;
        getStyleClass().addAll("vm-transport", "vm-cluster");
        ObservableBooleanValue atStart = session.positionProperty().isEqualTo(0);
        ObservableBooleanValue atEnd = session.positionProperty().isEqualTo(session.lengthProperty());
        add("start", Icon.START, "Home", atStart, session::start);
        add("previous", Icon.PREVIOUS, "↑", atStart, session::previousStatement);
        add("back", Icon.BACK, "←", atStart, session::back);
        add("forward", Icon.FORWARD, "→", atEnd, session::forward);
        add("next", Icon.NEXT, "↓", atEnd, session::nextStatement);
        add("end", Icon.END, "End", atEnd, session::end);
    }

    private void add(String id, Icon icon, String key, ObservableBooleanValue off, Runnable action) {
        Button button = Tools.button(id, icon, words.get("run." + id) + " (" + key + ")", action);
        button.disableProperty().bind(off);
        getChildren().add(button);
    }
}
