package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.inspect.FieldHistory;

/// The value of a field over the whole run, as steps.
///
/// @param steps from left to right; each holds until the next
public record FieldCurve(List<Step> steps) {
    public FieldCurve {
        steps = List.copyOf(steps);
    }

    /// A value from a place on. Both are from 0 to 1: of the run, and between the least and the greatest value.
    public record Step(double from, double value) {}

    /// The curve of a history in a run of so many events, with at most about `most` steps.
    static FieldCurve of(FieldHistory history, long events, int most) {
        double least = unsigned(history.was(0));
        double greatest = least;
        for (int index = 0; index < history.size(); index++) {
            double value = unsigned(history.now(index));
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        double range = greatest == least ? 1 : greatest - least;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(0, (unsigned(history.was(0)) - least) / range));
        int stride = Math.max(1, history.size() / Math.max(1, most));
        for (int index = 0; index < history.size(); index += stride) {
            steps.add(new Step(
                    history.about(index) / Math.max(1, events), (unsigned(history.now(index)) - least) / range));
        }
        return new FieldCurve(steps);
    }

    private static double unsigned(long value) {
        return (value >>> 1) * 2.0 + (value & 1);
    }
}
