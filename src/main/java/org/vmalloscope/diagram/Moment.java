package org.vmalloscope.diagram;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// What a diagram is drawn from: the memory at a position, and what the statement under the cursor has done so far.
///
/// `soFar` holds the events of that statement up to the position, the last one being the event that led here. All
/// highlights come from it, so that a position looks the same however it was reached.
public record Moment(VmallocView view, AreaNames names, List<Event> soFar) {
    /// The position that a time machine stands at; `view` reads its memory.
    ///
    /// The moment is good until the time machine moves.
    public static Moment of(TimeMachine time, VmallocView view, Births births) {
        return new Moment(view, new AreaNames(births, view), soFar(time));
    }

    private static List<Event> soFar(TimeMachine time) {
        int statement = time.statement();
        if (statement < 0) {
            return List.of();
        }
        int done = (int) (time.position() - time.journal().eventStart(statement));
        return time.detail(statement).events().subList(0, done);
    }

    /// The event that led here; none before the first.
    public Optional<Event> last() {
        return soFar.isEmpty() ? Optional.empty() : Optional.of(soFar.getLast());
    }
}
