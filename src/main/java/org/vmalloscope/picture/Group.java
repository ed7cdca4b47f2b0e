package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;

/// Shapes that show one thing together, the first at the bottom.
///
/// @param tip what is said about the thing: the tooltip of all its shapes, and a line of the text equivalent
public record Group(String id, List<Shape> shapes, String tip) implements Shape {
    /// Copies the list.
    public Group {
        shapes = List.copyOf(shapes);
    }

    /// A group about which nothing is said.
    public Group(String id, List<Shape> shapes) {
        this(id, shapes, "");
    }

    /// The rectangle around all its shapes; nothing at the origin when it has none.
    @Override
    public Bounds bounds() {
        return around(shapes);
    }

    static Bounds around(List<Shape> shapes) {
        if (shapes.isEmpty()) {
            return new Bounds(0, 0, 0, 0);
        }
        Bounds bounds = shapes.getFirst().bounds();
        for (Shape shape : shapes.subList(1, shapes.size())) {
            bounds = bounds.union(shape.bounds());
        }
        return bounds;
    }

    @Override
    public Group moved(double dx, double dy) {
        List<Shape> there = new ArrayList<>(shapes.size());
        for (Shape shape : shapes) {
            there.add(shape.moved(dx, dy));
        }
        return new Group(id, there, tip);
    }
}
