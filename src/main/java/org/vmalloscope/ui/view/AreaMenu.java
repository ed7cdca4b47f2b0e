package org.vmalloscope.ui.view;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.GridPane;
import org.controlsfx.control.PopOver;
import org.vmalloscope.ui.model.AreaModel;
import org.vmalloscope.ui.model.SessionModel;

/// What can be done with an area: read about it, free it, go to its birth or death, copy its address.
final class AreaMenu {
    private final SessionModel session;
    private final Words words;
    private final Consumer<String> append;

    /// `append` adds a statement at the end of the scenario.
    AreaMenu(SessionModel session, Words words, Consumer<String> append) {
        this.session = session;
        this.words = words;
        this.append = append;
    }

    /// Shows the menu of the area that an id stands for, if it does.
    void show(Node owner, String id, ContextMenuEvent at) {
        AreaModel.of(session, id).ifPresent(area -> {
            session.links().select(id);
            menu(owner, area, at).show(owner, at.getScreenX(), at.getScreenY());
        });
    }

    private ContextMenu menu(Node owner, AreaModel area, ContextMenuEvent at) {
        ContextMenu menu = new ContextMenu();
        Optional<String> freeing = area.freeing();
        MenuItem free = new MenuItem(freeing.orElseGet(() -> words.get("area.free.not")));
        free.setId("area-free");
        free.setMnemonicParsing(false);
        free.setDisable(freeing.isEmpty());
        free.setOnAction(chosen -> freeing.ifPresent(append));
        menu.getItems()
                .addAll(
                        item("area.details", () -> details(area).show(owner, at.getScreenX(), at.getScreenY())),
                        new SeparatorMenuItem(),
                        free,
                        new SeparatorMenuItem(),
                        jump("area.birth", area.birth()),
                        jump("area.death", area.death()),
                        item("area.copy", () -> copy(area.address())),
                        item("area.copy.all", () -> copy(area.text())));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(key);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private MenuItem jump(String key, OptionalLong position) {
        MenuItem item = item(key, () -> position.ifPresent(session::seek));
        item.setDisable(position.isEmpty());
        return item;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static PopOver details(AreaModel area) {
        GridPane grid = new GridPane(14, 4);
        grid.setPadding(new Insets(12));
        grid.getStyleClass().add("vm-details");
        int row = 0;
        for (var line : area.rows()) {
            Label word = new Label(line.word());
            word.getStyleClass().add("vm-details-word");
            Label value = new Label(line.value());
            value.getStyleClass().add("vm-details-value");
            grid.addRow(row++, word, value);
        }
        PopOver popOver = new PopOver(grid);
        popOver.setTitle(area.name());
        popOver.setHeaderAlwaysVisible(true);
        popOver.setDetachable(true);
        return popOver;
    }
}
