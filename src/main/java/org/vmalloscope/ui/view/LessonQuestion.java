package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.LessonPage.Asked;

/// A question: its answers as large buttons with the numbers of their keys, and a field where one can be typed.
final class LessonQuestion extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final LessonModel model;
    private final Words words;
    private final List<Button> choices = new ArrayList<>();
    private final TextField typed = new TextField();
    private final Button check;
    private String asked = "";

    LessonQuestion(LessonModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("vm-lesson-question");
        typed.setId("lesson-typed");
        typed.getStyleClass().add("vm-lesson-typed");
        typed.textProperty().addListener((property, was, now) -> {
            if (typed.isFocused()) {
                model.type(now);
            }
        });
        typed.setOnAction(entered -> model.check());
        check = LessonAnswer.primary("lesson-check", words.get("lesson.check"), model::check);
        check.disableProperty().bind(model.answerableProperty().not());
        model.chosenProperty().addListener((property, was, now) -> mark(now.intValue()));
    }

    void show(Asked question) {
        if (!asked.equals(question.question())) {
            typed.clear();
            asked = question.question();
        }
        getChildren().clear();
        getChildren().add(new LessonText(question.question(), "vm-lesson-asks"));
        getChildren().add(new LessonText(question.hint(), "vm-lesson-hint"));
        if (question.away()) {
            getChildren().add(away(question.peeked()));
        }
        choices.clear();
        for (int number = 0; number < question.choices().size(); number++) {
            choices.add(choice(number, question.choices().get(number)));
        }
        getChildren().addAll(choices);
        if (!question.entry().isEmpty()) {
            typed.setPromptText(question.entry());
            typed.setAccessibleText(question.entry());
            getChildren().add(typed);
        }
        HBox row = new HBox(
                check,
                link("lesson-show", words.get("lesson.show"), model::showMe),
                link("lesson-skip", words.get("lesson.skip"), model::skip));
        row.getStyleClass().add("vm-lesson-buttons");
        getChildren().add(row);
        mark(model.chosenProperty().get());
    }

    private VBox away(boolean peeked) {
        LessonText where = new LessonText(words.get(peeked ? "lesson.peeked" : "lesson.away"), "vm-lesson-away-text");
        VBox away = new VBox(where, link("lesson-back", words.get("lesson.back"), model::back));
        away.getStyleClass().add("vm-lesson-away");
        return away;
    }

    private Button choice(int number, String text) {
        Label cap = new Label(Integer.toString(number + 1));
        cap.getStyleClass().add("vm-lesson-cap");
        Button button = new Button(text, cap);
        button.setId("lesson-choice-" + (number + 1));
        button.setMnemonicParsing(false);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        button.getStyleClass().setAll("button", "vm-lesson-choice");
        button.setOnAction(pressed -> model.choose(number));
        button.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.check();
            }
        });
        return button;
    }

    private void mark(int chosen) {
        for (int number = 0; number < choices.size(); number++) {
            choices.get(number).pseudoClassStateChanged(CHOSEN, number == chosen);
        }
    }

    private static Hyperlink link(String id, String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.setId(id);
        link.getStyleClass().add("vm-lesson-link");
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(pressed -> action.run());
        return link;
    }
}
