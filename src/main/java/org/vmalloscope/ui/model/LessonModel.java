package org.vmalloscope.ui.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Offer;
import org.vmalloscope.lesson.Answer;
import org.vmalloscope.lesson.Lesson;
import org.vmalloscope.lesson.LessonErrors;
import org.vmalloscope.lesson.LessonParser;
import org.vmalloscope.lesson.LessonRun;
import org.vmalloscope.lesson.ParsedLesson;
import org.vmalloscope.lesson.PlayedLesson;
import org.vmalloscope.lesson.ShippedLessons;
import org.vmalloscope.lesson.ShippedLessons.ShippedLesson;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.ui.model.LessonPlace.Stage;
import org.vmalloscope.ui.model.LessonProgress.Mark;

/// A lesson in the window: it shows its own run, asks, and puts the user's scenario back when it is left.
///
/// The text of the user's scenario is never touched. When another run is shown meanwhile, because a scenario was
/// opened,
/// the lesson gives way to it. Used on the FX thread.
public final class LessonModel {
    private static final int HEX = 16;

    private final SessionModel session;
    private final Opener opener;
    private final LessonProgress progress;
    private final LessonPages pages;
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<LessonPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper answerable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private @Nullable LessonPlace place;
    private @Nullable Played mine;
    private @Nullable Left left;
    private String id = "";

    /// What the user's own scenario was like when the lesson was opened.
    private record Left(Played played, long position, Map<Long, String> bookmarks) {}

    public LessonModel(SessionModel session, Opener opener, Settings settings, ResourceBundle words) {
        this.session = session;
        this.opener = opener;
        this.progress = new LessonProgress(settings.folder());
        this.pages = new LessonPages(session, progress, words);
        session.sourceChanges(this::runChanged);
        session.links().onPick(this::picked);
        session.positionProperty().addListener((property, was, now) -> moved());
    }

    // The list of lessons

    /// The lessons that are shipped, with what was answered in each.
    public List<LessonEntry> lessons() {
        return ShippedLessons.all().stream()
                .map(shipped -> entry(shipped.fileName(), good(shipped.parse())))
                .toList();
    }

    private static Lesson good(ParsedLesson parsed) {
        return switch (parsed) {
            case Lesson lesson -> lesson;
            case LessonErrors errors -> throw new IllegalStateException("a shipped lesson is bad: " + errors);
        };
    }

    private LessonEntry entry(String lessonId, Lesson lesson) {
        int questions = lesson.questions().size();
        return new LessonEntry(
                lessonId,
                lesson.title(),
                lesson.about(),
                progress.count(lessonId, questions, true),
                progress.count(lessonId, questions, false),
                questions);
    }

