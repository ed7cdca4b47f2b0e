package org.vmalloscope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.EventKind;
import org.vmalloscope.diagram.EventMark;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.diagram.TimelineDiagram;
import org.vmalloscope.diagram.TimelineScale;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;

/// The part of the run that the timeline shows, and what the pointer does with it. Used on the FX thread.
///
/// Widths and x are px of the timeline.
public final class TimelineModel {
    private static final double FOLLOW = 0.1;
    private static final double NEAR = 6;
    private static final List<EventKind> CHIPS = List.of(
            EventKind.STORE,
            EventKind.CALL,
            EventKind.ROTATION,
            EventKind.RECOLOUR,
            EventKind.MAP,
            EventKind.UNMAP,
            EventKind.TLB_FLUSH,
            EventKind.CACHE_FLUSH,
            EventKind.RCU,
            EventKind.LOCK,
            EventKind.PRINTK,
            EventKind.WARN);

    private final SessionModel session;
    private final SearchModel search;
    private final Peek peek = new Peek();
    private @Nullable TimelineScale scale;
    private long length = -1;
    private @Nullable Played of;

    public TimelineModel(SessionModel session, SearchModel search) {
        this.session = session;
        this.search = search;
    }

    /// A kind of event as the legend shows it, and the words that find it.
    public record Chip(Icon icon, Role role, String words, String search) {}

    /// The kinds of events that have a mark.
    public List<Chip> chips() {
        List<Chip> chips = new ArrayList<>();
        for (EventKind kind : CHIPS) {
            EventMark mark = EventMark.of(kind);
            String words = kind == EventKind.WARN ? "warn" : kind.name().toLowerCase(Locale.ROOT);
            chips.add(new Chip(mark.icon(), mark.role(), mark.words(), words.replace('_', ' ')));
        }
        return chips;
    }

    private TimelineScale scale(double width) {
        long events = session.lengthProperty().get();
        TimelineScale whole = TimelineDiagram.whole(events, width);
        TimelineScale known = scale;
        if (known == null || length != events) {
            length = events;
            known = whole;
        }
        TimelineScale placed = new TimelineScale(known.from(), known.to(), whole.left(), whole.width());
        scale = placed;
        return placed;
    }

    /// Draws what is the same wherever in the run somebody stands.
    public Optional<Picture> background(double width, double height) {
        return session.timeline(List.of()).map(shown -> TimelineDiagram.background(shown, scale(width), width, height));
    }

    /// Draws what follows the position, the bookmarks and the search, to be put over the background.
    public Optional<Picture> now(double width, double height) {
        return session.timeline(search.foundProperty().get())
                .map(shown -> TimelineDiagram.now(shown, scale(width), width, height));
    }

    /// Which events are shown, in figures.
    public String range(double width) {
        TimelineScale now = scale(width);
        long last = session.lengthProperty().get();
        long first = Math.min(last, (long) Math.floor(now.from()) + 1);
        return Sizes.number(first) + " – " + Sizes.number(Math.min(last, (long) Math.ceil(now.to()))) + " / "
                + Sizes.number(last);
    }

    /// Where the position is, in px; outside `[0, width]` when it is not shown.
    public double playhead(double width) {
        return scale(width).x((double) session.positionProperty().get());
    }

    /// Where the middle of an event is, in px.
    public double middle(long event, double width) {
        return scale(width).x(event - 0.5);
    }

    /// The event under an x, from 1; 0 before the first.
    public long eventAt(double x, double width) {
        return Math.clamp(
                (long) Math.ceil(scale(width).position(x)),
                0,
                session.lengthProperty().get());
    }

    /// What there is to say about an event; nothing outside the run.
    public Optional<EventCard> card(long event) {
        return session.played()
                .flatMap(played -> event < 1 || event > session.lengthProperty().get()
                        ? Optional.empty()
                        : peek.at(
                                played,
                                event,
                                session.statements()
                                        .get(played.run().journal().statementOfEvent(event))
                                        .text()));
    }

    /// The bookmark within a few px of an x, if there is one.
    public Optional<Long> bookmarkAt(double x, double width) {
        TimelineScale now = scale(width);
        return session.bookmarks().all().keySet().stream()
                .filter(position -> Math.abs(now.x((double) position) + 3 - x) <= NEAR)
                .findFirst();
    }

    /// Goes to an event.
    public void go(long event) {
        session.seek(event);
    }

    /// Goes to the event under an x.
    public void scrub(double x, double width) {
        session.seek(eventAt(x, width));
    }

    /// `factor` times as fine, around an x.
    public void zoom(double factor, double x, double width) {
        scale = scale(width)
                .zoomed(factor, x, (double) Math.max(1, session.lengthProperty().get()));
    }

    /// `factor` times as fine, around the position.
    public void zoom(double factor, double width) {
        TimelineScale now = scale(width);
        zoom(factor, Math.clamp(playhead(width), now.left(), now.left() + now.width()), width);
    }

    /// Moves by so many px.
    public void pan(double pixels, double width) {
        TimelineScale now = scale(width);
        scale = now.moved(pixels / now.perEvent(), (double)
                Math.max(1, session.lengthProperty().get()));
    }

    /// The whole run again.
    public void fit() {
        scale = null;
    }

    /// Moves on when the position has left the part that is shown, or another run is; whether it did.
    @SuppressWarnings("ReferenceEquality") // another run, however alike
    public boolean follow(double width) {
        Played open = session.played().orElse(null);
        boolean another = open != of;
        of = open;
        return move(width) || another;
    }

    private boolean move(double width) {
        TimelineScale now = scale(width);
        double position = session.positionProperty().get();
        double span = now.to() - now.from();
        if (position >= now.from() && position <= now.to()) {
            return false;
        }
        double target = position < now.from() ? position - span * (1 - FOLLOW) : position - span * FOLLOW;
        scale = now.moved(target - now.from(), (double)
                Math.max(1, session.lengthProperty().get()));
        return true;
    }
}
