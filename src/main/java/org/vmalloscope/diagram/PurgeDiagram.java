package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// Lazily freed areas, and a purge while it runs.
final class PurgeDiagram {
    private PurgeDiagram() {}

    static Picture draw(Moment moment, Frame frame) {
        return new Picture(frame.roomWidth(), frame.roomHeight(), "Purge", "", List.of());
    }

    static List<LegendEntry> legend(Moment moment) {
        return List.of();
    }

    static Diagram.FigureSize size(Moment moment) {
        return new Diagram.FigureSize(1280, 480);
    }
}
