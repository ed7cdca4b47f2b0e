package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.StatementBegun;

/// The kind of every event of a run and the calls they belong to: a listener while the run is played, then what a
/// timeline is drawn from.
///
/// One byte an event; calls are kept up to [#MOST_CALLS], which is more than a timeline can show. Not safe for use by
/// several threads at once; hand it on when the run has been played.
public final class EventLog implements EventSink {
    static final int MOST_CALLS = 200_000;
    private static final EventKind[] KINDS = EventKind.values();

    private byte[] kinds = new byte[256];
    private int events;
    private final List<Call> calls = new ArrayList<>();
    private final List<Open> stack = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    /// A call of a function: `first` and `last` are its first and last event in the run (from 1), `depth`
    /// counts from 0.
    public record Call(String function, int first, int last, int depth) {}

    private record Open(String function, int first) {}

    @Override
    public void stored(int slot, long was, long now, boolean quiet) {
        if (!quiet) {
            add(EventKind.STORE);
        }
    }

    @Override
    public void note(Note note) {
        add(EventKind.of((Event) note));
        if (note instanceof StatementBegun) {
            closeAll();
        } else if (note instanceof FunctionEntered entered) {
            stack.add(new Open(names.computeIfAbsent(entered.function(), name -> name), events));
        } else if (note instanceof FunctionLeft && !stack.isEmpty()) {
            close();
        }
    }

    private void close() {
        Open open = stack.removeLast();
        if (calls.size() < MOST_CALLS) {
            calls.add(new Call(open.function(), open.first(), events, stack.size()));
        }
    }

    /// A statement that died left its calls open.
    private void closeAll() {
        while (!stack.isEmpty()) {
            close();
        }
    }

    private void add(EventKind kind) {
        if (events == kinds.length) {
            kinds = Arrays.copyOf(kinds, events * 2);
        }
        kinds[events++] = code(kind);
    }

    @SuppressWarnings("EnumOrdinal") // one byte an event; the codes never leave this object
    private static byte code(EventKind kind) {
        return (byte) kind.ordinal();
    }

    /// Events told so far.
    public int events() {
        return events;
    }

    /// The kind of an event, counted from 1.
    public EventKind kind(int event) {
        return KINDS[kinds[event - 1]];
    }

    /// The calls that touch the events from `first` to `last`, outermost first within each statement's order of
    /// ending.
    public List<Call> calls(int first, int last) {
        closeAll();
        return calls.stream()
                .filter(call -> call.last() >= first && call.first() <= last)
                .toList();
    }
}
