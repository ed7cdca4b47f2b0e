package org.vmalloscope.picture;

/// An icon, scaled to a square and centred on a point.
///
/// Its lines and solid parts have the outline colour of the role, the parts that show the ground have its fill.
///
/// @param size side of the square in px; icons are designed for 12
public record Glyph(String id, Icon icon, double centreX, double centreY, double size, Role role, String tip)
        implements Shape {
    /// Refuses endless coordinates and negative sizes with [IllegalArgumentException].
    public Glyph {
        Measures.finite(centreX, centreY);
        Measures.size(size, size);
    }

    /// A glyph that is decoration.
    public Glyph(Icon icon, double centreX, double centreY, double size, Role role) {
        this("", icon, centreX, centreY, size, role, "");
    }

    /// The factor by which the icon grows.
    public double scale() {
        return size / Icon.SIDE;
    }

    @Override
    public Bounds bounds() {
        return new Bounds(centreX - size / 2, centreY - size / 2, size, size);
    }

    @Override
    public Glyph moved(double dx, double dy) {
        return new Glyph(id, icon, centreX + dx, centreY + dy, size, role, tip);
    }
}
