package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.List;

/// A word of a source line and the column, from 1, of its first character.
public record Word(String text, int column) {
    public Word {
        Checks.require(!text.isEmpty(), "length", 0);
        Checks.require(column >= 1, "column", column);
    }

    /// The words of a source line, its comment left out.
    static List<Word> split(String source) {
        int end = statementEnd(source);
        List<Word> words = new ArrayList<>();
        int from = 0;
        while (from < end) {
            int to = from;
            while (to < end && !isBlank(source.charAt(to))) {
                to++;
            }
            if (to > from) {
                words.add(new Word(source.substring(from, to), from + 1));
            }
            from = to + 1;
        }
        return words;
    }

    /// Where the comment of a source line begins, or the line's length.
    static int statementEnd(String source) {
        int hash = source.indexOf('#');
        return hash < 0 ? source.length() : hash;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
