package org.vmalloscope.laws;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same position gives the same memory, however it was reached; and what the time machine finds in a run is what
/// somebody finds who looks through all of it.
class LawOfTimeTest {
    private static final int RANDOM_SCENARIOS = 50;
    private static final int STEPS = 150;

    @TestFactory
    Stream<DynamicContainer> lawsHold() throws IOException {
        long seed = Seeds.one();
        Seeds.say("law of time: -D" + Seeds.PROPERTY + "=" + seed);
        List<Subject> subjects = new ArrayList<>();
        for (Path file : ScenarioFiles.recorded()) {
            subjects.add(new Subject(file, seed));
        }
        for (Path file : ScenarioFiles.shipped()) {
            subjects.add(new Subject(file, seed));
        }
        for (int i = 0; i < RANDOM_SCENARIOS; i++) {
            subjects.add(new Subject(Path.of("random"), seed + i, STEPS));
        }
        return subjects.stream().map(LawOfTimeTest::lawsOn);
    }

    /// The run is made when its turn has come, and forgotten with its tests.
    private static DynamicContainer lawsOn(Subject subject) {
        try {
            TimeLaws laws = new TimeLaws(subject);
            return DynamicContainer.dynamicContainer(subject.toString(), tests(laws));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<DynamicTest> tests(TimeLaws laws) {
        return Stream.of(
                dynamicTest(
                        "every event is in the detail of its statement", laws::everyEventIsInTheDetailOfItsStatement),
                dynamicTest(
                        "jumping gives the memory of the target alone", laws::jumpingGivesTheMemoryOfTheTargetAlone),
                dynamicTest("stepping forward gives the memory of a jump", laws::steppingForwardGivesTheMemoryOfAJump),
                dynamicTest(
                        "stepping back to the start gives the power on memory",
                        laws::steppingBackToTheStartGivesThePowerOnMemory),
                dynamicTest("stepping to the end gives the live memory", laws::steppingToTheEndGivesTheLiveMemory),
                dynamicTest("a fresh run stops at the same memory", laws::aFreshRunStopsAtTheSameMemory),
                dynamicTest(
                        "invariants hold in the replica between statements",
                        laws::invariantsHoldInTheReplicaBetweenStatements),
                dynamicTest("search finds what a linear scan finds", laws::searchFindsWhatALinearScanFinds),
                dynamicTest("writers are those of a naive replay", laws::writersAreThoseOfANaiveReplay),
                dynamicTest("statement steps land on statement bounds", laws::statementStepsLandOnStatementBounds));
    }
}
