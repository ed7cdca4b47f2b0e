package org.vmalloscope.ui.view;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.ui.model.LessonEntry;
import org.vmalloscope.ui.model.LessonModel;

/// The list of lessons, as a menu and behind a button, each with how far one is.
record LessonMenu(LessonModel lessons, Stage stage, Words words) {
    /// The menu; its items are made anew whenever it opens, because answers change them.
    Menu menu() {
        Menu menu = new Menu(words.get("menu.lessons"));
        menu.setId("lessons");
        menu.getItems().setAll(items());
        menu.setOnShowing(showing -> menu.getItems().setAll(items()));
        return menu;
    }

    Button button() {
        Button button = Tools.button("lessons-button", Icon.LESSON, words.get("tool.lessons"), () -> {});
        button.setOnAction(pressed -> {
            ContextMenu list = new ContextMenu(items().toArray(MenuItem[]::new));
            list.setId("lesson-list");
            list.show(button, Side.BOTTOM, 0, 4);
        });
        return button;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        int number = 1;
        for (LessonEntry entry : lessons.lessons()) {
            items.add(item(number++, entry));
        }
        MenuItem file = new MenuItem(words.get("menu.lessons.file"));
        file.setId("menu.lessons.file");
        file.setOnAction(chosen -> ask());
        MenuItem leave = new MenuItem(words.get("lesson.leave"));
        leave.setId("menu.lessons.leave");
        leave.setOnAction(chosen -> lessons.leave());
        leave.setDisable(!lessons.activeProperty().get());
        items.add(new SeparatorMenuItem());
        items.add(file);
        items.add(leave);
        return items;
    }

    private MenuItem item(int number, LessonEntry entry) {
        MenuItem item = new MenuItem(number + "  " + entry.title());
        item.setId("lesson:" + entry.id());
        item.setMnemonicParsing(false);
        if (entry.answered() > 0) {
            Label score = new Label(entry.right() + "/" + entry.questions());
            HBox graphic = new HBox(4, score);
            if (entry.isDone()) {
                graphic.getChildren().addFirst(new IconNode(Icon.TICK, 10));
            }
            graphic.setAlignment(Pos.CENTER_RIGHT);
            item.setGraphic(graphic);
        }
        item.setOnAction(chosen -> lessons.open(entry.id()));
        return item;
    }

    private void ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("menu.lessons.file"));
        chooser.getExtensionFilters().add(new ExtensionFilter(words.get("lesson.filter"), "*.lesson"));
        File file = chooser.showOpenDialog(stage);
        if (file != null) {
            lessons.open(file.toPath());
        }
    }
}
