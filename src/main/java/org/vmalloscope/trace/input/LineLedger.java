package org.vmalloscope.trace.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.trace.input.LineCount.Quote;

/// The bookkeeping of lines: each is understood or skipped, and the first that are skipped are quoted.
public final class LineLedger {
    /// So many of the skipped lines are quoted.
    public static final int QUOTED = 5;

    private static final int LONGEST_QUOTE = 120;

    private long understood;
    private long skipped;
    private final List<Quote> quoted = new ArrayList<>();

    /// A line was made use of.
    public void understand() {
        understood++;
    }

    /// A line was not understood.
    public void skip(long number, byte[] bytes, int from, int to) {
        skipped++;
        if (quoted.size() < QUOTED) {
            quoted.add(new Quote(number, quote(bytes, from, to)));
        }
    }

    /// The beginning of a line, with what cannot be printed as `?`.
    private static String quote(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST_QUOTE);
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0xfffd ? '?' : c)
                .forEach(printable::appendCodePoint);
        return end < to ? printable + "..." : printable.toString();
    }

    /// The account of all lines of a source.
    public LineCount count(LineSource source) {
        return new LineCount(source.number(), understood, skipped, quoted, source.cutLines(), source.cleanedLines());
    }
}
