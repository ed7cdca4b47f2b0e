package org.vmalloscope.ui.view;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.LessonPage.State;
import org.vmalloscope.ui.model.LessonPage.Step;

/// The steps of a lesson, those that are done with a tick; each leads to its step.
final class LessonSteps extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    LessonSteps(List<Step> steps, LessonModel model) {
        getStyleClass().add("vm-lesson-steps");
        for (int number = 0; number < steps.size(); number++) {
            getChildren().add(row(number, steps.get(number), model));
        }
    }

    private static Button row(int number, Step step, LessonModel model) {
        boolean done = step.state() == State.DONE;
        StackPane sign = new StackPane(
                done && !step.current() ? new IconNode(Icon.TICK, 9) : new Label(Integer.toString(number + 1)));
        sign.getStyleClass().add("vm-lesson-step-sign");
        sign.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Button row = new Button(step.title(), sign);
        row.setId("lesson-step-" + (number + 1));
        row.setMnemonicParsing(false);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().setAll("button", "vm-lesson-step");
        row.pseudoClassStateChanged(CURRENT, step.current());
        row.pseudoClassStateChanged(DONE, done);
        row.setOnAction(pressed -> model.goToStep(number));
        return row;
    }
}
