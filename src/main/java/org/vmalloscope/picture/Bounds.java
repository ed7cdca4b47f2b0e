package org.vmalloscope.picture;

/// An upright rectangle, in px of the picture; width and height are 0 or more.
public record Bounds(double x, double y, double width, double height) {
    /// Refuses negative and endless sizes with [IllegalArgumentException].
    public Bounds {
        Measures.finite(x, y);
        Measures.size(width, height);
    }

    /// The smallest rectangle that holds both points.
    public static Bounds between(double x1, double y1, double x2, double y2) {
        return new Bounds(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    /// The first x to the right of it.
    public double right() {
        return x + width;
    }

    /// The first y below it.
    public double bottom() {
        return y + height;
    }

    /// The x halfway.
    public double centreX() {
        return x + width / 2;
    }

    /// The y halfway.
    public double centreY() {
        return y + height / 2;
    }

    /// The smallest rectangle that holds both.
    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /// This rectangle, `by` px larger on every side; smaller when `by` is negative, down to nothing.
    public Bounds grown(double by) {
        double newWidth = Math.max(0, width + 2 * by);
        double newHeight = Math.max(0, height + 2 * by);
        return new Bounds(centreX() - newWidth / 2, centreY() - newHeight / 2, newWidth, newHeight);
    }

    /// Whether a point is inside or on the edge.
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /// Whether the two share a point.
    public boolean meets(Bounds other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    Bounds moved(double dx, double dy) {
        return new Bounds(x + dx, y + dy, width, height);
    }
}
