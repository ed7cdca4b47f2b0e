package org.vmalloscope.ui.view;

import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.RadialGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;

/// A light in a darker room: a shade over all but a disc around what matters now.
final class Spotlight extends Region {
    private static final double SHADE = 0.13;
    private static final double CLEAR = 0.55;

    private final Rectangle shade = new Rectangle();
    private Point2D centre = Point2D.ZERO;
    private double radius = 220;

    Spotlight() {
        setId("spotlight");
        setMouseTransparent(true);
        shade.setManaged(false);
        shade.setMouseTransparent(true);
        getChildren().add(shade);
    }

    /// Lights a place, in px of this region.
    void light(Point2D place, double reach) {
        centre = place;
        radius = reach;
        paint();
    }

    private void paint() {
        shade.setFill(new RadialGradient(
                0,
                0,
                centre.getX(),
                centre.getY(),
                radius,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, Color.TRANSPARENT),
                new Stop(CLEAR, Color.TRANSPARENT),
                new Stop(1, Color.color(0, 0, 0, SHADE))));
    }

    @Override
    protected void layoutChildren() {
        shade.setWidth(getWidth());
        shade.setHeight(getHeight());
        paint();
    }
}
