package org.vmalloscope.diagram;

import java.util.EnumMap;
import java.util.Map;
import org.vmalloscope.picture.Kind;

/// What each node of the tree is, by its place in address order, and how many there are of each kind.
final class TreeKinds {
    private final Kind[] kinds;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    TreeKinds(TreeShape shape, AreaKinds areas) {
        kinds = new Kind[shape.size()];
        for (int place = 0; place < kinds.length; place++) {
            kinds[place] = areas.of(shape.area(place));
        }
        for (Kind kind : kinds) {
            counts.merge(kind, 1, Integer::sum);
        }
    }

    Kind of(int place) {
        return kinds[place];
    }

    /// Nodes of each kind that occurs.
    Map<Kind, Integer> counts() {
        return counts;
    }
}
