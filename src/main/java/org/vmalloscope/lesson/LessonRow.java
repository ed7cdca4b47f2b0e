package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.List;

/// A row of a lesson that begins at the left edge: a keyword, its words, and the indented rows below it.
///
/// @param line from 1
/// @param text the row itself
/// @param body the rows below, as they stand
record LessonRow(int line, String text, List<String> body) {
    /// A word and where it stands; a word in double quotes may hold blanks, and is given without them.
    record Token(String text, boolean quoted, Spot.Place place) {}

    /// The words of the row. A quote that is not closed goes to the end of the row.
    List<Token> words() {
        List<Token> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean quoted = text.charAt(at) == '"';
            int from = quoted ? at + 1 : at;
            int to = from;
            while (to < text.length() && (quoted ? text.charAt(to) != '"' : !Character.isWhitespace(text.charAt(to)))) {
                to++;
            }
            int end = quoted ? Math.min(to + 1, text.length()) : to;
            words.add(new Token(text.substring(from, to), quoted, new Spot.Place(line, at + 1, end - at)));
            at = end;
        }
        return words;
    }

    String keyword() {
        return words().getFirst().text();
    }

    /// What stands after the keyword.
    String rest() {
        return text.substring(keyword().length()).strip();
    }

    /// The whole row.
    Spot.Place place() {
        return new Spot.Place(line, 1, text.length());
    }

    /// Right after the row.
    Spot.Place end() {
        return new Spot.Place(line, text.length() + 1, 0);
    }

    /// The body as paragraphs, which empty rows part.
    List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String row : body) {
            if (row.isBlank()) {
                add(now, paragraphs);
            } else {
                now.append(now.isEmpty() ? "" : " ").append(row.strip());
            }
        }
        add(now, paragraphs);
        return paragraphs;
    }

    private static void add(StringBuilder paragraph, List<String> paragraphs) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    /// Cuts a text into such rows; comments, which begin with `#` at the left edge, and empty rows are left out.
    static List<LessonRow> of(String source) {
        List<LessonRow> rows = new ArrayList<>();
        List<String> body = new ArrayList<>();
        int line = 0;
        for (String row : source.lines().toList()) {
            line++;
            boolean inside = row.isBlank() || Character.isWhitespace(row.charAt(0));
            if (inside) {
                body.add(row);
            } else if (!row.startsWith("#")) {
                body = new ArrayList<>();
                rows.add(new LessonRow(line, row.stripTrailing(), body));
            } else {
                body.add("");
            }
        }
        return rows;
    }
}
