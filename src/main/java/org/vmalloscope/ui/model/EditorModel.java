package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// A scenario being written: its text, what is wrong with it, and the file it belongs to. Used on the FX thread.
///
/// The text is parsed at every change; a long one in the background, and `pending` is true meanwhile. Its lines end
/// with LF here, whatever they end with in the file.
public final class EditorModel {
    /// The most lines that are parsed at once.
    private static final int MOST_AT_ONCE = 20_000;

    private final Executor background;
    private final Executor fxThread;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<ScenarioError> errors = FXCollections.observableArrayList();
    private final ObservableList<ScenarioError> visibleErrors = FXCollections.unmodifiableObservableList(errors);
    private final ReadOnlyObjectWrapper<Optional<Scenario>> scenario = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EditorDocument> document = new ReadOnlyObjectWrapper<>(EditorDocument.UNTITLED);
    private final ReadOnlyLongWrapper opened = new ReadOnlyLongWrapper();
    private Optional<String> saved = Optional.of("");
    private String goodText = "";
    private @Nullable EditorLines lines;
    private long latest;

    /// Long texts are parsed on `background`; `fxThread` takes what was found.
    public EditorModel(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
        text.addListener((property, was, now) -> changed(now));
    }

    /// Begins with another text, as it stands in that file or, without one, as it was given.
    public void open(String name, Optional<Path> file, String content) {
        begin(new EditorDocument(name, file, EditorFormat.of(content)), content, true);
    }

    /// Begins with a text that was never saved, though it may belong to a file: what a crash left.
    public void restore(String name, Optional<Path> file, String content) {
        begin(new EditorDocument(name, file, EditorFormat.of(content)), content, false);
    }

    private void begin(EditorDocument next, String content, boolean clean) {
        String plain = EditorFormat.plain(content);
        saved = clean ? Optional.of(plain) : Optional.empty();
        document.set(next);
        scenario.set(Optional.empty());
        if (text.get().equals(plain)) {
            changed(plain);
        } else {
            text.set(plain);
        }
        opened.set(opened.get() + 1);
    }

    private void changed(String now) {
        dirty.set(!saved.equals(Optional.of(now)));
        lines = null;
        long mine = ++latest;
        if (now.lines().skip(MOST_AT_ONCE).findFirst().isEmpty()) {
            take(mine, now, ScenarioParser.parse(now));
            return;
        }
        pending.set(true);
        background.execute(() -> {
            Parsed parsed = ScenarioParser.parse(now);
            fxThread.execute(() -> take(mine, now, parsed));
        });
    }

    /// Takes what a text turned out to be, unless it was changed in the meantime.
    private void take(long mine, String parsedText, Parsed parsed) {
        if (mine != latest) {
            return;
        }
        switch (parsed) {
            case Scenario good -> {
                goodText = parsedText;
                lines = null;
                setErrors(List.of());
                pending.set(false);
                scenario.set(Optional.of(good));
            }
            case ScenarioErrors(List<ScenarioError> found) -> {
                setErrors(found);
                pending.set(false);
            }
        }
    }

    private void setErrors(List<ScenarioError> found) {
        if (!errors.equals(found)) {
            errors.setAll(found);
        }
    }

    /// Writes the text into its file; gives why not when it could not, and then the file is as it was.
    ///
    /// Throws [IllegalStateException] when there is no file: ask for a name, and call [#saveAs].
    public Optional<String> save() {
        return saveAs(document.get().file().orElseThrow(() -> new IllegalStateException("the text has no file")));
    }

    /// Writes the text into a file, which it belongs to from then on; gives why not when it could not.
    public Optional<String> saveAs(Path file) {
        String now = text.get();
        EditorDocument here = document.get();
        Optional<String> fault = here.format().write(file, now);
        if (fault.isEmpty()) {
            saved = Optional.of(now);
            document.set(new EditorDocument(String.valueOf(file.getFileName()), Optional.of(file), here.format()));
            dirty.set(false);
        }
        return fault;
    }

    /// Adds a line (or several) at the end.
    public void append(String statement) {
        String now = text.get();
        String gap = now.isEmpty() || now.endsWith("\n") ? "" : "\n";
        text.set(now + gap + statement + "\n");
    }

    /// Adds a statement at the end that runs on that CPU: after a `cpu` line, when the text ends on another one.
    public void append(String statement, int cpu) {
        append(onCpu(statement, cpu));
    }

    /// A statement as it must be appended to run on that CPU.
    String onCpu(String statement, int cpu) {
        return lastCpu() == cpu ? statement : "cpu " + cpu + "\n" + statement;
    }

    /// The CPU that a statement at the end would run on.
    public int lastCpu() {
        return EditorScan.all(text.get()).cpu();
    }

    /// A name that the text has not: the first of a, b, ..., z, a1, b1, ...
    public String freshName() {
        return EditorScan.all(text.get()).freshName();
    }

    /// What can be typed before character `column` (from 0) of a line (from 1).
    public EditorCompletion complete(int line, int column) {
        String row = text.get().lines().skip(line - 1L).findFirst().orElse("");
        int hash = row.indexOf('#');
        boolean inComment = hash >= 0 && hash < column;
        return new EditorCompleter(text.get(), line, row, column).complete(inComment);
    }

    /// The step (from 0) of the last good scenario that stands in a line (from 1).
    public OptionalInt stepAt(int line) {
        return lines().map(found -> found.stepAt(line)).orElse(OptionalInt.empty());
    }

    /// The line (from 1) that a step (from 0) of the last good scenario stands in now.
    public OptionalInt lineOf(int step) {
        return lines().map(found -> found.lineOf(step)).orElse(OptionalInt.empty());
    }

    private Optional<EditorLines> lines() {
        if (lines == null && scenario.get().isPresent()) {
            lines = new EditorLines(scenario.get().get(), goodText, text.get());
        }
        return Optional.ofNullable(lines);
    }

    /// Whether the text as it stands is a scenario.
    public boolean isGood() {
        return !pending.get() && errors.isEmpty();
    }

    /// The text. Setting it is editing it.
    public StringProperty textProperty() {
        return text;
    }

    /// The text.
    public String text() {
        return Objects.requireNonNullElse(text.get(), "");
    }

    /// What is wrong with the text, in its order.
    public ObservableList<ScenarioError> errors() {
        return visibleErrors;
    }

    /// The last good scenario of this document: stays while there are errors.
    public ReadOnlyObjectProperty<Optional<Scenario>> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    /// Whether the text is still being parsed in the background.
    public ReadOnlyBooleanProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /// Whether the text differs from what was opened or saved last.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// The name of the text and the file it belongs to.
    public ReadOnlyObjectProperty<EditorDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /// How many texts were begun so far; changes after the new text is there.
    public ReadOnlyLongProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }
}
