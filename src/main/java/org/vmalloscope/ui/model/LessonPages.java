package org.vmalloscope.ui.model;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.vmalloscope.lesson.Answer;
import org.vmalloscope.lesson.Lesson;
import org.vmalloscope.lesson.Prediction;
import org.vmalloscope.lesson.ShippedLessons;
import org.vmalloscope.lesson.ShippedLessons.ShippedLesson;
import org.vmalloscope.ui.model.LessonPlace.Stage;

/// What the pane of a lesson shows at each place of it. Used on the FX thread.
record LessonPages(SessionModel session, LessonProgress progress, ResourceBundle words) {
    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }

    /// The page of a lesson, known by its id, at a place.
    LessonPage page(String id, LessonPlace at) {
        Lesson lesson = at.run().lesson();
        List<String> all =
                ShippedLessons.all().stream().map(ShippedLesson::fileName).toList();
        boolean answered = at.stage() == Stage.ANSWERED || at.stage() == Stage.SHOWN;
        boolean reads = !at.isFinished();
        return new LessonPage(
                lesson.title(),
                all.indexOf(id) + 1,
                all.size(),
                reads ? at.lessonStep().title() : say("lesson.finished"),
                reads ? at.lessonStep().paragraphs() : List.of(say("lesson.finished.text")),
                reads ? machine(at) : Optional.empty(),
                reads && at.stage() == Stage.ASKED ? Optional.of(asked(at)) : Optional.empty(),
                reads && answered ? Optional.of(answered(at)) : Optional.empty(),
                steps(id, at),
                reads && at.stage() != Stage.READING
                        ? LessonOffers.diagram(at.prediction().question().ask())
                        : "",
                score(id, at),
                at.isFinished());
    }

    private Optional<LessonPage.Machine> machine(LessonPlace at) {
        List<StatementRow> statements = session.statements();
        if (at.stage() != Stage.READING) {
            int statement = at.prediction().question().statement();
            String note = at.stage() == Stage.ASKED ? "lesson.not-played" : "lesson.played";
            return Optional.of(new LessonPage.Machine(
                    statement + 1, statements.get(statement).text(), say(note, statement + 1)));
        }
        int current = session.currentProperty().get();
        return current < 0
                ? Optional.empty()
                : Optional.of(new LessonPage.Machine(
                        current + 1, statements.get(current).text(), say("lesson.played", current + 1)));
    }

    private LessonPage.Asked asked(LessonPlace at) {
        Prediction prediction = at.prediction();
        String entry = switch (prediction.entry()) {
            case NOTHING -> "";
            case ADDRESS -> say("lesson.type.address");
            case AMOUNT -> say("lesson.type.amount");
        };
        boolean away = session.positionProperty().get() != prediction.before();
        return new LessonPage.Asked(
                prediction.asks(),
                prediction.hint(),
                prediction.choices().stream().map(choice -> choice.text()).toList(),
                entry,
                away,
                at.isMissed() && session.positionProperty().get() > prediction.before());
    }

    private LessonPage.Answered answered(LessonPlace at) {
        Prediction prediction = at.prediction();
        List<String> remarks = prediction.question().remarks();
        if (at.stage() == Stage.SHOWN) {
            return new LessonPage.Answered(
                    LessonPage.Verdict.SHOWN, prediction.result(), say("lesson.shown"), prediction.because(), remarks);
        }
        Answer answer = at.given().orElseThrow();
        if (prediction.isRight(answer)) {
            String detail = say(at.isMissed() ? "lesson.right.later" : "lesson.right.first");
            return new LessonPage.Answered(
                    LessonPage.Verdict.RIGHT, prediction.result(), detail, prediction.because(), remarks);
        }
        String detail = prediction
                .choice(answer)
                .map(choice -> say("lesson.chose", at.chosen() + 1, choice.why()))
                .orElseGet(() -> say("lesson.wrong.other"));
        return new LessonPage.Answered(
                LessonPage.Verdict.WRONG,
                say("lesson.wrong", prediction.result()),
                detail,
                prediction.because(),
                remarks);
    }

    private List<LessonPage.Step> steps(String id, LessonPlace at) {
        List<LessonPage.Step> steps = new ArrayList<>();
        for (int step = 0; step < at.run().lesson().steps().size(); step++) {
            int first = at.firstNumber(step);
            int count = at.run().predictions().get(step).size();
            boolean done = count == 0
                    ? at.wasRead(step)
                    : IntStream.range(first, first + count)
                            .allMatch(number -> progress.of(id, number).isPresent());
            steps.add(new LessonPage.Step(
                    at.run().lesson().steps().get(step).title(),
                    done ? LessonPage.State.DONE : LessonPage.State.OPEN,
                    !at.isFinished() && step == at.step()));
        }
        return steps;
    }

    private LessonPage.Progress score(String id, LessonPlace at) {
        int questions = at.run().lesson().questions().size();
        return new LessonPage.Progress(
                progress.count(id, questions, true), progress.count(id, questions, false), questions);
    }
}
