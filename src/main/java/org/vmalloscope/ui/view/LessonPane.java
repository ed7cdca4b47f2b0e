package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.LessonModel;
import org.vmalloscope.ui.model.LessonPage;

/// A lesson, in the place of the scenario: what it says, what it asks, how far one is. Used on the FX thread.
final class LessonPane extends BorderPane {
    private final LessonModel model;
    private final Words words;
    private final Label place = new Label();
    private final Label title = new Label();
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final Label score = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final LessonQuestion question;
    private Optional<LessonPage> shown = Optional.empty();

    LessonPane(LessonModel model, Words words) {
        this.model = model;
        this.words = words;
        this.question = new LessonQuestion(model, words);
        setId("lesson");
        getStyleClass().addAll("vm-pane", "vm-lesson");
        setMinWidth(280);
        setTop(head());
        content.getStyleClass().add("vm-lesson-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("vm-lesson-scroll");
        setCenter(scroll);
        setBottom(foot());
        model.pageProperty().addListener((property, was, now) -> show(now));
        show(model.pageProperty().get());
    }

    private HBox head() {
        place.getStyleClass().add("vm-head-title");
        place.setMinWidth(USE_PREF_SIZE);
        title.getStyleClass().add("vm-head-note");
        title.setMinWidth(0);
        Button leave = Tools.button("lesson-leave", Icon.CROSS, words.get("lesson.leave"), model::leave);
        HBox head = new HBox(place, title, Tools.space(), leave);
        head.getStyleClass().add("vm-head");
        return head;
    }

    private VBox foot() {
        score.setId("lesson-score");
        score.getStyleClass().add("vm-lesson-score");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("vm-lesson-bar");
        Label local = new Label(words.get("lesson.local"));
        local.getStyleClass().add("vm-lesson-small");
        local.setMinWidth(0);
        Hyperlink reset = new Hyperlink(words.get("lesson.reset"));
        reset.setId("lesson-reset");
        reset.getStyleClass().add("vm-lesson-small");
        reset.setMinWidth(USE_PREF_SIZE);
        reset.setOnAction(pressed -> model.reset());
        HBox last = new HBox(local, Tools.space(), reset);
        last.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(score, bar, last);
        foot.getStyleClass().add("vm-lesson-foot");
        return foot;
    }

    private void show(Optional<LessonPage> page) {
        boolean turned = !same(page);
        shown = page;
        page.ifPresent(now -> {
            place.setText(
                    now.number() > 0 ? words.get("lesson.number", now.number(), now.count()) : words.get("lesson.own"));
            title.setText(now.title());
            fill(now);
            int right = now.progress().right();
            score.setText(words.get("lesson.score", right, now.progress().questions()));
            bar.setProgress(
                    now.progress().questions() == 0
                            ? 0
                            : (double) right / now.progress().questions());
            if (turned) {
                scroll.setVvalue(0);
            }
        });
    }

    /// Whether the same thing is shown as before, perhaps with other details.
    private boolean same(Optional<LessonPage> page) {
        return page.map(LessonPage::step).equals(shown.map(LessonPage::step))
                && page.flatMap(LessonPage::asked)
                        .map(LessonPage.Asked::question)
                        .equals(shown.flatMap(LessonPage::asked).map(LessonPage.Asked::question))
                && page.flatMap(LessonPage::answered).equals(shown.flatMap(LessonPage::answered));
    }

    private void fill(LessonPage page) {
        content.getChildren().clear();
        content.getChildren().add(new LessonText(page.step(), "vm-lesson-title"));
        if (page.answered().isPresent()) {
            page.machine().ifPresent(machine -> content.getChildren().add(machine(machine)));
            content.getChildren().add(new LessonAnswer(page.answered().get(), model, words));
        } else {
            page.paragraphs().forEach(text -> content.getChildren().add(new LessonText(text, "vm-lesson-text")));
            page.machine().ifPresent(machine -> content.getChildren().add(machine(machine)));
            page.asked().ifPresent(asked -> {
                question.show(asked);
                content.getChildren().add(question);
            });
        }
        if (page.asked().isEmpty() && page.answered().isEmpty() && !page.finished()) {
            content.getChildren().add(next());
        }
        if (page.finished()) {
            content.getChildren().add(finish());
        }
        content.getChildren().add(new LessonSteps(page.steps(), model));
    }

    private VBox machine(LessonPage.Machine machine) {
        Label caption = new Label(words.get("lesson.machine"));
        caption.getStyleClass().add("vm-lesson-caption");
        StatementText statement = new StatementText();
        statement.setId("lesson-statement");
        statement.show(machine.statement());
        Label note = new Label(machine.note());
        note.getStyleClass().add("vm-lesson-small");
        VBox card = new VBox(caption, statement, note);
        card.getStyleClass().add("vm-lesson-machine");
        return card;
    }

    private HBox next() {
        return new HBox(LessonAnswer.primary("lesson-next", words.get("lesson.next"), model::next));
    }

    private HBox finish() {
        Button leave = LessonAnswer.primary("lesson-done", words.get("lesson.leave"), model::leave);
        HBox row = new HBox(leave);
        row.getStyleClass().add("vm-lesson-buttons");
        return row;
    }
}
