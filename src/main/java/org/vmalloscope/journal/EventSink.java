package org.vmalloscope.journal;

import org.vmalloscope.memory.StoreObserver;

/// Takes everything that happens while a statement is played: stores and notes, in one order.
public interface EventSink extends StoreObserver, NoteSink {
    /// A listener that cares for notes only.
    static EventSink ofNotes(NoteSink notes) {
        return new EventSink() {
            @Override
            public void stored(int slot, long was, long now, boolean quiet) {}

            @Override
            public void note(Note note) {
                notes.note(note);
            }

            @Override
            public void line(String label, Argument... values) {
                notes.line(label, values);
            }

            @Override
            public boolean hearsLines() {
                return notes.hearsLines();
            }
        };
    }

    /// A listener that tells two others, the first one first.
    static EventSink both(EventSink first, EventSink second) {
        return new EventSink() {
            @Override
            public void stored(int slot, long was, long now, boolean quiet) {
                first.stored(slot, was, now, quiet);
                second.stored(slot, was, now, quiet);
            }

            @Override
            public void note(Note note) {
                first.note(note);
                second.note(note);
            }

            @Override
            public void line(String label, Argument... values) {
                first.line(label, values);
                second.line(label, values);
            }

            @Override
            public boolean hearsLines() {
                return first.hearsLines() || second.hearsLines();
            }
        };
    }
}
