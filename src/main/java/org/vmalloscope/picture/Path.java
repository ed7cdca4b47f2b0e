package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// A line of straight and curved segments, open or closed; it is filled when its role has a fill.
public record Path(String id, List<Segment> segments, Heads heads, Role role, String tip) implements Shape {
    /// A step of the pen.
    public sealed interface Segment permits Move, Straight, Cubic, Close {
        /// The same step elsewhere: `dx` px to the right, `dy` px down.
        Segment moved(double dx, double dy);
    }

    /// The pen is put down elsewhere.
    public record Move(double x, double y) implements Segment {
        /// Refuses endless coordinates with [IllegalArgumentException].
        public Move {
            Measures.finite(x, y);
        }

        @Override
        public Move moved(double dx, double dy) {
            return new Move(x + dx, y + dy);
        }
    }

    /// A straight line to a point.
    public record Straight(double x, double y) implements Segment {
        /// Refuses endless coordinates with [IllegalArgumentException].
        public Straight {
            Measures.finite(x, y);
        }

        @Override
        public Straight moved(double dx, double dy) {
            return new Straight(x + dx, y + dy);
        }
    }

    /// A cubic Bézier curve to (x, y) with two control points.
    public record Cubic(double x1, double y1, double x2, double y2, double x, double y) implements Segment {
        /// Refuses endless coordinates with [IllegalArgumentException].
        public Cubic {
            Measures.finite(x1, y1);
            Measures.finite(x2, y2);
            Measures.finite(x, y);
        }

        @Override
        public Cubic moved(double dx, double dy) {
            return new Cubic(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x + dx, y + dy);
        }
    }

    /// A straight line back to the last move.
    public record Close() implements Segment {
        @Override
        public Close moved(double dx, double dy) {
            return this;
        }
    }

    /// Refuses a path that does not begin with a move with [IllegalArgumentException].
    public Path {
        segments = List.copyOf(segments);
        if (segments.isEmpty() || !(segments.getFirst() instanceof Move)) {
            throw new IllegalArgumentException("a path begins with a move");
        }
    }

    /// A path that is decoration, without heads.
    public Path(List<Segment> segments, Role role) {
        this("", segments, Heads.NONE, role, "");
    }

    /// A single curve from (x0, y0).
    public static Path curve(String id, double x0, double y0, Cubic curve, Heads heads, Role role) {
        return new Path(id, List.of(new Move(x0, y0), curve), heads, role, "");
    }

    /// Straight lines through points given as x, y, x, y ...; an odd count is refused with
    /// [IllegalArgumentException].
    public static List<Segment> straights(double... coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException("an x without a y");
        }
        List<Segment> segments = new ArrayList<>(coordinates.length / 2);
        for (int i = 0; i < coordinates.length; i += 2) {
            double x = coordinates[i];
            double y = coordinates[i + 1];
            segments.add(i == 0 ? new Move(x, y) : new Straight(x, y));
        }
        return segments;
    }

    /// The segments that path data in SVG's syntax describe; only M, L, H, V, C and Z, in absolute coordinates.
    public static List<Segment> parse(String data) {
        return new PathData(data).segments();
    }

    /// Its arrow heads.
    public List<Arrow> arrows(Style style) {
        return PathEnds.arrows(this, style);
    }

    /// The segments that are stroked: they end inside the arrow heads.
    public List<Segment> shaft(Style style) {
        return heads == Heads.NONE ? segments : PathEnds.shortened(this, style);
    }

    @Override
    public Bounds bounds() {
        Extent extent = new Extent();
        for (Segment segment : segments) {
            switch (segment) {
                case Move move -> extent.begin(move.x(), move.y());
                case Straight line -> extent.point(line.x(), line.y());
                case Cubic curve -> extent.curve(curve);
                case Close close -> extent.close();
            }
        }
        return extent.bounds();
    }

    @Override
    public Path moved(double dx, double dy) {
        List<Segment> there = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            there.add(segment.moved(dx, dy));
        }
        return new Path(id, there, heads, role, tip);
    }
}
