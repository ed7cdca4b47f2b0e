package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// A straight line.
public record Line(String id, double x1, double y1, double x2, double y2, Heads heads, Role role, String tip)
        implements Shape {
    /// Refuses endless coordinates with [IllegalArgumentException].
    public Line {
        Measures.finite(x1, y1);
        Measures.finite(x2, y2);
    }

    /// A line without a tip.
    public Line(String id, double x1, double y1, double x2, double y2, Heads heads, Role role) {
        this(id, x1, y1, x2, y2, heads, role, "");
    }

    /// A line that is decoration, without heads.
    public Line(double x1, double y1, double x2, double y2, Role role) {
        this("", x1, y1, x2, y2, Heads.NONE, role, "");
    }

    /// Its arrow heads.
    public List<Arrow> arrows(Style style) {
        List<Arrow> arrows = new ArrayList<>(2);
        if (heads.atStart()) {
            arrows.add(Arrow.at(x1, y1, x2, y2, style.headLength(), style.headWidth()));
        }
        if (heads.atEnd()) {
            arrows.add(Arrow.at(x2, y2, x1, y1, style.headLength(), style.headWidth()));
        }
        return arrows;
    }

    /// The part of it that is stroked: it ends inside its arrow heads.
    public Line shaft(Style style) {
        double distance = Math.hypot(x2 - x1, y2 - y1);
        double room = heads == Heads.BOTH ? distance / 2 : distance;
        double head = Math.min(style.headLength(), room);
        double backX = Arrow.retreat(x2 - x1, distance, head);
        double backY = Arrow.retreat(y2 - y1, distance, head);
        double atStart = heads.atStart() ? 1 : 0;
        double atEnd = heads.atEnd() ? 1 : 0;
        return new Line(
                id,
                x1 + atStart * backX,
                y1 + atStart * backY,
                x2 - atEnd * backX,
                y2 - atEnd * backY,
                Heads.NONE,
                role,
                tip);
    }

    @Override
    public Bounds bounds() {
        return Bounds.between(x1, y1, x2, y2);
    }

    @Override
    public Line moved(double dx, double dy) {
        return new Line(id, x1 + dx, y1 + dy, x2 + dx, y2 + dy, heads, role, tip);
    }
}
