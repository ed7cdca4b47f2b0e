package org.vmalloscope.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Shape;
import org.vmalloscope.ui.model.MarginModel;
import org.vmalloscope.ui.model.MarginModel.Progress;

/// The place left of a line: its number, and whether its statement was played, is being played, or is wrong. A click
/// goes to the end of the statement.
final class GutterCell extends Region {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double BAR = 3;
    private static final double MARK = 14;
    private static final double GAP = 9;

    private final int line;
    private final MarginModel margin;
    private final Region bar = new Region();
    private final Circle dot = new Circle(1.75);
    private final Polygon triangle = new Polygon(-3.5, -4.5, 4, 0, -3.5, 4.5);
    private final Polygon wrong = new Polygon(-2.2, -5, 2.2, -5, 5, -2.2, 5, 2.2, 2.2, 5, -2.2, 5, -5, 2.2, -5, -2.2);
    private final Label number = new Label();

    GutterCell(int line, MarginModel margin) {
        this.line = line;
        this.margin = margin;
        getStyleClass().add("vm-gutter-cell");
        bar.getStyleClass().add("vm-gutter-bar");
        dot.getStyleClass().add("vm-gutter-dot");
        triangle.getStyleClass().add("vm-gutter-now");
        wrong.getStyleClass().add("vm-gutter-wrong");
        number.getStyleClass().add("vm-gutter-number");
        number.setText(Integer.toString(line));
        getChildren().addAll(bar, dot, triangle, wrong, number);
        setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                margin.go(line);
                click.consume();
            }
        });
    }

    /// Shows what is there to be shown now.
    void update() {
        Progress progress = margin.progress(line);
        boolean hasError = !margin.errors(line).isEmpty();
        bar.setVisible(progress == Progress.NOW);
        triangle.setVisible(progress == Progress.NOW && !hasError);
        dot.setVisible(progress == Progress.DONE && !hasError);
        wrong.setVisible(hasError);
        pseudoClassStateChanged(NOW, progress == Progress.NOW);
        pseudoClassStateChanged(WRONG, hasError);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double middle = Math.floor(height / 2) + 0.5;
        bar.resizeRelocate(0, 0, BAR, height);
        for (var mark : new Shape[] {dot, triangle, wrong}) {
            mark.setLayoutX(BAR + MARK / 2);
            mark.setLayoutY(middle);
        }
        double width = number.prefWidth(-1);
        number.resizeRelocate(Math.max(BAR + MARK, getWidth() - GAP - width), 0, width, height);
    }
}
