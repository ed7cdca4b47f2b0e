package org.vmalloscope.picture;

/// A rectangle with round corners; with a radius of half its height its ends are round, and as a square it is a disc.
///
/// @param radius of the corners in px; a radius of more than half the smaller side counts as that half
public record Box(String id, double x, double y, double width, double height, double radius, Role role, String tip)
        implements Shape {
    /// Refuses negative and endless measures with [IllegalArgumentException].
    public Box {
        Measures.finite(x, y);
        Measures.size(width, height);
        Measures.size(radius, 0);
        radius = Math.min(radius, Math.min(width, height) / 2);
    }

    /// A box without a tip.
    public Box(String id, double x, double y, double width, double height, double radius, Role role) {
        this(id, x, y, width, height, radius, role, "");
    }

    /// A box that is decoration.
    public Box(double x, double y, double width, double height, double radius, Role role) {
        this("", x, y, width, height, radius, role, "");
    }

    /// A disc around a centre.
    public static Box disc(double centreX, double centreY, double radius, Role role) {
        return new Box(centreX - radius, centreY - radius, 2 * radius, 2 * radius, radius, role);
    }

    @Override
    public Bounds bounds() {
        return new Bounds(x, y, width, height);
    }

    @Override
    public Box moved(double dx, double dy) {
        return new Box(id, x + dx, y + dy, width, height, radius, role, tip);
    }
}
