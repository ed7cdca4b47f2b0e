package org.vmalloscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.lesson.ShippedLessons.ShippedLesson;
import org.vmalloscope.lesson.TraceFacts.Area;
import org.vmalloscope.lesson.TraceFacts.Block;

/// The shipped lessons: all of them play, and what they say is right is what a fresh run does.
final class ShippedLessonsTest {
    private static final int LESSONS = 12;
    private static final int QUESTIONS = 109;
    /// What is not read from a trace: where a rotation begins, who replaces whom, and a block by its name.
    private static final int UNTOLD = 6;

    private static LessonRun play(ShippedLesson shipped) {
        return switch (shipped.parse()) {
            case Lesson lesson ->
                switch (LessonRun.of(lesson)) {
                    case LessonRun run -> run;
                    case LessonErrors errors -> throw new AssertionError(shipped.fileName() + errors);
                };
            case LessonErrors errors -> throw new AssertionError(shipped.fileName() + errors);
        };
    }

    private static List<Prediction> predictions(LessonRun run) {
        return run.predictions().stream().flatMap(List::stream).toList();
    }

    @Test
    void allOfThemPlay() {
        List<LessonRun> runs =
                ShippedLessons.all().stream().map(ShippedLessonsTest::play).toList();
        assertEquals(LESSONS, runs.size());
        assertEquals(
                QUESTIONS,
                runs.stream().mapToInt(run -> predictions(run).size()).sum());
        for (LessonRun run : runs) {
            assertFalse(run.lesson().about().isBlank(), run.lesson().title());
            assertTrue(run.lesson().steps().size() >= 4, run.lesson().title());
            assertEquals(run.lesson().steps().size(), run.positions().size());
        }
    }

    @Test
    void theSameLessonAsksTheSame() {
        for (ShippedLesson shipped : ShippedLessons.all()) {
            assertEquals(play(shipped).predictions(), play(shipped).predictions(), shipped.fileName());
        }
    }

    @Test
    void wrongAnswersAreWrongForAReasonAndDiffer() {
        for (ShippedLesson shipped : ShippedLessons.all()) {
            for (Prediction prediction : predictions(play(shipped))) {
                String where = shipped.fileName() + ": " + prediction.asks();
                Set<Answer> answers = new HashSet<>();
                for (Choice choice : prediction.choices()) {
                    assertTrue(answers.add(choice.answer()), where);
                    boolean right = prediction.isRight(choice.answer());
                    assertTrue(right || !choice.why().isBlank(), where + choice);
                }
                assertFalse(prediction.because().isEmpty(), where);
                assertFalse(prediction.result().isBlank(), where);
                assertTrue(
                        prediction.before() <= prediction.decided() && prediction.decided() <= prediction.after(),
                        where);
            }
        }
    }

    @Test
    void whatIsRightIsWhatAFreshRunDoes() {
        List<String> untold = new ArrayList<>();
        for (ShippedLesson shipped : ShippedLessons.all()) {
            LessonRun run = play(shipped);
            TraceFacts facts = new TraceFacts(run.lesson().scenario());
            for (Prediction prediction : predictions(run)) {
                Fact fact = new Fact(facts, prediction);
                if (!fact.holds()) {
                    untold.add(shipped.fileName() + ": " + prediction.asks());
                }
            }
        }
        assertEquals(UNTOLD, untold.size(), untold.toString());
    }

    /// A prediction beside the trace of its statement.
    private record Fact(TraceFacts facts, Prediction prediction) {
        int at() {
            return prediction.question().statement();
        }

        Answer right() {
            return prediction.choices().get(prediction.right()).answer();
        }

        private void says(Answer expected) {
            assertEquals(expected, right(), prediction.asks() + " " + facts.line(at()));
        }

        private void says(long expected) {
            says(new Answer.Amount(expected));
        }

        private void says(boolean expected) {
            says(new Answer.Word(expected ? "yes" : "no"));
        }

        /// The text of the right choice holds the digits of an address, as areas have no other identity in a trace.
        private void isAt(long address) {
            String text = prediction.choices().get(prediction.right()).text();
            long start = prediction
                    .choices()
                    .get(prediction.right())
                    .place()
                    .orElseThrow()
                    .start();
            assertEquals(address, start, prediction.asks() + " " + text);
        }

        private Block blockOf(int statement, long address) {
            return facts.blocks(statement).stream()
                    .filter(block -> address - block.start() >= 0 && address - block.start() < 4 << 20)
                    .reduce((below, above) -> above)
                    .orElseThrow();
        }

        private Area area(long start) {
            return facts.areas(at()).stream()
                    .filter(area -> area.start() == start)
                    .findFirst()
                    .orElseThrow();
        }

