package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// One line of text.
///
/// @param x the place of the anchor
/// @param y the baseline
/// @param font family and size of all runs; each run has its own weight
public record Text(String id, double x, double y, Anchor anchor, TextFont font, List<Run> runs, String tip)
        implements Shape {
    private static final char THIN_SPACE = '\u2009';

    /// Copies the runs; the thin space of large numbers becomes a space in JetBrains Mono, which has none. Refuses
    /// endless
    /// coordinates with [IllegalArgumentException].
    public Text {
        Measures.finite(x, y);
        runs = font.family() == TextFont.Family.MONO ? withoutThinSpaces(runs) : List.copyOf(runs);
    }

    private static List<Run> withoutThinSpaces(List<Run> runs) {
        List<Run> wide = new ArrayList<>(runs.size());
        for (Run run : runs) {
            boolean thin = run.text().indexOf(THIN_SPACE) >= 0;
            wide.add(thin ? new Run(run.text().replace(THIN_SPACE, ' '), run.role(), run.weight()) : run);
        }
        return List.copyOf(wide);
    }

    /// A text that is decoration, in several runs.
    public Text(double x, double y, Anchor anchor, TextFont font, List<Run> runs) {
        this("", x, y, anchor, font, runs, "");
    }

    /// A text that is decoration, in one colour.
    public Text(double x, double y, Anchor anchor, TextFont font, Role role, String string) {
        this("", x, y, anchor, font, List.of(new Run(string, role, font.weight())), "");
    }

    /// All it says.
    public String string() {
        StringBuilder string = new StringBuilder();
        for (Run run : runs) {
            string.append(run.text());
        }
        return string.toString();
    }

    /// How wide it is, in px.
    public double width() {
        double width = 0;
        for (Run run : runs) {
            width += TextMetrics.width(run.text(), font.withWeight(run.weight()));
        }
        return width;
    }

    /// Where it begins, whatever its anchor, in px.
    public double left() {
        return anchor == Anchor.START ? x : x + anchor.offset(width());
    }

    @Override
    public Bounds bounds() {
        double width = width();
        double ascent = TextMetrics.ascent(font);
        return new Bounds(x + anchor.offset(width), y - ascent, width, ascent + TextMetrics.descent(font));
    }

    @Override
    public Text moved(double dx, double dy) {
        return new Text(id, x + dx, y + dy, anchor, font, runs, tip);
    }
}
