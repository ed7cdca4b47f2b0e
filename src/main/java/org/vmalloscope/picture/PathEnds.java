package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// The two ends of a path: where its arrow heads stand, and how far the line reaches into them.
final class PathEnds {
    private PathEnds() {}

    static List<Arrow> arrows(Path path, Style style) {
        List<Arrow> arrows = new ArrayList<>(2);
        List<double[]> hull = hull(path.segments());
        if (path.heads().atStart()) {
            arrows.add(arrow(hull, style));
        }
        if (path.heads().atEnd()) {
            arrows.add(arrow(hull.reversed(), style));
        }
        return arrows;
    }

    /// The head at the first of some points, pointing away from the next one that lies elsewhere.
    private static Arrow arrow(List<double[]> points, Style style) {
        double[] tip = points.getFirst();
        double[] from = neighbour(points);
        return Arrow.at(tip[0], tip[1], from[0], from[1], style.headLength(), style.headWidth());
    }

    private static double[] neighbour(List<double[]> points) {
        double[] first = points.getFirst();
        for (double[] point : points) {
            if (point[0] != first[0] || point[1] != first[1]) {
                return point;
            }
        }
        return first;
    }

    /// The points and control points of a path, in order.
    private static List<double[]> hull(List<Path.Segment> segments) {
        List<double[]> points = new ArrayList<>(segments.size() + 2);
        for (Path.Segment segment : segments) {
            switch (segment) {
                case Path.Move move -> points.add(new double[] {move.x(), move.y()});
                case Path.Straight line -> points.add(new double[] {line.x(), line.y()});
                case Path.Cubic curve -> {
                    points.add(new double[] {curve.x1(), curve.y1()});
                    points.add(new double[] {curve.x2(), curve.y2()});
                    points.add(new double[] {curve.x(), curve.y()});
                }
                case Path.Close close -> points.add(points.getFirst());
            }
        }
        return points;
    }

    static List<Path.Segment> shortened(Path path, Style style) {
        List<Path.Segment> segments = new ArrayList<>(path.segments());
        List<double[]> hull = hull(segments);
        if (path.heads().atStart() && segments.size() > 1) {
            double[] by = retreat(hull, style.headLength());
            segments.set(0, segments.getFirst().moved(-by[0], -by[1]));
            segments.set(1, secondMoved(segments.get(1), by));
        }
        if (path.heads().atEnd()) {
            segments.set(
                    segments.size() - 1, endMoved(segments.getLast(), retreat(hull.reversed(), style.headLength())));
        }
        return segments;
    }

    private static double[] retreat(List<double[]> points, double headLength) {
        double[] tip = points.getFirst();
        double[] from = neighbour(points);
        double dx = tip[0] - from[0];
        double dy = tip[1] - from[1];
        double distance = Math.hypot(dx, dy);
        return new double[] {Arrow.retreat(dx, distance, headLength), Arrow.retreat(dy, distance, headLength)};
    }

    /// A curve keeps its direction at the start when its first control point moves along.
    private static Path.Segment secondMoved(Path.Segment segment, double[] by) {
        return segment instanceof Path.Cubic c
                ? new Path.Cubic(c.x1() - by[0], c.y1() - by[1], c.x2(), c.y2(), c.x(), c.y())
                : segment;
    }

    private static Path.Segment endMoved(Path.Segment segment, double[] by) {
        return switch (segment) {
            case Path.Straight line -> line.moved(-by[0], -by[1]);
            case Path.Cubic c ->
                new Path.Cubic(c.x1(), c.y1(), c.x2() - by[0], c.y2() - by[1], c.x() - by[0], c.y() - by[1]);
            case Path.Move move -> move;
            case Path.Close close -> close;
        };
    }
}
