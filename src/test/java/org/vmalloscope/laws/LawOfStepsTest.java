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

/// Steps into, over and out of functions, forward and back, in the shipped scenarios and in some made by chance.
class LawOfStepsTest {
    private static final int RANDOM_SCENARIOS = 20;
    private static final int STEPS = 60;

    @TestFactory
    Stream<DynamicContainer> lawsHold() throws IOException {
        long seed = Seeds.one();
        Seeds.say("law of steps: -D" + Seeds.PROPERTY + "=" + seed);
        List<Subject> subjects = new ArrayList<>();
        for (Path file : ScenarioFiles.shipped()) {
            subjects.add(new Subject(file, seed));
        }
        for (int i = 0; i < RANDOM_SCENARIOS; i++) {
            subjects.add(new Subject(Path.of("random"), seed + i, STEPS));
        }
        return subjects.stream().map(LawOfStepsTest::lawsOn);
    }

    /// The run is made when its turn has come, and forgotten with its tests.
    private static DynamicContainer lawsOn(Subject subject) {
        try {
            StepLaws laws = new StepLaws(subject);
            return DynamicContainer.dynamicContainer(subject.toString(), tests(laws));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<DynamicTest> tests(StepLaws laws) {
        return Stream.of(
                dynamicTest(
                        "into passes every line once, and the same way back",
                        laws::intoPassesEveryLineOnceAndTheSameWayBack),
                dynamicTest("into and back is where one was", laws::intoAndBackIsWhereOneWas),
                dynamicTest("over and back in a function is where one was", laws::overAndBackInAFunctionIsWhereOneWas),
                dynamicTest("over never descends", laws::overNeverDescends),
                dynamicTest("over stops at the next line of the function", laws::overStopsAtTheNextLineOfTheFunction),
                dynamicTest("out lands at the bounds of the call", laws::outLandsAtTheBoundsOfTheCall),
                dynamicTest(
                        "a place looks the same however it is reached", laws::aPlaceLooksTheSameHoweverItIsReached));
    }
}
