package org.vmalloscope.ui.model;

import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.NoteSink;

/// Counts what a kernel complains about while a run is played: WARN, BUG, oops.
final class Warnings implements NoteSink {
    private int count;

    @Override
    public void note(Note note) {
        if (note instanceof Warned || note instanceof Died) {
            count++;
        }
    }

    int count() {
        return count;
    }
}
