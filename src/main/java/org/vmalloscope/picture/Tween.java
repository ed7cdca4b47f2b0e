package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The way from one picture to the next: shapes with the same id move, all others are as in the second picture.
///
/// Only what stands elsewhere moves; a picture on the way is a picture like any other.
public final class Tween {
    private final Picture to;
    private final Map<String, Shape> before = new HashMap<>();
    private final boolean still;

    /// Prepares the way between two pictures of one diagram.
    public Tween(Picture from, Picture to) {
        this.to = to;
        for (Shape shape : from.shapes()) {
            if (!shape.id().isEmpty()) {
                before.put(shape.id(), shape);
            }
        }
        this.still = to.shapes().stream().allMatch(shape -> {
            Shape old = before.get(shape.id());
            return old == null || shape.id().isEmpty() || old.bounds().equals(shape.bounds());
        });
    }

    /// Whether nothing moves.
    public boolean isStill() {
        return still;
    }

    /// The picture at a share of the way, 0 to 1; time is eased in and out.
    public Picture at(double share) {
        if (still || share >= 1) {
            return to;
        }
        double eased = share * share * (3 - 2 * share);
        List<Shape> shapes = new ArrayList<>(to.shapes().size());
        for (Shape shape : to.shapes()) {
            Shape old = shape.id().isEmpty() ? null : before.get(shape.id());
            shapes.add(old == null ? shape : between(old, shape, eased));
        }
        return new Picture(to.width(), to.height(), to.title(), to.description(), shapes);
    }

    private static Shape between(Shape old, Shape now, double share) {
        if (old instanceof Path from && now instanceof Path path && alike(from, path)) {
            return path(from, path, share);
        }
        Bounds a = old.bounds();
        Bounds b = now.bounds();
        double dx = (a.x() + a.width() / 2 - b.x() - b.width() / 2) * (1 - share);
        double dy = (a.y() + a.height() / 2 - b.y() - b.height() / 2) * (1 - share);
        return dx == 0 && dy == 0 ? now : now.moved(dx, dy);
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

    private static double mix(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
