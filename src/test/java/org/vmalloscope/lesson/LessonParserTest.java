package org.vmalloscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A lesson's text, and what is wrong with a bad one.
final class LessonParserTest {
    private static final String SCENARIO = "a = vmalloc 4K\nb = vmalloc 8K\nvfree a\ntouch a\n";

    private static Lesson lesson(String steps) {
        return assertInstanceOf(Lesson.class, Lessons.parse(Lessons.text(SCENARIO, steps)));
    }

    private static List<Integer> statements(Lesson lesson) {
        return lesson.questions().stream().map(Question::statement).toList();
    }

    @Test
    void titleStepsAndParagraphsAreRead() {
        Lesson lesson = assertInstanceOf(Lesson.class, Lessons.parse("""
                # A comment.
                lesson Where does it go?
                  In one
                  sentence.
                scenario
                  # Its own comment.
                  machine i386 cpus=1 ram=16M
                  boot

                  a = vmalloc 4K   # one page
                step First things first
                  One paragraph
                  of two rows.

                  Another one.
                ask which-address a
                  Own words.
                """));
        assertEquals("Where does it go?", lesson.title());
        assertEquals("In one sentence.", lesson.about());
        assertEquals(
                "# Its own comment.\nmachine i386 cpus=1 ram=16M\nboot\n\na = vmalloc 4K   # one page\n",
                lesson.scenarioText());
        LessonStep step = lesson.steps().getFirst();
        assertEquals("First things first", step.title());
        assertEquals(List.of("One paragraph of two rows.", "Another one."), step.paragraphs());
        Question question = step.questions().getFirst();
        assertEquals(new Ask.WhichAddress("a"), question.ask());
        assertEquals(1, question.statement());
        assertEquals(List.of("Own words."), question.remarks());
        assertEquals(1, step.spot().statement());
    }

    @Test
    void theScenarioMayBeAFileBesideTheLesson() {
        Lesson lesson = assertInstanceOf(Lesson.class, Lessons.parse("lesson x\nscenario beside.vms\nstep s\n"));
        assertEquals(2, lesson.scenario().lines().size());
    }

    @Test
    void aQuestionIsAboutTheNextStatementThatFits() {
        Lesson lesson =
                lesson("step s\nask null? a\nask which-address a\nask which-address b\nask lazy-nr\nask stale?\n");
        assertEquals(List.of(1, 1, 2, 3, 4), statements(lesson));
    }

    @Test
    void aQuestionMaySayItsStatement() {
        Lesson lesson = lesson("step s\nask flushes? at 4\nask lazy-nr at \"vfree  a\"\nask mapped? a 0 at 2\n");
        assertEquals(List.of(3, 3, 1), statements(lesson));
    }

    @Test
    void aStepStandsWhereItSays() {
        String steps = """
                step a
                at start
                step b
                at 2
                step c
                at before 4
                step d
                at "vfree a" first store
                step e
                at 3 event 5
                step f
                at 3 last rotation
                step g
                at end
                """;
        List<Spot> spots = lesson(steps).steps().stream().map(LessonStep::spot).toList();
        assertEquals(
                List.of(0, 2, 3, 3, 2, 2, 5),
                spots.stream().map(Spot::statement).toList());
        assertEquals(
                Optional.of(new Spot.Pick(EventWord.STORE, 1)), spots.get(3).pick());
        assertEquals(
                Optional.of(new Spot.Pick(EventWord.EVENT, 5)), spots.get(4).pick());
        assertEquals(
                Optional.of(new Spot.Pick(EventWord.ROTATION, Spot.LAST)),
                spots.get(5).pick());
    }

    @Test
    void aStepWithoutAPlaceStandsBeforeItsFirstQuestion() {
        List<LessonStep> steps =
                lesson("step a\nask lazy-nr at 4\nstep b\nask stale?\n").steps();
        assertEquals(3, steps.get(0).spot().statement());
        assertEquals(4, steps.get(1).spot().statement());
    }

    private static List<String> errors(String steps) {
        return Lessons.errors(Lessons.text(SCENARIO, steps));
    }

