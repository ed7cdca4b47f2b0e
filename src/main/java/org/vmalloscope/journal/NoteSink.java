package org.vmalloscope.journal;

/// Takes the notes of a run, in order.
@FunctionalInterface
public interface NoteSink {
    void note(Note note);
}
