package org.vmalloscope.ui.view;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Style;

/// An icon of the pictures inside a control; the style sheet colours its lines and its solid parts, or a style of the
/// pictures does.
final class IconNode extends Region {
    private final double side;

    IconNode(Icon icon, double side) {
        this.side = side;
        getStyleClass().add("vm-icon");
        setMouseTransparent(true);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
        show(icon);
    }

    /// The icon in the colours it has in pictures.
    IconNode(Icon icon, double side, Style style) {
        this(icon, side);
        for (int index = 0; index < icon.parts().size(); index++) {
            Icon.Part part = icon.parts().get(index);
            String colour = (part.onPaper() ? style.fill() : style.stroke()).hex();
            getChildren()
                    .get(index)
                    .setStyle(part.isSolid() ? "-fx-fill: " + colour + ";" : "-fx-stroke: " + colour + ";");
        }
    }

    /// Shows another icon.
    void show(Icon icon) {
        getChildren().clear();
        for (Icon.Part part : icon.parts()) {
            SVGPath path = new SVGPath();
            path.setContent(part.data());
            path.setManaged(false);
            path.getStyleClass().add(part.isSolid() ? "vm-icon-solid" : "vm-icon-line");
            if (part.onPaper()) {
                path.getStyleClass().add("vm-icon-paper");
            }
            path.setStrokeWidth(part.lineWidth());
            path.getTransforms().add(new Scale(side / Icon.SIDE, side / Icon.SIDE, 0, 0));
            getChildren().add(path);
        }
    }
}
