package org.vmalloscope.ui.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.scenario.UnreadableScenarioException;

/// Opens scenarios and follows their editing: reads, parses and plays in the background, and shows them in a session.
///
/// What cannot be read leaves everything as it is and is told in one line. A text with errors is there to be mended,
/// while the session shows what was played last. Used on the FX thread.
public final class Opener {
    private final SessionModel session;
    private final EditorModel editor = new EditorModel();
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<KernelReport>> kernelFile =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicLong latest = new AtomicLong();

    /// Plays on `background`; `fxThread` runs what touches the session.
    public Opener(SessionModel session, Executor background, Executor fxThread) {
        this.session = session;
        this.background = background;
        this.fxThread = fxThread;
    }

    /// What a text came to.
    private sealed interface Judged {
        /// It was played.
        record Good(String text, Played played) implements Judged {}

        /// It has errors.
        record Bad(String text, List<ScenarioError> errors) implements Judged {}

        /// A kernel's file that cannot be played.
        record NotPlayable(KernelReport report) implements Judged {}

        /// There is none: one line on why not.
        record Unreadable(String message) implements Judged {}
    }

    /// Where to stand in what was edited.
    private enum Stand {
        THERE,
        AT_END
    }

    /// The text of the scenario that is open.
    public EditorModel editor() {
        return editor;
    }

    /// Opens a file: a scenario, or what a kernel printed, which becomes one if it can be played.
    public void open(Path file) {
        FileContent[] content = {FileContent.EMPTY};
        start(
                () -> {
                    content[0] = FileContent.read(file);
                    return judge(content[0]);
                },
                judged -> {
                    switch (judged) {
                        case Judged.Unreadable unreadable -> {}
                        case Judged.NotPlayable(KernelReport report) -> kernelFile.set(Optional.of(report));
                        case Judged.Good good -> opened(content[0], good, file);
                        case Judged.Bad bad -> opened(content[0], bad, file);
                    }
                });
    }

    private static Judged judge(FileContent content) {
        Optional<KernelReport> unfit = content.report().filter(report -> !report.isPlayable());
        return unfit.isPresent() ? new Judged.NotPlayable(unfit.get()) : judge(content.name(), content.text());
    }

    /// Takes the text of a file over. What was made of a kernel's file belongs to no file, so that it never takes that
    /// one's place.
    private void opened(FileContent content, Judged judged, Path file) {
        if (content.report().isPresent()) {
            editor.restore(content.name(), Optional.empty(), content.text());
        } else {
            editor.open(content.name(), Optional.of(file), content.text());
        }
        show(judged, file.toString());
        if (content.report().isPresent()) {
            editor.scenarioProperty().get().map(KernelReport::stand).ifPresent(session::seekStatement);
            kernelFile.set(content.report());
        }
    }

    private static String read(Path file) throws UnreadableScenarioException {
        return new ScenarioReader(InputStream.nullInputStream()).read(file);
    }

    /// Opens a text under a name.
    public void open(String name, String text) {
        start(() -> judge(name, text), judged -> {
            editor.open(name, Optional.empty(), text);
            show(judged, name);
        });
    }

    /// Opens what a crash left: a text that is not saved, and a statement (from 0) to stand at. Then
    /// calls `done`.
    void restore(Recovered left, Runnable done) {
        start(() -> judge(left.name(), left.content()), judged -> {
            editor.restore(left.name(), left.file(), left.content());
            show(judged, left.name());
            if (judged instanceof Judged.Good) {
                session.seekStatement(left.statement());
            }
            done.run();
        });
    }

    /// Reads the file of the text again and puts what it holds in place of the text, which can be undone.
    public void revert() {
        editor.documentProperty().get().file().ifPresent(file -> {
            String name = String.valueOf(file.getFileName());
            String[] content = {""};
            start(
                    () -> {
                        content[0] = read(file);
                        return judge(name, content[0]);
                    },
                    judged -> {
                        if (!(judged instanceof Judged.Unreadable)) {
                            editor.replaceAll(EditorFormat.plain(content[0]));
                            edited(judged, Stand.THERE);
                        }
                    });
        });
    }

    /// The writer pauses: judges the text and plays it, and stays at its statement.
    public void replay() {
        editor.seal();
        if (!editor.judgedProperty().get()) {
            replay(Stand.THERE);
        }
    }

    private void replay(Stand stand) {
        String name = editor.documentProperty().get().name();
        String text = editor.text();
        start(() -> judge(name, text), judged -> edited(judged, stand));
    }

