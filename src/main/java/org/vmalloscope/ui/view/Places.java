package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.ui.model.LinkModel;

/// Where the things of a picture are: objects by id, and what changed now.
final class Places {
    /// Steps sideways count so many times as far.
    private static final double ASIDE = 3;

    private final Map<String, Bounds> all = new LinkedHashMap<>();
    private final List<Bounds> changed = new ArrayList<>();

    static Places of(Picture picture) {
        Places places = new Places();
        places.add(picture.shapes());
        return places;
    }

    private void add(List<Shape> shapes) {
        for (Shape shape : shapes) {
            if (!shape.id().isEmpty()) {
                all.putIfAbsent(shape.id(), bodyOf(shape));
            }
            if (shape instanceof Group group) {
                add(group.shapes());
            } else if (isChange(shape)) {
                changed.add(shape.bounds());
            }
        }
    }

    private static boolean isChange(Shape shape) {
        Role role = switch (shape) {
            case Box box -> box.role();
            case Path path -> path.role();
            default -> Role.CANVAS;
        };
        return role == Role.CHANGED_RING || role == Role.CHANGED_FLAG || role == Role.CHANGED_ROW;
    }

    /// The first shape of a group is its body; the rest may be rings around it.
    private static Bounds bodyOf(Shape shape) {
        return shape instanceof Group group && !group.shapes().isEmpty()
                ? bodyOf(group.shapes().getFirst())
                : shape.bounds();
    }

    @Nullable
    Bounds of(String id) {
        return all.get(id);
    }

    /// What the engine changed at this event; none when it changed nothing that is drawn.
    Optional<Bounds> changed() {
        return changed.stream().reduce(Bounds::union);
    }

    private List<Map.Entry<String, Bounds>> objects() {
        return all.entrySet().stream()
                .filter(entry -> LinkModel.isObject(entry.getKey()))
                .toList();
    }

    /// The object beside another in a direction, or the first in reading order when that one is not there.
    Optional<String> beside(String id, int dx, int dy) {
        Bounds from = all.get(id);
        if (from == null) {
            return objects().stream().map(Map.Entry::getKey).findFirst();
        }
        return objects().stream()
                .filter(entry -> !entry.getKey().equals(id) && ahead(from, entry.getValue(), dx, dy) > 1)
                .min(Comparator.comparingDouble(entry -> distance(from, entry.getValue(), dx, dy)))
                .map(Map.Entry::getKey);
    }

    private static double ahead(Bounds from, Bounds to, int dx, int dy) {
        return (to.centreX() - from.centreX()) * dx + (to.centreY() - from.centreY()) * dy;
    }

    private static double distance(Bounds from, Bounds to, int dx, int dy) {
        double aside = Math.abs((to.centreX() - from.centreX()) * dy) + Math.abs((to.centreY() - from.centreY()) * dx);
        return ahead(from, to, dx, dy) + ASIDE * aside;
    }
}
