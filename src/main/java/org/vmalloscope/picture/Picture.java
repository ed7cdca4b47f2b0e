package org.vmalloscope.picture;

import java.util.List;
import java.util.Optional;

/// A finished drawing: immutable, in model coordinates, without colours.
///
/// @param width in px
/// @param height in px
/// @param title names it, for people who do not see it and for files
/// @param description says in a sentence or two what it shows
/// @param shapes from the bottom up; groups stand in reading order
public record Picture(double width, double height, String title, String description, List<Shape> shapes) {
    /// How far in px beside a line a click still hits it.
    private static final double REACH = 4;

    /// Copies the list; refuses negative and endless sizes with [IllegalArgumentException].
    public Picture {
        Measures.size(width, height);
        shapes = List.copyOf(shapes);
    }

    /// What is found under a point.
    ///
    /// @param id of the topmost shape there, or of the group around it
    /// @param tip what is to be said there
    public record Hit(String id, String tip) {}

    /// The rectangle around all shapes, which may be smaller or larger than the picture.
    public Bounds bounds() {
        return Group.around(shapes);
    }

    /// What is found at a point: the topmost shape there that has an id or a tip, of its own or from a group
    /// around it.
    public Optional<Hit> hit(double x, double y) {
        return hit(shapes, "", "", x, y);
    }

    private static Optional<Hit> hit(List<Shape> shapes, String id, String tip, double x, double y) {
        for (Shape shape : shapes.reversed()) {
            String ownId = shape.id().isEmpty() ? id : shape.id();
            String ownTip = shape.tip().isEmpty() ? tip : shape.tip();
            if (shape instanceof Group group) {
                Optional<Hit> hit = hit(group.shapes(), ownId, ownTip, x, y);
                if (hit.isPresent()) {
                    return hit;
                }
            } else if (!(ownId.isEmpty() && ownTip.isEmpty()) && touches(shape, x, y)) {
                return Optional.of(new Hit(ownId, ownTip));
            }
        }
        return Optional.empty();
    }

    private static boolean touches(Shape shape, double x, double y) {
        return switch (shape) {
            case Box box -> touchesBox(box, x, y);
            case Line line -> Outline.distance(line.x1(), line.y1(), line.x2(), line.y2(), x, y) <= REACH;
            case Path path -> touchesPath(path, x, y);
            case Text text -> text.bounds().contains(x, y);
            case Glyph glyph -> glyph.bounds().contains(x, y);
            case Group group ->
                hit(group.shapes(), group.id(), group.tip(), x, y).isPresent();
        };
    }

    private static boolean touchesBox(Box box, double x, double y) {
        if (box.role().hasInside()) {
            return box.bounds().contains(x, y);
        }
        return box.bounds().grown(REACH).contains(x, y)
                && !box.bounds().grown(-REACH).contains(x, y);
    }

    private static boolean touchesPath(Path path, double x, double y) {
        if (!path.bounds().grown(REACH).contains(x, y)) {
            return false;
        }
        return Outline.distance(path.segments(), x, y) <= REACH
                || path.role().hasInside() && Outline.encloses(path.segments(), x, y);
    }
}
