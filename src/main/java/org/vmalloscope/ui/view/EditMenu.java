package org.vmalloscope.ui.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import jfx.incubator.scene.control.richtext.RichTextArea;
import org.vmalloscope.ui.model.EditorModel;

/// What can be done with the text: in the menu bar, and where the pointer is. A field that has the keys gets copy, cut
/// and paste for itself.
final class EditMenu {
    private final Stage stage;
    private final ScenarioEditor editor;
    private final EditorModel model;
    private final Words words;

    EditMenu(Stage stage, ScenarioEditor editor, EditorModel model, Words words) {
        this.stage = stage;
        this.editor = editor;
        this.model = model;
        this.words = words;
    }

    Menu menu() {
        Menu menu = new Menu(words.get("menu.edit"));
        menu.setId("menu.edit");
        menu.getItems().addAll(items());
        return menu;
    }

    /// Items, made anew at each call.
    List<MenuItem> items() {
        MenuItem undo = item("edit.undo", ctrl(KeyCode.Z), () -> on(TextInputControl::undo, model::undo));
        MenuItem redo = item(
                "edit.redo",
                new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                () -> on(TextInputControl::redo, model::redo));
        disableUnless(undo, model.undoableProperty());
        disableUnless(redo, model.redoableProperty());
        return List.of(
                undo,
                redo,
                new SeparatorMenuItem(),
                item("edit.cut", ctrl(KeyCode.X), () -> text(TextInputControl::cut, RichTextArea::cut)),
                item("edit.copy", ctrl(KeyCode.C), () -> text(TextInputControl::copy, RichTextArea::copy)),
                item("edit.paste", ctrl(KeyCode.V), () -> text(TextInputControl::paste, RichTextArea::pastePlainText)),
                item("edit.all", ctrl(KeyCode.A), () -> text(TextInputControl::selectAll, RichTextArea::selectAll)),
                new SeparatorMenuItem(),
                item(
                        "edit.complete",
                        new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN),
                        editor::complete),
                item("edit.error", new KeyCodeCombination(KeyCode.F8), () -> editor.nextError(true)));
    }

    private static void disableUnless(MenuItem item, ObservableBooleanValue possible) {
        item.setDisable(!possible.get());
        possible.addListener((property, was, now) -> item.setDisable(!now));
    }

    private void text(Consumer<TextInputControl> field, Consumer<RichTextArea> area) {
        on(field, () -> area.accept(editor.area()));
    }

    private void on(Consumer<TextInputControl> field, Runnable otherwise) {
        Node focused = stage.getScene().getFocusOwner();
        if (focused instanceof TextInputControl writing) {
            field.accept(writing);
        } else {
            otherwise.run();
        }
    }

    private static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private MenuItem item(String key, KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(key);
        item.setAccelerator(keys);
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
