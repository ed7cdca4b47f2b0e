package org.vmalloscope.ui.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;

/// What explains the code, at the right of the diagrams: the listing on top, the panes about memory in tabs below.
final class SideColumn extends RuledSplit {
    private static final double LOW = 520;

    private final SideFrame lower;

    SideColumn(Node code, List<SidePane> lower, Dividers dividers) {
        this.lower = new SideFrame(lower);
        setId("side");
        setOrientation(Orientation.VERTICAL);
        setMinWidth(240);
        getItems().setAll(code, this.lower);
        dividers.track("side", this, height -> new double[] {height < LOW ? 0.43 : 0.44});
    }

    /// Shows one of the lower panes.
    void show(String id) {
        lower.show(id);
    }
}
