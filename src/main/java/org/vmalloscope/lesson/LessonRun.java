package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.lesson.LessonErrors.LessonError;
import org.vmalloscope.lesson.Spot.Pick;
import org.vmalloscope.scenario.Run;

/// A lesson that was played: where its steps stand in the run, and its questions with their answers.
///
/// Made on any thread and immutable from then on, but for [#run], which a window travels. The same lesson makes the
/// same
/// predictions every time.
///
/// @param positions the event position of each step
/// @param predictions those of each step
public record LessonRun(Lesson lesson, Run run, List<Long> positions, List<List<Prediction>> predictions)
        implements PlayedLesson {
    public LessonRun {
        positions = List.copyOf(positions);
        predictions = predictions.stream().map(List::copyOf).toList();
    }

    /// Plays a lesson; errors when it asks what has no answer.
    public static PlayedLesson of(Lesson lesson) {
        Stage stage = new Stage(lesson.scenario());
        Predictor predictor = new Predictor(stage, new Wording());
        List<LessonError> errors = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<List<Prediction>> predictions = new ArrayList<>();
        for (LessonStep step : lesson.steps()) {
            try {
                positions.add(position(stage, step.spot()));
            } catch (CannotAskException nowhere) {
                errors.add(new LessonError("", step.spot().place().error(nowhere.line())));
            }
            List<Prediction> made = new ArrayList<>();
            for (Question question : step.questions()) {
                try {
                    made.add(predictor.of(question));
                } catch (CannotAskException unanswered) {
                    errors.add(new LessonError("", question.place().error(unanswered.line())));
                }
            }
            predictions.add(made);
        }
        return errors.isEmpty() ? new LessonRun(lesson, stage.run(), positions, predictions) : new LessonErrors(errors);
    }

    private static long position(Stage stage, Spot spot) throws CannotAskException {
        int statement = spot.statement();
        int played = stage.played();
        if (statement > played || spot.pick().isPresent() && statement == played) {
            throw new CannotAskException("the run ends with statement " + played + ", before this place");
        }
        long start = statement == played
                ? stage.run().journal().events()
                : stage.run().journal().eventStart(statement);
        return spot.pick().isEmpty()
                ? start
                : start + event(stage.events(statement), spot.pick().get(), statement);
    }

    private static int event(List<Event> events, Pick pick, int statement) throws CannotAskException {
        int seen = 0;
        int last = 0;
        for (int number = 1; number <= events.size(); number++) {
            if (pick.kind().matches(events.get(number - 1))) {
                last = number;
                seen++;
                if (seen == pick.ordinal()) {
                    return number;
                }
            }
        }
        if (pick.ordinal() == Spot.LAST && last > 0) {
            return last;
        }
        String there = seen == 0 ? "no " : "only " + seen + " times a ";
        throw new CannotAskException(
                "statement " + (statement + 1) + " has " + there + pick.kind().word());
    }
}
