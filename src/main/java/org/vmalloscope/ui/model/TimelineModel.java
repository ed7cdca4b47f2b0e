package org.vmalloscope.ui.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.TimelineDiagram;
import org.vmalloscope.diagram.TimelineScale;
import org.vmalloscope.diagram.TimelineScene;
import org.vmalloscope.picture.Picture;

/// The part of the run that the timeline shows, and what the pointer does with it. Used on the FX thread.
///
/// Widths and x are px of the timeline.
public final class TimelineModel {
    private static final double FOLLOW = 0.1;

    private final SessionModel session;
    private @Nullable TimelineScale scale;
    private long length = -1;

    public TimelineModel(SessionModel session) {
        this.session = session;
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

    /// Draws the timeline.
    public Optional<Picture> draw(double width, double height) {
        Optional<TimelineScene> scene = session.timeline();
        return scene.map(shown -> TimelineDiagram.draw(shown, scale(width), width, height));
    }

    /// Where the position is, in px; outside `[0, width]` when it is not shown.
    public double playhead(double width) {
        return scale(width).x((double) session.positionProperty().get());
    }

    /// The event under an x, from 1; 0 before the first.
    public long eventAt(double x, double width) {
        return Math.clamp(
                (long) Math.ceil(scale(width).position(x)),
                0,
                session.lengthProperty().get());
    }

    /// What stands under an x, in words.
    public String wordsAt(double x, double width) {
        return session.eventWords(eventAt(x, width));
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

    /// Moves on when the position has left the part that is shown; whether it did.
    public boolean follow(double width) {
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
