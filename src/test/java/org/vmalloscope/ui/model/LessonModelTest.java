package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.diagram.Offer;
import org.vmalloscope.lesson.Lesson;
import org.vmalloscope.lesson.LessonRun;
import org.vmalloscope.lesson.Prediction;
import org.vmalloscope.lesson.ShippedLessons;
import org.vmalloscope.ui.model.LessonPage.Verdict;

/// A lesson is opened, answered and left, and the user's scenario is as it was.
final class LessonModelTest {
    private static final String FIRST_FIT = "02-first-fit.lesson";
    private static final String TREE = "04-tree-grows.lesson";
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH);

    @TempDir
    private Path folder;

    private final SessionModel session = new SessionModel(WORDS);
    private final Opener opener = new Opener(session, Runnable::run, Runnable::run);

    @BeforeEach
    void open() {
        opener.open("mine.vms", "# Mine\nmachine x86_64 cpus=1 ram=16M\nboot\na = vmalloc 4K\n");
        session.seek(20);
        session.toggleBookmark();
        session.seek(17);
    }

    private LessonModel model() {
        return new LessonModel(session, opener, Settings.load(folder), WORDS);
    }

    private static LessonPage page(LessonModel model) {
        return model.pageProperty().get().orElseThrow();
    }

    private static List<Prediction> predictions(String id) {
        return ShippedLessons.all().stream()
                .filter(shipped -> shipped.fileName().equals(id))
                .map(shipped -> (LessonRun) LessonRun.of((Lesson) shipped.parse()))
                .flatMap(run -> run.predictions().stream().flatMap(List::stream))
                .toList();
    }

    /// Goes on until a question waits.
    private static void toQuestion(LessonModel model) {
        while (page(model).asked().isEmpty() && !page(model).finished()) {
            model.next();
        }
    }

    private static int wrong(Prediction prediction) {
        return prediction.right() == 0 ? 1 : 0;
    }

    @Test
    void everyShippedLessonIsPlayedThroughWithRightAnswers() {
        int questions = 0;
        for (LessonEntry entry : model().lessons()) {
            LessonModel model = model();
            model.open(entry.id());
            for (Prediction prediction : predictions(entry.id())) {
                toQuestion(model);
                assertEquals(prediction.before(), session.positionProperty().get(), prediction.asks());
                assertEquals(
                        prediction.asks(), page(model).asked().orElseThrow().question());
                model.choose(prediction.right());
                model.check();
                LessonPage.Answered answered = page(model).answered().orElseThrow();
                assertEquals(Verdict.RIGHT, answered.verdict(), prediction.asks());
                assertEquals(prediction.after(), session.positionProperty().get());
                questions++;
            }
            toQuestion(model);
            assertTrue(page(model).finished());
            assertTrue(page(model).steps().stream().allMatch(step -> step.state() == LessonPage.State.DONE));
            model.leave();
        }
        assertEquals(109, questions);
        assertTrue(model().lessons().stream().allMatch(entry -> entry.right() == entry.questions()));
    }

    @Test
    void everyShippedLessonIsPlayedThroughWithWrongAnswersFirst() {
        for (LessonEntry entry : model().lessons()) {
            LessonModel model = model();
            model.open(entry.id());
            for (Prediction prediction : predictions(entry.id())) {
                toQuestion(model);
                model.choose(wrong(prediction));
                model.check();
                LessonPage.Answered answered = page(model).answered().orElseThrow();
                assertEquals(Verdict.WRONG, answered.verdict(), prediction.asks());
                assertTrue(answered.detail().startsWith("You chose " + (wrong(prediction) + 1) + ". "));
                assertFalse(answered.because().isEmpty());
                model.toDecision();
                assertEquals(prediction.decided(), session.positionProperty().get());
                model.tryAgain();
                assertEquals(prediction.before(), session.positionProperty().get());
                model.choose(prediction.right());
                model.check();
                assertEquals(Verdict.RIGHT, page(model).answered().orElseThrow().verdict());
            }
            model.leave();
        }
        assertTrue(model().lessons().stream()
                .allMatch(entry -> entry.right() == 0 && entry.answered() == entry.questions()));
    }

    @Test
    void leavingShowsTheOwnScenarioAsItWas() {
        String text = opener.editor().text();
        LessonModel model = model();
        model.open(FIRST_FIT);
        assertEquals("b = vmalloc 16K", session.statements().get(2).text());
        assertTrue(session.bookmarks().all().isEmpty());
        model.leave();
        assertFalse(model.activeProperty().get());
        assertEquals("Mine", session.titleProperty().get());
        assertEquals(17, session.positionProperty().get());
        assertEquals(
                Map.of(20L, session.bookmarks().all().get(20L)),
                session.bookmarks().all());
        assertEquals(text, opener.editor().text());
        assertEquals(List.of(), session.options().get().offers());
    }

    @Test
    void aScenarioThatIsOpenedEndsTheLesson() {
        LessonModel model = model();
        model.open(FIRST_FIT);
        opener.open("other.vms", "# Other\nmachine i386 cpus=1 ram=16M\nboot\n");
        assertFalse(model.activeProperty().get());
        assertEquals("Other", session.titleProperty().get());
        model.leave();
        assertEquals("Other", session.titleProperty().get());
    }

    @Test
    void whoLooksAheadIsRightLaterOnly() {
        LessonModel model = model();
        model.open(FIRST_FIT);
        toQuestion(model);
        session.nextStatement();
        assertTrue(page(model).asked().orElseThrow().peeked());
        model.back();
        assertFalse(page(model).asked().orElseThrow().away());
        model.choose(predictions(FIRST_FIT).getFirst().right());
        model.check();
        assertEquals(new LessonPage.Progress(0, 1, 7), page(model).progress());
    }

    @Test
    void whatIsShownIsNotRight() {
        LessonModel model = model();
        model.open(FIRST_FIT);
        toQuestion(model);
        model.showMe();
        assertEquals(Verdict.SHOWN, page(model).answered().orElseThrow().verdict());
        assertEquals(new LessonPage.Progress(0, 1, 7), page(model).progress());
        model.next();
        model.skip();
        assertEquals(new LessonPage.Progress(0, 1, 7), page(model).progress());
    }

    @Test
    void anAddressIsTyped() {
        LessonModel model = model();
        model.open(FIRST_FIT);
        model.goToStep(1);
        toQuestion(model);
        model.type("nonsense");
        assertFalse(model.answerableProperty().get());
        model.type("13000");
        assertEquals(-1, model.chosenProperty().get());
        model.check();
        assertEquals(
                "Your answer is another one.",
                page(model).answered().orElseThrow().detail());
        model.tryAgain();
        model.type("00000");
        assertEquals(0, model.chosenProperty().get());
        model.check();
        assertEquals(Verdict.RIGHT, page(model).answered().orElseThrow().verdict());
    }

    @Test
    void placesAreOfferedAndChosenByTheirIds() {
        LessonModel model = model();
        model.open(FIRST_FIT);
        model.goToStep(1);
        toQuestion(model);
        assertEquals(List.of(1, 2, 3), offers().stream().map(Offer::number).toList());
        session.links().select("offer:3");
        assertEquals(2, model.chosenProperty().get());
        assertEquals(Offer.State.PICKED, offers().get(2).state());
        model.check();
        assertEquals(
                List.of(Offer.State.WRONG, Offer.State.RIGHT),
                offers().stream().map(Offer::state).toList());
    }

    private List<Offer> offers() {
        return session.options().get().offers();
    }

    @Test
    void aNodeIsChosenByItsArea() {
        LessonModel model = model();
        model.open(TREE);
        model.goToStep(1);
        toQuestion(model);
        Prediction rotates = predictions(TREE).get(1);
        String area = "va:" + Long.toHexString(offers().getFirst().vmapArea()) + "#";
        String id = session.madeBy(1).getFirst().id();
        assertTrue(id.startsWith(area), id);
        session.links().select(id);
        assertEquals(0, model.chosenProperty().get());
        assertEquals(0, rotates.right());
        assertTrue(model.proceed());
        assertEquals(Verdict.RIGHT, page(model).answered().orElseThrow().verdict());
    }

    @Test
    void progressIsKeptAndReset() throws IOException {
        LessonModel model = model();
        model.open(FIRST_FIT);
        toQuestion(model);
        model.choose(predictions(FIRST_FIT).getFirst().right());
        model.check();
        assertEquals(
                "# Vmalloscope\n" + FIRST_FIT + ".1=first\n", Files.readString(folder.resolve("lessons.properties")));
        assertEquals(1, model().lessons().get(1).right());
        model.reset();
        assertEquals(0, page(model).progress().answered());
        assertEquals(0, model().lessons().get(1).answered());
    }

    @Test
    void aBrokenProgressFileDoesNoHarm() throws IOException {
        for (String broken : List.of("\\u12", FIRST_FIT + ".1=great\n", "\0\1\2", FIRST_FIT + ".1\n")) {
            Files.writeString(folder.resolve("lessons.properties"), broken);
            assertEquals(0, model().lessons().get(1).answered(), broken);
        }
        Files.delete(folder.resolve("lessons.properties"));
        Files.createDirectory(folder.resolve("lessons.properties"));
        LessonModel model = model();
        model.open(FIRST_FIT);
        toQuestion(model);
        model.choose(predictions(FIRST_FIT).getFirst().right());
        model.check();
        assertEquals(
                folder.toAbsolutePath().resolve("lessons.properties") + ": this is a folder, not a file",
                model.errorProperty().get());
        assertEquals(1, page(model).progress().right());
    }

    @Test
    void aBadLessonOfTheUsersIsTold() throws IOException {
        LessonModel model = model();
        Path bad = Files.writeString(folder.resolve("bad.lesson"), "lesson x\n");
        model.open(bad);
        assertEquals(
                bad + ":1:1: error: no scenario: a lesson needs a line 'scenario' with one below it",
                model.errorProperty().get());
        assertFalse(model.activeProperty().get());
        model.open(folder.resolve("none.lesson"));
        assertEquals(
                folder.resolve("none.lesson") + ": no such file",
                model.errorProperty().get());
    }

    @Test
    void aLessonOfTheUsersHasNoNumber() throws IOException {
        Path own = Files.writeString(
                folder.resolve("own.lesson"),
                "lesson Own\nscenario\n  machine i386 cpus=1 ram=16M\n  boot\nstep s\n  Look.\nat 1\n");
        LessonModel model = model();
        model.open(own);
        assertEquals(0, page(model).number());
        assertEquals(List.of("Look."), page(model).paragraphs());
        assertTrue(page(model).asked().isEmpty());
        assertEquals("boot", page(model).machine().orElseThrow().statement());
    }

    @Test
    void enterDoesNothingBeforeThereIsAnAnswer() {
        LessonModel model = model();
        assertFalse(model.proceed());
        model.open(FIRST_FIT);
        toQuestion(model);
        assertFalse(model.proceed());
        assertFalse(model.choose(8));
        assertTrue(model.choose(1));
        assertTrue(model.proceed());
    }
}
