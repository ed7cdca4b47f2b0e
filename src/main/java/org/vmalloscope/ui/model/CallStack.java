package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;

/// The functions that are entered and not yet left, outermost first.
final class CallStack {
    private CallStack() {}

    static List<String> after(List<Event> events) {
        List<String> calls = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof FunctionEntered entered) {
                calls.add(entered.function());
            } else if (event instanceof FunctionLeft && !calls.isEmpty()) {
                calls.removeLast();
            }
        }
        return calls;
    }
}
