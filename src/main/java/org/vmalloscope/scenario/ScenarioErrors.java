package org.vmalloscope.scenario;

import java.util.List;

/// All that is wrong with a text, in its order; past [#MOST] errors one last entry says how many more there are.
public record ScenarioErrors(List<ScenarioError> errors) implements Parsed {
    /// The most errors that are told one by one.
    public static final int MOST = 100;

    public ScenarioErrors {
        errors = List.copyOf(errors);
        Checks.require(!errors.isEmpty() && errors.size() <= MOST + 1, "errors", errors.size());
    }

    static ScenarioErrors of(ScenarioError error) {
        return new ScenarioErrors(List.of(error));
    }

    /// The error that comes first in the text.
    public ScenarioError first() {
        return errors.getFirst();
    }
}
