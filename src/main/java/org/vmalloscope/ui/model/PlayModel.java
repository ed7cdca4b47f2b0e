package org.vmalloscope.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// Playing on its own: whether it does, and how fast. Used on the FX thread.
///
/// The speed lever goes from 0 (one event in 2 s) to 1 (as fast as frames go), each step of it a factor.
public final class PlayModel {
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 256;
    private static final double SMOOTH = 8;
    /// How a speed without limit is remembered.
    private static final double UNLIMITED = 1_000_000;

    private final SessionModel session;
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty lever = new SimpleDoubleProperty();
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper("");
    private double due;

    /// The speed is taken from the settings, and remembered there.
    public PlayModel(SessionModel session, Settings settings) {
        this.session = session;
        lever.set(leverFor(settings.speedProperty().get()));
        lever.addListener((property, was, now) -> {
            settings.speedProperty().set(isUnlimited() ? UNLIMITED : eventsPerSecond());
            describe();
        });
        playing.addListener((property, was, now) -> due = 0);
        describe();
    }

    private static double leverFor(double perSecond) {
        return Math.clamp(Math.log(perSecond / SLOWEST) / Math.log(FASTEST / SLOWEST), 0, 1);
    }

    private boolean isUnlimited() {
        return lever.get() >= 1;
    }

    private double eventsPerSecond() {
        return SLOWEST * Math.pow(FASTEST / SLOWEST, Math.clamp(lever.get(), 0, 1));
    }

    private void describe() {
        double perSecond = eventsPerSecond();
        if (isUnlimited()) {
            speed.set("no limit");
        } else if (perSecond < 1) {
            speed.set("1 event in " + Math.round(1 / perSecond) + " s");
        } else {
            speed.set(Math.round(perSecond) + " events/s");
        }
    }

    /// Whether the speed leaves time to see things move.
    public boolean isSlow() {
        return !playing.get() || eventsPerSecond() <= SMOOTH + 0.5 && !isUnlimited();
    }

    /// So many seconds have passed: plays the events that are due.
    public void tick(double seconds) {
        if (!playing.get()) {
            return;
        }
        due += isUnlimited() ? Math.max(1, session.lengthProperty().get() / 600.0) : seconds * eventsPerSecond();
        long events = (long) due;
        if (events > 0) {
            due -= events;
            session.seek(session.positionProperty().get() + events);
        }
        if (session.positionProperty().get() >= session.lengthProperty().get()) {
            playing.set(false);
        }
    }

    /// Starts, or stops; at the end it starts over.
    public void toggle() {
        if (!playing.get()
                && session.positionProperty().get() >= session.lengthProperty().get()) {
            session.start();
        }
        playing.set(!playing.get());
    }

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// From 0 to 1.
    public DoubleProperty leverProperty() {
        return lever;
    }

    /// The speed in words.
    public ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }
}
