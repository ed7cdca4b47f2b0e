package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One line of a scenario text taken apart as far as that goes without understanding it.
///
/// @param words the words before the comment
/// @param name the word before `=`, when there is one
/// @param keyword the index of the word that should name the statement; words.size() when it is missing
/// @param commentStart where the comment begins, or the length of the line
record EditorRow(List<Piece> words, Optional<Piece> name, int keyword, int commentStart) {
    /// A word and where it begins, from 0.
    record Piece(String text, int start) {
        int end() {
            return start + text.length();
        }
    }

    static EditorRow of(String row) {
        int hash = row.indexOf('#');
        int end = hash < 0 ? row.length() : hash;
        List<Piece> words = words(row, end);
        boolean named = words.size() > 1 && words.get(1).text().equals("=");
        return new EditorRow(words, named ? Optional.of(words.getFirst()) : Optional.empty(), named ? 2 : 0, end);
    }

    private static List<Piece> words(String row, int end) {
        List<Piece> words = new ArrayList<>();
        int from = 0;
        while (from < end) {
            int to = from;
            while (to < end && !isBlank(row.charAt(to))) {
                to++;
            }
            if (to > from) {
                words.add(new Piece(row.substring(from, to), from));
            }
            from = to + 1;
        }
        return words;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /// The statement that the line is, when its keyword is one.
    Optional<EditorStatement> statement() {
        return keyword < words.size() ? EditorStatement.of(words.get(keyword).text()) : Optional.empty();
    }

    /// The words after the keyword.
    List<Piece> arguments() {
        return keyword < words.size() ? words.subList(keyword + 1, words.size()) : List.of();
    }
}
