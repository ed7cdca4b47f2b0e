package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A ring around a thing that is looked at; all may be on at once.
public enum Highlight {
    /// The engine changed it at this event.
    CHANGED(Role.CHANGED_RING),
    /// It is on the search path.
    PATH(Role.PATH_RING),
    /// The user chose it.
    SELECTED(Role.SELECTED_RING),
    /// The pointer is over it, here or in another diagram.
    HOVERED(Role.HOVER_RING);

    /// From the thing to the middle of the line of each ring, in px.
    private static final double TO_CHANGED = 5;

    private static final double TO_CHANGED_BEYOND_BLUE = 7;
    private static final double TO_BLUE = 4;
    private static final double TO_HOVERED = 1.5;

    /// Side of the corner flag, in px.
    private static final double FLAG = 11;
    /// How far in px the flag reaches beyond the middle of the ring's line.
    private static final double FLAG_BEYOND = 1.2;

    private final Role role;

    Highlight(Role role) {
        this.role = role;
    }

    /// The rings around a thing, from the outside in: yellow with a flag at its corner, blue for path or
    /// selection, and thin for hover.
    ///
    /// @param radius of the thing's own corners, in px
    public static List<Shape> rings(Bounds thing, double radius, Set<Highlight> on) {
        List<Shape> rings = new ArrayList<>(4);
        boolean blue = on.contains(PATH) || on.contains(SELECTED);
        if (on.contains(CHANGED)) {
            double distance = blue ? TO_CHANGED_BEYOND_BLUE : TO_CHANGED;
            rings.add(CHANGED.ring(thing, radius, distance));
            rings.add(flag(thing.grown(distance)));
        }
        if (blue) {
            rings.add((on.contains(SELECTED) ? SELECTED : PATH).ring(thing, radius, TO_BLUE));
        }
        if (on.contains(HOVERED)) {
            rings.add(HOVERED.ring(thing, radius, TO_HOVERED));
        }
        return rings;
    }

    private Box ring(Bounds thing, double radius, double distance) {
        Bounds ring = thing.grown(distance);
        return new Box(ring.x(), ring.y(), ring.width(), ring.height(), radius + distance, role);
    }

    private static Path flag(Bounds ring) {
        double right = ring.right() + FLAG_BEYOND;
        double top = ring.y() - FLAG_BEYOND;
        List<Path.Segment> triangle = List.of(
                new Path.Move(right, top),
                new Path.Straight(right - FLAG, top),
                new Path.Straight(right, top + FLAG),
                new Path.Close());
        return new Path(triangle, Role.CHANGED_FLAG);
    }
}
