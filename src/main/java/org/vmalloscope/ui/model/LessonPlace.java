package org.vmalloscope.ui.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.lesson.Answer;
import org.vmalloscope.lesson.LessonRun;
import org.vmalloscope.lesson.LessonStep;
import org.vmalloscope.lesson.Prediction;

/// Where somebody is in a lesson: the step, the question of it, and what became of that question so far.
final class LessonPlace {
    private final LessonRun run;
    private final Set<Integer> read = new HashSet<>();
    private int step;
    /// The question of the step, from 0; -1 before the first.
    private int question = -1;
    private boolean finished;
    private boolean missed;
    private Optional<Answer> given = Optional.empty();
    private Stage stage = Stage.READING;

    /// What is going on.
    enum Stage {
        READING,
        ASKED,
        ANSWERED,
        SHOWN
    }

    LessonPlace(LessonRun run) {
        this.run = run;
        enter(0);
    }

    LessonRun run() {
        return run;
    }

    /// Goes to the beginning of a step (from 0).
    void enter(int where) {
        step = where;
        question = -1;
        finished = false;
        forget();
        stage = Stage.READING;
        if (!predictions().isEmpty() && predictions().getFirst().before() == position()) {
            ask(0);
        }
        if (predictions().isEmpty()) {
            read.add(step);
        }
    }

    private void forget() {
        missed = false;
        given = Optional.empty();
    }

    private void ask(int which) {
        question = which;
        forget();
        stage = Stage.ASKED;
    }

    /// To the next question, the next step, or the end.
    void next() {
        if (question + 1 < predictions().size()) {
            ask(question + 1);
        } else if (step + 1 < run.lesson().steps().size()) {
            enter(step + 1);
        } else {
            finished = true;
            stage = Stage.READING;
        }
    }

    /// Takes an answer, to be checked.
    void give(Answer answer) {
        given = Optional.of(answer);
    }

    /// Takes the answer back.
    void giveNothing() {
        given = Optional.empty();
    }

    /// Checks the answer; whether it is right. There must be one.
    boolean check() {
        boolean right = prediction().isRight(given.orElseThrow());
        missed |= !right;
        stage = Stage.ANSWERED;
        return right;
    }

    /// Somebody has looked ahead: no longer a first try.
    void miss() {
        missed = true;
    }

    void show() {
        missed = true;
        given = Optional.empty();
        stage = Stage.SHOWN;
    }

    /// Back to the question, to answer it once more.
    void again() {
        given = Optional.empty();
        stage = Stage.ASKED;
    }

    /// Where the run stands for the step's text, or for the question.
    long position() {
        return switch (stage) {
            case READING -> run.positions().get(step);
            case ASKED -> prediction().before();
            case ANSWERED, SHOWN -> prediction().after();
        };
    }

    List<Prediction> predictions() {
        return run.predictions().get(step);
    }

    Prediction prediction() {
        return predictions().get(question);
    }

    LessonStep lessonStep() {
        return run.lesson().steps().get(step);
    }

    int step() {
        return step;
    }

    Stage stage() {
        return stage;
    }

    boolean isFinished() {
        return finished;
    }

    /// Whether an answer was wrong, or somebody has looked ahead.
    boolean isMissed() {
        return missed;
    }

    Optional<Answer> given() {
        return given;
    }

    /// The number (from 0) of the choice that is the answer; -1 when it is none of them.
    int chosen() {
        return given.flatMap(answer ->
                        stage == Stage.READING ? Optional.empty() : prediction().choice(answer))
                .map(choice -> prediction().choices().indexOf(choice))
                .orElse(-1);
    }

    /// The number (from 0) of the question among all of the lesson.
    int number() {
        int before = 0;
        for (int each = 0; each < step; each++) {
            before += run.predictions().get(each).size();
        }
        return before + question;
    }

    /// The number of the first question of a step.
    int firstNumber(int which) {
        int before = 0;
        for (int each = 0; each < which; each++) {
            before += run.predictions().get(each).size();
        }
        return before;
    }

    boolean wasRead(int which) {
        return read.contains(which);
    }
}
