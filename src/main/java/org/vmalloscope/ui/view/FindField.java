package org.vmalloscope.ui.view;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.SearchModel;
import org.vmalloscope.ui.model.SessionModel;

/// The field that looks for events: Enter goes to the next one found, Shift+Enter to the one before; Escape gives a
/// search up and the window its keys back.
final class FindField extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SearchModel search;
    private final Words words;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Runnable left;

    /// `left` takes the focus when the field gives it up.
    FindField(SessionModel session, SearchModel search, Words words, Runnable left) {
        this.search = search;
        this.words = words;
        this.left = left;
        getStyleClass().add("vm-find");
        field.setId("find");
        field.setPromptText(words.get("find.prompt"));
        field.setAccessibleText(words.get("find.prompt"));
        field.setTooltip(new Tooltip(words.get("find.tip")));
        field.setOnKeyPressed(this::pressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        count.setId("find-count");
        count.getStyleClass().add("vm-find-count");
        count.setMinWidth(USE_PREF_SIZE);
        progress.setPrefWidth(56);
        progress.progressProperty().bind(search.progressProperty());
        progress.visibleProperty().bind(search.busyProperty());
        progress.managedProperty().bind(search.busyProperty());
        getChildren().addAll(new IconNode(Icon.FIND, 12), field, progress, count);
        search.foundProperty().addListener((property, was, now) -> tell());
        search.busyProperty().addListener((property, was, now) -> tell());
        session.positionProperty().addListener((property, was, now) -> tell());
        field.focusedProperty()
                .addListener(
                        (property, was, now) -> pseudoClassStateChanged(PseudoClass.getPseudoClass("within"), now));
        tell();
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            search.find(field.getText(), key.isShiftDown());
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            search.forget();
            field.clear();
            left.run();
            key.consume();
        }
    }

    /// Looks for some words, as if they had been written.
    void find(String wanted, boolean back) {
        field.setText(wanted);
        search.find(wanted, back);
    }

    private void tell() {
        int found = search.foundProperty().get().size();
        boolean nothing = search.isDone() && found == 0;
        pseudoClassStateChanged(ERROR, nothing);
        if (search.isDone()) {
            count.setText(nothing ? words.get("find.nothing") : words.get("find.count", search.current(), found));
        } else {
            count.setText(search.busyProperty().get() ? words.get("find.busy") : "Ctrl F");
        }
    }
}
