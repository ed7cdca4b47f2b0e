package org.vmalloscope.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.CallFrame.Calls;
import org.vmalloscope.journal.Note.FunctionLeft;

/// What runs at the places of [CallsRun].
final class CallFrameTest {
    private static final Argument N3 = Argument.count("n", 3);
    private static final Argument N4 = Argument.count("n", 4);
    private static final Argument P = Argument.address("p", 0x1000);

    private final TimeMachine time = CallsRun.play().timeMachine();

    private Calls at(long position, int lines) {
        return CallFrame.at(time, new Place(position, lines));
    }

    private static CallFrame f(String line, int pass, Argument... values) {
        return new CallFrame("f", 2, List.of(N3), Optional.of(line), pass, List.of(values));
    }

    @Test
    void nothingRunsAtTheStartAndBeforeTheFirstCall() {
        assertEquals(Calls.NONE, at(0, 0));
        assertEquals(Calls.NONE, at(1, 0));
    }

    @Test
    void aFunctionThatWasEnteredIsAtNoLineYet() {
        CallFrame entered = new CallFrame("f", 2, List.of(N3), Optional.empty(), 0, List.of(N3));
        assertEquals(new Calls(List.of(entered), Optional.empty()), at(2, 0));
    }

    @Test
    void aLineChangesValuesAndAddsNewOnes() {
        assertEquals(List.of(f("one", 1, N3)), at(2, 1).frames());
        assertEquals(List.of(f("two", 1, N4, P)), at(2, 2).frames());
        assertEquals(List.of(f("two", 1, N4, P)), at(3, 0).frames());
    }

    @Test
    void theCallerStaysAtItsLine() {
        CallFrame g = new CallFrame("g", 4, List.of(), Optional.of("in"), 1, List.of(Argument.number("i", 7)));
        assertEquals(List.of(f("three", 1, N4, P), g), at(4, 1).frames());
    }

    @Test
    void whatAFunctionReturnedIsKnownUntilTheNextLine() {
        Optional<FunctionLeft> left = Optional.of(new FunctionLeft("g", Optional.empty()));
        assertEquals(new Calls(List.of(f("three", 1, N4, P)), left), at(6, 0));
        assertEquals(new Calls(List.of(f("four", 1, N4, P)), Optional.empty()), at(6, 1));
    }

    @Test
    void passesOfALineAreCountedInEachCall() {
        assertEquals(2, at(13, 1).frames().getFirst().pass());
        assertEquals(1, at(13, 2).frames().getFirst().pass());
        assertEquals(1, at(14, 1).frames().getLast().pass());
    }

    @Test
    void aStatementThatDiedShowsWhereItDied() {
        assertEquals(
                List.of("two", "in"),
                at(15, 0).frames().stream()
                        .map(frame -> frame.line().orElse(""))
                        .toList());
    }

    @Test
    void theNextStatementBeginsWithNothing() {
        assertEquals(Calls.NONE, at(11, 0));
    }
}
