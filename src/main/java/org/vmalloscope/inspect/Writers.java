package org.vmalloscope.inspect;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.TimeMachine;

/// Finds out who made a store, by playing its statement again on a time machine of its own.
public final class Writers {
    private final TimeMachine time;

    public Writers(TimeMachine time) {
        this.time = time;
    }

    /// Who made a store (from 0) of the run.
    public Writer of(int store) {
        int statement = time.journal().statementOfStore(store);
        long event = time.positionOfStore(store);
        int count = (int) (event - time.journal().eventStart(statement));
        return new Writer(
                store, event, innermost(time.detail(statement).events().subList(0, count)));
    }

    private static String innermost(List<Event> events) {
        List<String> running = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof FunctionEntered entered) {
                running.add(entered.function());
            } else if (event instanceof FunctionLeft && !running.isEmpty()) {
                running.removeLast();
            }
        }
        return running.isEmpty() ? "" : running.getLast();
    }
}
