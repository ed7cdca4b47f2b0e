package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// vmap_area_list and vmlist, one above the other in address order.
final class ListsDiagram {
    private ListsDiagram() {}

    static Picture draw(Moment moment, Frame frame) {
        return new Picture(frame.roomWidth(), frame.roomHeight(), "vmap_area_list and vmlist", "", List.of());
    }

    static List<LegendEntry> legend(Moment moment) {
        return List.of();
    }

    static Diagram.FigureSize size(Moment moment) {
        return new Diagram.FigureSize(1280, 480);
    }
}
