package org.vmalloscope.scenario;

import java.util.Optional;

/// The reader of the scenario language.
///
/// All errors of a text are found at once, except that a text with control characters is refused at the first.
public final class ScenarioParser {
    private ScenarioParser() {}

    /// The scenario that the text holds, or all errors found in it.
    public static Parsed parse(String source) {
        SourceText text = new SourceText(source);
        Optional<ScenarioError> notText = text.notText();
        return notText.isPresent() ? ScenarioErrors.of(notText.get()) : new Parse(text.rows()).result();
    }
}
