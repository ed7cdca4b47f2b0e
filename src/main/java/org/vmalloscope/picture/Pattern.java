package org.vmalloscope.picture;

import java.util.List;

/// A texture that fills a shape: a square tile of lines or dots, repeated from the origin of the picture.
///
/// Tiles are whole pixels wide and repeat without a seam. They are anchored at the origin and not at the shape,
/// so that neighbours line up and nothing crawls while an area grows. Painters fill the ground, then every line
/// with [#thickness] in [Style#patternColour], then every dot with [#radius]; what leaves the tile is cut off.
public enum Pattern {
    /// No texture.
    NONE(1, 0, 0, List.of()),
    /// Squares of 6 px: a vm_map_ram block.
    GRID(6, 0.8, 0, List.of(new Stroke(0, 5.5, 6, 5.5), new Stroke(5.5, 0, 5.5, 6))),
    /// Dots every 5 px: early, imported.
    DOTS(5, 0, 0.9, List.of(new Stroke(1.5, 1.5, 1.5, 1.5))),
    /// Lines rising at 45°, 7 px apart: lazily freed.
    HATCH(10, 1.4, 0, rising(10)),
    /// Lines both ways, 8 px along the axes: being purged.
    CROSS_HATCH(8, 1.2, 0, both(8)),
    /// Level lines every 4 px: a guard page.
    STRIPES(4, 1.6, 0, List.of(new Stroke(0, 0.8, 4, 0.8))),
    /// Dots every 4 px: a gap page.
    GAP_DOTS(4, 0, 1, List.of(new Stroke(2, 2, 2, 2))),
    /// Thin lines falling at 45°, 5 px apart: alignment padding.
    THIN_HATCH(7, 1, 0, falling(7)),
    /// Thin lines rising at 45°, 6 px apart: where a hole collides.
    COLLISION_HATCH(8, 1, 0, rising(8)),
    /// Thin lines rising at 45°, 5 px apart: the rim of a red node in print.
    RIM_HATCH(7, 1, 0, rising(7));

    /// A straight line inside a tile, in px; a dot when both ends are equal.
    public record Stroke(double x1, double y1, double x2, double y2) {
        /// Whether it is a dot.
        public boolean isDot() {
            return x1 == x2 && y1 == y2;
        }
    }

    private final int tile;
    private final double thickness;
    private final double radius;
    private final List<Stroke> strokes;

    Pattern(int tile, double thickness, double radius, List<Stroke> strokes) {
        this.tile = tile;
        this.thickness = thickness;
        this.radius = radius;
        this.strokes = List.copyOf(strokes);
    }

    /// The side of the tile, in px.
    public int tile() {
        return tile;
    }

    /// The width of its lines, in px.
    public double thickness() {
        return thickness;
    }

    /// The radius of its dots, in px.
    public double radius() {
        return radius;
    }

    /// What stands in one tile.
    public List<Stroke> strokes() {
        return strokes;
    }

    private static List<Stroke> rising(int side) {
        return List.of(
                new Stroke(-2, 2, 2, -2),
                new Stroke(-2, side + 2, side + 2, -2),
                new Stroke(side - 2, side + 2, side + 2, side - 2));
    }

    private static List<Stroke> falling(int side) {
        return List.of(
                new Stroke(side - 2, -2, side + 2, 2),
                new Stroke(-2, -2, side + 2, side + 2),
                new Stroke(-2, side - 2, 2, side + 2));
    }

    private static List<Stroke> both(int side) {
        return List.of(new Stroke(-2, side + 2, side + 2, -2), new Stroke(-2, -2, side + 2, side + 2));
    }
}
