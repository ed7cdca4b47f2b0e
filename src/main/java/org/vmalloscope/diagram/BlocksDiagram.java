package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// The blocks of vm_map_ram on each CPU.
final class BlocksDiagram {
    private BlocksDiagram() {}

    static Picture draw(Moment moment, Frame frame) {
        return new Picture(frame.roomWidth(), frame.roomHeight(), "Per-CPU blocks", "", List.of());
    }

    static List<LegendEntry> legend(Moment moment, ViewOptions options) {
        return List.of();
    }

    static Diagram.FigureSize size(Moment moment, ViewOptions options) {
        return new Diagram.FigureSize(1280, 480);
    }
}
