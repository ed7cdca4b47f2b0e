package org.vmalloscope.ui.model;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.scenario.UnreadableScenarioException;

/// Opens scenarios: reads, parses and plays them in the background, and shows them in a session.
///
/// What cannot be opened leaves the session as it is and is told in one line. Used on the FX thread.
public final class Opener {
    private final SessionModel session;
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private long latest;

    /// Plays on `background`; `fxThread` runs what touches the session.
    public Opener(SessionModel session, Executor background, Executor fxThread) {
        this.session = session;
        this.background = background;
        this.fxThread = fxThread;
    }

    /// What opening came to: a scenario that was played, or one line on why not.
    private sealed interface Opened {
        record Good(Played played) implements Opened {}

        record Bad(String message) implements Opened {}
    }

    /// Opens a file.
    public void open(Path file) {
        String name = String.valueOf(file.getFileName());
        start(() -> {
            try {
                String text = new ScenarioReader(InputStream.nullInputStream()).read(file);
                return play(name, file.toString(), text);
            } catch (UnreadableScenarioException unreadable) {
                return new Opened.Bad(String.valueOf(unreadable.getMessage()));
            }
        });
    }

    /// Opens a text under a name.
    public void open(String name, String text) {
        start(() -> play(name, name, text));
    }

    /// Plays an edited text of the scenario that is open, and stays at its statement, or goes to the end of the
    /// new one when
    /// `toEnd`.
    public void edit(String text, boolean toEnd) {
        String name = session.sourceProperty().get();
        int statement = toEnd ? Integer.MAX_VALUE : session.currentProperty().get();
        start(() -> play(name, name, text), played -> session.showEdited(played, statement));
    }

    /// Adds a statement at the end of the scenario that is open, plays it and goes there.
    public void append(String statement) {
        session.played().ifPresent(played -> {
            String text = played.text();
            edit(text + (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + statement + "\n", true);
        });
    }

    private static Opened play(String name, String place, String text) {
        Parsed parsed = ScenarioParser.parse(text);
        return switch (parsed) {
            case Scenario scenario -> new Opened.Good(Played.of(name, text, scenario));
            case ScenarioErrors errors -> new Opened.Bad(errors.first().in(place));
        };
    }

    private void start(Supplier<Opened> work) {
        start(work, session::show);
    }

    private void start(Supplier<Opened> work, Consumer<Played> taker) {
        long mine = ++latest;
        busy.set(true);
        background.execute(() -> {
            Opened opened = attempt(work);
            fxThread.execute(() -> finish(mine, opened, taker));
        });
    }

    private static Opened attempt(Supplier<Opened> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError tooLong) {
            return new Opened.Bad("the scenario is too long for the memory of this program");
        }
    }

    /// Takes a result over, unless something else was opened in the meantime.
    private void finish(long mine, Opened opened, Consumer<Played> taker) {
        if (mine != latest) {
            return;
        }
        busy.set(false);
        switch (opened) {
            case Opened.Good(Played played) -> {
                error.set("");
                taker.accept(played);
            }
            case Opened.Bad(String message) -> error.set(message);
        }
    }

    /// Whether a scenario is being opened.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Why the last scenario could not be opened; empty when it could.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
