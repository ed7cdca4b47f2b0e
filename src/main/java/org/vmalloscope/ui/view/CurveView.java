package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.vmalloscope.ui.model.FieldCurve;
import org.vmalloscope.ui.model.WriterModel;

/// The value of a field over the whole run, with a line where the position is.
final class CurveView extends Region {
    private static final double HEIGHT = 34;
    private static final double INSET = 4;

    private final WriterModel model;
    private final Path path = new Path();
    private final Line now = new Line();

    CurveView(WriterModel model) {
        this.model = model;
        getStyleClass().add("vm-curve");
        setId("writers-curve");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        path.getStyleClass().add("vm-curve-line");
        now.getStyleClass().add("vm-curve-now");
        path.setManaged(false);
        now.setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(now, path);
        widthProperty().addListener((property, was, width) -> redraw());
    }

    /// Draws the curve again: another field, or more of it.
    void redraw() {
        path.getElements().clear();
        double width = getWidth() - 2 * INSET;
        if (width > 0) {
            model.curve((int) width).ifPresent(curve -> draw(curve, width));
        }
        move();
    }

    private void draw(FieldCurve curve, double width) {
        List<FieldCurve.Step> steps = curve.steps();
        List<PathElement> elements = path.getElements();
        elements.add(new MoveTo(INSET, y(steps.getFirst().value())));
        for (FieldCurve.Step step : steps) {
            elements.add(new HLineTo(INSET + step.from() * width));
            elements.add(new VLineTo(y(step.value())));
        }
        elements.add(new HLineTo(INSET + width));
    }

    private static double y(double value) {
        return HEIGHT - INSET - 1.5 - value * (HEIGHT - 2 * INSET - 3);
    }

    /// Moves the line of the position.
    void move() {
        double x = Math.round(INSET + model.share() * Math.max(0, getWidth() - 2 * INSET)) + 0.5;
        now.setStartX(x);
        now.setEndX(x);
        now.setStartY(1);
        now.setEndY(HEIGHT - 1);
        now.setVisible(!path.getElements().isEmpty());
    }
}
