package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.picture.TextFont.Weight;

/// A stretch of text in one colour and weight.
///
/// @param role the role whose ink it has
public record Run(String text, Role role, Weight weight) {
    /// An address in hexadecimal digits: its trailing 000 dimmed, as every page begins with that.
    public static List<Run> address(String digits, Role role) {
        return address(digits, 0, role);
    }

    /// An address whose first `shared` characters, common to all that is shown, are dimmed, and its trailing 000 too.
    public static List<Run> address(String digits, int shared, Role role) {
        int start = Math.min(shared, digits.length());
        int tail = Math.max(start, digits.endsWith("000") ? digits.length() - 3 : digits.length());
        List<Run> runs = new ArrayList<>(3);
        add(runs, digits.substring(0, start), role.dimmed(), Weight.REGULAR);
        add(runs, digits.substring(start, tail), role, Weight.SEMIBOLD);
        add(runs, digits.substring(tail), role.dimmed(), Weight.REGULAR);
        return runs;
    }

    private static void add(List<Run> runs, String text, Role role, Weight weight) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, role, weight));
        }
    }
}
