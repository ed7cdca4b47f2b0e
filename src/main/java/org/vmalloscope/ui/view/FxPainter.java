package org.vmalloscope.ui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.vmalloscope.picture.Arrow;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Colour;
import org.vmalloscope.picture.Glyph;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Pattern;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Sprite;
import org.vmalloscope.picture.Style;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextMetrics;
import org.vmalloscope.picture.Theme;

/// Paints pictures on a canvas, in one theme. Used on the FX thread.
///
/// Patterns are tiles rendered once; what lies outside the clip is not painted.
final class FxPainter {
    private final Theme theme;
    private final Fonts fonts;
    private final Map<Style, ImagePattern> tiles = new HashMap<>();

    FxPainter(Theme theme, Fonts fonts) {
        this.theme = theme;
        this.fonts = fonts;
    }

    Theme theme() {
        return theme;
    }

    /// Paints a picture, magnified so many times, on the theme's canvas colour: the part of it that lies in
    /// `window`, which is in px of the screen.
    void paint(Picture picture, GraphicsContext gc, Bounds window, double magnified) {
        gc.setFill(color(theme.canvas()));
        gc.fillRect(0, 0, window.width(), window.height());
        paintOver(picture.shapes(), gc, window, magnified);
    }

    /// Paints shapes on their way to another picture.
    void paint(List<Sprite> sprites, GraphicsContext gc, Bounds window, double magnified) {
        gc.setFill(color(theme.canvas()));
        gc.fillRect(0, 0, window.width(), window.height());
        gc.save();
        gc.translate(-window.x(), -window.y());
        gc.scale(magnified, magnified);
        Bounds clip = new Bounds(
                window.x() / magnified,
                window.y() / magnified,
                window.width() / magnified,
                window.height() / magnified);
        for (Sprite sprite : sprites) {
            gc.save();
            gc.setGlobalAlpha(Math.clamp(sprite.opacity(), 0, 1));
            if (sprite.scale() != 1) {
                Bounds around = sprite.shape().bounds();
                gc.translate(around.centreX(), around.centreY());
                gc.scale(sprite.scale(), sprite.scale());
                gc.translate(-around.centreX(), -around.centreY());
            }
            draw(gc, sprite.shape(), clip);
            gc.restore();
        }
        gc.restore();
    }

    /// Paints shapes over what is there.
    void paintOver(List<Shape> shapes, GraphicsContext gc, Bounds window, double magnified) {
        Bounds clip = new Bounds(
                window.x() / magnified,
                window.y() / magnified,
                window.width() / magnified,
                window.height() / magnified);
        gc.save();
        gc.translate(-window.x(), -window.y());
        gc.scale(magnified, magnified);
        shapes.forEach(shape -> draw(gc, shape, clip));
        gc.restore();
    }

    /// Takes everything off a canvas.
    void clear(GraphicsContext gc, double width, double height) {
        gc.clearRect(0, 0, width, height);
    }

    private void draw(GraphicsContext gc, Shape shape, Bounds clip) {
        if (shape instanceof Group group) {
            group.shapes().forEach(inner -> draw(gc, inner, clip));
            return;
        }
        Bounds bounds = shape.bounds().grown(8);
        if (bounds.right() < clip.x()
                || bounds.x() > clip.right()
                || bounds.bottom() < clip.y()
                || bounds.y() > clip.bottom()) {
            return;
        }
        switch (shape) {
            case Box box -> box(gc, box);
            case Line line -> line(gc, line);
            case Path path -> path(gc, path);
            case Text text -> text(gc, text);
            case Glyph glyph -> glyph(gc, glyph);
            case Group group -> throw new IllegalStateException("handled above");
        }
    }

