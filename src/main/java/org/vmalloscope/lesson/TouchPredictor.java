package org.vmalloscope.lesson;

import java.util.Comparator;
import java.util.List;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.lesson.Prediction.Entry;

/// Asks what becomes of a read.
record TouchPredictor(Stage stage, Wording words) {
    private static final List<String> ORDER =
            List.of(Touch.values()).stream().map(Touch::label).toList();

    Prediction of(Question question) throws CannotAskException {
        PageTouched touched = stage.events().stream()
                .filter(PageTouched.class::isInstance)
                .map(PageTouched.class::cast)
                .findFirst()
                .orElseThrow(() -> new CannotAskException(
                        "statement " + (question.statement() + 1) + " reads nothing: ask at a 'touch'"));
        Touch right = touched.outcome();
        Draft draft = new Draft(words.say("touch.asks", touched.cpu()), words.say("choose.hint"), Entry.NOTHING);
        draft.right(choice(right, ""));
        for (Touch other : Touch.values()) {
            draft.wrong(choice(other, words.say("why.touch." + other.label())));
        }
        draft.result(words.say("touch.result." + right.label()))
                .because(stage.sentences(PageTouched.class::isInstance, 1), stage.first(PageTouched.class::isInstance));
        return draft.done(
                question,
                stage,
                Comparator.comparingInt(choice ->
                        choice.answer() instanceof Answer.Word(String word) ? ORDER.indexOf(word) : ORDER.size()));
    }

    private Choice choice(Touch outcome, String why) {
        return new Choice(words.say("touch." + outcome.label()), new Answer.Word(outcome.label()), why);
    }
}
