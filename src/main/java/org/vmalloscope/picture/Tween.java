package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The way from one picture to the next: what has the same id in both moves, the rest comes or goes.
///
/// Position, size and colour take 220 ms, eased in and out; what is new comes in 160 ms from 90 % of its size, what is
/// gone goes in 120 ms, a ring comes in 80 ms. Where an edge has turned round, two nodes have changed places: these go
/// first, then what hangs on them, in 420 ms. An edge, whose id is `edge:A>B`, stays tied to A and B meanwhile.
public final class Tween {
    private static final double MOVE = 0.22;
    private static final double APPEAR = 0.16;
    private static final double VANISH = 0.12;
    private static final double RING = 0.08;
    private static final double ROTATION = 0.42;
    private static final double SMALL = 0.9;
    /// The pivot edge goes in the first part of a rotation, the subtrees in the last.
    private static final double PIVOT_END = 0.55;

    private static final double SUBTREES_BEGIN = 0.4;
    private static final String EDGE = "edge:";
    /// Larger pictures change at once.
    private static final int MOST_SHAPES = 3000;

    private final Picture from;
    private final Picture to;
    private final Map<String, Shape> before;
    private final Map<String, Shape> after;
    private final Set<Shape> same;
    private final Set<String> pivots;
    private final boolean still;

    /// Prepares the way between two pictures of one diagram.
    public Tween(Picture from, Picture to) {
        this.from = from;
        this.to = to;
        this.before = byId(from);
        this.after = byId(to);
        boolean large = Math.max(from.shapes().size(), to.shapes().size()) > MOST_SHAPES;
        this.same = large ? Set.of() : new HashSet<>(from.shapes());
        this.pivots = large ? Set.of() : pivots();
        this.still = large || from.shapes().equals(to.shapes());
    }

    private static Map<String, Shape> byId(Picture picture) {
        Map<String, Shape> shapes = new HashMap<>();
        for (Shape shape : picture.shapes()) {
            if (!shape.id().isEmpty()) {
                shapes.putIfAbsent(shape.id(), shape);
            }
        }
        return shapes;
    }

    /// The ids of nodes between which an edge has turned round.
    private Set<String> pivots() {
        Set<String> turned = new HashSet<>();
        for (String id : after.keySet()) {
            int between = id.indexOf('>');
            if (id.startsWith(EDGE) && between > 0) {
                String upper = id.substring(EDGE.length(), between);
                String lower = id.substring(between + 1);
                if (before.containsKey(EDGE + lower + ">" + upper)) {
                    turned.add(upper);
                    turned.add(lower);
                }
            }
        }
        return turned;
    }

    /// Whether both are the same, or too large to be seen to change.
    public boolean isStill() {
        return still;
    }

    /// How long the way takes, in seconds.
    public double seconds() {
        return pivots.isEmpty() ? MOVE : ROTATION;
    }

    /// What is seen so many seconds after the start, from the bottom up.
    public List<Sprite> at(double seconds) {
        List<Sprite> sprites = new ArrayList<>(to.shapes().size() + 16);
        double gone = 1 - seconds / VANISH;
        if (gone > 0) {
            Set<Shape> stays = new HashSet<>(to.shapes());
            for (Shape shape : from.shapes()) {
                boolean moves = !shape.id().isEmpty() && after.containsKey(shape.id());
                if (!moves && !stays.contains(shape) && !isRing(shape)) {
                    sprites.add(new Sprite(tied(shape, seconds, true), gone, 1));
                }
            }
        }
        for (Shape shape : to.shapes()) {
            add(sprites, shape, seconds);
        }
        return sprites;
    }

    private void add(List<Sprite> sprites, Shape shape, double seconds) {
        Shape old = shape.id().isEmpty() ? null : before.get(shape.id());
        if (same.contains(shape) && !shape.id().startsWith(EDGE)) {
            sprites.add(Sprite.whole(shape));
        } else if (old != null) {
            double share = share(shape.id(), seconds);
            boolean edge = shape.id().startsWith(EDGE);
            sprites.add(Sprite.whole(edge ? tied(shape, seconds, false) : Morph.between(old, shape, share)));
            if (share < 1 && !edge) {
                sprites.add(new Sprite(Morph.between(shape, old, 1 - share), 1 - share, 1));
            }
        } else {
            double come = Math.clamp(seconds / (isRing(shape) ? RING : APPEAR), 0, 1);
            boolean object = shape instanceof Group && !shape.id().isEmpty();
            double scale = object ? Morph.mix(SMALL, 1, eased(come)) : 1;
            sprites.add(new Sprite(tied(shape, seconds, false), come, scale));
        }
    }

    private static boolean isRing(Shape shape) {
        return switch (shape) {
            case Box box -> box.role() == Role.CHANGED_RING || box.role() == Role.PATH_RING;
            case Path path -> path.role() == Role.CHANGED_FLAG;
            default -> false;
        };
    }

    /// How far on its way the thing with an id is.
    private double share(String id, double seconds) {
        double part = Math.clamp(seconds / seconds(), 0, 1);
        if (pivots.isEmpty()) {
            return eased(part);
        }
        return pivots.contains(id)
                ? eased(Math.min(1, part / PIVOT_END))
                : eased(Math.clamp((part - SUBTREES_BEGIN) / (1 - SUBTREES_BEGIN), 0, 1));
    }

    private static double eased(double share) {
        return share * share * (3 - 2 * share);
    }

    /// An edge as it runs between its nodes on their way; any other shape as it is.
    private Shape tied(Shape shape, double seconds, boolean leaving) {
        int between = shape.id().indexOf('>');
        if (!(shape instanceof Path path && shape.id().startsWith(EDGE) && between > 0)) {
            return shape;
        }
        double[] start = displacement(shape.id().substring(EDGE.length(), between), seconds, leaving);
        double[] end = displacement(shape.id().substring(between + 1), seconds, leaving);
        return Morph.tied(path, start[0], start[1], end[0], end[1]);
    }

    /// How far a node is from where it is in the second picture, or from where it was in the first when `leaving`.
    private double[] displacement(String id, double seconds, boolean leaving) {
        Shape old = before.get(id);
        Shape now = after.get(id);
        if (old == null || now == null) {
            return new double[] {0, 0};
        }
        double share = share(id, seconds) - (leaving ? 0 : 1);
        Bounds a = Morph.body(old);
        Bounds b = Morph.body(now);
        return new double[] {(b.centreX() - a.centreX()) * share, (b.centreY() - a.centreY()) * share};
    }
}
