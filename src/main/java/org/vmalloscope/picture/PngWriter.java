package org.vmalloscope.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.TexturePaint;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A writer of pictures as PNG: the same picture, theme and scale give the same bytes on the same machine.
///
/// The one place of the core that uses java.awt; it needs no display. An instance is for one thread at a time.
public final class PngWriter {
    /// The longest side that is written, in px.
    public static final int LONGEST_SIDE = 16_384;

    private static final double LARGEST_SCALE = 8;

    private final Theme theme;
    private final double scale;
    private final boolean transparent;
    private final Map<FontFace, Font> fonts = new EnumMap<>(FontFace.class);
    private final Map<Style, TexturePaint> textures = new HashMap<>();

    /// A writer in some theme; a scale outside 1 to 8 is refused with [IllegalArgumentException].
    ///
    /// @param scale pixels of the file per px of the picture
    /// @param transparent whether the ground is left out
    public PngWriter(Theme theme, double scale, boolean transparent) {
        if (!(scale >= 1 && scale <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("the scale must be from 1 to 8, not " + scale);
        }
        this.theme = theme;
        this.scale = scale;
        this.transparent = transparent;
    }

    /// Writes the picture and leaves the stream open. A picture of which nothing or more than [#LONGEST_SIDE] px on a
    /// side would come is refused with [IllegalArgumentException].
    public void write(Picture picture, OutputStream out) throws IOException {
        BufferedImage image = draw(picture);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, null));
        } finally {
            writer.dispose();
        }
    }

    /// Pixels as a PNG, such as a screen has them: rows from the top, each pixel as alpha, red, green and blue, 8 bits
    /// each from the highest; alpha is left out of the file.
    public static byte[] encode(int[] pixels, int width) throws IOException {
        BufferedImage image = new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, image.getHeight(), pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private BufferedImage draw(Picture picture) {
        double width = Math.ceil(picture.width() * scale);
        double height = Math.ceil(picture.height() * scale);
        if (!(width >= 1 && height >= 1 && width <= LONGEST_SIDE && height <= LONGEST_SIDE)) {
            throw new IllegalArgumentException("a PNG of " + (long) width + " x " + (long) height
                    + " pixels: each side must have from 1 to " + LONGEST_SIDE);
        }
        int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage((int) width, (int) height, type);
        Graphics2D graphics = image.createGraphics();
        try {
            prepare(graphics);
            if (!transparent) {
                graphics.setColor(color(theme.canvas()));
                graphics.fillRect(0, 0, (int) width, (int) height);
            }
            graphics.scale(scale, scale);
            for (Shape shape : picture.shapes()) {
                draw(graphics, shape);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void prepare(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private void draw(Graphics2D graphics, Shape shape) {
        switch (shape) {
            case Box box -> box(graphics, box);
            case Line line -> line(graphics, line);
            case Path path -> path(graphics, path);
            case Text text -> text(graphics, text);
            case Glyph glyph -> glyph(graphics, glyph);
            case Group group -> group.shapes().forEach(inner -> draw(graphics, inner));
        }
    }

    private void box(Graphics2D graphics, Box box) {
        Style style = theme.style(box.role());
        java.awt.Shape outline = rectangle(box.bounds(), box.radius());
        fill(graphics, outline, style);
        if (style.rim() > 0) {
            graphics.setColor(color(style.fill()));
            graphics.fill(rectangle(box.bounds().grown(-style.rim()), Math.max(0, box.radius() - style.rim())));
        }
        stroke(graphics, outline, style, false);
    }

    private static java.awt.Shape rectangle(Bounds bounds, double radius) {
        return new RoundRectangle2D.Double(
                bounds.x(), bounds.y(), bounds.width(), bounds.height(), 2 * radius, 2 * radius);
    }

    private void fill(Graphics2D graphics, java.awt.Shape outline, Style style) {
        if (style.fill().isVisible()) {
            graphics.setColor(color(style.fill()));
            graphics.fill(outline);
        }
        if (style.pattern() != Pattern.NONE) {
            graphics.setPaint(textures.computeIfAbsent(style, this::texture));
            graphics.fill(outline);
        }
    }

    private static void stroke(Graphics2D graphics, java.awt.Shape outline, Style style, boolean path) {
        if (!style.isStroked()) {
            return;
        }
        boolean round = path && style.dash().isEmpty();
        float[] dash = new float[style.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = style.dash().get(i).floatValue();
        }
        graphics.setColor(color(style.stroke()));
        graphics.setStroke(new BasicStroke(
                (float) style.lineWidth(),
                round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                4,
                dash.length == 0 ? null : dash,
                0));
        graphics.draw(outline);
    }

    /// One tile of a pattern, as fine as the file.
    private TexturePaint texture(Style style) {
        Pattern pattern = style.pattern();
        int side = (int) Math.ceil(scale) * pattern.tile();
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = tile.createGraphics();
        prepare(graphics);
        graphics.scale(Math.ceil(scale), Math.ceil(scale));
        graphics.setColor(color(style.patternColour()));
        Stroke line = new BasicStroke((float) pattern.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        Path2D.Double lines = new Path2D.Double();
        for (Pattern.Stroke stroke : pattern.strokes()) {
            if (stroke.isDot()) {
                double radius = pattern.radius();
                lines.append(
                        rectangle(
                                new Bounds(stroke.x1() - radius, stroke.y1() - radius, 2 * radius, 2 * radius), radius),
                        false);
            } else {
                lines.append(
                        line.createStrokedShape(new Line2D.Double(stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2())),
                        false);
            }
        }
        lines.setWindingRule(Path2D.WIND_NON_ZERO);
        graphics.fill(lines);
        graphics.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, pattern.tile(), pattern.tile()));
    }

    private void line(Graphics2D graphics, Line line) {
        Style style = theme.style(line.role());
        Line shaft = line.shaft(style);
        stroke(graphics, new Line2D.Double(shaft.x1(), shaft.y1(), shaft.x2(), shaft.y2()), style, false);
        arrows(graphics, line.arrows(style), style);
    }

    private void path(Graphics2D graphics, Path path) {
        Style style = theme.style(path.role());
        java.awt.Shape outline = outline(path.shaft(style));
        fill(graphics, outline, style);
        stroke(graphics, outline, style, true);
        arrows(graphics, path.arrows(style), style);
    }

    private static void arrows(Graphics2D graphics, List<Arrow> arrows, Style style) {
        graphics.setColor(color(style.stroke()));
        for (Arrow arrow : arrows) {
            Path2D.Double triangle = new Path2D.Double();
            triangle.moveTo(arrow.tipX(), arrow.tipY());
            triangle.lineTo(arrow.leftX(), arrow.leftY());
            triangle.lineTo(arrow.rightX(), arrow.rightY());
            triangle.closePath();
            graphics.fill(triangle);
        }
    }

    private static Path2D outline(List<Path.Segment> segments) {
        Path2D.Double outline = new Path2D.Double();
        for (Path.Segment segment : segments) {
            switch (segment) {
                case Path.Move move -> outline.moveTo(move.x(), move.y());
                case Path.Straight line -> outline.lineTo(line.x(), line.y());
                case Path.Cubic c -> outline.curveTo(c.x1(), c.y1(), c.x2(), c.y2(), c.x(), c.y());
                case Path.Close close -> outline.closePath();
            }
        }
        return outline;
    }

    private void glyph(Graphics2D graphics, Glyph glyph) {
        Style style = theme.style(glyph.role());
        AffineTransform before = graphics.getTransform();
        graphics.translate(glyph.bounds().x(), glyph.bounds().y());
        graphics.scale(glyph.scale(), glyph.scale());
        for (Icon.Part part : glyph.icon().parts()) {
            graphics.setColor(color(part.onPaper() ? style.fill() : style.stroke()));
            Path2D outline = outline(part.segments());
            if (part.isSolid()) {
                graphics.fill(outline);
            } else {
                graphics.setStroke(
                        new BasicStroke((float) part.lineWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(outline);
            }
        }
        graphics.setTransform(before);
    }

    /// Text is filled as outlines: whole-pixel placing of its characters would make their distances uneven.
    private void text(Graphics2D graphics, Text text) {
        double x = text.left();
        for (Run run : text.runs()) {
            TextFont font = text.font().withWeight(run.weight());
            graphics.setColor(color(theme.style(run.role()).ink()));
            GlyphVector glyphs = font(font, run.text()).createGlyphVector(graphics.getFontRenderContext(), run.text());
            graphics.fill(glyphs.getOutline((float) x, (float) text.y()));
            x += TextMetrics.width(run.text(), font);
        }
    }

    /// The font for a text; one of the system's when ours lacks a character.
    private Font font(TextFont font, String text) {
        Font face = fonts.computeIfAbsent(FontFace.of(font.family(), font.weight()), PngWriter::load)
                .deriveFont((float) font.size());
        if (face.canDisplayUpTo(text) < 0) {
            return face;
        }
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) font.size());
    }

    private static Font load(FontFace face) {
        try (InputStream stream = face.open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("unreadable font: " + face, e);
        }
    }

    private static Color color(Colour colour) {
        int alpha = (int) Math.round(colour.opacity() * 255);
        return new Color(colour.red(), colour.green(), colour.blue(), alpha);
    }
}
