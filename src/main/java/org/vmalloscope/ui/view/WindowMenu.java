package org.vmalloscope.ui.view;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.ExportChoice.Format;
import org.vmalloscope.ui.model.SessionModel;

/// The menus of the main window. The keys of the Run menu are the window's own, because they bear no modifier.
final class WindowMenu {
    private final MainWindow window;
    private final List<Example> examples;
    private final Words words;

    WindowMenu(MainWindow window, List<Example> examples, Words words) {
        this.window = window;
        this.examples = examples;
        this.words = words;
    }

    MenuBar bar() {
        MenuBar bar = new MenuBar(file(), window.scenario().editMenu(), run(), view(), help());
        bar.setId("menu");
        return bar;
    }

    private Menu file() {
        Menu shipped = new Menu(words.get("menu.file.examples"));
        shipped.setId("examples");
        for (Example example : examples) {
            MenuItem item = new MenuItem(example.title());
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> window.open(example));
            shipped.getItems().add(item);
        }
        Menu menu = new Menu(
                words.get("menu.file"),
                null,
                window.scenario().files().newItem(),
                item("menu.file.open", ctrl(KeyCode.O), window::askForFile),
                shipped,
                recent(),
                new SeparatorMenuItem(),
                item("menu.file.export", ctrl(KeyCode.E), window.export()::askForCurrent),
                item("menu.file.export.all", null, window.export()::askForAll),
                item("menu.file.export.window", null, window.export()::askForWindow),
                copy(),
                new SeparatorMenuItem(),
                item("menu.file.quit", ctrl(KeyCode.Q), window::close));
        menu.getItems().addAll(4, window.scenario().files().items());
        menu.getItems().add(4, new SeparatorMenuItem());
        menu.getItems().addAll(menu.getItems().size() - 2, window.kernelFiles().items());
        return menu;
    }

    private Menu recent() {
        Menu menu = new Menu(words.get("menu.file.recent"));
        ObservableList<Path> files = window.settings().recentFiles();
        Runnable fill =
                () -> menu.getItems().setAll(files.stream().map(this::recent).toList());
        files.addListener((ListChangeListener<Path>) change -> fill.run());
        menu.disableProperty().bind(Bindings.isEmpty(menu.getItems()));
        fill.run();
        return menu;
    }

    private MenuItem recent(Path file) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> window.open(file));
        return item;
    }

    private Menu copy() {
        return new Menu(
                words.get("menu.file.copy"),
                null,
                item(
                        "menu.file.copy.picture",
                        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                        () -> window.export().copy(Format.PNG)),
                item("menu.file.copy.svg", null, () -> window.export().copy(Format.SVG)),
                item("menu.file.copy.text", null, () -> window.export().copy(Format.TXT)));
    }

    private Menu run() {
        SessionModel session = window.session();
        return new Menu(
                words.get("menu.run"),
                null,
                item("run.start", null, session::start),
                item("run.previous", null, session::previousStatement),
                item("run.back", null, session::back),
                item("run.forward", null, session::forward),
                item("run.next", null, session::nextStatement),
                item("run.end", null, session::end),
                new SeparatorMenuItem(),
                item("run.into", null, () -> window.explanation().code().into(true)),
                item("run.over", null, () -> window.explanation().code().over(true)),
                item("run.out", null, () -> window.explanation().code().out(true)),
                item("run.into.back", null, () -> window.explanation().code().into(false)),
                item("run.over.back", null, () -> window.explanation().code().over(false)),
                item("run.out.back", null, () -> window.explanation().code().out(false)),
                item("run.break", null, () -> window.explanation().breakpoints().run(true)),
                item(
                        "run.break.back",
                        null,
                        () -> window.explanation().breakpoints().run(false)),
                new SeparatorMenuItem(),
                item("run.play.pause", null, window.play()::toggle),
                item("run.bookmark", null, window.timeline()::bookmark),
                item("run.bookmark.next", null, () -> window.timeline().goToBookmark(1)),
                item("run.bookmark.previous", null, () -> window.timeline().goToBookmark(-1)),
                item("menu.run.find", ctrl(KeyCode.F), window::find));
    }

    private Menu view() {
        return new Menu(
                words.get("menu.view"),
                null,
                diagrams(),
                item("menu.view.enlarge", ctrl(KeyCode.ENTER), window::enlarge),
                check("menu.view.high-first", window.options().highFirstProperty()),
                check("menu.view.merged", window.options().mergedProperty()),
                item(
                        "menu.view.tree",
                        null,
                        () -> window.explanation().sources().choose()),
                item("menu.view.kernel", ctrl(KeyCode.K), window.kernelFiles()::show),
                item("menu.view.describe", ctrl(KeyCode.D), window::describe),
                new SeparatorMenuItem(),
                item("menu.view.light", null, () -> window.setTheme(Theme.LIGHT)),
                item("menu.view.dark", null, () -> window.setTheme(Theme.DARK)),
                item("menu.view.switch", ctrl(KeyCode.T), window::switchTheme),
                check("menu.view.motion", window.settings().reduceMotionProperty()),
                item("menu.view.present", new KeyCodeCombination(KeyCode.F11), window.presentation()::toggle));
    }

    private Menu diagrams() {
        Menu menu = new Menu(words.get("menu.view.diagrams"));
        int number = 1;
        for (String title : window.titles()) {
            int index = number - 1;
            MenuItem item = new MenuItem(title + "  (" + number++ + ")");
            item.setMnemonicParsing(false);
            item.setOnAction(chosen -> window.showDiagram(index));
            menu.getItems().add(item);
        }
        return menu;
    }

    private CheckMenuItem check(String key, BooleanProperty option) {
        CheckMenuItem item = new CheckMenuItem(words.get(key));
        item.setId(key);
        item.selectedProperty().bindBidirectional(option);
        return item;
    }

    private Menu help() {
        return new Menu(
                words.get("menu.help"),
                null,
                window.lessonMenu().menu(),
                item("menu.help.keys", new KeyCodeCombination(KeyCode.F1), window::showKeys));
    }

    private static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
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
}
