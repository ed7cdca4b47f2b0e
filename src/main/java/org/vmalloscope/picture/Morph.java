package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// Shapes between two states of the same thing, which differ in place and size.
final class Morph {
    private Morph() {}

    /// `now` as it is at a share of the way from where and how large `old` was; what has another form is only moved.
    static Shape between(Shape old, Shape now, double share) {
        if (share >= 1 || old.equals(now)) {
            return now;
        }
        if (old instanceof Path from && now instanceof Path path && alike(from, path)) {
            return path(from, path, share);
        }
        if (old instanceof Box from && now instanceof Box box) {
            return box(from, box, share);
        }
        if (old instanceof Line from && now instanceof Line line) {
            return line(from, line, share);
        }
        if (old instanceof Group from && now instanceof Group group) {
            return group(from, group, share);
        }
        return moved(old.bounds(), now.bounds(), now, share);
    }

    private static Shape moved(Bounds old, Bounds bounds, Shape now, double share) {
        double dx = (old.centreX() - bounds.centreX()) * (1 - share);
        double dy = (old.centreY() - bounds.centreY()) * (1 - share);
        return dx == 0 && dy == 0 ? now : now.moved(dx, dy);
    }

    private static Shape group(Group from, Group to, double share) {
        if (!alike(from.shapes(), to.shapes())) {
            return moved(body(from), body(to), to, share);
        }
        List<Shape> shapes = new ArrayList<>(to.shapes().size());
        for (int index = 0; index < to.shapes().size(); index++) {
            shapes.add(between(from.shapes().get(index), to.shapes().get(index), share));
        }
        return new Group(to.id(), shapes, to.tip());
    }

    /// The first shape of a group is what the rest belongs to.
    static Bounds body(Shape shape) {
        return shape instanceof Group group && !group.shapes().isEmpty()
                ? body(group.shapes().getFirst())
                : shape.bounds();
    }

    private static boolean alike(List<Shape> from, List<Shape> to) {
        if (from.size() != to.size()) {
            return false;
        }
        for (int index = 0; index < to.size(); index++) {
            if (from.get(index).getClass() != to.get(index).getClass()) {
                return false;
            }
        }
        return true;
    }

    private static Box box(Box from, Box to, double share) {
        return new Box(
                to.id(),
                mix(from.x(), to.x(), share),
                mix(from.y(), to.y(), share),
                mix(from.width(), to.width(), share),
                mix(from.height(), to.height(), share),
                mix(from.radius(), to.radius(), share),
                to.role(),
                to.tip());
    }

    private static Line line(Line from, Line to, double share) {
        return new Line(
                to.id(),
                mix(from.x1(), to.x1(), share),
                mix(from.y1(), to.y1(), share),
                mix(from.x2(), to.x2(), share),
                mix(from.y2(), to.y2(), share),
                to.heads(),
                to.role(),
                to.tip());
    }

    private static boolean alike(Path a, Path b) {
        if (a.segments().size() != b.segments().size()) {
            return false;
        }
        for (int index = 0; index < a.segments().size(); index++) {
            if (a.segments().get(index).getClass() != b.segments().get(index).getClass()) {
                return false;
            }
        }
        return true;
    }

    private static Path path(Path from, Path to, double share) {
        List<Path.Segment> segments = new ArrayList<>(to.segments().size());
        for (int index = 0; index < to.segments().size(); index++) {
            segments.add(segment(from.segments().get(index), to.segments().get(index), share));
        }
        return new Path(to.id(), segments, to.heads(), to.role(), to.tip());
    }

    private static Path.Segment segment(Path.Segment from, Path.Segment to, double share) {
        if (from instanceof Path.Move a && to instanceof Path.Move b) {
            return new Path.Move(mix(a.x(), b.x(), share), mix(a.y(), b.y(), share));
        }
        if (from instanceof Path.Straight a && to instanceof Path.Straight b) {
            return new Path.Straight(mix(a.x(), b.x(), share), mix(a.y(), b.y(), share));
        }
        if (from instanceof Path.Cubic a && to instanceof Path.Cubic b) {
            return new Path.Cubic(
                    mix(a.x1(), b.x1(), share),
                    mix(a.y1(), b.y1(), share),
                    mix(a.x2(), b.x2(), share),
                    mix(a.y2(), b.y2(), share),
                    mix(a.x(), b.x(), share),
                    mix(a.y(), b.y(), share));
        }
        return to;
    }

    /// A path whose begin and end are displaced by different amounts, so that it stays tied to two things that move.
    static Path tied(Path path, double startX, double startY, double endX, double endY) {
        int last = path.segments().size() - 1;
        List<Path.Segment> segments = new ArrayList<>(last + 1);
        for (int index = 0; index <= last; index++) {
            double share = last == 0 ? 0 : (double) index / last;
            double dx = mix(startX, endX, share);
            double dy = mix(startY, endY, share);
            double before = Math.max(0, share - 1.0 / Math.max(1, last));
            segments.add(
                    path.segments().get(index) instanceof Path.Cubic cubic
                            ? new Path.Cubic(
                                    cubic.x1() + mix(startX, endX, before),
                                    cubic.y1() + mix(startY, endY, before),
                                    cubic.x2() + dx,
                                    cubic.y2() + dy,
                                    cubic.x() + dx,
                                    cubic.y() + dy)
                            : path.segments().get(index).moved(dx, dy));
        }
        return new Path(path.id(), segments, path.heads(), path.role(), path.tip());
    }

    static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
