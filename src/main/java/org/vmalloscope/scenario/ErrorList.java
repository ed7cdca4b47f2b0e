package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The errors of one parse, gathered row by row: the first hundred, and how many came after.
final class ErrorList {
    private final List<ScenarioError> errors = new ArrayList<>();
    private final List<ScenarioError> row = new ArrayList<>();
    private int unlisted;

    void add(ScenarioError error) {
        row.add(error);
    }

    /// True when the current row has an error.
    boolean inRow() {
        return !row.isEmpty();
    }

    /// True when no more errors will be told one by one.
    boolean isFull() {
        return errors.size() > ScenarioErrors.MOST;
    }

    /// Ends the current row: its errors take their places, by column.
    void endRow() {
        row.sort(Comparator.comparingInt(ScenarioError::column));
        for (ScenarioError error : row) {
            if (!isFull()) {
                errors.add(error);
            }
            unlisted += isFull() ? 1 : 0;
        }
        row.clear();
    }

    /// All errors of the rows that were ended; empty when there are none.
    Optional<ScenarioErrors> result() {
        if (unlisted > 0) {
            ScenarioError last = errors.removeLast();
            String message = "... and " + unlisted + " more";
            errors.add(new ScenarioError(last.line(), last.column(), last.length(), message));
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(new ScenarioErrors(errors));
    }
}
