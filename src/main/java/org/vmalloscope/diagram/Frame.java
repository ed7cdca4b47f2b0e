package org.vmalloscope.diagram;

import java.util.Optional;
import org.vmalloscope.picture.Bounds;

/// The frame through which a diagram is looked at, in px.
///
/// A diagram at zoom 1 fits into `width` by `height`, or is longer than that where it cannot be made legible otherwise.
/// At zoom *z* it is laid out for *z* times the room; texts do not grow. What lies outside `window`, a rectangle of the
/// finished picture, is not seen, and a diagram may leave it out; without a window everything is drawn.
///
/// @param zoom at least 1
public record Frame(double width, double height, double zoom, Optional<Bounds> window, ViewOptions options) {
    /// Refuses sizes below 0 and zooms below 1 with [IllegalArgumentException].
    public Frame {
        if (!(width >= 0 && height >= 0 && zoom >= 1)) {
            throw new IllegalArgumentException("frame of " + width + " by " + height + " at zoom " + zoom);
        }
    }

    /// All of the diagram, as it fits.
    public static Frame of(double width, double height) {
        return new Frame(width, height, 1, Optional.empty(), ViewOptions.DEFAULT);
    }

    /// The same with other options.
    public Frame with(ViewOptions newOptions) {
        return new Frame(width, height, zoom, window, newOptions);
    }

    /// Width that the diagram is laid out for.
    public double roomWidth() {
        return width * zoom;
    }

    /// Height that the diagram is laid out for.
    public double roomHeight() {
        return height * zoom;
    }

    /// Whether any of the columns from `left` to `right` can be seen.
    public boolean showsColumns(double left, double right) {
        return window.isEmpty()
                || right >= window.get().x() && left <= window.get().right();
    }
}
