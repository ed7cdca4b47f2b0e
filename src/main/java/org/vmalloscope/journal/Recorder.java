package org.vmalloscope.journal;

/// Writes a run into a journal: stores are kept, notes are counted, both are handed on.
public final class Recorder implements EventSink {
    private final Journal journal;
    private final EventSink listener;
    private long events;

    /// Appends to `journal` and tells `listener` of everything.
    public Recorder(Journal journal, EventSink listener) {
        this.journal = journal;
        this.listener = listener;
    }

    @Override
    public void stored(int slot, long was, long now, boolean quiet) {
        journal.append(slot, was, now);
        listener.stored(slot, was, now, quiet);
        if (!quiet) {
            events++;
        }
    }

    @Override
    public void note(Note note) {
        events++;
        listener.note(note);
    }

    @Override
    public void line(String label, Argument... values) {
        listener.line(label, values);
    }

    @Override
    public boolean hearsLines() {
        return listener.hearsLines();
    }

    /// Ends the statement that is being played.
    public void endStatement() {
        journal.endStatement(events);
        events = 0;
    }
}
