package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Stepper.Step;

/// Steps over the run of [CallsRun]; the laws that hold for all runs are tried elsewhere.
final class StepperTest {
    private static final Place START = Place.after(0);
    private static final Place END = Place.after(15);

    private final TimeMachine time = CallsRun.play().timeMachine();
    private final Stepper stepper = new Stepper(time);

    /// Where steps of one kind lead from a place, as `position+lines`.
    private String way(Step step, boolean forward, Place from) {
        List<String> way = new ArrayList<>();
        Place here = from;
        Place next = stepper.step(step, forward, here);
        while (!next.equals(here)) {
            way.add(next.position() + "+" + next.lines());
            here = next;
            next = stepper.step(step, forward, here);
        }
        return String.join(" ", way);
    }

    private Place step(Step step, boolean forward, long position, int lines) {
        return stepper.step(step, forward, new Place(position, lines));
    }

    @Test
    void intoStopsAtEveryLineAndAtTheEndOfEveryStatement() {
        assertEquals("2+1 2+2 3+1 4+1 5+1 6+1 9+0 10+0 12+1 13+1 13+2 14+1 15+0", way(Step.INTO, true, START));
    }

    @Test
    void intoBackwardPassesTheSameStops() {
        assertEquals("14+1 13+2 13+1 12+1 10+0 9+0 6+1 5+1 4+1 3+1 2+2 2+1 0+0", way(Step.INTO, false, END));
    }

    @Test
    void overPassesCallsAtOnce() {
        assertEquals("2+2 3+1 6+1 9+0 10+0 15+0", way(Step.OVER, true, new Place(2, 1)));
        assertEquals("3+1 2+2 2+1 0+0", way(Step.OVER, false, new Place(6, 1)));
    }

    @Test
    void overLeavesAFunctionThatEnds() {
        assertEquals(new Place(6, 1), step(Step.OVER, true, 5, 1));
        assertEquals(new Place(3, 1), step(Step.OVER, false, 4, 1));
    }

    @Test
    void overFromOutsideOfAllFunctionsPassesTheStatement() {
        assertEquals(Place.after(9), step(Step.OVER, true, 1, 0));
        assertEquals(Place.after(0), step(Step.OVER, false, 9, 0));
    }

    @Test
    void outLandsRightAfterTheCall() {
        assertEquals(Place.after(6), step(Step.OUT, true, 4, 1));
        assertEquals(Place.after(8), step(Step.OUT, true, 6, 1));
        assertEquals(Place.after(9), step(Step.OUT, true, 8, 0));
    }

    @Test
    void outBackwardLandsRightBeforeTheCall() {
        assertEquals(new Place(3, 1), step(Step.OUT, false, 5, 1));
        assertEquals(Place.after(1), step(Step.OUT, false, 6, 1));
        assertEquals(Place.after(0), step(Step.OUT, false, 1, 0));
    }

    @Test
    void aStatementThatDiesIsLeftAtItsEnd() {
        assertEquals(END, step(Step.OUT, true, 14, 1));
        assertEquals(END, step(Step.OVER, true, 14, 1));
    }

    @Test
    void thereIsNothingBeyondTheEnds() {
        for (Step step : Step.values()) {
            assertEquals(END, stepper.step(step, true, END));
            assertEquals(START, stepper.step(step, false, START));
        }
    }

    @Test
    void thePositionOfTheTimeMachineStays() {
        time.seek(7);
        way(Step.INTO, true, START);
        assertEquals(7, time.position());
    }

    @Test
    void aPlaceThatIsNotThereIsCut() {
        assertEquals(new Place(2, 2), stepper.inside(new Place(2, 9)));
        assertEquals(END, stepper.inside(new Place(15, 1)));
        assertEquals(END, stepper.inside(new Place(99, 3)));
        assertEquals(START, stepper.inside(new Place(0, 2)));
        assertEquals(new Place(13, 1), stepper.inside(new Place(13, 1)));
    }
}