    /// Opens a shipped lesson, as soon as the text of the scenario is judged.
    public void open(String fileName) {
        ShippedLesson shipped = ShippedLessons.all().stream()
                .filter(each -> each.fileName().equals(fileName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no lesson " + fileName));
        open(fileName, fileName, shipped.parse());
    }

    /// Opens a lesson of the user's, or says in [#errorProperty] what is wrong with it.
    public void open(Path file) {
        ScenarioReader reader = new ScenarioReader(InputStream.nullInputStream());
        try {
            String text = reader.read(file);
            ParsedLesson parsed = LessonParser.parse(text, name -> reader.read(file.resolveSibling(name)));
            open(file.toAbsolutePath().normalize().toString(), file.toString(), parsed);
        } catch (IOException unreadable) {
            tell(String.valueOf(unreadable.getMessage()));
        }
    }

    private void open(String lessonId, String fileName, ParsedLesson parsed) {
        PlayedLesson played = switch (parsed) {
            case Lesson lesson -> LessonRun.of(lesson);
            case LessonErrors errors -> errors;
        };
        switch (played) {
            case LessonRun run -> whenJudged(() -> begin(lessonId, run));
            case LessonErrors errors -> tell(errors.errors().getFirst().in(fileName));
        }
    }

    private void tell(String line) {
        error.set("");
        error.set(line);
    }

    /// A text that is still being judged would be shown later, in the middle of the lesson.
    private void whenJudged(Runnable then) {
        opener.replay();
        if (!opener.busyProperty().get()) {
            then.run();
            return;
        }
        ReadOnlyBooleanProperty busy = opener.busyProperty();
        busy.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> property, Boolean was, Boolean now) {
                if (!now) {
                    busy.removeListener(this);
                    then.run();
                }
            }
        });
    }

    // Coming and going

    private void begin(String lessonId, LessonRun run) {
        if (!active.get()) {
            left = session.played()
                    .map(played -> new Left(
                            played,
                            session.positionProperty().get(),
                            new TreeMap<>(session.bookmarks().all())))
                    .orElse(null);
        }
        error.set("");
        id = lessonId;
        place = new LessonPlace(run);
        Lesson lesson = run.lesson();
        Played played = Played.of(lesson.title(), lesson.scenarioText(), lesson.scenario());
        mine = played;
        session.show(played);
        active.set(true);
        stand();
    }

    /// Ends the lesson and shows the user's scenario as it was.
    public void leave() {
        if (!active.get()) {
            return;
        }
        Left before = left;
        close();
        if (before != null) {
            session.show(before.played());
            session.seek(before.position());
            before.bookmarks().forEach((position, name) -> session.bookmarks().toggle(position, name));
        }
    }

    private void close() {
        mine = null;
        place = null;
        left = null;
        active.set(false);
        chosen.set(-1);
        answerable.set(false);
        page.set(Optional.empty());
        offer(List.of());
    }

    /// Another run is shown: not by the lesson, so it is over.
    private void runChanged() {
        if (active.get() && !isShown()) {
            close();
        }
    }

    /// Whether the run that is shown is the lesson's.
    private boolean isShown() {
        return session.played().equals(Optional.ofNullable(mine));
    }

    // Answering

    /// Chooses the answer with a number, from 0; whether there is one.
    public boolean choose(int number) {
        LessonPlace at = place;
        boolean there = at != null
                && at.stage() == Stage.ASKED
                && number >= 0
                && number < at.prediction().choices().size();
        if (at != null && there) {
            give(at, at.prediction().choices().get(number).answer());
        }
        return there;
    }

    private void give(LessonPlace at, Answer answer) {
        at.give(answer);
        chosen.set(at.chosen());
        answerable.set(true);
        offer(offers(at));
    }

    /// Takes what is typed as the answer; what means nothing is no answer.
    public void type(String typed) {
        LessonPlace at = place;
        if (at != null && at.stage() == Stage.ASKED) {
            at.prediction().read(typed).ifPresentOrElse(answer -> give(at, answer), () -> {
                at.giveNothing();
                chosen.set(-1);
                answerable.set(false);
                offer(offers(at));
            });
        }
    }

    /// A shape was chosen in a diagram: an offer, or an area that is an answer.
    private void picked(String shape) {
        LessonPlace at = place;
        if (at == null || at.stage() != Stage.ASKED) {
            return;
        }
        int offered = Offer.number(shape);
        if (offered > 0) {
            choose(offered - 1);
            return;
        }
        for (String kin : session.links().allSelectedProperty().get()) {
            area(kin).ifPresent(area -> pickedArea(at, area));
        }
    }

    private static Optional<Answer> area(String shape) {
        int end = shape.indexOf('#');
        return shape.startsWith("va:") && end > 3
                ? Optional.of(new Answer.Area(Long.parseUnsignedLong(shape.substring(3, end), HEX)))
                : Optional.empty();
    }

    private void pickedArea(LessonPlace at, Answer area) {
        boolean fits = at.prediction().choices().stream().anyMatch(choice -> choice.answer() instanceof Answer.Area);
        if (fits) {
            give(at, area);
        }
    }

    /// Checks the answer, if there is one, and plays on.
    public void check() {
        LessonPlace at = place;
        if (at == null || at.stage() != Stage.ASKED || at.given().isEmpty()) {
            return;
        }
        if (at.check()) {
            mark(at, at.isMissed() ? Mark.LATER : Mark.FIRST);
        }
        stand();
    }

    private void mark(LessonPlace at, Mark mark) {
        progress.put(id, at.number(), mark).ifPresent(this::tell);
    }

    /// Plays on and shows the answer.
    public void showMe() {
        LessonPlace at = place;
        if (at != null && at.stage() == Stage.ASKED) {
            at.show();
            mark(at, Mark.SHOWN);
            stand();
        }
    }

    /// Leaves the question open and goes on.
    public void skip() {
        next();
    }

    /// Goes on: to the next question, the next step, or the end of the lesson.
    public void next() {
        LessonPlace at = place;
        if (at != null && !at.isFinished()) {
            at.next();
            stand();
        }
    }

    /// What Enter does: checks an answer, or goes on. Whether there was something to do.
    public boolean proceed() {
        LessonPlace at = place;
        if (at == null
                || at.isFinished()
                || at.stage() == Stage.ASKED && at.given().isEmpty()) {
            return false;
        }
        if (at.stage() == Stage.ASKED) {
            check();
        } else {
            next();
        }
        return true;
    }

    /// Asks the same question once more.
    public void tryAgain() {
        LessonPlace at = place;
        if (at != null && at.stage() == Stage.ANSWERED) {
            at.again();
            stand();
        }
    }

    /// Goes to the beginning of a step, from 0.
    public void goToStep(int step) {
        LessonPlace at = place;
        if (at != null) {
            at.enter(step);
            stand();
        }
    }

    /// Goes to the event that decided the question.
    public void toDecision() {
        LessonPlace at = place;
        if (at != null && (at.stage() == Stage.ANSWERED || at.stage() == Stage.SHOWN)) {
            session.seek(at.prediction().decided());
        }
    }

    /// Goes where the lesson stands.
    public void back() {
        LessonPlace at = place;
        if (at != null) {
            session.seek(at.position());
        }
    }

    /// Forgets what was answered in this lesson, and begins it anew.
    public void reset() {
        LessonPlace at = place;
        if (at != null) {
            progress.reset(id).ifPresent(this::tell);
            place = new LessonPlace(at.run());
            stand();
        }
    }

    // What is shown

    /// Goes where the lesson stands and shows all of it.
    private void stand() {
        LessonPlace at = place;
        if (at != null) {
            chosen.set(at.chosen());
            answerable.set(at.stage() == Stage.ASKED && at.given().isPresent());
            if (!at.isFinished()) {
                session.seek(at.position());
            }
            offer(offers(at));
            page.set(Optional.of(pages.page(id, at)));
        }
    }

    /// The run was travelled: who looks ahead knows the answer.
    private void moved() {
        LessonPlace at = place;
        if (at == null || mine == null || !isShown() || at.stage() != Stage.ASKED) {
            return;
        }
        if (session.positionProperty().get() > at.prediction().before()) {
            at.miss();
        }
        page.set(Optional.of(pages.page(id, at)));
    }

    private void offer(List<Offer> offers) {
        session.options().set(session.options().get().withOffers(offers));
    }

    private static List<Offer> offers(LessonPlace at) {
        return switch (at.stage()) {
            case READING -> List.of();
            case ASKED -> LessonOffers.asked(at.prediction(), at.given());
            case ANSWERED, SHOWN -> LessonOffers.answered(at.prediction(), at.given());
        };
    }

    /// Whether a lesson is open.
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// What the pane shows; nothing while no lesson is open.
    public ReadOnlyObjectProperty<Optional<LessonPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// The number (from 0) of the answer that is chosen; -1 for none.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether there is an answer to check.
    public ReadOnlyBooleanProperty answerableProperty() {
        return answerable.getReadOnlyProperty();
    }

    /// Why a lesson could not be opened, or the answers not kept; empty when there is nothing to tell.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
