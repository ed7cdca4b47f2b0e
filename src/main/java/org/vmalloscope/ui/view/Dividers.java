package org.vmalloscope.ui.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import org.vmalloscope.ui.model.Settings;

/// Where the dividers of split panes stand: as they were left, or where they stand at first.
final class Dividers {
    private final Settings settings;
    private final Map<String, SplitPane> tracked = new LinkedHashMap<>();

    Dividers(Settings settings) {
        this.settings = settings;
    }

    /// Sets the dividers of a split pane as soon as its length is known; `first` gives the positions for a length in px
    /// when none are remembered under the name.
    void track(String name, SplitPane split, DoubleFunction<double[]> first) {
        remember();
        tracked.put(name, split);
        ReadOnlyDoubleProperty length =
                split.getOrientation() == Orientation.HORIZONTAL ? split.widthProperty() : split.heightProperty();
        length.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Number> property, Number was, Number now) {
                length.removeListener(this);
                split.setDividerPositions(positions(name, split, first, now.doubleValue()));
            }
        });
    }

    private double[] positions(String name, SplitPane split, DoubleFunction<double[]> first, double length) {
        List<Double> left = settings.dividers(name);
        return left.size() == split.getDividers().size()
                ? left.stream().mapToDouble(Double::doubleValue).toArray()
                : first.apply(length);
    }

    /// Puts down where they are now.
    void remember() {
        tracked.forEach((name, split) -> {
            if (split.getScene() != null
                    && !split.getDividers().isEmpty()
                    && split.getWidth() > 1
                    && split.getHeight() > 1) {
                settings.setDividers(
                        name,
                        Arrays.stream(split.getDividerPositions())
                                .map(each -> Math.clamp(each, 0, 1))
                                .boxed()
                                .toList());
            }
        });
    }
}