        /// Whether the trace tells; it is an error when it tells otherwise.
        boolean holds() {
            int before = at() - 1;
            switch (prediction.question().ask()) {
                case Ask.WhichAddress ask -> says(new Answer.Address(facts.returned(at())));
                case Ask.IsNull ask -> says(facts.returned(at()) == 0);
                case Ask.Flushes ask -> says(facts.count(at(), "flush_tlb"));
                case Ask.Purges ask -> says(facts.count(at(), "unmap") > 0);
                case Ask.LazyNr ask -> says(facts.number(at(), "vmap_lazy_nr"));
                case Ask.Waiting ask -> says(facts.number(at(), "rcu_pending"));
                case Ask.Mapped ask -> says(facts.isMapped(at(), facts.named(at(), ask.name()) + ask.page() * 4096L));
                case Ask.Touched ask ->
                    says(new Answer.Word(TraceFacts.first(facts.line(at()), "\"ret\":\"([a-z]+)\"")
                            .orElseThrow()));
                case Ask.Dies ask -> says(facts.line(at()).startsWith("{\"bug\":"));
                case Ask.Distance ask -> says(Math.abs(facts.named(at(), ask.to()) - facts.named(at(), ask.from())));
                case Ask.AreaPages ask
                when !ask.name().startsWith("vb") -> {
                    Area area = area(facts.named(at(), ask.name()));
                    says((area.end() - area.start()) / 4096);
                }
                case Ask.AreaPages ask -> {
                    return false;
                }
                case Ask.Dirty ask ->
                    says(blockOf(at(), facts.named(at(), ask.name())).dirty());
                case Ask.WhichCpu ask ->
                    says(blockOf(at(), facts.returned(at())).cpu());
                case Ask.WhichBlock ask -> {
                    long block = blockOf(at(), facts.returned(at())).start();
                    boolean old = facts.blocks(before).stream().anyMatch(each -> each.start() == block);
                    if (old) {
                        isAt(block);
                    }
                    return old
                            || prediction
                                    .choices()
                                    .get(prediction.right())
                                    .place()
                                    .isEmpty();
                }
                case Ask.BlockGone ask -> {
                    long block = blockOf(before, facts.named(at(), ask.name())).start();
                    says(facts.blocks(at()).stream().noneMatch(each -> each.start() == block));
                }
                case Ask.LinkedBack ask
                when ask.name().startsWith("early") ->
                    says(facts.areas(at()).stream().anyMatch(Area::vm));
                case Ask.LinkedBack ask ->
                    says(area(facts.named(at(), ask.name())).vm());
                case Ask.NextOnList ask
                when ask.name().startsWith("early") ->
                    isAt(facts.areas(at()).get(1).start());
                case Ask.NextOnList ask -> {
                    List<Area> areas = facts.areas(at());
                    isAt(areas.get(areas.indexOf(area(facts.named(at(), ask.name()))) + 1)
                            .start());
                }
                case Ask.FirstOnVmlist ask ->
                    says(new Answer.Address(Long.parseUnsignedLong(
                            TraceFacts.first(facts.line(at()), "\"vmlist\":\\[\\{\"addr\":\"0x([0-9a-f]+)\"")
                                    .orElseThrow(),
                            16)));
                case Ask.Parent ask -> isAt(area(facts.named(at(), ask.name())).parent());
                case Ask.WhichNode ask -> {
                    return node(ask.part(), before);
                }
            }
            return true;
        }

        private boolean node(Ask.Part part, int before) {
            return switch (part) {
                case ROOT -> {
                    isAt(facts.areas(at()).stream()
                            .filter(area -> area.parent() == 0)
                            .findFirst()
                            .orElseThrow()
                            .start());
                    yield true;
                }
                case RED, BLACK -> {
                    long start = prediction
                            .choices()
                            .get(prediction.right())
                            .place()
                            .orElseThrow()
                            .start();
                    boolean black = part == Ask.Part.BLACK;
                    assertEquals(black, area(start).black(), prediction.asks());
                    boolean was = facts.areas(before).stream()
                            .filter(area -> area.start() == start)
                            .findFirst()
                            .orElseThrow()
                            .black();
                    assertEquals(!black, was, prediction.asks());
                    long turned = facts.areas(at()).stream()
                            .filter(area -> area.black() == black)
                            .filter(area -> facts.areas(before).stream()
                                    .anyMatch(old -> old.start() == area.start() && old.black() != black))
                            .count();
                    assertEquals(turned, prediction.rights().size(), prediction.asks());
                    yield true;
                }
                case ROTATES, REPLACES -> false;
            };
        }
    }
}
