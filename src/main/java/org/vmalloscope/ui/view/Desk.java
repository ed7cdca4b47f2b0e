package org.vmalloscope.ui.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The body of the window: the address space above all else; the scenario, the diagrams and what explains the code
/// beside each other; the timeline below.
final class Desk extends RuledSplit {
    private static final double STRIP = 156;
    private static final double LOW_STRIP = 140;
    private static final double SCENARIO = 300;
    private static final double NARROW_SCENARIO = 252;
    private static final double NARROW = 1500;
    private static final double TIGHT = 1150;
    private static final double TIGHT_SCENARIO = 226;
    private static final double TIGHT_SIDE = 306;
    private static final double SIDE = 486;
    private static final double NARROW_SIDE = 364;
    private static final double TIMELINE = 164;
    private static final double LOW_TIMELINE = 108;
    private static final double LOW = 850;

    private final RuledSplit middle;
    private final Workbench workbench;
    private List<Node> all = List.of();
    private double[] positions = {};

    Desk(Node scenario, Workbench workbench, Node side, Node timeline, Dividers dividers) {
        this.workbench = workbench;
        this.middle = new RuledSplit(scenario, workbench, side);
        middle.setOrientation(Orientation.HORIZONTAL);
        setOrientation(Orientation.VERTICAL);
        getStyleClass().add("vm-desk");
        getItems().setAll(workbench.strip(), middle, timeline);
        SplitPane.setResizableWithParent(workbench.strip(), false);
        SplitPane.setResizableWithParent(timeline, false);
        SplitPane.setResizableWithParent(scenario, false);
        SplitPane.setResizableWithParent(side, false);
        dividers.track(
                "desk",
                this,
                height -> height < LOW
                        ? new double[] {LOW_STRIP / height, 1 - LOW_TIMELINE / height}
                        : new double[] {STRIP / height, 1 - TIMELINE / height});
        dividers.track("desk.middle", middle, Desk::middle);
    }

    private static double[] middle(double width) {
        if (width < TIGHT) {
            return new double[] {TIGHT_SCENARIO / width, 1 - TIGHT_SIDE / width};
        }
        return width < NARROW
                ? new double[] {NARROW_SCENARIO / width, 1 - NARROW_SIDE / width}
                : new double[] {SCENARIO / width, 1 - SIDE / width};
    }

    /// Shows the diagrams alone between address space and timeline, or again with what stands beside them.
    void bare(boolean alone) {
        if (alone && all.isEmpty()) {
            all = List.copyOf(middle.getItems());
            positions = middle.getDividerPositions();
            middle.getItems().setAll(workbench);
        } else if (!alone && !all.isEmpty()) {
            middle.getItems().setAll(all);
            middle.setDividerPositions(positions);
            all = List.of();
        }
    }
}
