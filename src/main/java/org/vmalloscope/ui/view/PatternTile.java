package org.vmalloscope.ui.view;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.transform.Transform;
import org.vmalloscope.picture.Pattern;
import org.vmalloscope.picture.Style;

/// The tile of a pattern as a paint, anchored at the origin of the picture so that neighbours line up.
final class PatternTile {
    /// Pixels of the tile per px of the picture: fine enough for screens at 200 %.
    private static final int SHARPNESS = 2;

    private PatternTile() {}

    static ImagePattern of(Style style) {
        Pattern pattern = style.pattern();
        int side = pattern.tile();
        Canvas canvas = new Canvas(side, side);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        Color color = FxPainter.color(style.patternColour());
        gc.setFill(color);
        gc.setStroke(color);
        gc.setLineWidth(pattern.thickness());
        for (Pattern.Stroke stroke : pattern.strokes()) {
            if (stroke.isDot()) {
                double radius = pattern.radius();
                gc.fillOval(stroke.x1() - radius, stroke.y1() - radius, 2 * radius, 2 * radius);
            } else {
                gc.strokeLine(stroke.x1(), stroke.y1(), stroke.x2(), stroke.y2());
            }
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(SHARPNESS, SHARPNESS));
        return new ImagePattern(canvas.snapshot(parameters, null), 0, 0, side, side, false);
    }
}
