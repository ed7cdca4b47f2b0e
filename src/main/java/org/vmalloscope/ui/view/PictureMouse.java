package org.vmalloscope.ui.view;

import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.ui.model.LinkModel;

/// What the pointer does to a picture: it tells of what is under it, selects, drags, scrolls and zooms.
///
/// The wheel makes diagrams larger that are richer when larger, and moves the others as far as they are longer than
/// their pane; with Ctrl it always zooms, with Shift it always moves sideways.
final class PictureMouse {
    private static final double STEP = 1.25;
    private static final double LINE = 48;

    private final PictureView view;
    private final LinkModel links;
    private final Tooltip tooltip = new Tooltip();
    private double dragX;
    private double dragY;
    private boolean dragged;

    PictureMouse(PictureView view, LinkModel links) {
        this.view = view;
        this.links = links;
        tooltip.setShowDelay(Duration.millis(300));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(460);
    }

    void install() {
        view.setOnMouseMoved(this::hovered);
        view.setOnMouseExited(this::left);
        view.setOnMousePressed(this::pressed);
        view.setOnMouseDragged(this::dragged);
        view.setOnMouseClicked(this::clicked);
        view.setOnScroll(this::scrolled);
    }

    private void hovered(MouseEvent event) {
        Picture.Hit hit = view.hit(event.getX(), event.getY()).orElse(new Picture.Hit("", ""));
        links.hover(hit.id());
        if (hit.tip().isEmpty()) {
            Tooltip.uninstall(view, tooltip);
        } else if (!hit.tip().equals(tooltip.getText())) {
            tooltip.setText(hit.tip());
            Tooltip.install(view, tooltip);
        }
    }

    private void left(MouseEvent event) {
        links.hover("");
        tooltip.setText("");
        Tooltip.uninstall(view, tooltip);
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        dragX = event.getX() + view.port().offsetX();
        dragY = event.getY() + view.port().offsetY();
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        boolean movable = view.port().mostX() > 0 || view.port().mostY() > 0;
        if (event.getButton() == MouseButton.PRIMARY && movable) {
            dragged = true;
            view.moveTo(dragX - event.getX(), dragY - event.getY());
        }
    }

    private void clicked(MouseEvent event) {
        if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            links.select(
                    view.hit(event.getX(), event.getY()).map(Picture.Hit::id).orElse(""));
        }
    }

    private void scrolled(ScrollEvent event) {
        double dx = event.getDeltaX();
        double dy = event.getDeltaY();
        boolean aside = event.isShiftDown() || Math.abs(dx) > Math.abs(dy);
        if (event.isControlDown() || !aside && dy != 0 && view.diagram().growsRicher()) {
            view.zoomBy(dy > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        } else if (aside) {
            view.moveBy(-LINE * Math.signum(dx == 0 ? dy : dx), 0);
        } else if (dy != 0) {
            boolean down = view.port().mostY() > 0;
            view.moveBy(down ? 0 : -LINE * Math.signum(dy), down ? -LINE * Math.signum(dy) : 0);
        }
        event.consume();
    }
}
