package org.vmalloscope.ui.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.vmalloscope.ui.model.Settings;

/// Where the dividers of split panes stand: as the user left them, or where a rule puts them.
final class Dividers {
    private final Settings settings;
    private final Map<String, RuledSplit> tracked = new LinkedHashMap<>();

    Dividers(Settings settings) {
        this.settings = settings;
    }

    /// Puts the dividers of a split pane where they were left under the name; else `rule` gives their positions for a
    /// length
    /// in px.
    void track(String name, RuledSplit split, DoubleFunction<double[]> rule) {
        remember();
        tracked.put(name, split);
        List<Double> left = settings.dividers(name);
        if (left.size() == split.getDividers().size()) {
            double[] positions = left.stream().mapToDouble(Double::doubleValue).toArray();
            split.left(positions);
        } else {
            split.rule(rule);
        }
    }

    /// Puts down where the user has dragged them to.
    void remember() {
        tracked.forEach((name, split) -> {
            if (split.isDragged()
                    && split.getScene() != null
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
