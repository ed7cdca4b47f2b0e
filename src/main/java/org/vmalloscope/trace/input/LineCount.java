package org.vmalloscope.trace.input;

import java.util.List;

/// What became of the lines of a file: `total` is the sum of the `understood` and the `skipped`.
///
/// @param understood lines that were made use of, empty ones and headings among them
/// @param skipped lines that were not understood
/// @param quoted the first few of those
/// @param cut lines of which only the beginning was kept, because they are too long
/// @param cleaned lines out of which escape sequences or NUL bytes were taken
public record LineCount(long total, long understood, long skipped, List<Quote> quoted, long cut, long cleaned) {
    public LineCount {
        quoted = List.copyOf(quoted);
    }

    /// A line that was not understood: its number, from 1, and its beginning.
    public record Quote(long line, String text) {}
}
