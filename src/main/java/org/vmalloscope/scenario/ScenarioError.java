package org.vmalloscope.scenario;

/// One thing that is wrong with a scenario, and where.
///
/// @param line from 1
/// @param column from 1, in UTF-16 units, a tab counting one
/// @param length of what is wrong, in UTF-16 units; 0 when it is a gap
/// @param message one line: what is wrong and what to do
public record ScenarioError(int line, int column, int length, String message) {
    public ScenarioError {
        Checks.require(line >= 1, "line", line);
        Checks.require(column >= 1, "column", column);
        Checks.require(length >= 0, "length", length);
    }

    /// The error as compilers print it: `FILE:LINE:COL: error: text`.
    public String in(String file) {
        return file + ":" + line + ":" + column + ": error: " + message;
    }
}
