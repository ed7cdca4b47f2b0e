package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// A path as points joined by straight lines.
///
/// Every point is x, y and whether the pen was down on the way to it (1) or not (0).
final class Outline {
    /// Straight pieces in place of one curve.
    private static final int PIECES = 16;

    private Outline() {}

    static List<double[]> of(List<Path.Segment> segments) {
        List<double[]> points = new ArrayList<>(segments.size());
        double[] start = {0, 0, 0};
        double[] here = start;
        for (Path.Segment segment : segments) {
            switch (segment) {
                case Path.Move move -> {
                    start = new double[] {move.x(), move.y(), 0};
                    points.add(start);
                }
                case Path.Straight line -> points.add(new double[] {line.x(), line.y(), 1});
                case Path.Cubic curve -> addCurve(points, here[0], here[1], curve);
                case Path.Close close -> points.add(new double[] {start[0], start[1], 1});
            }
            here = points.getLast();
        }
        return points;
    }

    private static void addCurve(List<double[]> points, double x0, double y0, Path.Cubic c) {
        for (int i = 1; i < PIECES; i++) {
            double t = (double) i / PIECES;
            points.add(new double[] {bezier(x0, c.x1(), c.x2(), c.x(), t), bezier(y0, c.y1(), c.y2(), c.y(), t), 1});
        }
        points.add(new double[] {c.x(), c.y(), 1});
    }

    static double bezier(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    /// The distance in px from a point to the nearest drawn piece.
    static double distance(List<Path.Segment> segments, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        double[] last = null;
        for (double[] point : of(segments)) {
            if (last != null && point[2] == 1) {
                least = Math.min(least, distance(last[0], last[1], point[0], point[1], x, y));
            }
            last = point;
        }
        return least;
    }

    /// The distance in px from (x, y) to the line from (x1, y1) to (x2, y2).
    static double distance(double x1, double y1, double x2, double y2, double x, double y) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double square = dx * dx + dy * dy;
        double along = square == 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / square;
        double t = Math.clamp(along, 0, 1);
        return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
    }

    /// Whether a point lies inside the path, by the even-odd rule; open ends count as joined.
    static boolean encloses(List<Path.Segment> segments, double x, double y) {
        List<double[]> points = of(segments);
        boolean inside = false;
        int first = 0;
        for (int i = 0; i < points.size(); i++) {
            boolean ends = i + 1 == points.size() || points.get(i + 1)[2] == 0;
            double[] a = points.get(i);
            double[] b = points.get(ends ? first : i + 1);
            if (a[1] > y != b[1] > y && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]) {
                inside = !inside;
            }
            if (ends) {
                first = i + 1;
            }
        }
        return inside;
    }
}
