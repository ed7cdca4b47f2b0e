package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.List;

/// Rows of text under a heading, to be printed or written as CSV.
///
/// @param columns what stands in each column
/// @param rows each as long as `columns`
/// @param remarks what has to be known besides, a line each
public record Table(List<String> columns, List<List<String>> rows, List<String> remarks) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        remarks = List.copyOf(remarks);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row is not as long as the heading");
        }
    }

    /// This table with other rows.
    public Table with(List<List<String>> others) {
        return new Table(columns, others, remarks);
    }

    /// Whether every cell of a column (from 0) is a number, or empty.
    public boolean isNumeric(int column) {
        return rows.stream().allMatch(row -> isNumber(row.get(column)));
    }

    /// Comma-separated values (RFC 4180, with LF): the heading and the rows.
    public String csv() {
        StringBuilder text = new StringBuilder();
        csv(text, columns);
        rows.forEach(row -> csv(text, row));
        return text.toString();
    }

    private static void csv(StringBuilder text, List<String> row) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            boolean quoted = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
            text.append(i == 0 ? "" : ",").append(quoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        text.append('\n');
    }

    /// Columns side by side, numbers to the right, and the remarks below.
    public String text() {
        int[] widths = new int[columns.size()];
        boolean[] numeric = new boolean[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = columns.get(i).length();
            numeric[i] = isNumeric(column);
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, columns, widths, numeric);
        rows.forEach(row -> line(text, row, widths, numeric));
        remarks.forEach(remark -> text.append(remark).append('\n'));
        return text.toString();
    }

    private static boolean isNumber(String cell) {
        return cell.isEmpty() || cell.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '.' || c == '%');
    }

    private static void line(StringBuilder text, List<String> row, int[] widths, boolean[] numeric) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String blanks = " ".repeat(widths[i] - row.get(i).length());
            cells.add(numeric[i] ? blanks + row.get(i) : row.get(i) + blanks);
        }
        text.append(String.join("  ", cells).stripTrailing()).append('\n');
    }
}
