package org.vmalloscope.ui.view;

import java.util.Locale;
import javafx.scene.paint.Color;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.picture.Token;
import org.vmalloscope.ui.model.EditorError;
import org.vmalloscope.ui.model.EditorSpan;
import org.vmalloscope.ui.model.MarginModel;

/// How a line of a scenario looks: its words in the colours of what they are, errors underlined, the current statement
/// and the line that made what is pointed at on a ground of their own.
final class SyntaxColours implements SyntaxDecorator {
    private static final double LEADING = 1.5;

    private final MarginModel margin;
    private Theme theme;
    private int linked;

    SyntaxColours(MarginModel margin, Theme theme) {
        this.margin = margin;
        this.theme = theme;
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
    }

    /// The line (from 1) that is pointed at; 0 for none.
    void link(int line) {
        linked = line;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String row = model.getPlainText(index);
        RichParagraph.Builder line = RichParagraph.builder();
        for (EditorSpan span : EditorSpan.of(row)) {
            String style = "vm-code-" + span.kind().name().toLowerCase(Locale.ROOT);
            line.addWithStyleNames(row.substring(span.start(), span.end()), style);
        }
        for (EditorError error : margin.errors(index + 1)) {
            underline(line, error, row);
        }
        boolean now = margin.progress(index + 1) == MarginModel.Progress.NOW;
        StyleAttributeMap.Builder paragraph =
                StyleAttributeMap.builder().setSpaceAbove(LEADING).setSpaceBelow(LEADING);
        if (now || index + 1 == linked) {
            paragraph.setBackground(colour(now ? Token.SELECTION : Token.ACCENT_SOFT));
        }
        return line.setParagraphAttributes(paragraph.build()).build();
    }

    private void underline(RichParagraph.Builder line, EditorError error, String row) {
        int start = Math.clamp(error.column() - 1L, 0, Math.max(0, row.length() - 1));
        int length = Math.min(Math.max(1, error.length()), row.length() - start);
        if (length > 0) {
            line.addWavyUnderline(start, length, colour(Token.MISSING));
        }
    }

    private Color colour(Token token) {
        return FxPainter.color(theme.colour(token));
    }

    @Override
    public void handleChange(CodeTextModel model, TextPos start, TextPos end, int top, int added, int bottom) {
        // Every line is coloured by itself.
    }
}
