package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A line of a legend: a sample of what occurs in a diagram, and what it means.
///
/// @param sample begins at x = 0 and is centred on y = 0
/// @param width of the sample, in px
/// @param words what it means
public record LegendEntry(Shape sample, double width, String words) {
    private static final double WIDTH = 26;
    private static final double HEIGHT = 16;
    private static final double TOP = -HEIGHT / 2;
    private static final double CORNER = 3;
    private static final double ICON = 12;
    private static final double KIND_ICON = 10;

    /// A kind of area.
    public static LegendEntry of(Kind kind, String words) {
        double plate = KIND_ICON + 4;
        Shape sample = new Group(
                "",
                List.of(
                        new Box(0.5, TOP + 0.5, WIDTH - 1, HEIGHT - 1, CORNER, kind.area()),
                        new Box((WIDTH - plate) / 2, -6, plate, 12, 2, kind.plate()),
                        new Glyph(kind.icon(), WIDTH / 2, 0, KIND_ICON, kind.area())));
        return new LegendEntry(sample, WIDTH, words);
    }

    /// A state of a page in a block.
    public static LegendEntry of(BitCell cell, String words) {
        return new LegendEntry(cell.draw("", "", 0, TOP, HEIGHT), HEIGHT, words);
    }

    /// An icon in the colour of a role, such as that of an event.
    public static LegendEntry of(Icon icon, Role role, String words) {
        return new LegendEntry(new Glyph(icon, ICON / 2, 0, ICON, role), ICON, words);
    }

    /// Anything else: a box or a line as this role is used.
    public static LegendEntry of(Role role, String words) {
        return switch (role) {
            case RED_NODE -> box(role, 28, HEIGHT, HEIGHT / 2, words);
            case BLACK_NODE -> box(role, 28, HEIGHT, CORNER, words);
            case GAP, VM_GUARD, BUSY_GUARD, BLOCK_GUARD, EARLY_GUARD, LAZY_GUARD, PURGING_GUARD ->
                box(role, 12, HEIGHT, 0, words);
            case MAPPED -> box(role, WIDTH, 8, 1, words);
            case HOLE -> hole(words);
            case PATH_EDGE, PATH_EDGE_DENSE, POINTER, POINTER_PENDING, POINTER_BACKWARD, POINTER_STALE ->
                line(role, Heads.END, words);
            case POINTER_MISSING -> brokenPointer(role, Icon.NULL, words);
            case POINTER_FREED -> brokenPointer(role, Icon.CROSS, words);
            case CHANGED_RING -> ring(Highlight.CHANGED, words);
            case SELECTED_RING -> ring(Highlight.SELECTED, words);
            case PATH_RING -> ring(Highlight.PATH, words);
            case HOVER_RING -> ring(Highlight.HOVERED, words);
            case HOLE_REJECTED -> marked(role, Icon.CROSS, words);
            case HOLE_CHOSEN -> marked(role, Icon.TICK, words);
            default -> role.hasInside() ? box(role, WIDTH, HEIGHT, CORNER, words) : line(role, Heads.NONE, words);
        };
    }

    private static LegendEntry box(Role role, double width, double height, double radius, String words) {
        Box sample = new Box(0.5, -height / 2 + 0.5, width - 1, height - 1, radius, role);
        return new LegendEntry(sample, width, words);
    }

    private static LegendEntry hole(String words) {
        Group sample = new Group(
                "",
                List.of(
                        new Box(0, TOP, WIDTH, HEIGHT - 1, 0, Role.HOLE),
                        new Box(0, -TOP - 1, WIDTH, 1, 0, Role.HOLE_BASE)));
        return new LegendEntry(sample, WIDTH, words);
    }

    private static LegendEntry marked(Role role, Icon icon, String words) {
        Group sample = new Group(
                "",
                List.of(
                        new Box(1, TOP + 1, WIDTH - 2, HEIGHT - 2, CORNER, role),
                        new Glyph(icon, WIDTH / 2, 0, KIND_ICON, role)));
        return new LegendEntry(sample, WIDTH, words);
    }

    private static LegendEntry line(Role role, Heads heads, String words) {
        return new LegendEntry(new Line("", 0, 0, 28, 0, heads, role), 28, words);
    }

    private static LegendEntry brokenPointer(Role role, Icon end, String words) {
        Group sample = new Group("", List.of(new Line(0, 0, 20, 0, role), new Glyph(end, 28, 0, ICON, role)));
        return new LegendEntry(sample, 34, words);
    }

    private static LegendEntry ring(Highlight highlight, String words) {
        Bounds inside = new Bounds(6, -4, 16, 8);
        List<Shape> shapes = new ArrayList<>(Highlight.rings(inside, 1, Set.of(highlight)));
        return new LegendEntry(new Group("", shapes), 28, words);
    }
}
