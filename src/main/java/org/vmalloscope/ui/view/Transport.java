package org.vmalloscope.ui.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.SVGPath;
import org.vmalloscope.ui.model.SessionModel;

/// The buttons that move through the run: start, statement and event back, event and statement forward, end.
final class Transport extends HBox {
    private static final String TO_START = "M1 1H3V11H1ZM11 1V11L4 6Z";
    private static final String TWO_BACK = "M6 1V11L0 6ZM12 1V11L6 6Z";
    private static final String ONE_BACK = "M9 1V11L2 6Z";
    private static final String ONE_FORWARD = "M3 1V11L10 6Z";
    private static final String TWO_FORWARD = "M6 1V11L12 6ZM0 1V11L6 6Z";
    private static final String TO_END = "M9 1H11V11H9ZM1 1V11L8 6Z";

    Transport(SessionModel session, Words words) {
        getStyleClass().add("vm-transport");
        ObservableBooleanValue atStart = session.positionProperty().isEqualTo(0);
        ObservableBooleanValue atEnd = session.positionProperty().isEqualTo(session.lengthProperty());
        add("start", TO_START, words.get("run.start") + " (Home)", atStart, session::start);
        add("previous", TWO_BACK, words.get("run.previous") + " (↑)", atStart, session::previousStatement);
        add("back", ONE_BACK, words.get("run.back") + " (←)", atStart, session::back);
        add("forward", ONE_FORWARD, words.get("run.forward") + " (→)", atEnd, session::forward);
        add("next", TWO_FORWARD, words.get("run.next") + " (↓)", atEnd, session::nextStatement);
        add("end", TO_END, words.get("run.end") + " (End)", atEnd, session::end);
    }

    private void add(String id, String icon, String what, ObservableBooleanValue off, Runnable action) {
        SVGPath path = new SVGPath();
        path.setContent(icon);
        path.getStyleClass().add("vm-icon");
        Button button = new Button();
        button.setId(id);
        button.setGraphic(path);
        button.setTooltip(new Tooltip(what));
        button.setAccessibleText(what);
        button.disableProperty().bind(off);
        button.setOnAction(pressed -> action.run());
        getChildren().add(button);
    }
}
