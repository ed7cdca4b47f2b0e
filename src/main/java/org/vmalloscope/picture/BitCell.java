package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// The state of one page of a vm_map_ram block, as the two bitmaps and the page table tell it.
public enum BitCell {
    /// Never handed out.
    FREE,
    /// Handed out.
    ALLOCATED,
    /// Handed out by rounding up to a power of two, never mapped.
    ROUNDED,
    /// Given back and unmapped.
    DIRTY,
    /// Given back and still mapped.
    DIRTY_MAPPED,
    /// Where the next request for one page goes.
    NEXT;

    private static final double RADIUS = 1.5;
    /// Below this side in px a cell is a solid square.
    private static final double SMALLEST_OUTLINED = 8;

    /// The cell with its top left corner at (x, y); the outline reaches half a pixel inside. Below 8 px it is solid,
    /// and a free cell is an empty group.
    ///
    /// @param side in px
    public Shape draw(String id, String tip, double x, double y, double side) {
        if (side < SMALLEST_OUTLINED) {
            return new Group(id, solid(x, y, side), tip);
        }
        List<Shape> marks = marks(x + 0.5, y + 0.5, side - 1);
        if (marks.isEmpty()) {
            return outlined(id, tip, x + 0.5, y + 0.5, side - 1);
        }
        List<Shape> shapes = new ArrayList<>(marks.size() + 1);
        shapes.add(outlined("", "", x + 0.5, y + 0.5, side - 1));
        shapes.addAll(marks);
        return new Group(id, shapes, tip);
    }

    private List<Shape> solid(double x, double y, double side) {
        return switch (this) {
            case FREE -> List.of();
            case ALLOCATED -> List.of(new Box(x, y, side, side, 0, Role.BIT_ALLOCATED));
            case ROUNDED -> List.of(new Box(x, y, side, side, 0, Role.BIT_ROUNDED_SOLID));
            case DIRTY, DIRTY_MAPPED -> List.of(new Box(x, y, side, side, 0, Role.BIT_DIRTY_SOLID));
            case NEXT -> List.of(new Box(x, y, side, side, 0, Role.BIT_NEXT_DOT));
        };
    }

    private Box outlined(String id, String tip, double x, double y, double side) {
        return switch (this) {
            case FREE, NEXT -> new Box(id, x, y, side, side, RADIUS, Role.BIT_FREE, tip);
            case ALLOCATED -> new Box(id, x - 0.3, y - 0.3, side + 0.6, side + 0.6, RADIUS, Role.BIT_ALLOCATED, tip);
            case ROUNDED -> new Box(id, x, y, side, side, RADIUS, Role.BIT_ROUNDED, tip);
            case DIRTY, DIRTY_MAPPED -> new Box(id, x, y, side, side, RADIUS, Role.BIT_DIRTY, tip);
        };
    }

    private List<Shape> marks(double x, double y, double side) {
        Path slash = new Path(Path.straights(x + 1, y + side - 1, x + side - 1, y + 1), Role.BIT_DIRTY_SLASH);
        return switch (this) {
            case FREE, ALLOCATED -> List.of();
            case ROUNDED -> List.of(half(x, y, side));
            case DIRTY -> List.of(slash);
            case DIRTY_MAPPED -> List.of(slash, Box.disc(x + side / 2, y + side / 2, side * 0.24, Role.MAPPED));
            case NEXT ->
                List.of(
                        new Box(x - 0.8, y - 0.8, side + 1.6, side + 1.6, RADIUS, Role.BIT_NEXT),
                        Box.disc(x + side / 2, y + side / 2, side * 0.16, Role.BIT_NEXT_DOT));
        };
    }

    private static Path half(double x, double y, double side) {
        List<Path.Segment> triangle = List.of(
                new Path.Move(x, y),
                new Path.Straight(x + side, y + side),
                new Path.Straight(x, y + side),
                new Path.Close());
        return new Path(triangle, Role.BIT_ALLOCATED);
    }
}
