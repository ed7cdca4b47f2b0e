package org.vmalloscope.picture;

import java.util.List;

/// A writer of pictures as SVG: the same picture and theme give the same text, everywhere.
///
/// Text stays text, in the fonts Inter and JetBrains Mono by name, with a generic family to fall back on; kerning and
/// ligatures are off, so that widths are those of [TextMetrics]. Tips become `title` elements.
public final class SvgWriter {
    private static final String SANS = "'Inter', sans-serif";
    private static final String MONO = "'JetBrains Mono NL', 'JetBrains Mono', monospace";
    private static final int BYTES_PER_SHAPE = 160;

    private final Theme theme;
    private final boolean transparent;

    /// A writer in some theme.
    ///
    /// @param transparent whether the ground is left out
    public SvgWriter(Theme theme, boolean transparent) {
        this.theme = theme;
        this.transparent = transparent;
    }

    /// The picture as the text of an SVG file, to be stored in UTF-8.
    public String write(Picture picture) {
        Body body = new Body(theme, picture.shapes().size() * BYTES_PER_SHAPE);
        for (Shape shape : picture.shapes()) {
            body.add(shape);
        }
        SvgText file = new SvgText(body.text.source().length() + 4096);
        file.raw("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        file.attribute("width", picture.width()).attribute("height", picture.height());
        file.raw(" viewBox=\"0 0 ").number(picture.width()).raw(' ').number(picture.height());
        file.raw("\" role=\"img\" aria-labelledby=\"picture.title picture.description\"");
        file.attribute("font-family", SANS);
        file.raw(" style=\"font-kerning:none;font-variant-ligatures:none\">\n");
        file.raw("<title id=\"picture.title\">").escaped(picture.title()).raw("</title>\n");
        file.raw("<desc id=\"picture.description\">")
                .escaped(picture.description())
                .raw("</desc>\n");
        file.raw(body.paint.definitions());
        if (!transparent) {
            file.raw("<rect").attribute("width", picture.width()).attribute("height", picture.height());
            SvgPaint.colour(file, "fill", theme.canvas());
            file.raw("/>\n");
        }
        return file.raw(body.text.source()).raw("</svg>\n").source().toString();
    }

    /// The shapes of one file.
    private static final class Body {
        final SvgText text;
        final SvgPaint paint;
        private final SvgIds ids = new SvgIds();

        Body(Theme theme, int capacity) {
            text = new SvgText(capacity);
            paint = new SvgPaint(theme);
        }

        void add(Shape shape) {
            boolean wrapped = !shape.tip().isEmpty() || isSeveral(shape);
            String id = shape.id().isEmpty() ? "" : ids.unique(shape.id());
            if (wrapped) {
                text.raw("<g");
                id(id);
                text.raw(">\n");
                if (!shape.tip().isEmpty()) {
                    text.raw("<title>").escaped(shape.tip()).raw("</title>\n");
                }
            }
            String own = wrapped ? "" : id;
            switch (shape) {
                case Box box -> box(box, own);
                case Line line -> line(line, own);
                case Path path -> path(path, own);
                case Text label -> label(label, own);
                case Glyph glyph -> glyph(glyph, own);
                case Group group -> group.shapes().forEach(this::add);
            }
            if (wrapped) {
                text.raw("</g>\n");
            }
        }

        /// Whether a shape becomes more than one element.
        private boolean isSeveral(Shape shape) {
            return switch (shape) {
                case Box box -> paint.style(box.role()).rim() > 0;
                case Line line -> line.heads() != Heads.NONE;
                case Path path -> path.heads() != Heads.NONE;
                case Text text -> false;
                case Glyph glyph -> false;
                case Group group -> true;
            };
        }

        private void id(String id) {
            if (!id.isEmpty()) {
                text.raw(" id=\"").raw(id).raw('"');
            }
        }

        private void box(Box box, String id) {
            Style style = paint.style(box.role());
            rectangle(id, box.bounds(), box.radius());
            text.raw(paint.box(box.role())).raw("/>\n");
            double rim = style.rim();
            if (rim > 0) {
                rectangle("", box.bounds().grown(-rim), Math.max(0, box.radius() - rim));
                SvgPaint.colour(text, "fill", style.fill());
                text.raw("/>\n");
            }
        }

        private void rectangle(String id, Bounds bounds, double radius) {
            text.raw("<rect");
            id(id);
            text.attribute("x", bounds.x()).attribute("y", bounds.y());
            text.attribute("width", bounds.width()).attribute("height", bounds.height());
            if (radius > 0) {
                text.attribute("rx", radius);
            }
        }

        private void line(Line line, String id) {
            Style style = paint.style(line.role());
            Line shaft = line.shaft(style);
            text.raw("<line");
            id(id);
            text.attribute("x1", shaft.x1()).attribute("y1", shaft.y1());
            text.attribute("x2", shaft.x2()).attribute("y2", shaft.y2());
            text.raw(paint.box(line.role())).raw("/>\n");
            line.arrows(style).forEach(arrow -> arrow(arrow, style));
        }

        private void path(Path path, String id) {
            Style style = paint.style(path.role());
            text.raw("<path");
            id(id);
            text.raw(" d=\"");
            data(path.shaft(style));
            text.raw('"').raw(paint.path(path.role())).raw("/>\n");
            path.arrows(style).forEach(arrow -> arrow(arrow, style));
        }

        private void data(List<Path.Segment> segments) {
            for (Path.Segment segment : segments) {
                switch (segment) {
                    case Path.Move move -> point('M', move.x(), move.y());
                    case Path.Straight line -> point('L', line.x(), line.y());
                    case Path.Cubic curve -> {
                        point('C', curve.x1(), curve.y1());
                        point(' ', curve.x2(), curve.y2());
                        point(' ', curve.x(), curve.y());
                    }
                    case Path.Close close -> text.raw('Z');
                }
            }
        }

        private void point(char before, double x, double y) {
            text.raw(before).number(x).raw(' ').number(y);
        }

        private void arrow(Arrow arrow, Style style) {
            text.raw("<path d=\"");
            point('M', arrow.tipX(), arrow.tipY());
            point('L', arrow.leftX(), arrow.leftY());
            point('L', arrow.rightX(), arrow.rightY());
            text.raw("Z\"");
            SvgPaint.colour(text, "fill", style.stroke());
            text.raw("/>\n");
        }

        private void label(Text label, String id) {
            text.raw("<text");
            id(id);
            text.attribute("x", label.x()).attribute("y", label.y());
            if (label.font().family() == TextFont.Family.MONO) {
                text.attribute("font-family", MONO);
            }
            text.attribute("font-size", label.font().size());
            text.raw(
                    switch (label.anchor()) {
                        case START -> "";
                        case MIDDLE -> " text-anchor=\"middle\"";
                        case END -> " text-anchor=\"end\"";
                    });
            if (needsSpaces(label)) {
                text.raw(" xml:space=\"preserve\"");
            }
            if (label.runs().size() == 1) {
                Run run = label.runs().getFirst();
                ink(run);
                text.raw('>').escaped(run.text());
            } else {
                text.raw('>');
                for (Run run : label.runs()) {
                    text.raw("<tspan");
                    ink(run);
                    text.raw('>').escaped(run.text()).raw("</tspan>");
                }
            }
            text.raw("</text>\n");
        }

        private void ink(Run run) {
            text.attribute("font-weight", run.weight().number());
            SvgPaint.colour(text, "fill", paint.style(run.role()).ink());
        }

        /// Whether XML's habit of merging spaces would change the text.
        private static boolean needsSpaces(Text label) {
            boolean afterSpace = true;
            for (Run run : label.runs()) {
                for (int i = 0; i < run.text().length(); i++) {
                    boolean space = run.text().charAt(i) == ' ';
                    if (space && afterSpace) {
                        return true;
                    }
                    afterSpace = space;
                }
            }
            return afterSpace;
        }

        private void glyph(Glyph glyph, String id) {
            Style style = paint.style(glyph.role());
            text.raw("<g");
            id(id);
            text.raw(" transform=\"translate(").number(glyph.bounds().x()).raw(' ');
            text.number(glyph.bounds().y()).raw(")");
            if (glyph.size() != Icon.SIDE) {
                text.raw(" scale(").number(glyph.scale()).raw(')');
            }
            text.raw("\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
            for (Icon.Part part : glyph.icon().parts()) {
                text.raw("<path d=\"").raw(part.data()).raw('"');
                Colour colour = part.onPaper() ? style.fill() : style.stroke();
                if (part.isSolid()) {
                    SvgPaint.colour(text, "fill", colour);
                } else {
                    text.raw(" fill=\"none\"");
                    SvgPaint.colour(text, "stroke", colour);
                    text.attribute("stroke-width", part.lineWidth());
                }
                text.raw("/>");
            }
            text.raw("</g>\n");
        }
    }
}
