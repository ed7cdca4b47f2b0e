package org.vmalloscope.ui.view;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Picture;

/// A pane that shows a picture as large as itself, drawn anew when it changes size.
///
/// Says what is under the pointer in a tooltip, and the picture's description to a screen reader.
final class PictureView extends Region {
    private static final double INSET = 2;

    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private final Drawing drawing;
    private FxPainter painter;
    private @Nullable Picture shown;

    /// Draws what there is into so many px.
    @FunctionalInterface
    interface Drawing {
        Optional<Picture> draw(double width, double height);
    }

    PictureView(Drawing drawing, FxPainter painter) {
        this.drawing = drawing;
        this.painter = painter;
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().add("vm-canvas-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(200, 120);
        tooltip.setShowDelay(Duration.millis(300));
        canvas.setOnMouseMoved(this::hovered);
        canvas.setOnMouseExited(exited -> Tooltip.uninstall(this, tooltip));
    }

    /// Paints with another painter from now on.
    void paintWith(FxPainter newPainter) {
        painter = newPainter;
        redraw();
    }

    /// Draws again what is to be shown now.
    void redraw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width < 1 || height < 1) {
            return;
        }
        Optional<Picture> picture = drawing.draw(width, height);
        shown = picture.orElse(null);
        picture.ifPresent(drawn -> {
            painter.paint(drawn, canvas.getGraphicsContext2D(), width, height);
            setAccessibleText(drawn.title() + ": " + drawn.description());
        });
    }

    private void hovered(MouseEvent event) {
        Picture picture = shown;
        String tip = picture == null
                ? ""
                : picture.hit(event.getX(), event.getY()).map(Picture.Hit::tip).orElse("");
        if (tip.isEmpty()) {
            Tooltip.uninstall(this, tooltip);
        } else {
            tooltip.setText(tip);
            Tooltip.install(this, tooltip);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        double height = Math.max(0, getHeight() - 2 * INSET);
        canvas.relocate(INSET, INSET);
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            redraw();
        }
    }
}
