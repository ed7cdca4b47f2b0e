package org.vmalloscope.ui.view;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.LessonPage.Answered;
import org.vmalloscope.ui.model.LessonPage.Verdict;

/// What became of an answer: right or wrong, what happened, and why.
final class LessonAnswer extends VBox {
    LessonAnswer(Answered answered, LessonModel model, Words words) {
        getStyleClass().add("vm-lesson-answer");
        getChildren().add(banner(answered));
        int number = 1;
        for (String sentence : answered.because()) {
            getChildren().add(reason(number++, sentence));
        }
        answered.remarks().forEach(remark -> getChildren().add(new LessonText(remark, "vm-lesson-text")));
        FlowPane row = new FlowPane(8, 8);
        row.getChildren().add(secondary("lesson-decision", words.get("lesson.decision"), model::toDecision));
        if (answered.verdict() == Verdict.WRONG) {
            row.getChildren().add(secondary("lesson-again", words.get("lesson.again"), model::tryAgain));
        }
        row.getChildren().add(primary("lesson-next", words.get("lesson.next"), model::next));
        getChildren().add(row);
    }

    private static HBox banner(Answered answered) {
        Icon icon = switch (answered.verdict()) {
            case RIGHT -> Icon.TICK;
            case WRONG -> Icon.CROSS;
            case SHOWN -> Icon.NOTE;
        };
        StackPane sign = new StackPane(new IconNode(icon, 12));
        sign.getStyleClass().add("vm-lesson-sign");
        sign.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        LessonText headline = new LessonText(answered.headline(), "vm-lesson-headline");
        headline.setId("lesson-headline");
        LessonText detail = new LessonText(answered.detail(), "vm-lesson-detail");
        detail.setId("lesson-detail");
        VBox said = new VBox(headline, detail);
        said.setSpacing(3);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox banner = new HBox(sign, said);
        banner.setId("lesson-verdict");
        banner.getStyleClass()
                .addAll(
                        "vm-lesson-banner",
                        "vm-lesson-" + answered.verdict().name().toLowerCase(Locale.ROOT));
        return banner;
    }

    private static HBox reason(int number, String sentence) {
        Label cap = new Label(Integer.toString(number));
        cap.getStyleClass().add("vm-lesson-reason-number");
        cap.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        LessonText text = new LessonText(sentence, "vm-lesson-reason");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(cap, text);
        row.setSpacing(10);
        return row;
    }

    static Button primary(String id, String text, Runnable action) {
        return button(id, text, "vm-lesson-primary", action);
    }

    private static Button secondary(String id, String text, Runnable action) {
        return button(id, text, "vm-lesson-secondary", action);
    }

    private static Button button(String id, String text, String style, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().setAll("button", style);
        button.setOnAction(pressed -> action.run());
        return button;
    }
}
