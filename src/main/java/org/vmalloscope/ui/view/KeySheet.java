package org.vmalloscope.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private static final double HEIGHT = 540;
    private static final int COLUMNS = 3;
    private static final double COLUMN = 344;

    private KeySheet() {}

    static void show(Stage owner, Words words, Theme theme) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(words.get("keys.title"));
        HBox groups = columns(groups(words.get("keys.text")));
        ScrollPane scroll = new ScrollPane(groups);
        dialog.getDialogPane().setPrefSize(COLUMNS * COLUMN + 120, HEIGHT + 110);
        scroll.getStyleClass().add("vm-keys-scroll");
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        WindowStyle.apply(theme, dialog.getDialogPane());
        dialog.show();
    }

    /// Deals groups out so that no column becomes much longer than another.
    private static HBox columns(List<VBox> groups) {
        HBox columns = new HBox(24);
        columns.getStyleClass().add("vm-keys");
        columns.setId("keys");
        int[] rows = new int[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            columns.getChildren().add(new VBox(18));
        }
        for (VBox group : groups) {
            int shortest = 0;
            for (int column = 1; column < COLUMNS; column++) {
                shortest = rows[column] < rows[shortest] ? column : shortest;
            }
            ((VBox) columns.getChildren().get(shortest)).getChildren().add(group);
            rows[shortest] += ((GridPane) group.getChildren().getLast()).getRowCount() + 1;
        }
        return columns;
    }

    private static List<VBox> groups(String text) {
        List<VBox> groups = new ArrayList<>();
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
