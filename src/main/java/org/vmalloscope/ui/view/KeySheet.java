package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.vmalloscope.picture.Theme;

/// The sheet that lists the keys, in groups.
///
/// Its text in the bundle has a line `# Group` for each group and lines `key, key | what it does`.
final class KeySheet {
    private static final double HEIGHT = 560;
    private static final double COLUMN = 344;

    private KeySheet() {}

    static void show(Stage owner, Words words, Theme theme) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(words.get("keys.title"));
        FlowPane groups = new FlowPane(24, 18);
        groups.setOrientation(Orientation.VERTICAL);
        groups.setPrefWrapLength(HEIGHT - 20);
        groups.getStyleClass().add("vm-keys");
        groups.setId("keys");
        groups.getChildren().setAll(groups(words.get("keys.text")));
        ScrollPane scroll = new ScrollPane(groups);
        dialog.getDialogPane().setPrefSize(3 * COLUMN + 110, HEIGHT + 90);
        scroll.getStyleClass().add("vm-keys-scroll");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        WindowStyle.apply(theme, dialog.getDialogPane());
        dialog.show();
    }

    private static List<Node> groups(String text) {
        List<Node> groups = new ArrayList<>();
        GridPane grid = new GridPane();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("# ")) {
                grid = grid();
                Label title = new Label(line.substring(2));
                title.getStyleClass().add("vm-keys-title");
                VBox group = new VBox(8, title, grid);
                group.setPrefWidth(COLUMN);
                groups.add(group);
            } else if (line.contains("|")) {
                int bar = line.indexOf('|');
                row(
                        grid,
                        line.substring(0, bar).strip(),
                        line.substring(bar + 1).strip());
            }
        }
        return groups;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(14, 7);
        grid.getStyleClass().add("vm-keys-grid");
        return grid;
    }

    private static void row(GridPane grid, String keys, String what) {
        HBox caps = new HBox(4);
        caps.setMinWidth(132);
        for (String key : keys.split(" ", -1)) {
            Label cap = new Label(key);
            cap.setMinWidth(HBox.USE_PREF_SIZE);
            cap.getStyleClass().add("vm-cap");
            caps.getChildren().add(cap);
        }
        Label words = new Label(what);
        words.setWrapText(true);
        words.getStyleClass().add("vm-keys-what");
        grid.addRow(grid.getRowCount(), caps, words);
    }
}
