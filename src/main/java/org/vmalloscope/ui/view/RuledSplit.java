package org.vmalloscope.ui.view;

import java.util.function.DoubleFunction;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// A split pane whose dividers stand where a rule puts them for its length, at every length, until the user drags one.
class RuledSplit extends SplitPane {
    private DoubleFunction<double[]> rule = length -> new double[0];
    private boolean ruled;
    private boolean once;
    private boolean dragged;
    private double length = -1;

    RuledSplit(Node... nodes) {
        super(nodes);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> {
            if (drag.getTarget() instanceof Node node && isDivider(node)) {
                dragged = true;
                ruled = false;
            }
        });
    }

    private boolean isDivider(Node node) {
        for (Node at = node; at != null && !equals(at); at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return equals(at.getParent());
            }
        }
        return false;
    }

    /// Gives it a rule: positions, 0 to 1, for a length in px.
    void rule(DoubleFunction<double[]> newRule) {
        rule = newRule;
        ruled = true;
    }

    /// Puts the dividers where they were left; they keep to that from the first length on.
    void left(double... positions) {
        rule = any -> positions;
        ruled = true;
        once = true;
    }

    /// Whether the user has dragged a divider.
    boolean isDragged() {
        return dragged;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double now = getOrientation() == Orientation.HORIZONTAL ? getWidth() : getHeight();
        if (ruled && now > 0 && now != length) {
            length = now;
            ruled = !once;
            setDividerPositions(rule.apply(now));
            super.layoutChildren();
        }
    }
}
