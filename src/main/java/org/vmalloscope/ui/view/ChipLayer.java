package org.vmalloscope.ui.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The chips over the right end of the lines, each level with the gutter's cell of its line. The text has all the
/// width, and a chip covers the little of it that it must.
final class ChipLayer extends Pane {
    private static final double FROM_RIGHT = 11;

    private final IntFunction<ChipCell> maker;
    private final Map<Integer, ChipCell> chips = new HashMap<>();
    private final Set<Integer> leaving = new HashSet<>();
    /// Where the gutter begins, seen from here.
    private final DoubleProperty top = new SimpleDoubleProperty();

    private @Nullable Region cell;

    /// `maker` makes the chip of a line (from 1).
    ChipLayer(IntFunction<ChipCell> maker) {
        this.maker = maker;
        setPickOnBounds(false);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(widthProperty());
        inside.heightProperty().bind(heightProperty());
        setClip(inside);
    }

    /// A line comes into sight, beside that cell.
    void show(int line, Region beside) {
        ChipCell chip = chips.computeIfAbsent(line, this::make);
        leaving.remove(line);
        chip.layoutYProperty().bind(beside.layoutYProperty().add(top));
        cell = beside;
        requestLayout();
        chip.heightFrom(beside.heightProperty());
        chip.update();
    }

    private ChipCell make(int line) {
        ChipCell chip = maker.apply(line);
        chip.setManaged(false);
        chip.layoutXProperty().bind(widthProperty().subtract(ChipCell.WIDTH + FROM_RIGHT));
        getChildren().add(chip);
        return chip;
    }

    /// A line goes out of sight; its chip goes only at the next layout. The area takes all cells away and puts them
    /// back whenever it lays them out, and the pointer may be on the chip.
    void hide(int line) {
        leaving.add(line);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Region any = cell;
        if (any != null && any.getParent() != null) {
            top.set(sceneToLocal(any.getParent().localToScene(0, 0)).getY());
        }
        for (int line : leaving) {
            ChipCell chip = chips.remove(line);
            if (chip != null) {
                chip.layoutYProperty().unbind();
                getChildren().remove(chip);
            }
        }
        leaving.clear();
    }

    /// Lets all chips show what is there now.
    void update() {
        chips.values().forEach(ChipCell::update);
    }
}
