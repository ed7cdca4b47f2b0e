package org.vmalloscope.ui.model;

import org.vmalloscope.scenario.ScenarioError;

/// What is wrong at one place of the text.
///
/// @param line from 1
/// @param column from 1
/// @param length of what is wrong; 0 when it is a gap
/// @param message one line: what is wrong and what to do
public record EditorError(int line, int column, int length, String message) {
    static EditorError of(ScenarioError error) {
        return new EditorError(error.line(), error.column(), error.length(), error.message());
    }

    /// The same, so many lines further down.
    EditorError moved(int lines) {
        return new EditorError(line + lines, column, length, message);
    }
}
