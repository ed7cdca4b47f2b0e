package org.vmalloscope.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vmalloscope.inspect.Message.Level;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.Warned;

/// All that the kernel said in a run: a listener that is told everything while the run is played.
///
/// Not safe for use by several threads at once; hand it on when the run has been played.
public final class Messages implements EventSink {
    private final List<Message> all = new ArrayList<>();
    private long events;
    private int cpu;

    @Override
    public void stored(int slot, long was, long now, boolean quiet) {
        events += quiet ? 0 : 1;
    }

    @Override
    public void note(Note note) {
        events++;
        if (note instanceof StatementBegun begun) {
            cpu = begun.cpu();
        } else if (note instanceof CpuChanged changed) {
            cpu = changed.cpu();
        } else if (note instanceof Printed printed) {
            boolean warning = printed.level() == Note.Level.WARNING;
            say(warning ? Level.WARNING : Level.INFO, printed.text());
        } else if (note instanceof Warned warned) {
            say(Level.WARN, warned.text());
        } else if (note instanceof Died died) {
            say(Level.BUG, died.text());
        }
    }

    private void say(Level level, String text) {
        all.add(new Message(events, cpu, level, text));
    }

    /// The messages of the run, oldest first.
    public List<Message> all() {
        return Collections.unmodifiableList(all);
    }

    /// The messages up to an event position.
    public List<Message> before(long position) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).event() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return all().subList(0, low);
    }
}
