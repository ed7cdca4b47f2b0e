package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vmalloscope.journal.CallFrame;
import org.vmalloscope.journal.Place;
import org.vmalloscope.journal.Stepper;
import org.vmalloscope.journal.Stepper.Step;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.laws.StepPath.Spot;
import org.vmalloscope.scenario.Run;

/// The laws that the steps of a debugger obey, tried on one run.
final class StepLaws {
    private static final int TRIED = 400;
    private static final int FRAMES_TRIED = 30;

    private final Subject subject;
    private final Run run;
    private final StepPath path;
    private final Stepper stepper;
    private final Random random;

    StepLaws(Subject subject) throws IOException {
        this.subject = subject;
        this.run = Run.toEnd(subject.scenario());
        this.path = new StepPath(run, run.timeMachine());
        this.stepper = new Stepper(run.timeMachine());
        this.random = new Random(subject.seed());
    }

    /// Spots of the run in order: all of a short one, as many as are tried by chance of a long one.
    private List<Spot> spots() {
        List<Spot> all = path.spots();
        if (all.size() <= TRIED) {
            return all;
        }
        return random.ints(TRIED, 0, all.size()).sorted().mapToObj(all::get).toList();
    }

    private List<Spot> lines() {
        List<Spot> all = path.spots().stream().filter(Spot::line).toList();
        return all.size() <= TRIED
                ? all
                : random.ints(TRIED, 0, all.size()).sorted().mapToObj(all::get).toList();
    }

    private String from(Spot spot) {
        return "from " + spot + ", seed " + subject.seed();
    }

    private List<Place> way(boolean forward, Place start) {
        List<Place> way = new ArrayList<>(List.of(start));
        Place next = stepper.step(Step.INTO, forward, start);
        while (!next.equals(way.getLast())) {
            way.add(next);
            next = stepper.step(Step.INTO, forward, next);
        }
        return way;
    }

    void intoPassesEveryLineOnceAndTheSameWayBack() {
        assertEquals(path.stops(), way(true, Place.after(0)));
        assertEquals(path.stops().reversed(), way(false, path.stops().getLast()));
    }

    void intoAndBackIsWhereOneWas() {
        for (Spot spot : spots()) {
            Place there = stepper.step(Step.INTO, true, spot.place());
            assertTrue(path.at(there).stop(), from(spot));
            if (spot.stop()) {
                boolean last = spot.place().equals(there);
                assertEquals(spot.place(), last ? there : stepper.step(Step.INTO, false, there), from(spot));
            }
        }
    }

    void overAndBackInAFunctionIsWhereOneWas() {
        int tried = 0;
        for (Spot spot : lines()) {
            Spot there = path.at(stepper.step(Step.OVER, true, spot.place()));
            if (there.line() && there.call() == spot.call()) {
                assertEquals(spot.place(), stepper.step(Step.OVER, false, there.place()), from(spot));
                tried++;
            }
        }
        assertTrue(tried > 0, "no function of two lines, seed " + subject.seed());
    }

    void overNeverDescends() {
        for (Spot spot : spots()) {
            for (boolean forward : new boolean[] {true, false}) {
                Spot there = path.at(stepper.step(Step.OVER, forward, spot.place()));
                assertTrue(there.depth() <= spot.depth(), from(spot));
                assertTrue(there.stop(), from(spot));
            }
        }
    }

    void overStopsAtTheNextLineOfTheFunction() {
        for (Spot spot : lines()) {
            Place there = stepper.step(Step.OVER, true, spot.place());
            Place first = path.spots().stream()
                    .filter(later -> later.line() && later.call() == spot.call())
                    .map(Spot::place)
                    .filter(later -> later.compareTo(spot.place()) > 0)
                    .findFirst()
                    .orElse(there);
            assertTrue(there.compareTo(first) <= 0, from(spot));
        }
    }

    void outLandsAtTheBoundsOfTheCall() {
        for (Spot spot : spots()) {
            if (spot.call() != StepPath.NO_CALL) {
                StepPath.Call call = path.call(spot.call());
                assertEquals(call.after(), stepper.step(Step.OUT, true, spot.place()), from(spot));
                assertEquals(call.before(), stepper.step(Step.OUT, false, spot.place()), from(spot));
            }
        }
    }

    void aPlaceLooksTheSameHoweverItIsReached() {
        TimeMachine travelled = run.timeMachine();
        Stepper steps = new Stepper(travelled);
        Place here = Place.after(0);
        for (int i = 0; i < FRAMES_TRIED; i++) {
            List<Step> kinds = List.of(Step.values());
            Step step = kinds.get(random.nextInt(kinds.size()));
            if (random.nextInt(8) == 0) {
                here = path.spots().get(random.nextInt(path.spots().size())).place();
            }
            here = steps.step(step, random.nextInt(3) > 0, here);
            travelled.seek(here.position());
            TimeMachine fresh = run.timeMachine();
            fresh.seek(here.position());
            String where = here + ", seed " + subject.seed();
            assertTrue(fresh.snapshot().sameContent(travelled.snapshot()), where);
            assertEquals(CallFrame.at(fresh, here), CallFrame.at(travelled, here), where);
            assertEquals(here, steps.inside(here), where);
            if (here.position() < travelled.length()) {
                assertEquals(
                        path.at(here).depth(),
                        CallFrame.at(travelled, here).frames().size(),
                        where);
            }
        }
    }
}
