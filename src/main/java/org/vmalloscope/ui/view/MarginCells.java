package org.vmalloscope.ui.view;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.scene.Node;
import jfx.incubator.scene.control.richtext.SideDecorator;

/// The gutter of a code area: a cell for each line that is seen, and with it a chip on the other side.
final class MarginCells implements SideDecorator {
    private final IntFunction<GutterCell> maker;
    private final ChipLayer chips;
    private final Set<GutterCell> seen = new HashSet<>();
    private double width;

    /// `maker` makes the cell of a line (from 1).
    MarginCells(double width, IntFunction<GutterCell> maker, ChipLayer chips) {
        this.width = width;
        this.maker = maker;
        this.chips = chips;
    }

    void setWidth(double newWidth) {
        width = newWidth;
    }

    /// Lets all cells that are seen show what is there now.
    void update() {
        seen.forEach(GutterCell::update);
    }

    @Override
    public double getPrefWidth(double viewWidth) {
        return width;
    }

    @Override
    public Node getMeasurementNode(int index) {
        return maker.apply(index + 1);
    }

    @Override
    public Node getNode(int index) {
        GutterCell cell = maker.apply(index + 1);
        cell.sceneProperty().addListener((property, was, now) -> {
            if (now == null) {
                seen.remove(cell);
                chips.hide(index + 1);
            } else if (seen.add(cell)) {
                cell.update();
                chips.show(index + 1, cell);
            }
        });
        cell.update();
        return cell;
    }
}
