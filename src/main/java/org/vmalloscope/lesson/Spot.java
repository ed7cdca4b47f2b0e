package org.vmalloscope.lesson;

import java.util.Optional;
import org.vmalloscope.scenario.ScenarioError;

/// A moment of a run, as a lesson names it: between two statements, or at an event within one.
///
/// @param statement from 0; with no event the moment is right before this statement, and the number of statements
///     stands for the end of the run
/// @param pick the event of the statement, if there is one
/// @param place an error at the words that name it, for what only playing can tell
public record Spot(int statement, Optional<Pick> pick, Place place) {
    static final int LAST = -1;

    /// Which of the events of a kind: 1 is the first, [#LAST] the last.
    public record Pick(EventWord kind, int ordinal) {}

    /// Where in the lesson something is named.
    public record Place(int line, int column, int length) {
        ScenarioError error(String message) {
            return new ScenarioError(line, column, length, message);
        }
    }

    static Spot before(int statement, Place place) {
        return new Spot(statement, Optional.empty(), place);
    }
}
