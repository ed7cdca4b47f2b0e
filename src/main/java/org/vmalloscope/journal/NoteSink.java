package org.vmalloscope.journal;

/// Takes the notes of a run, in order.
@FunctionalInterface
public interface NoteSink {
    void note(Note note);

    /// The function that runs reached a line of its listing, with these values of its variables; see [LineReached].
    /// Most
    /// listeners do not care.
    default void line(String label, Argument... values) {}
}
