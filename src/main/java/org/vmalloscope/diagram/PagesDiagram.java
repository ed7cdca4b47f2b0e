package org.vmalloscope.diagram;

import java.util.List;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// Which pages are present, and what each CPU's TLB still knows.
final class PagesDiagram {
    private PagesDiagram() {}

    static Picture draw(Moment moment, Frame frame) {
        return new Picture(frame.roomWidth(), frame.roomHeight(), "Page table and TLBs", "", List.of());
    }

    static List<LegendEntry> legend(Moment moment) {
        return List.of();
    }

    static Diagram.FigureSize size(Moment moment) {
        return new Diagram.FigureSize(1280, 480);
    }
}
