package org.vmalloscope.ui.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.diagram.EventKind;
import org.vmalloscope.diagram.EventMark;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.diagram.Narrator;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// Looks at single events of a run without going there, with a time machine of its own. Used on the FX thread.
final class Peek {
    private final Narrator narrator = new Narrator();
    private @Nullable Played of;
    private @Nullable TimeMachine machine;

    /// The card of an event (from 1); none outside the run.
    Optional<EventCard> at(Played played, long event, String statement) {
        if (event < 1 || event > played.time().length()) {
            return Optional.empty();
        }
        TimeMachine time = machineOf(played);
        time.seek(event);
        VmallocView view = played.run().view(time.memory());
        Moment moment = Moment.of(time, view, played.births());
        return moment.last().map(last -> card(event, last, moment, statement));
    }

    private EventCard card(long number, Event event, Moment moment, String statement) {
        EventMark mark = EventMark.of(EventKind.of(event));
        AreaNames names = moment.names();
        return new EventCard(
                number,
                mark.icon(),
                mark.role(),
                mark.words(),
                narrator.sentence(event, names),
                CallStack.after(moment.soFar()).reversed(),
                statement);
    }

    @SuppressWarnings("ReferenceEquality") // another run, however alike, has a journal of its own
    private TimeMachine machineOf(Played played) {
        TimeMachine known = machine;
        if (known == null || of != played) {
            known = played.run().timeMachine();
            machine = known;
            of = played;
        }
        return known;
    }
}
