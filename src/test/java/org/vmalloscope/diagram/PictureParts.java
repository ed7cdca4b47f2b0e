package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;

/// A picture taken apart, for tests that look for something in it.
record PictureParts(List<Shape> leaves, List<Group> groups) {
    static PictureParts of(Picture picture) {
        PictureParts parts = new PictureParts(new ArrayList<>(), new ArrayList<>());
        picture.shapes().forEach(parts::add);
        return parts;
    }

    private void add(Shape shape) {
        if (shape instanceof Group group) {
            groups.add(group);
            group.shapes().forEach(this::add);
        } else {
            leaves.add(shape);
        }
    }

    /// Everything that is written, in order.
    List<String> texts() {
        return leaves.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .map(Text::string)
                .toList();
    }

    /// What single shapes and groups say when they are pointed at.
    List<String> tips() {
        return Stream.concat(leaves.stream().map(Shape::tip), groups.stream().map(Group::tip))
                .filter(tip -> !tip.isEmpty())
                .toList();
    }

    /// How many shapes there are in a role.
    long count(Role role) {
        return leaves.stream().filter(shape -> role(shape) == role).count();
    }

    private static Role role(Shape shape) {
        return switch (shape) {
            case org.vmalloscope.picture.Box box -> box.role();
            case org.vmalloscope.picture.Line line -> line.role();
            case org.vmalloscope.picture.Path path -> path.role();
            case org.vmalloscope.picture.Glyph glyph -> glyph.role();
            case Text text -> text.runs().getFirst().role();
            case Group group -> throw new IllegalArgumentException("groups were taken apart");
        };
    }

    /// The first group whose tip begins with a text.
    Optional<Group> tipped(String start) {
        return groups.stream().filter(group -> group.tip().startsWith(start)).findFirst();
    }
}
