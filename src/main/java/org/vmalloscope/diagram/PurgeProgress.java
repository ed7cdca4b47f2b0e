package org.vmalloscope.diagram;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.kernel.Machine;

/// How far the purge of the statement under the cursor has come.
///
/// @param phase what it does now: 0 before it begins, 1 collecting, 2 flushing, 3 erasing, 4 when it has returned
/// @param collected areas found so far
/// @param erased areas that were taken out of tree and list
/// @param flushed pages in the span that was flushed; 0 before that
/// @param arguments of the purge, as `sync 1, force_flush 0`; empty when there was none
record PurgeProgress(int phase, int collected, int erased, long flushed, String arguments) {
    private static final String PURGE = "__purge_vmap_area_lazy";

    static PurgeProgress of(Moment moment) {
        return of(moment.soFar());
    }

    private static PurgeProgress of(List<Event> events) {
        PurgeProgress now = new PurgeProgress(0, 0, 0, 0, "");
        for (Event event : events) {
            switch (event) {
                case FunctionEntered(String function, var arguments)
                when function.equals(PURGE) -> now = new PurgeProgress(1, 0, 0, 0, flags(arguments));
                case FunctionLeft(String function, Optional<Argument> result)
                when function.equals(PURGE) ->
                    now = new PurgeProgress(4, now.collected, now.erased, now.flushed, now.arguments);
                case LazyAreaFound found ->
                    now = new PurgeProgress(now.phase, now.collected + 1, now.erased, now.flushed, now.arguments);
                case TlbFlushed(long start, long end) -> now = now.flushed(end - start >>> Machine.PAGE_SHIFT);
                case RcuQueued queued -> now = now.queued(queued);
                default -> {
                    // Nothing else is a step of a purge.
                }
            }
        }
        return now;
    }

    /// Whether it has begun and not yet returned.
    boolean isRunning() {
        return phase >= 1 && phase <= 3;
    }

    private PurgeProgress flushed(long pages) {
        return isRunning() ? new PurgeProgress(2, collected, erased, pages, arguments) : this;
    }

    private PurgeProgress queued(RcuQueued queued) {
        boolean erasing = isRunning() && queued.what() == RcuKind.VMAP_AREA;
        return erasing ? new PurgeProgress(3, collected, erased + 1, flushed, arguments) : this;
    }

    private static String flags(List<Argument> arguments) {
        StringBuilder text = new StringBuilder();
        for (Argument argument : arguments) {
            if (argument.form() == Argument.Form.NUMBER || argument.form() == Argument.Form.COUNT) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(argument.name())
                        .append(' ')
                        .append(argument.value());
            }
        }
        return text.toString();
    }
}
