package org.vmalloscope.ui.view;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Token;
import org.vmalloscope.ui.model.TimelineModel;

/// The timeline: the run as a picture, and above it the playhead, which alone is painted while playing.
///
/// A drag scrubs, the wheel zooms around the pointer, a drag with shift moves, a double click shows the whole run.
final class TimelineView extends Region {
    private static final double STEP = 1.3;

    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private final TimelineModel model;
    private FxPainter painter;
    private @Nullable Picture shown;
    private double lastX;

    TimelineView(TimelineModel model, FxPainter painter) {
        this.model = model;
        this.painter = painter;
        canvas.setManaged(false);
        overlay.setManaged(false);
        getChildren().addAll(canvas, overlay);
        setId("timeline");
        getStyleClass().addAll("vm-pane", "vm-timeline");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tooltip);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseMoved(move -> tooltip.setText(model.wordsAt(move.getX(), width())));
        setOnMouseClicked(this::clicked);
        setOnScroll(this::scrolled);
    }

    private double width() {
        return canvas.getWidth();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        lastX = event.getX();
        if (!event.isShiftDown()) {
            model.scrub(event.getX(), width());
        }
    }

    private void dragged(MouseEvent event) {
        if (event.isShiftDown()) {
            model.pan(lastX - event.getX(), width());
            lastX = event.getX();
            redraw();
        } else {
            model.scrub(event.getX(), width());
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2) {
            model.fit();
            redraw();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            model.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), width());
        } else {
            model.pan(-event.getDeltaX(), width());
        }
        redraw();
        event.consume();
    }

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
        shown = model.draw(width, height).orElse(null);
        Picture picture = shown;
        if (picture != null) {
            painter.paint(picture, canvas.getGraphicsContext2D(), new Bounds(0, 0, width, height), 1);
            setAccessibleText(picture.title() + ": " + picture.description());
        }
        playhead();
    }

    /// The position has changed.
    void moved() {
        model.follow(width());
        redraw();
    }

    private void playhead() {
        GraphicsContext gc = overlay.getGraphicsContext2D();
        gc.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
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
        double width = Math.max(0, getWidth() - 4);
        double height = Math.max(0, getHeight() - 4);
        canvas.relocate(2, 2);
        overlay.relocate(2, 2);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            redraw();
        }
    }
}
