package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;

/// A stretch of a line that has one colour: from `start` up to, not including, `end`, both from 0.
public record EditorSpan(int start, int end, Kind kind) {
    /// What the stretch is.
    public enum Kind {
        /// Names, blanks, and what is not understood.
        PLAIN,
        KEYWORD,
        /// Numbers, and options with their values.
        NUMBER,
        COMMENT
    }

    /// The stretches of a line, which leave no gap; none for an empty line. Pure, any thread.
    public static List<EditorSpan> of(String row) {
        EditorRow parts = EditorRow.of(row);
        List<EditorSpan> spans = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < parts.words().size(); i++) {
            EditorRow.Piece word = parts.words().get(i);
            Kind kind = kind(word.text(), i == parts.keyword());
            if (kind != Kind.PLAIN) {
                add(spans, at, word.start(), Kind.PLAIN);
                add(spans, word.start(), word.end(), kind);
                at = word.end();
            }
        }
        add(spans, at, parts.commentStart(), Kind.PLAIN);
        add(spans, parts.commentStart(), row.length(), Kind.COMMENT);
        return spans;
    }

    private static void add(List<EditorSpan> spans, int start, int end, Kind kind) {
        if (start < end) {
            spans.add(new EditorSpan(start, end, kind));
        }
    }

    private static Kind kind(String word, boolean keyword) {
        if (keyword) {
            return EditorStatement.of(word).isPresent() ? Kind.KEYWORD : Kind.PLAIN;
        }
        boolean digit = word.charAt(0) >= '0' && word.charAt(0) <= '9';
        return digit || word.indexOf('=') > 0 ? Kind.NUMBER : Kind.PLAIN;
    }
}
