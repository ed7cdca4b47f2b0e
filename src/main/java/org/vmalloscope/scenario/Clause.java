package org.vmalloscope.scenario;

import java.util.List;
import java.util.Optional;

/// The words of a statement taken apart: perhaps `NAME =`, the keyword, the rest.
record Clause(int line, Optional<Word> name, Word keyword, List<Word> rest) {
    private static final int KEYWORD_AFTER_NAME = 2;

    static Clause of(int line, List<Word> words) {
        boolean named = hasName(words);
        int keyword = named ? KEYWORD_AFTER_NAME : 0;
        return new Clause(
                line,
                named ? Optional.of(words.getFirst()) : Optional.empty(),
                words.get(keyword),
                words.subList(keyword + 1, words.size()));
    }

    /// True for words that begin with `NAME = KEYWORD`.
    private static boolean hasName(List<Word> words) {
        return words.size() > KEYWORD_AFTER_NAME && words.get(1).text().equals("=");
    }

    ScenarioError error(Word word, String message) {
        return new ScenarioError(line, word.column(), word.text().length(), message);
    }
}
