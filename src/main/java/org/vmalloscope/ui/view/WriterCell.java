package org.vmalloscope.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.vmalloscope.ui.model.WriterModel;
import org.vmalloscope.ui.model.WriterRow;

/// A store in the list of who wrote a field: its event, what it changed, the function, the statement.
final class WriterCell extends ListCell<WriterRow> {
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass TO_COME = PseudoClass.getPseudoClass("to-come");

    private final WriterModel model;
    private final Words words;
    private final Line line = new Line();

    WriterCell(WriterModel model, Words words) {
        this.model = model;
        this.words = words;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (getItem() != null) {
                model.go(getItem());
            }
        });
    }

    @Override
    protected void updateItem(WriterRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean shown = !empty && row != null;
        setGraphic(shown ? line : null);
        pseudoClassStateChanged(NOW, shown && model.isNow(row));
        pseudoClassStateChanged(CURRENT, shown && getIndex() == model.current());
        pseudoClassStateChanged(TO_COME, shown && !model.isDone(row));
        if (shown) {
            String event = row.event() == 0 ? "…" : Long.toString(row.event());
            String change = model.meaning(row.was()) + " ⇒ " + model.meaning(row.now());
            String statement = model.statement(row.statement());
            line.show(event, model.meaning(row.was()), model.meaning(row.now()), row.function(), statement);
            setAccessibleText(words.get("writers.row", event, change, row.function(), statement));
        }
    }

    /// The columns of a row.
    private static final class Line extends Region {
        private static final double EVENT = 46;
        private static final double GAP = 10;

        private final Label event = label("vm-writer-event");
        private final Label was = label("vm-writer-was");
        private final Label now = label("vm-writer-now");
        private final Label function = label("vm-writer-function");
        private final Label statement = label("vm-writer-statement");

        Line() {
            getChildren().addAll(event, was, now, function, statement);
            setMinHeight(ColumnLine.HEIGHT);
            setPrefHeight(ColumnLine.HEIGHT);
        }

        private static Label label(String style) {
            Label label = new Label();
            label.getStyleClass().add(style);
            label.setMinWidth(0);
            return label;
        }

        void show(String number, String before, String after, String who, String what) {
            event.setText(number);
            was.setText(before);
            now.setText("→ " + (after.startsWith("→ ") ? after.substring(2) : after));
            function.setText(who);
            statement.setText(what);
            requestLayout();
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected void layoutChildren() {
            double room = getWidth() - EVENT - 2 * GAP;
            double eventWidth = Math.min(EVENT, event.prefWidth(-1));
            event.resizeRelocate(EVENT - eventWidth, 0, eventWidth, ColumnLine.HEIGHT);
            double change = room * 0.38;
            double wasWidth = Math.min(was.prefWidth(-1), change * 0.5);
            double nowWidth = Math.min(now.prefWidth(-1), change - wasWidth - 5);
            was.resizeRelocate(EVENT + GAP, 0, wasWidth, ColumnLine.HEIGHT);
            now.resizeRelocate(EVENT + GAP + wasWidth + 5, 0, nowWidth, ColumnLine.HEIGHT);
            double functionX = EVENT + 2 * GAP + change;
            double rest = Math.max(0, getWidth() - functionX);
            double functionWidth = Math.min(function.prefWidth(-1), rest);
            function.resizeRelocate(functionX, 0, functionWidth, ColumnLine.HEIGHT);
            double left = rest - functionWidth - GAP;
            double statementWidth = left < 64 ? 0 : Math.min(statement.prefWidth(-1), left);
            statement.setVisible(statementWidth > 0);
            statement.resizeRelocate(getWidth() - statementWidth, 0, statementWidth, ColumnLine.HEIGHT);
        }
    }
}
