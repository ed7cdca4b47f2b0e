package org.vmalloscope.ui.view;

import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.BookmarkModel;

/// Asks what a bookmark is to be called; an empty name takes it away, Escape leaves it as it is.
record BookmarkPopup(BookmarkModel bookmarks, Words words, Supplier<Theme> theme) {
    private static final Duration SOON = Duration.millis(120);

    /// Asks at an x of a node.
    void ask(Node owner, long position, double x) {
        TextField name = new TextField(bookmarks.all().getOrDefault(position, ""));
        name.setId("bookmark-name");
        name.setPrefColumnCount(26);
        name.setAccessibleText(words.get("bookmark.name"));
        Label hint = new Label(words.get("bookmark.hint"));
        hint.getStyleClass().add("vm-card-keys");
        VBox box = new VBox(6, new Label(words.get("bookmark.name")), name, hint);
        box.getStyleClass().add("vm-details");
        PopOver popOver = new PopOver(box);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        WindowStyle.apply(theme.get(), popOver.getRoot());
        name.setOnAction(entered -> {
            bookmarks.rename(position, name.getText());
            popOver.hide();
        });
        name.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                popOver.hide();
            }
        });
        Bounds at = owner.localToScreen(owner.getBoundsInLocal());
        if (at != null) {
            popOver.show(owner, at.getMinX() + x, at.getMinY() + 6);
            name.requestFocus();
            name.selectAll();
            ignoreFirst(name);
        }
    }

    /// The key that asked for the name is no part of it.
    private static void ignoreFirst(TextField name) {
        EventHandler<KeyEvent> swallow = KeyEvent::consume;
        name.addEventFilter(KeyEvent.KEY_TYPED, swallow);
        PauseTransition soon = new PauseTransition(SOON);
        soon.setOnFinished(over -> name.removeEventFilter(KeyEvent.KEY_TYPED, swallow));
        soon.play();
    }
}
