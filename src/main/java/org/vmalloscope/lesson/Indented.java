package org.vmalloscope.lesson;

import java.util.List;
import java.util.stream.Collectors;

/// Rows that are all indented, with what the first one is indented by taken away.
record Indented(List<String> rows, int indent) {
    static Indented of(List<String> rows) {
        int indent = rows.stream()
                .filter(row -> !row.isBlank())
                .findFirst()
                .map(row -> row.length() - row.stripLeading().length())
                .orElse(0);
        return new Indented(List.copyOf(rows), indent);
    }

    /// Characters taken away from a row (from 1).
    int removed(int row) {
        if (row > rows.size()) {
            return 0;
        }
        String text = rows.get(row - 1);
        return Math.min(indent, text.length() - text.stripLeading().length());
    }

    String text() {
        StringBuilder numbers = new StringBuilder();
        for (int row = 1; row <= rows.size(); row++) {
            numbers.append(rows.get(row - 1).substring(removed(row))).append('\n');
        }
        return numbers.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }
}
