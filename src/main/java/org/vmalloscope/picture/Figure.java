package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.picture.TextFont.Weight;

/// A diagram made ready to stand alone in a paper or on a slide.
///
/// @param title a sentence, the finding
/// @param source where it comes from: file, statement, event
/// @param diagram what it shows
/// @param legend what occurs in it, and no more
/// @param caption at most two lines; what does not fit is cut with an ellipsis
/// @param signature the program and the kernel, as `Vmalloscope · Linux 2.6.32`
public record Figure(
        String title, String source, Picture diagram, List<LegendEntry> legend, String caption, String signature) {
    private static final double MARGIN = 48;
    /// Texts may make a figure this wide; after that they are cut.
    private static final double WIDEST_BY_TEXT = 960;

    private static final double TITLE_BASELINE = 58;
    private static final double SOURCE_BASELINE = 86;
    private static final double DIAGRAM_TOP = 112;
    private static final double ABOVE_RULE = 32;
    private static final double RULE_TO_LEGEND = 33;
    private static final double LEGEND_ROW = 28;
    private static final double LEGEND_GAP = 24;
    private static final double SAMPLE_GAP = 8;
    private static final double LEGEND_TO_CAPTION = 44;
    private static final double CAPTION_LINE = 22;
    private static final double BELOW_SIGNATURE = 30;
    private static final int CAPTION_LINES = 2;

    private static final TextFont TITLE_FONT = TextFont.sans(24, Weight.BOLD);
    private static final TextFont SOURCE_FONT = TextFont.sans(14.5, Weight.REGULAR);
    private static final TextFont LEGEND_FONT = TextFont.sans(13, Weight.REGULAR);
    private static final TextFont CAPTION_FONT = TextFont.sans(15, Weight.REGULAR);
    private static final TextFont SIGNATURE_FONT = TextFont.sans(12.5, Weight.REGULAR);

    /// Copies the list.
    public Figure {
        legend = List.copyOf(legend);
    }

    /// The figure as a picture, as wide as the diagram and its texts need.
    public Picture draw() {
        double textWidth = Math.max(TextMetrics.width(title, TITLE_FONT), TextMetrics.width(source, SOURCE_FONT));
        double inner = Math.max(diagram.width(), Math.min(textWidth, WIDEST_BY_TEXT));
        List<Shape> shapes = new ArrayList<>();
        shapes.add(text(TITLE_BASELINE, TITLE_FONT, Role.TEXT, TextMetrics.fit(title, TITLE_FONT, inner)));
        shapes.add(text(SOURCE_BASELINE, SOURCE_FONT, Role.TEXT_SECOND, TextMetrics.fit(source, SOURCE_FONT, inner)));
        shapes.add(new Group("diagram", diagram.shapes(), diagram.description()).moved(MARGIN, DIAGRAM_TOP));
        double rule = DIAGRAM_TOP + diagram.height() + ABOVE_RULE;
        shapes.add(new Box(MARGIN, Math.round(rule), Math.ceil(inner), 1, 0, Role.RULE));
        double y = rule + RULE_TO_LEGEND;
        if (!legend.isEmpty()) {
            y = addLegend(shapes, y, inner) + LEGEND_TO_CAPTION;
        }
        for (String line : TextMetrics.wrap(caption, CAPTION_FONT, inner, CAPTION_LINES)) {
            shapes.add(text(y, CAPTION_FONT, Role.TEXT, line));
            y += CAPTION_LINE;
        }
        double right = MARGIN + inner;
        shapes.add(new Text(right, y, Anchor.END, SIGNATURE_FONT, Role.TEXT_THIRD, signature));
        return new Picture(inner + 2 * MARGIN, y + BELOW_SIGNATURE, title, source, shapes);
    }

    private static Text text(double baseline, TextFont font, Role role, String string) {
        return new Text(MARGIN, baseline, Anchor.START, font, role, string);
    }

    /// Adds the legend, in as many rows as it needs, the first centred on `y`; returns the centre of the last.
    private double addLegend(List<Shape> shapes, double y, double inner) {
        List<Shape> parts = new ArrayList<>();
        StringBuilder words = new StringBuilder("Legend: ");
        double x = 0;
        double row = y;
        for (LegendEntry entry : legend) {
            double width = entry.width() + SAMPLE_GAP + TextMetrics.width(entry.words(), LEGEND_FONT);
            if (x > 0 && x + width > inner) {
                x = 0;
                row += LEGEND_ROW;
            }
            double left = MARGIN + x;
            parts.add(entry.sample().moved(left, row));
            parts.add(new Text(
                    left + entry.width() + SAMPLE_GAP,
                    LEGEND_FONT.baseline(row),
                    Anchor.START,
                    LEGEND_FONT,
                    Role.TEXT_SECOND,
                    entry.words()));
            words.append(x == 0 && row == y ? "" : "; ").append(entry.words());
            x += width + LEGEND_GAP;
        }
        shapes.add(new Group("legend", parts, words.toString()));
        return row;
    }
}
