package org.vmalloscope.journal;

/// Writes a run into a journal: stores are kept, notes are counted and handed on.
public final class Recorder implements EventSink {
    private final Journal journal;
    private final NoteSink listener;
    private long events;

    /// Appends to `journal` and tells `listener` of every note.
    public Recorder(Journal journal, NoteSink listener) {
        this.journal = journal;
        this.listener = listener;
    }

    @Override
    public void stored(int slot, long was, long now, boolean quiet) {
        journal.append(slot, was, now);
        if (!quiet) {
            events++;
        }
    }

    @Override
    public void note(Note note) {
        events++;
        listener.note(note);
    }

    /// Ends the statement that is being played.
    public void endStatement() {
        journal.endStatement(events);
        events = 0;
    }
}
