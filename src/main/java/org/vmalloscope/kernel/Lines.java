package org.vmalloscope.kernel;

import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.NoteSink;

/// Tells which line of its listing the function that was entered last has reached, and what its variables are now;
/// costs
/// next to nothing when nobody listens.
public final class Lines {
    private final NoteSink notes;
    private final boolean heard;

    public Lines(NoteSink notes) {
        this.notes = notes;
        this.heard = notes.hearsLines();
    }

    /// A line, and variables that have these values from now on.
    public void line(String label, Argument... values) {
        if (heard) {
            notes.line(label, values);
        }
    }

    /// The same without variables.
    public void line(String label) {
        if (heard) {
            notes.line(label);
        }
    }

    /// The same with one address: for long walks, since nothing is made of it when nobody listens.
    public void line(String label, String name, long address) {
        if (heard) {
            notes.line(label, Argument.address(name, address));
        }
    }
}
