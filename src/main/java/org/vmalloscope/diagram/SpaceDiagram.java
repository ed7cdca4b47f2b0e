package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// The address space of vmalloc, to scale with elided gaps.
final class SpaceDiagram {
    private SpaceDiagram() {}

    static Picture draw(Moment moment, Frame frame) {
        return new Picture(frame.roomWidth(), frame.roomHeight(), "Address space", "", List.of());
    }

    static List<LegendEntry> legend(Moment moment) {
        return List.of();
    }

    static Diagram.FigureSize size(Moment moment) {
        return new Diagram.FigureSize(1280, 480);
    }

    static double mostZoom(Moment moment, double width) {
        return 8;
    }
}
