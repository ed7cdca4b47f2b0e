package org.vmalloscope.ui.view;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Token;
import org.vmalloscope.ui.model.TimelineModel;

/// The timeline: the run as a picture, and above it the playhead, which alone is painted while playing.
///
/// A drag scrubs, the wheel zooms around the pointer, a drag with shift moves, a double click shows the whole run.
final class TimelineView extends Region {
    static final double INSET = 2;

    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final TimelineModel model;
    private FxPainter painter;
    private long hovered;
    private @Nullable Consumer<String> ranged;

    TimelineView(TimelineModel model, FxPainter painter) {
        this.model = model;
        this.painter = painter;
        canvas.setManaged(false);
        overlay.setManaged(false);
        getChildren().addAll(canvas, overlay);
        setId("timeline");
        getStyleClass().add("vm-timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(60);
    }

    /// Calls `taker` with the stretch that is shown, whenever it changes.
    void onRange(Consumer<String> taker) {
        ranged = taker;
    }

    TimelineModel model() {
        return model;
    }

    double width() {
        return canvas.getWidth();
    }

    /// Paints with another painter from now on.
    void paintWith(FxPainter newPainter) {
        painter = newPainter;
        redraw();
    }

    /// Draws the run anew.
    void redraw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width < 200 || height < 20) {
            return;
        }
        model.background(width, height)
                .ifPresent(picture ->
                        painter.paint(picture, canvas.getGraphicsContext2D(), new Bounds(0, 0, width, height), 1));
        Consumer<String> taker = ranged;
        if (taker != null) {
            taker.accept(model.range(width));
        }
        paintNow();
    }

    /// The position has changed.
    void moved() {
        if (model.follow(width())) {
            redraw();
        } else {
            paintNow();
        }
    }

    /// The pointer is over an event; 0 when over none.
    void hover(long event) {
        if (hovered != event) {
            hovered = event;
            paintNow();
        }
    }

    /// The event that the pointer is over; 0 when over none.
    long hovered() {
        return hovered;
    }

    /// Paints what follows the position: the statement and calls that run, marks, and the playhead.
    void paintNow() {
        GraphicsContext gc = overlay.getGraphicsContext2D();
        double width = overlay.getWidth();
        double height = overlay.getHeight();
        gc.clearRect(0, 0, width, height);
        if (width < 200 || height < 20) {
            return;
        }
        model.now(width, height).ifPresent(picture -> {
            painter.paintOver(picture.shapes(), gc, new Bounds(0, 0, width, height), 1);
            setAccessibleText(picture.title() + ": " + picture.description());
        });
        playhead(gc);
    }

    private void playhead(GraphicsContext gc) {
        if (hovered > 0) {
            double at = Math.round(model.middle(hovered, width())) + 0.5;
            gc.setStroke(FxPainter.color(painter.theme().colour(Token.TEXT_THIRD)));
            gc.setLineWidth(1);
            gc.setLineDashes(2, 3);
            gc.strokeLine(at, 12, at, overlay.getHeight() - 4);
            gc.setLineDashes();
        }
        double x = Math.round(model.playhead(width()));
        if (x < 60 || x > width()) {
            return;
        }
        gc.setFill(FxPainter.color(painter.theme().colour(Token.ACCENT)));
        gc.fillRect(x - 1, 12, 2, overlay.getHeight() - 16);
        gc.fillPolygon(new double[] {x - 5, x + 5, x + 5, x, x - 5}, new double[] {4, 4, 10, 15, 10}, 5);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(0, getHeight() - 2 * INSET);
        canvas.relocate(INSET, INSET);
        overlay.relocate(INSET, INSET);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            redraw();
        }
    }
}
