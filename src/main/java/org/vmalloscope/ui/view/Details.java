package org.vmalloscope.ui.view;

import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.vmalloscope.picture.Style;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.AreaModel;

/// A card beside a shape with what there is to say about its object.
final class Details {
    private final Words words;
    private final Supplier<Theme> theme;

    Details(Words words, Supplier<Theme> theme) {
        this.words = words;
        this.theme = theme;
    }

    /// Shows the card at what is at a place on the screen.
    void show(Node owner, AreaModel area, Bounds at) {
        PopOver popOver = new PopOver(content(area));
        popOver.setTitle(area.name());
        popOver.setDetachable(true);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popOver.setCornerRadius(8);
        WindowStyle.apply(theme.get(), popOver.getRoot());
        popOver.show(owner, at.getMaxX() + 2, at.getCenterY());
    }

    private VBox content(AreaModel area) {
        VBox box = new VBox(head(area), rows(area));
        if (!area.maker().isEmpty()) {
            Label maker = new Label(words.get("details.maker", area.maker()));
            maker.getStyleClass().add("vm-details-maker");
            box.getChildren().add(maker);
        }
        box.getStyleClass().add("vm-details");
        box.setId("details");
        return box;
    }

    private HBox head(AreaModel area) {
        Style style = theme.get().style(area.kind().area());
        StackPane chip = new StackPane(new IconNode(area.kind().icon(), 12, style));
        chip.getStyleClass().add("vm-details-chip");
        chip.setStyle("-fx-background-color: " + style.fill().hex() + "; -fx-border-color: "
                + style.stroke().hex() + ";");
        Label name = new Label(area.name());
        name.getStyleClass().add("vm-details-name");
        Label struct = new Label("struct " + area.struct());
        struct.getStyleClass().add("vm-details-struct");
        HBox head = new HBox(chip, name, struct);
        head.getStyleClass().add("vm-details-head");
        return head;
    }

    private static GridPane rows(AreaModel area) {
        GridPane grid = new GridPane(18, 5);
        grid.getStyleClass().add("vm-details-rows");
        int row = 0;
        for (var line : area.rows()) {
            Label word = new Label(line.word());
            word.getStyleClass().add("vm-details-word");
            Label value = new Label(line.value());
            value.getStyleClass().add("vm-details-value");
            grid.addRow(row++, word, value);
        }
        return grid;
    }
}
