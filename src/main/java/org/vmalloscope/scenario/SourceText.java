package org.vmalloscope.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text of a scenario cut into rows, which end with LF, CR LF or CR; a byte order mark before it is no part
/// of it.
final class SourceText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> rows;

    SourceText(String source) {
        boolean marked = !source.isEmpty() && source.charAt(0) == BYTE_ORDER_MARK;
        this.rows = rows(marked ? source.substring(1) : source);
    }

    List<String> rows() {
        return rows;
    }

    /// Where the text turns out to be none: its first control character other than tab and the ends of rows.
    Optional<ScenarioError> notText() {
        for (int row = 0; row < rows.size(); row++) {
            String text = rows.get(row);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c != '\t' && Character.isISOControl(c)) {
                    String message =
                            "not a text file: here is a control character, " + Quoted.word(Character.toString(c));
                    return Optional.of(new ScenarioError(row + 1, i + 1, 1, message));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                rows.add(text.substring(from, i));
                boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += pair ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < text.length()) {
            rows.add(text.substring(from));
        }
        return rows;
    }
}
