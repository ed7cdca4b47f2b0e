package org.vmalloscope.ui.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;
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
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Sprite;
import org.vmalloscope.picture.Style;
import org.vmalloscope.picture.Text;
import org.vmalloscope.picture.TextMetrics;
import org.vmalloscope.picture.Theme;

/// Paints pictures on a canvas, in one theme. Used on the FX thread.
///
/// Colours, dashes and tiles of a role are made once; what lies outside the clip is not painted.
final class FxPainter {
    /// Px by which lines and arrow heads may reach beyond the bounds of a shape.
    private static final double AROUND = 8;

    private static final double[] SOLID = {};

    private final Theme theme;
    private final Fonts fonts;
    private final Map<Role, Brush> brushes = new EnumMap<>(Role.class);
    private final double[] arrowX = new double[3];
    private final double[] arrowY = new double[3];

    /// A role's style as JavaFX wants it.
    @SuppressWarnings("ArrayRecordComponent") // never compared; JavaFX takes dashes as an array
    private record Brush(
            Style style,
            Color fill,
            Color stroke,
            Color ink,
            double[] dash,
            @Nullable ImagePattern tile) {
        static Brush of(Style style) {
            return new Brush(
                    style,
                    color(style.fill()),
                    color(style.stroke()),
                    color(style.ink()),
                    style.dash().stream().mapToDouble(Double::doubleValue).toArray(),
                    style.pattern() == Pattern.NONE ? null : PatternTile.of(style));
        }
    }

    private Brush brush(Role role) {
        return brushes.computeIfAbsent(role, wanted -> Brush.of(theme.style(wanted)));
    }

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
            for (Shape inner : group.shapes()) {
                draw(gc, inner, clip);
            }
            return;
        }
        Bounds bounds = shape.bounds();
        if (bounds.right() + AROUND < clip.x()
                || bounds.x() - AROUND > clip.right()
                || bounds.bottom() + AROUND < clip.y()
                || bounds.y() - AROUND > clip.bottom()) {
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
        Brush brush = brush(box.role());
        Style style = brush.style();
        double arc = 2 * box.radius();
        if (style.fill().isVisible()) {
            gc.setFill(brush.fill());
            fill(gc, box, arc);
        }
        if (brush.tile() != null) {
            gc.setFill(brush.tile());
            fill(gc, box, arc);
        }
        if (style.rim() > 0) {
            Bounds inside = box.bounds().grown(-style.rim());
            double innerArc = Math.max(0, arc - 2 * style.rim());
            gc.setFill(brush.fill());
            gc.fillRoundRect(inside.x(), inside.y(), inside.width(), inside.height(), innerArc, innerArc);
        }
        if (style.isStroked()) {
            pen(gc, brush, false);
            gc.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    private static void fill(GraphicsContext gc, Box box, double arc) {
        if (arc == 0) {
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
        } else {
            gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), arc, arc);
        }
    }

    private static void pen(GraphicsContext gc, Brush brush, boolean path) {
        boolean round = path && brush.dash().length == 0;
        gc.setStroke(brush.stroke());
        gc.setLineWidth(brush.style().lineWidth());
        gc.setLineCap(round ? StrokeLineCap.ROUND : StrokeLineCap.BUTT);
        gc.setLineJoin(round ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
        gc.setLineDashes(brush.dash());
    }

    private void line(GraphicsContext gc, Line line) {
        Brush brush = brush(line.role());
        Line shaft = line.shaft(brush.style());
        pen(gc, brush, false);
        gc.strokeLine(shaft.x1(), shaft.y1(), shaft.x2(), shaft.y2());
        arrows(gc, line.arrows(brush.style()), brush);
    }

    private void path(GraphicsContext gc, Path path) {
        Brush brush = brush(path.role());
        Style style = brush.style();
        if (style.isFilled()) {
            trace(gc, path.segments());
        }
        if (style.fill().isVisible()) {
            gc.setFill(brush.fill());
            gc.fill();
        }
        if (brush.tile() != null) {
            gc.setFill(brush.tile());
            gc.fill();
        }
        if (style.isStroked()) {
            trace(gc, path.shaft(style));
            pen(gc, brush, true);
            gc.stroke();
        }
        arrows(gc, path.arrows(style), brush);
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

    private void arrows(GraphicsContext gc, List<Arrow> arrows, Brush brush) {
        for (Arrow arrow : arrows) {
            arrowX[0] = arrow.tipX();
            arrowX[1] = arrow.leftX();
            arrowX[2] = arrow.rightX();
            arrowY[0] = arrow.tipY();
            arrowY[1] = arrow.leftY();
            arrowY[2] = arrow.rightY();
            gc.setFill(brush.stroke());
            gc.fillPolygon(arrowX, arrowY, arrowX.length);
        }
    }

    private void text(GraphicsContext gc, Text text) {
        double x = text.left();
        for (Run run : text.runs()) {
            var font = text.font().withWeight(run.weight());
            gc.setFont(fonts.get(font));
            gc.setFill(brush(run.role()).ink());
            gc.fillText(run.text(), x, text.y());
            x += TextMetrics.width(run.text(), font);
        }
    }

    private void glyph(GraphicsContext gc, Glyph glyph) {
        Brush brush = brush(glyph.role());
        gc.save();
        gc.translate(glyph.centreX() - glyph.size() / 2, glyph.centreY() - glyph.size() / 2);
        gc.scale(glyph.scale(), glyph.scale());
        for (Icon.Part part : glyph.icon().parts()) {
            Color paint = part.onPaper() ? brush.fill() : brush.stroke();
            trace(gc, part.segments());
            if (part.isSolid()) {
                gc.setFill(paint);
                gc.fill();
            } else {
                gc.setStroke(paint);
                gc.setLineWidth(part.lineWidth());
                gc.setLineDashes(SOLID);
                gc.setLineCap(StrokeLineCap.ROUND);
                gc.setLineJoin(StrokeLineJoin.ROUND);
                gc.stroke();
            }
        }
        gc.restore();
    }
}
