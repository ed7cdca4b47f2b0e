package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;

/// Where to stand in a scenario that was edited, so that one stays where one was.
///
/// What stands before the change makes the same events: there the very position stays. After it one stands at the end
/// of the same statement, or of the one before where that is gone.
final class KeptPosition {
    private KeptPosition() {}

    /// The position in `now`. `was` stood at `position`; `lines` tells in which lines of now's text its steps are.
    static long of(Played was, long position, Optional<EditorLines> lines, Played now) {
        int statement = was.time().statement();
        if (statement < 0) {
            return 0;
        }
        Scenario then = was.run().scenario();
        Scenario edited = now.run().scenario();
        if (sameUpTo(then, edited, statement)) {
            return Math.min(position, now.time().length());
        }
        return now.run().journal().statements() == 0 ? 0 : endOf(step(then, edited, statement, lines), now);
    }

    private static boolean sameUpTo(Scenario one, Scenario other, int statement) {
        List<Line> mine = one.lines();
        List<Line> theirs = other.lines();
        if (!one.machine().equals(other.machine()) || theirs.size() <= statement) {
            return false;
        }
        for (int i = statement; i >= 0; i--) {
            if (!mine.get(i).statement().equals(theirs.get(i).statement())) {
                return false;
            }
        }
        return true;
    }

    private static int step(Scenario then, Scenario edited, int statement, Optional<EditorLines> lines) {
        for (int step = Math.min(statement, then.lines().size() - 1); step >= 0; step--) {
            int wanted = step;
            OptionalInt line = lines.map(found -> found.lineOf(wanted)).orElseGet(OptionalInt::empty);
            int found = line.isPresent() ? EditorLines.search(edited.lines(), line.getAsInt()) : -1;
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    private static long endOf(int step, Played played) {
        var journal = played.run().journal();
        int last = Math.min(step, journal.statements() - 1);
        return last < 0 ? 0 : journal.eventEnd(last);
    }
}
