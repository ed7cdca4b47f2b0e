package org.vmalloscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.PageRange;

/// Questions: the answers offered, what is typed, and the reasons.
final class PredictionTest {
    private static final long START = 0xffffc90000000000L;
    private static final String HOLE = """
            a = vmalloc 16K
            b = vmalloc 16K
            c = vmalloc 16K
            vfree a
            vm_unmap_aliases
            vfree b
            d = vmalloc 20K
            e = vmalloc 64K
            """;

    private static List<String> texts(Prediction prediction) {
        return prediction.choices().stream().map(Choice::text).toList();
    }

    @Test
    void aHoleThatJustFitsIsOfferedBesideItsMisconceptions() {
        Prediction prediction = Lessons.predict(HOLE, "which-address d");
        assertEquals("Where will `d` start?", prediction.asks());
        assertEquals(
                List.of(
                        "at 00000, the start of the space, right below b",
                        "at 01000, 1 page above the start of the space",
                        "at 06000, where b was",
                        "at 12000, 1 page after c"),
                texts(prediction));
        assertEquals(0, prediction.right());
        assertEquals(Set.of(new Answer.Address(START)), prediction.rights());
        Choice symmetric = prediction.choices().get(3);
        assertEquals(Optional.of(new PageRange(START + 0x12000, START + 0x18000)), symmetric.place());
        assertEquals(
                "The gap page is only kept below a new area, never above it: an area may end exactly where b begins.",
                symmetric.why());
        assertEquals(List.of("[00000, 06000) is free, nothing is in the way: chosen."), prediction.because());
        assertEquals("`d` starts at 00000, the start of the space, right below b.", prediction.result());
    }

    @Test
    void aPlaceThatIsTooSmallIsTempting() {
        Prediction prediction = Lessons.predict(
                "a = vmalloc 4K\nb = vmalloc 4K\nvfree a\nvm_unmap_aliases\nc = vmalloc 16K\n", "which-address c");
        Choice small = prediction.choices().getFirst();
        assertEquals(new Answer.Address(START), small.answer());
        assertEquals("The hole below b has 3 pages, and c needs 5, its guard page among them.", small.why());
        assertEquals(
                START + 0x6000,
                ((Answer.Address) prediction.choices().get(prediction.right()).answer()).address());
    }

    @Test
    void anAddressMayBeTypedInFullOrByItsLastDigits() {
        Prediction prediction = Lessons.predict(HOLE, "which-address d");
        Optional<Answer> right = Optional.of(new Answer.Address(START));
        assertEquals(right, prediction.read("0xffffc90000000000"));
        assertEquals(right, prediction.read(" 0xFFFFC90000000000 "));
        assertEquals(right, prediction.read("00000"));
        assertEquals(Optional.of(new Answer.Address(START + 0x12000)), prediction.read("12000"));
        assertEquals(Optional.of(new Answer.Address(0)), prediction.read("null"));
        assertEquals(Optional.empty(), prediction.read("here"));
        assertEquals(Optional.empty(), prediction.read(""));
        assertEquals(Optional.empty(), prediction.read("12345678901234567"));
    }

    @Test
    void anAmountMayBeTyped() {
        Prediction prediction = Lessons.predict(HOLE, "lazy-nr at \"vfree b\"");
        assertEquals(List.of("0 pages", "4 pages", "5 pages", "6 pages"), texts(prediction));
        assertEquals(2, prediction.right());
        assertEquals(Optional.of(new Answer.Amount(5)), prediction.read("5"));
        assertEquals(Optional.empty(), prediction.read("5.5"));
        assertEquals(Optional.empty(), prediction.read("-1"));
    }

    @Test
    void severalNodesMayBeRight() {
        String four = "a = vmalloc 4K\nb = vmalloc 4K\nc = vmalloc 4K\nd = vmalloc 4K\n";
        Prediction prediction = Lessons.predict(four, "which-node black at \"d = vmalloc 4K\"");
        assertEquals(2, prediction.rights().size());
        assertEquals("a and c turn black.", prediction.result());
        assertEquals(
                1,
                prediction.choices().stream()
                        .filter(choice -> prediction.isRight(choice.answer()))
                        .count());
    }

    @Test
    void theDecisionIsTheComparisonThatDecided() {
        LessonRun run = Lessons.play(Lessons.text(HOLE, "step s\nask which-address e\n"));
        Prediction prediction = run.predictions().getFirst().getFirst();
        var time = run.run().timeMachine();
        assertTrue(time.eventAt(prediction.decided()).toString().contains("CHOSEN"));
        assertEquals(
                prediction.after(),
                run.run().journal().eventEnd(prediction.question().statement()));
    }

    @Test
    void anAlignmentThatIsForgottenIsOffered() {
        Prediction prediction = Lessons.predict("a = vmalloc 4K\nr = ioremap 16K\n", "which-address r");
        assertEquals(
                List.of(
                        "at 00000, where a is",
                        "at 03000, 1 page after a",
                        "at 04000, 2 pages after a",
                        "at 08000, 6 pages after a"),
                texts(prediction));
        assertEquals(3, prediction.right());
    }

    @Test
    void anAllocationThatFailsIsNull() {
        Prediction prediction = Lessons.predict("a = vmalloc 64M\n", "which-address a");
        assertEquals(
                "nowhere: NULL", prediction.choices().get(prediction.right()).text());
        assertEquals(
                List.of("No hole is tried: the call fails, or is answered, before the search."), prediction.because());
    }

    @Test
    void whatHasOneAnswerOnlyCannotBeAsked() {
        assertEquals(
                List.of("x.lesson:7:5: error: there is only one answer to this here: ask it elsewhere"),
                Lessons.errors(Lessons.text("a = vm_map_ram 4\n", "step s\nask which-block a\n")));
    }

    @Test
    void afterTheDeathOfTheKernelNothingCanBeAsked() {
        assertEquals(
                List.of("x.lesson:8:5: error: statement 3 is never played: the run ends with statement 2"),
                Lessons.errors(Lessons.text("vm_unmap_ram 0x0 4\nrcu\n", "step s\nask waiting at 3\n")));
    }
}
