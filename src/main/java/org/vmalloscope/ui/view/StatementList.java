package org.vmalloscope.ui.view;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.StatementRow;

/// The steps of the scenario, the one under the cursor marked; a click goes to a step's end.
final class StatementList extends ListView<StatementRow> {
    private static final String NOW = "vm-now";
    private static final String LATER = "vm-later";

    private final SessionModel session;

    StatementList(SessionModel session) {
        super(session.statements());
        this.session = session;
        setId("statements");
        getStyleClass().add("vm-statements");
        setCellFactory(list -> new StatementCell());
        session.currentProperty().addListener((property, was, now) -> {
            refresh();
            reveal(now.intValue());
        });
    }

    private void reveal(int statement) {
        int rows = Math.max(1, (int) (getHeight() / 20) - 2);
        scrollTo(Math.max(0, statement - rows / 2));
    }

    /// One step: its line number in the file, and its words.
    private final class StatementCell extends ListCell<StatementRow> {
        private final Label line = new Label();
        private final Label words = new Label();
        private final HBox row = new HBox(10, line, words);

        StatementCell() {
            line.getStyleClass().add("vm-line");
            words.getStyleClass().add("vm-words");
            words.setMinWidth(0);
            setPrefWidth(0);
            setOnMouseClicked(click -> {
                if (!isEmpty()) {
                    session.seekStatement(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(StatementRow item, boolean empty) {
            super.updateItem(item, empty);
            getStyleClass().removeAll(NOW, LATER);
            setGraphic(empty ? null : row);
            if (empty) {
                setAccessibleText("");
                return;
            }
            line.setText(Integer.toString(item.line()));
            words.setText(item.text());
            setAccessibleText("line " + item.line() + ": " + item.text());
            int current = session.currentProperty().get();
            if (getIndex() == current) {
                getStyleClass().add(NOW);
            } else if (getIndex() > current) {
                getStyleClass().add(LATER);
            }
        }
    }
}
