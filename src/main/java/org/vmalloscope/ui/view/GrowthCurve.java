package org.vmalloscope.ui.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.VLineTo;
import org.vmalloscope.ui.model.KernelModel;
import org.vmalloscope.ui.model.KernelTab;

/// The bytes of a recording's areas as it goes on, as a curve with steps; only with the table of growth.
final class GrowthCurve extends Region {
    private static final double HEIGHT = 84;
    private static final double INSET = 8;

    private final KernelModel model;
    private final Words words;
    private final Path path = new Path();
    private final Label most = new Label();

    GrowthCurve(KernelModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("vm-curve", "vm-kernel-curve");
        setId("kernel-curve");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        path.getStyleClass().add("vm-curve-line");
        path.setManaged(false);
        most.getStyleClass().add("vm-head-note");
        getChildren().addAll(path, most);
        widthProperty().addListener((property, was, now) -> draw());
        model.tabProperty().addListener((property, was, now) -> draw());
        model.rows().tableProperty().addListener((property, was, now) -> draw());
        draw();
    }

    @Override
    protected void layoutChildren() {
        most.resizeRelocate(INSET + 4, 3, most.prefWidth(-1), most.prefHeight(-1));
    }

    private void draw() {
        List<Long> values = model.growth();
        boolean shown =
                model.tabProperty().get().filter(tab -> tab == KernelTab.GROWTH).isPresent() && values.size() > 1;
        setVisible(shown);
        setManaged(shown);
        List<PathElement> elements = path.getElements();
        elements.clear();
        long highest = values.stream().mapToLong(Long::longValue).max().orElse(0);
        if (!shown || getWidth() <= 2 * INSET || highest <= 0) {
            return;
        }
        most.setText(words.get("kernel.curve", model.bytes(highest)));
        double step = (getWidth() - 2 * INSET) / values.size();
        elements.add(new MoveTo(INSET, y(values.getFirst(), highest)));
        for (int index = 0; index < values.size(); index++) {
            elements.add(new VLineTo(y(values.get(index), highest)));
            elements.add(new HLineTo(INSET + (index + 1) * step));
        }
    }

    private static double y(long value, long highest) {
        return HEIGHT - INSET - Math.max(0, (double) value / highest) * (HEIGHT - 3 * INSET - 8);
    }
}
