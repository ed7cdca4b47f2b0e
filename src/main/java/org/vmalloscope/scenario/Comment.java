package org.vmalloscope.scenario;

/// A comment of a scenario: what follows `#` on that line (from 1), blanks at its end cut off.
public record Comment(int line, String text) {
    public Comment {
        Checks.require(line >= 1, "line", line);
        text = text.stripTrailing();
    }
}
