package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.EditorDocument;
import org.vmalloscope.ui.model.EditorModel;
import org.vmalloscope.ui.model.Opener;

/// The text and its file: new, save, save as, revert, and the question before anything that was written is lost.
final class ScenarioFiles {
    private static final String ENDING = ".vms";

    private final Stage stage;
    private final Opener opener;
    private final EditorModel editor;
    private final Supplier<Theme> theme;
    private final Words words;
    private Consumer<Path> saved = file -> {};
    private Consumer<String> told = message -> {};

    ScenarioFiles(Stage stage, Opener opener, Supplier<Theme> theme, Words words) {
        this.theme = theme;
        this.stage = stage;
        this.opener = opener;
        this.editor = opener.editor();
        this.words = words;
    }

    /// `saved` gets the files that are written, `told` one line when something went wrong.
    void tell(Consumer<Path> savedFile, Consumer<String> toldLine) {
        saved = savedFile;
        told = toldLine;
    }

    /// The items of the File menu, New excepted.
    List<MenuItem> items() {
        MenuItem revert = item("menu.file.revert", null, this::revert);
        revert.setDisable(true);
        editor.dirtyProperty().addListener((property, was, now) -> revert.setDisable(!canRevert()));
        editor.documentProperty().addListener((property, was, now) -> revert.setDisable(!canRevert()));
        return List.of(
                item("menu.file.save", new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN), this::save),
                item(
                        "menu.file.save.as",
                        new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        this::saveAs),
                revert);
    }

    /// New.
    MenuItem newItem() {
        return item("menu.file.new", new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN), this::startAnew);
    }

    private MenuItem item(String key, @Nullable KeyCombination keys, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(key);
        if (keys != null) {
            item.setAccelerator(keys);
        }
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void startAnew() {
        if (mayLeave()) {
            opener.open(words.get("new.name"), words.get("new.text"));
        }
    }

    private boolean canRevert() {
        return editor.dirtyProperty().get()
                && editor.documentProperty().get().file().isPresent();
    }

    private void revert() {
        if (canRevert()) {
            opener.revert();
        }
    }

    /// Writes the text into its file, and asks for one where it has none; whether it is written.
    boolean save() {
        return editor.documentProperty().get().file().isPresent() ? written(editor.save()) : saveAs();
    }

    /// Asks for a file and writes the text into it; whether it is written.
    boolean saveAs() {
        EditorDocument document = editor.documentProperty().get();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("save.title"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("open.filter"), "*" + ENDING));
        chooser.setInitialFileName(document.name());
        document.file()
                .flatMap(file -> Optional.ofNullable(file.toAbsolutePath().getParent()))
                .map(Path::toFile)
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(stage);
        return chosen != null && saveAs(chosen.toPath());
    }

    /// Writes the text into a file, with our ending if it was named without one; whether it is written.
    boolean saveAs(Path chosen) {
        String name = String.valueOf(chosen.getFileName());
        if (name.contains(".")) {
            return written(editor.saveAs(chosen));
        }
        Path named = chosen.resolveSibling(name + ENDING);
        return (!Files.exists(named) || asks("ask.replace", named.getFileName(), "ask.replace.yes") == Answer.YES)
                && written(editor.saveAs(named));
    }

    private boolean written(Optional<String> fault) {
        fault.ifPresent(message -> told.accept(words.get("save.failed", message)));
        if (fault.isEmpty()) {
            editor.documentProperty().get().file().ifPresent(saved);
        }
        return fault.isEmpty();
    }

    /// Whether the text may go: it is saved, or the user says what to do with it.
    boolean mayLeave() {
        if (!editor.dirtyProperty().get()) {
            return true;
        }
        String name = editor.documentProperty().get().name();
        return switch (asks("ask.save", name, "ask.save.yes")) {
            case YES -> save();
            case NO -> true;
            case CANCEL -> false;
        };
    }

    private enum Answer {
        YES,
        NO,
        CANCEL
    }

    private Answer asks(String key, Object name, String yesKey) {
        ButtonType yes = new ButtonType(words.get(yesKey), ButtonData.YES);
        ButtonType no = new ButtonType(words.get("ask.save.no"), ButtonData.NO);
        ButtonType cancel = new ButtonType(words.get("ask.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(AlertType.NONE, words.get(key + ".text"), yes, cancel);
        if (key.equals("ask.save")) {
            alert.getButtonTypes().add(1, no);
        }
        alert.initOwner(stage);
        alert.setTitle(words.get("window.title"));
        alert.setHeaderText(words.get(key, name));
        alert.getDialogPane().getStyleClass().add("vm-ask");
        WindowStyle.apply(theme.get(), alert.getDialogPane());
        ButtonType chosen = alert.showAndWait().orElse(cancel);
        return chosen == yes ? Answer.YES : chosen == no ? Answer.NO : Answer.CANCEL;
    }
}