    static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue(), colour.opacity());
    }

    private void box(GraphicsContext gc, Box box) {
        Style style = theme.style(box.role());
        double arc = 2 * box.radius();
        if (style.fill().isVisible()) {
            gc.setFill(color(style.fill()));
            gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (style.pattern() != Pattern.NONE) {
            gc.setFill(tile(style));
            gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
        if (style.rim() > 0) {
            Bounds inside = box.bounds().grown(-style.rim());
            double innerArc = Math.max(0, arc - 2 * style.rim());
            gc.setFill(color(style.fill()));
            gc.fillRoundRect(inside.x(), inside.y(), inside.width(), inside.height(), innerArc, innerArc);
        }
        if (style.isStroked()) {
            pen(gc, style, false);
            gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    private static void pen(GraphicsContext gc, Style style, boolean path) {
        boolean round = path && style.dash().isEmpty();
        gc.setStroke(color(style.stroke()));
        gc.setLineWidth(style.lineWidth());
        gc.setLineCap(round ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        gc.setLineJoin(round ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
        gc.setLineDashes(style.dash().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private ImagePattern tile(Style style) {
        return tiles.computeIfAbsent(style, PatternTile::of);
    }

    private void line(GraphicsContext gc, Line line) {
        Style style = theme.style(line.role());
        Line shaft = line.shaft(style);
        pen(gc, style, false);
        gc.strokeLine(shaft.x1(), shaft.y1(), shaft.x2(), shaft.y2());
        arrows(gc, line.arrows(style), style);
    }

    private void path(GraphicsContext gc, Path path) {
        Style style = theme.style(path.role());
        if (style.fill().isVisible()) {
            trace(gc, path.segments());
            gc.setFill(color(style.fill()));
            gc.fill();
        }
        if (style.pattern() != Pattern.NONE) {
            trace(gc, path.segments());
            gc.setFill(tile(style));
            gc.fill();
        }
        if (style.isStroked()) {
            trace(gc, path.shaft(style));
            pen(gc, style, true);
            gc.stroke();
        }
        arrows(gc, path.arrows(style), style);
    }

    private static void trace(GraphicsContext gc, List<Path.Segment> segments) {
        gc.beginPath();
        for (Path.Segment segment : segments) {
            switch (segment) {
                case Path.Move(double x, double y) -> gc.moveTo(x, y);
                case Path.Straight(double x, double y) -> gc.lineTo(x, y);
                case Path.Cubic(double x1, double y1, double x2, double y2, double x, double y) ->
                    gc.bezierCurveTo(x1, y1, x2, y2, x, y);
                case Path.Close close -> gc.closePath();
            }
        }
    }

    private static void arrows(GraphicsContext gc, List<Arrow> arrows, Style style) {
        gc.setFill(color(style.stroke()));
        for (Arrow arrow : arrows) {
            gc.fillPolygon(
                    new double[] {arrow.tipX(), arrow.leftX(), arrow.rightX()},
                    new double[] {arrow.tipY(), arrow.leftY(), arrow.rightY()},
                    3);
        }
    }

    private void text(GraphicsContext gc, Text text) {
        double x = text.left();
        for (Run run : text.runs()) {
            var font = text.font().withWeight(run.weight());
            gc.setFont(fonts.get(font));
            gc.setFill(color(theme.style(run.role()).ink()));
            gc.fillText(run.text(), x, text.y());
            x += TextMetrics.width(run.text(), font);
        }
    }

    private void glyph(GraphicsContext gc, Glyph glyph) {
        Style style = theme.style(glyph.role());
        gc.save();
        gc.translate(glyph.centreX() - glyph.size() / 2, glyph.centreY() - glyph.size() / 2);
        gc.scale(glyph.scale(), glyph.scale());
        for (Icon.Part part : glyph.icon().parts()) {
            Color paint = color(part.onPaper() ? style.fill() : style.stroke());
            trace(gc, part.segments());
            if (part.isSolid()) {
                gc.setFill(paint);
                gc.fill();
            } else {
                gc.setStroke(paint);
                gc.setLineWidth(part.lineWidth());
                gc.setLineDashes();
                gc.setLineCap(StrokeLineCap.ROUND);
                gc.setLineJoin(StrokeLineJoin.ROUND);
                gc.stroke();
            }
        }
        gc.restore();
    }
}