    /// Adds a statement at the end of the text, plays it and goes there.
    public void append(String statement) {
        editor.append(statement);
        replay(Stand.AT_END);
    }

    /// Adds a line at the end of the text, and stays where one is.
    void addLine(String line) {
        editor.append(line);
        replay(Stand.THERE);
    }

    /// Takes the first line out of the text that says this, however spaced; nothing happens when no line does.
    void removeLine(String statement) {
        String text = editor.text();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end + 1;
            String row = text.substring(start, end < 0 ? text.length() : end);
            String said = row.substring(0, row.indexOf('#') < 0 ? row.length() : row.indexOf('#'));
            if (String.join(" ", said.strip().split("\\s+")).equals(statement)) {
                editor.edit(start, next, "");
                replay(Stand.THERE);
                return;
            }
            start = next;
        }
    }

    private static Judged judge(String name, String content) {
        String text = EditorFormat.plain(content);
        Parsed parsed = ScenarioParser.parse(text);
        return switch (parsed) {
            case Scenario scenario -> new Judged.Good(text, Played.of(name, text, scenario));
            case ScenarioErrors(List<ScenarioError> errors) -> new Judged.Bad(text, errors);
        };
    }

    /// Shows what was opened, at its start.
    private void show(Judged judged, String place) {
        switch (judged) {
            case Judged.Good(String text, Played played) -> {
                editor.takeGood(text, played.run().scenario());
                session.show(played);
            }
            case Judged.Bad(String text, List<ScenarioError> errors) -> {
                editor.takeErrors(text, errors);
                error.set(errors.getFirst().in(place));
            }
            case Judged.NotPlayable notPlayable -> {
                // A text is none.
            }
            case Judged.Unreadable unreadable -> {
                // It was told already.
            }
        }
    }

    /// Shows what came of an edit, unless the text was changed again meanwhile.
    private void edited(Judged judged, Stand stand) {
        switch (judged) {
            case Judged.Good(String text, Played played)
            when text.equals(editor.text()) -> {
                boolean first = editor.scenarioProperty().get().isEmpty();
                long position = position(played, stand);
                editor.takeGood(text, played.run().scenario());
                if (first) {
                    session.show(played);
                } else {
                    session.showEdited(played, position);
                }
            }
            case Judged.Bad(String text, List<ScenarioError> errors) -> {
                editor.takeErrors(text, errors);
                if (stand == Stand.AT_END) {
                    error.set(
                            errors.getFirst().in(editor.documentProperty().get().name()));
                }
            }
            case Judged.Good outdated -> {
                // Another judgement is on its way.
            }
            case Judged.NotPlayable notPlayable -> {
                // A text is none.
            }
            case Judged.Unreadable unreadable -> {
                // It was told already.
            }
        }
    }

    private long position(Played now, Stand stand) {
        return switch (stand) {
            case AT_END -> now.time().length();
            case THERE ->
                session.played()
                        .map(was ->
                                KeptPosition.of(was, session.positionProperty().get(), editor.lines(), now))
                        .orElse(0L);
        };
    }

    /// Reads, parses and plays.
    private interface Work {
        Judged run() throws IOException;
    }

    private void start(Work work, Consumer<Judged> taker) {
        long mine = latest.incrementAndGet();
        busy.set(true);
        background.execute(() -> {
            if (mine == latest.get()) {
                Judged judged = attempt(work);
                fxThread.execute(() -> finish(mine, judged, taker));
            }
        });
    }

    private static Judged attempt(Work work) {
        try {
            return work.run();
        } catch (IOException unreadable) {
            return new Judged.Unreadable(String.valueOf(unreadable.getMessage()));
        } catch (OutOfMemoryError tooLong) {
            return new Judged.Unreadable("the scenario is too long for the memory of this program");
        }
    }

    /// Takes a result over, unless something else was begun in the meantime.
    private void finish(long mine, Judged judged, Consumer<Judged> taker) {
        if (mine != latest.get()) {
            return;
        }
        error.set(judged instanceof Judged.Unreadable(String message) ? message : "");
        try {
            taker.accept(judged);
        } finally {
            busy.set(false);
        }
    }

    /// Whether a scenario is being read or played.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// The kernel's file that was opened last, played or not.
    public ReadOnlyObjectProperty<Optional<KernelReport>> kernelFileProperty() {
        return kernelFile.getReadOnlyProperty();
    }

    /// Why the last scenario could not be opened; empty when it could.
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }
}
