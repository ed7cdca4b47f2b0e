package org.vmalloscope.ui.view;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.AreaModel;
import org.vmalloscope.ui.model.SessionModel;

/// What can be done with an area, a vm_struct or a block: read about it, free it, go to its birth or death, copy.
final class AreaMenu {
    private final SessionModel session;
    private final Words words;
    private final Consumer<String> append;
    private final Details details;

    /// `append` adds a statement at the end of the scenario.
    AreaMenu(SessionModel session, Words words, Details details, Consumer<String> append) {
        this.session = session;
        this.words = words;
        this.details = details;
        this.append = append;
    }

    /// Shows the menu of what an id stands for, if that is an object, beside its shape.
    void show(PictureView view, String id) {
        view.placeOf(id).map(view::localToScreen).ifPresent(at -> show(view, id, at.getMaxX(), at.getMaxY()));
    }

    /// Shows the menu at a place on the screen.
    void show(PictureView view, String id, double x, double y) {
        AreaModel.of(session, id).ifPresent(area -> {
            session.links().select(id);
            ContextMenu menu = menu(view, id, area);
            menu.show(view, x, y);
        });
    }

    /// Shows what there is to say about what an id stands for.
    void details(PictureView view, String id) {
        Optional<Bounds> place = view.placeOf(id).map(view::localToScreen);
        AreaModel.of(session, id).ifPresent(area -> place.ifPresent(at -> details.show(view, area, at)));
    }

    private ContextMenu menu(PictureView view, String id, AreaModel area) {
        ContextMenu menu = new ContextMenu();
        menu.setId("area-menu");
        Optional<String> freeing = area.freeing();
        MenuItem free = new MenuItem(freeing.orElseGet(() -> words.get("area.free.not")));
        free.setId("area-free");
        free.setMnemonicParsing(false);
        free.setDisable(freeing.isEmpty());
        free.setOnAction(chosen -> freeing.ifPresent(append));
        menu.getItems()
                .addAll(
                        item("area.details", () -> details(view, id)),
                        new SeparatorMenuItem(),
                        free,
                        new SeparatorMenuItem(),
                        jump("area.birth", area.birth()),
                        jump("area.death", area.death()),
                        new SeparatorMenuItem(),
                        item("area.copy", () -> copy(area.address()), Icon.COPY),
                        item("area.copy.all", () -> copy(area.text())));
        return menu;
    }

    private MenuItem item(String key, Runnable action, Node... graphic) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(key);
        item.setOnAction(chosen -> action.run());
        if (graphic.length > 0) {
            item.setGraphic(graphic[0]);
        }
        return item;
    }

    private MenuItem item(String key, Runnable action, Icon icon) {
        return item(key, action, new IconNode(icon, Icon.SIDE));
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
}
