package org.vmalloscope.ui.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;

/// The scroll bars of a picture: there as long as it is larger than its pane.
final class PictureBars {
    private static final double THICK = 10;
    private static final double INSET = 3;

    private final Viewport port;
    private final Runnable moved;
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);
    private boolean updating;

    PictureBars(Viewport port, Runnable moved) {
        this.port = port;
        this.moved = moved;
        across.valueProperty().addListener((property, was, now) -> scrolled(now.doubleValue(), port.offsetY()));
        down.valueProperty().addListener((property, was, now) -> scrolled(port.offsetX(), now.doubleValue()));
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.getStyleClass().add("vm-bar-overlay");
        bar.setFocusTraversable(false);
        bar.setManaged(false);
        bar.setVisible(false);
        return bar;
    }

    List<Node> nodes() {
        return List.of(across, down);
    }

    private void scrolled(double x, double y) {
        if (!updating) {
            port.moveTo(x, y);
            moved.run();
        }
    }

    /// The picture or its place has changed.
    void update() {
        updating = true;
        set(across, port.offsetX(), port.mostX(), port.width());
        set(down, port.offsetY(), port.mostY(), port.height());
        updating = false;
    }

    private static void set(ScrollBar bar, double offset, double most, double room) {
        bar.setVisible(most > 1);
        bar.setMax(Math.max(1, most));
        bar.setVisibleAmount(Math.max(1, most) * room / (room + Math.max(1, most)));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(room * 0.8);
        bar.setValue(offset);
    }

    void layout(double width, double height) {
        across.resizeRelocate(INSET, height - THICK - INSET, Math.max(0, width - 2 * INSET - THICK), THICK);
        down.resizeRelocate(width - THICK - INSET, INSET, THICK, Math.max(0, height - 2 * INSET - THICK));
    }
}
