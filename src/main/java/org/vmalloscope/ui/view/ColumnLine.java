package org.vmalloscope.ui.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A line of the inspector in its columns: offset, field, value, and what it was. The head of the columns is one, too.
final class ColumnLine extends Region {
    static final double HEIGHT = 20;
    private static final double OFFSET = 34;
    private static final double GAP = 10;
    private static final double FEWEST = 84;
    private static final double MOST = 200;

    private final Label offset = label("vm-row-offset");
    private final Label field = label("vm-row-field");
    private final Label value = label("vm-row-value");
    private final Label was = label("vm-row-was");

    ColumnLine() {
        getChildren().addAll(offset, field, value, was);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        return label;
    }

    void show(String offsetText, String fieldText, String valueText, String wasText) {
        offset.setText(offsetText);
        field.setText(fieldText);
        value.setText(valueText);
        was.setText(wasText);
        requestLayout();
    }

    /// The label of the value, which may be a pointer to follow.
    Label value() {
        return value;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double fieldX = OFFSET + GAP;
        double fieldWidth = Math.clamp(width * 0.4, FEWEST, MOST);
        double valueX = fieldX + fieldWidth + GAP;
        double wasWidth = was.getText().isEmpty() ? 0 : Math.min(was.prefWidth(-1), (width - valueX) * 0.45);
        double offsetWidth = Math.min(OFFSET, offset.prefWidth(-1));
        offset.resizeRelocate(OFFSET - offsetWidth, 0, offsetWidth, HEIGHT);
        field.resizeRelocate(fieldX, 0, fieldWidth, HEIGHT);
        double room = Math.max(0, width - valueX - wasWidth - (wasWidth > 0 ? GAP : 0));
        value.resizeRelocate(valueX, 0, Math.min(room, value.prefWidth(-1)), HEIGHT);
        was.resizeRelocate(width - wasWidth, 0, wasWidth, HEIGHT);
    }
}
