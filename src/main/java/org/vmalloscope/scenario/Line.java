package org.vmalloscope.scenario;

import java.util.List;
import org.vmalloscope.scenario.Statement.Step;

/// A step of a scenario and where it stands.
///
/// Two are equal when the same step stands on the same line; how it was spelled (`4096` or `4K`) makes no difference.
///
/// @param statement what is to be done
/// @param line the line number in the file, from 1
/// @param text the statement's own words joined by single blanks, without the comment: `op` in traces
/// @param source the whole line of the file, without its end
public record Line(Step statement, int line, String text, String source) {
    public Line {
        Checks.require(line >= 1, "line", line);
    }

    /// The statement's words with their columns: `NAME` and `=`, when there, are words 0 and 1.
    public List<Word> words() {
        return List.copyOf(Word.split(source));
    }

    /// An error at the statement's k-th word (from 0; the last one when there are fewer), found while running.
    public ScenarioError error(int k, String message) {
        List<Word> words = words();
        Word word = words.get(Math.min(k, words.size() - 1));
        return new ScenarioError(line, word.column(), word.text().length(), message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line that && line == that.line && statement.equals(that.statement);
    }

    @Override
    public int hashCode() {
        return 31 * line + statement.hashCode();
    }
}
