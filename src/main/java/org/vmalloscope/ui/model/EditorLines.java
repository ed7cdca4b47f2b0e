package org.vmalloscope.ui.model;

import java.util.List;
import java.util.OptionalInt;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;

/// Which line of the text is which step of its last good scenario, also while the text is being changed.
///
/// Lines before and after what was changed since keep their steps. Pure, any thread.
final class EditorLines {
    private final List<Line> steps;
    private final int before;
    private final int after;
    private final int rowsThen;
    private final int rowsNow;

    /// The scenario was parsed from `then`; the text is `now`.
    EditorLines(Scenario scenario, String then, String now) {
        this.steps = scenario.lines();
        this.rowsThen = rows(then);
        this.rowsNow = rows(now);
        int shorter = Math.min(then.length(), now.length());
        int head = head(then, now, shorter);
        int tail = tail(then, now, shorter - head);
        boolean same = head == then.length() && head == now.length();
        this.before = same ? rowsNow : rows(now.substring(0, head)) - 1;
        boolean whole = beginsLine(then, then.length() - tail) && beginsLine(now, now.length() - tail);
        this.after = same ? 0 : rows(now.substring(now.length() - tail)) - (whole ? 0 : 1);
    }

    private static boolean beginsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    static int head(String one, String other, int most) {
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    static int tail(String one, String other, int most) {
        int length = 0;
        while (length < most && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }

    static int rows(String text) {
        int rows = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            rows++;
        }
        return rows;
    }

    /// The step (from 0) that stands in a line (from 1); none for other lines and for those being changed.
    OptionalInt stepAt(int line) {
        int then = moved(line, rowsNow, rowsThen);
        if (then == 0) {
            return OptionalInt.empty();
        }
        int step = search(steps, then);
        return step < 0 ? OptionalInt.empty() : OptionalInt.of(step);
    }

    /// The line (from 1) that a step (from 0) stands in; none while that line is being changed.
    OptionalInt lineOf(int step) {
        if (step < 0 || step >= steps.size()) {
            return OptionalInt.empty();
        }
        int now = moved(steps.get(step).line(), rowsThen, rowsNow);
        return now == 0 ? OptionalInt.empty() : OptionalInt.of(now);
    }

    /// The number that a line has in the other text; 0 when it has none.
    private int moved(int line, int rowsHere, int rowsThere) {
        if (line < 1 || line > rowsHere) {
            return 0;
        }
        if (line <= before || rowsHere == rowsThere) {
            return line;
        }
        return line > rowsHere - after ? line + rowsThere - rowsHere : 0;
    }

    /// The index of the step in a line (from 1); negative when none stands there.
    static int search(List<Line> steps, int line) {
        int low = 0;
        int high = steps.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = steps.get(middle).line();
            if (found == line) {
                return middle;
            }
            if (found < line) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