    @Test
    void everyErrorSaysWhere() {
        assertEquals(
                List.of(
                        "x.lesson:9:1: error: unknown word 'stepp', did you mean 'step'?",
                        "x.lesson:10:5: error: the step needs a title here",
                        "x.lesson:11:4: error: there is no statement 9: the scenario has 5",
                        "x.lesson:12:5: error: unknown question 'wich-address', did you mean 'which-address'?",
                        "x.lesson:13:18: error: 'which-address' needs NAME here",
                        "x.lesson:14:5: error: no statement from here on gives 'z'",
                        "x.lesson:15:16: error: 'green': a node is asked for as red, black, rotates, root, replaces",
                        "x.lesson:16:15: error: 'x' is no number of a page: they count from 0",
                        "x.lesson:17:17: error: no statement \"vfree b\", did you mean \"vfree a\"?",
                        "x.lesson:18:14: error: 'now': after a question may stand 'at' and a statement, nothing else"),
                errors("""
                        stepp x
                        step
                        at 9
                        ask wich-address a
                        ask which-address
                        ask which-address z
                        ask which-node green
                        ask mapped? a x
                        ask flushes? at "vfree b"
                        ask flushes? now
                        """));
    }

    @Test
    void placesAreCheckedToo() {
        assertEquals(
                List.of(
                        "x.lesson:10:3: error: say where: 'start', 'end', the number of a statement, or its text in quotes",
                        "x.lesson:12:12: error: unknown event 'rotatoin': events are event, store, call, descent, hole, choice,"
                                + " rotation, recolouring, mapping, unmapping, flush, cache-flush, lazy-area, threshold,"
                                + " grace-period, touch, printk",
                        "x.lesson:14:6: error: 'fourth': an event is 'first', 'second', 'third', 'last' or 'event N'",
                        "x.lesson:17:1: error: 'at' stands once below a 'step', before its questions",
                        "x.lesson:19:12: error: '0' is no number of an event: they count from 1"),
                errors("""
                        step a
                        at
                        step b
                        at 3 first rotatoin
                        step c
                        at 3 fourth rotation
                        step d
                        at 3
                        at 4
                        step e
                        at 3 event 0
                        """));
    }

    @Test
    void errorsOfTheScenarioStandInTheLesson() {
        assertEquals(
                List.of("x.lesson:4:7: error: unknown statement 'vmaloc': did you mean 'vmalloc'?"),
                Lessons.errors("lesson x\nscenario\n  machine x86_64 cpus=1 ram=16M\n  a = vmaloc 4K\nstep s\n"));
        assertEquals(
                "bad.vms:2:1: error: unknown statement 'bot'",
                Lessons.errors("lesson x\nscenario bad.vms\nstep s\n")
                        .getFirst()
                        .substring(0, "bad.vms:2:1: error: unknown statement 'bot'".length()));
        assertEquals(
                List.of("x.lesson:2:10: error: none.vms: no such file"),
                Lessons.errors("lesson x\nscenario none.vms\nstep s\n"));
        assertEquals(
                List.of(
                        "x.lesson:2:10: error: '../x.vms' is a path: the scenario's file lies beside the lesson, say its"
                                + " name only"),
                Lessons.errors("lesson x\nscenario ../x.vms\nstep s\n"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals(
                List.of("x.lesson:1:1: error: no scenario: a lesson needs a line 'scenario' with one below it"),
                Lessons.errors(""));
        assertEquals(
                List.of(
                        "x.lesson:1:1: error: no title: a lesson begins with e.g. 'lesson Where does it go?'",
                        "x.lesson:1:1: error: no step: a lesson needs at least one line 'step TITLE'"),
                Lessons.errors("scenario beside.vms\n"));
        assertEquals(
                List.of("x.lesson:2:3: error: not a text file: here is a control character, '\\u0000'"),
                Lessons.errors("lesson x\nab\0\n"));
    }

    @Test
    void whatOnlyPlayingTellsIsAnErrorToo() {
        assertEquals(
                List.of(
                        "x.lesson:10:4: error: statement 3 has no rotation",
                        "x.lesson:11:5: error: nothing is rotated at statement 3: ask for something else",
                        "x.lesson:12:5: error: no area is called 'z' after statement 4",
                        "x.lesson:13:5: error: statement 4 reads nothing: ask at a 'touch'"),
                errors("""
                        step s
                        at 3 first rotation
                        ask which-node rotates at 3
                        ask next-on-list z at 4
                        ask stale? at 4
                        """));
    }
}
