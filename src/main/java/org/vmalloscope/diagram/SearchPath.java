package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.TreeDescent;

/// The descent through the tree that is going on, or that the function being played has just made.
record SearchPath(List<TreeDescent> steps) {
    SearchPath {
        steps = List.copyOf(steps);
    }

    /// Looks back from the last event: functions that were left are passed over, unless they worked on the tree for
    /// their caller, and the path ends where the current
    /// function was entered, took its lock, or had begun to try holes.
    static SearchPath of(List<Event> soFar) {
        List<TreeDescent> found = new ArrayList<>();
        int left = 0;
        boolean ended = false;
        for (int index = soFar.size() - 1; index >= 0 && !ended; index--) {
            Event event = soFar.get(index);
            if (event instanceof FunctionLeft(String function, var result)) {
                left += TreeFunctions.contain(function) ? 0 : 1;
            } else if (event instanceof FunctionEntered(String function, var arguments)) {
                ended = left == 0 && !TreeFunctions.contain(function);
                left -= TreeFunctions.contain(function) ? 0 : 1;
            } else if (left == 0) {
                if (event instanceof TreeDescent step) {
                    found.add(step);
                } else {
                    ended = event instanceof LockTaken || event instanceof HoleTried && !found.isEmpty();
                }
            }
        }
        Collections.reverse(found);
        return new SearchPath(found);
    }
}
