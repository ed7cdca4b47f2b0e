package org.vmalloscope.ui.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.EditorProposal;

/// The list of what can be typed, below the caret. The keys stay with the editor, which passes them on.
final class CompletionPopup extends Popup {
    private static final double ROW = 22;
    private static final int MOST_ROWS = 9;
    private static final double WIDTH = 250;

    private final ListView<EditorProposal> list = new ListView<>();
    private final Consumer<EditorProposal> taken;

    /// `taken` gets what was chosen.
    CompletionPopup(Consumer<EditorProposal> taken) {
        this.taken = taken;
        list.setId("completion");
        list.getStyleClass().add("vm-completion");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ProposalCell());
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                take();
            }
        });
        getContent().add(list);
        setAutoHide(true);
        setHideOnEscape(false);
    }

    /// One proposal: the word, and a few words about it.
    private static final class ProposalCell extends ListCell<EditorProposal> {
        private final Label word = new Label();
        private final Label detail = new Label();
        private final HBox row;

        ProposalCell() {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            word.getStyleClass().add("vm-completion-word");
            detail.getStyleClass().add("vm-completion-detail");
            row = new HBox(8, word, space, detail);
        }

        @Override
        protected void updateItem(EditorProposal item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                word.setText(item.label());
                detail.setText(item.detail());
                setAccessibleText(item.label() + " " + item.detail());
            }
        }
    }

    /// Has the colours of a theme from now on.
    void dress(Theme theme) {
        WindowStyle.apply(theme, list);
    }

    /// Shows proposals at a place of the screen; hides when there are none.
    void show(Node owner, List<EditorProposal> proposals, Bounds caret) {
        if (proposals.isEmpty()) {
            hide();
            return;
        }
        list.getItems().setAll(proposals);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        list.setPrefHeight(Math.min(proposals.size(), MOST_ROWS) * ROW + 10);
        show(owner, caret.getMinX() - 12, caret.getMaxY() + 3);
    }

    /// Whether a key was for the list.
    boolean pressed(KeyEvent key) {
        if (!isShowing() || key.isShortcutDown() || key.isAltDown()) {
            return false;
        }
        switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS - 1);
            case PAGE_UP -> move(1 - MOST_ROWS);
            case ENTER, TAB -> take();
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows) {
        int count = list.getItems().size();
        int at = list.getSelectionModel().getSelectedIndex() + rows;
        int to = rows == 1 || rows == -1 ? Math.floorMod(at, count) : Math.clamp(at, 0, count - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS + 2));
    }

    private void take() {
        EditorProposal chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            taken.accept(chosen);
        }
    }
}
