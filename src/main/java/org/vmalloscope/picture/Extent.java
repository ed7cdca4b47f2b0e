package org.vmalloscope.picture;

/// The rectangle around points and curves, while they are being added.
final class Extent {
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    private double startX;
    private double startY;
    private double lastX;
    private double lastY;

    /// Adds a point, to which [#close] comes back.
    void begin(double x, double y) {
        startX = x;
        startY = y;
        point(x, y);
    }

    /// Goes back to where the pen was put down.
    void close() {
        lastX = startX;
        lastY = startY;
    }

    /// Adds a point.
    void point(double x, double y) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        lastX = x;
        lastY = y;
    }

    /// Adds a curve from the last point: it may reach beyond its ends where it turns back.
    void curve(Path.Cubic c) {
        double x0 = lastX;
        double y0 = lastY;
        point(c.x(), c.y());
        if (holds(c.x1(), c.y1()) && holds(c.x2(), c.y2())) {
            return;
        }
        turns(x0, c.x1(), c.x2(), c.x(), false);
        turns(y0, c.y1(), c.y2(), c.y(), true);
    }

    private boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /// Adds the places where one coordinate of a curve turns: the roots of its derivative, a t² + b t + c.
    private void turns(double p0, double p1, double p2, double p3, boolean vertical) {
        double a = p3 - 3 * p2 + 3 * p1 - p0;
        double b = 2 * (p2 - 2 * p1 + p0);
        double c = p1 - p0;
        if (a == 0) {
            turn(-c / b, p0, p1, p2, p3, vertical);
            return;
        }
        double root = Math.sqrt(b * b - 4 * a * c);
        turn((-b + root) / (2 * a), p0, p1, p2, p3, vertical);
        turn((-b - root) / (2 * a), p0, p1, p2, p3, vertical);
    }

    private void turn(double t, double p0, double p1, double p2, double p3, boolean vertical) {
        if (!(t > 0 && t < 1)) {
            return;
        }
        double value = Outline.bezier(p0, p1, p2, p3, t);
        if (vertical) {
            top = Math.min(top, value);
            bottom = Math.max(bottom, value);
        } else {
            left = Math.min(left, value);
            right = Math.max(right, value);
        }
    }

    Bounds bounds() {
        return Bounds.between(left, top, right, bottom);
    }
}
