package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioError;

/// A scenario being written: its text and the changes of it, what is wrong with it, and the file it belongs to.
///
/// Its lines end with LF here, whatever they end with in the file. Whether the text is a scenario is judged elsewhere,
/// by [Opener], when the writer pauses: until then errors stay with their lines, and the last good scenario stays.
/// Used on the FX thread.
public final class EditorModel {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final EditorHistory history = new EditorHistory();
    private final List<Consumer<EditorEdit>> followers = new ArrayList<>();
    private final ObservableList<EditorError> errors = FXCollections.observableArrayList();
    private final ObservableList<EditorError> visibleErrors = FXCollections.unmodifiableObservableList(errors);
    private final ReadOnlyObjectWrapper<Optional<Scenario>> scenario = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper judged = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EditorDocument> document = new ReadOnlyObjectWrapper<>(EditorDocument.UNTITLED);
    private final ReadOnlyLongWrapper opened = new ReadOnlyLongWrapper();
    private Optional<String> saved = Optional.of("");
    private String goodText = "";
    private @Nullable EditorLines lines;

    /// Begins with another text, as it stands in that file or, without one, as it was given.
    public void open(String name, Optional<Path> file, String content) {
        begin(new EditorDocument(name, file, EditorFormat.of(content)), content, true);
    }

    /// Begins with a text that was never saved, though it may belong to a file: what a crash left.
    void restore(String name, Optional<Path> file, String content) {
        begin(new EditorDocument(name, file, EditorFormat.of(content)), content, false);
    }

    private void begin(EditorDocument next, String content, boolean clean) {
        String plain = EditorFormat.plain(content);
        saved = clean ? Optional.of(plain) : Optional.empty();
        scenario.set(Optional.empty());
        errors.clear();
        history.clear();
        document.set(next);
        show(plain);
        opened.set(opened.get() + 1);
    }

    private void show(String now) {
        lines = null;
        judged.set(false);
        text.set(now);
        dirty.set(!saved.equals(Optional.of(now)));
        undoable.set(history.canUndo());
        redoable.set(history.canRedo());
    }

    /// Changes the text: what stands from `from` up to, not including, `to` gives way to `with`.
    ///
    /// Line ends of any kind become LF. Throws [IndexOutOfBoundsException] for places outside the text.
    public void edit(int from, int to, String with) {
        EditorEdit edit = new EditorEdit(from, text().substring(from, to), EditorFormat.plain(with));
        if (!edit.removed().equals(edit.inserted())) {
            history.add(edit);
            apply(edit);
        }
    }

    /// Makes the text another one, as one change of only what differs.
    public void replaceAll(String now) {
        String was = text();
        int shorter = Math.min(was.length(), now.length());
        int head = EditorLines.head(was, now, shorter);
        int tail = EditorLines.tail(was, now, shorter - head);
        seal();
        edit(head, was.length() - tail, now.substring(head, now.length() - tail));
        seal();
    }

    private void apply(EditorEdit edit) {
        moveErrors(edit);
        show(edit.on(text()));
        followers.forEach(follower -> follower.accept(edit));
    }

    /// Errors of other lines move with them; those of the changed lines go until the text is judged again.
    private void moveErrors(EditorEdit edit) {
        if (errors.isEmpty()) {
            return;
        }
        int first = EditorLines.rows(text().substring(0, edit.from()));
        int last = first + EditorLines.rows(edit.removed()) - 1;
        int more = EditorLines.rows(edit.inserted()) - EditorLines.rows(edit.removed());
        setErrors(errors.stream()
                .filter(error -> error.line() < first || error.line() > last)
                .map(error -> error.line() < first ? error : error.moved(more))
                .toList());
    }

    private void setErrors(List<EditorError> found) {
        if (!errors.equals(found)) {
            errors.setAll(found);
        }
    }

    /// Calls `follower` after every change, those that [#open] makes excepted.
    public void follow(Consumer<EditorEdit> follower) {
        followers.add(follower);
    }

    /// Takes the last change back.
    public void undo() {
        history.undo().ifPresent(this::apply);
    }

    /// Makes the change again that was taken back last.
    public void redo() {
        history.redo().ifPresent(this::apply);
    }

    /// The next change will not be one with those before.
    public void seal() {
        history.seal();
    }

    /// Adds a line (or several) at the end.
    public void append(String statement) {
        int end = text().length();
        seal();
        edit(end, end, (end == 0 || text().endsWith("\n") ? "" : "\n") + statement + "\n");
        seal();
    }

    /// A statement as it must be appended to run on that CPU: after a `cpu` line, when the text ends on another one.
    public String onCpu(String statement, int cpu) {
        return lastCpu() == cpu ? statement : "cpu " + cpu + "\n" + statement;
    }

    /// The CPU that a statement at the end would run on.
    public int lastCpu() {
        return EditorScan.all(text()).cpu();
    }

    /// A name that the text has not: the first of a, b, ..., z, a1, b1, ...
    public String freshName() {
        return EditorScan.all(text()).freshName();
    }

    /// A text was found to be a scenario; nothing happens when it was changed in the meantime.
    void takeGood(String judgedText, Scenario good) {
        if (judgedText.equals(text())) {
            goodText = judgedText;
            lines = null;
            setErrors(List.of());
            scenario.set(Optional.of(good));
            judged.set(true);
        }
    }

    /// A text was found to have errors; nothing happens when it was changed in the meantime.
    void takeErrors(String judgedText, List<ScenarioError> found) {
        if (judgedText.equals(text())) {
            setErrors(found.stream().map(EditorError::of).toList());
            judged.set(true);
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
        String now = text();
        EditorFormat format = document.get().format();
        Optional<String> fault = format.write(file, now);
        if (fault.isEmpty()) {
            saved = Optional.of(now);
            document.set(new EditorDocument(String.valueOf(file.getFileName()), Optional.of(file), format));
            dirty.set(false);
        }
        return fault;
    }

    /// What can be typed before character `column` (from 0) of a line (from 1).
    public EditorCompletion complete(int line, int column) {
        String row = text().lines().skip(line - 1L).findFirst().orElse("");
        int hash = row.indexOf('#');
        boolean inComment = hash >= 0 && hash < column;
        return new EditorCompleter(text(), line, row, column).complete(inComment);
    }

    /// The step (from 0) of the last good scenario that stands in a line (from 1).
    public OptionalInt stepAt(int line) {
        return lines().map(found -> found.stepAt(line)).orElseGet(OptionalInt::empty);
    }

    /// The line (from 1) that a step (from 0) of the last good scenario stands in now.
    public OptionalInt lineOf(int step) {
        return lines().map(found -> found.lineOf(step)).orElseGet(OptionalInt::empty);
    }

    Optional<EditorLines> lines() {
        if (lines == null && scenario.get().isPresent()) {
            lines = new EditorLines(scenario.get().get(), goodText, text());
        }
        return Optional.ofNullable(lines);
    }

    /// The text.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// The text.
    public String text() {
        return text.getValueSafe();
    }

    /// What is wrong with the text, in its order.
    public ObservableList<EditorError> errors() {
        return visibleErrors;
    }

    /// The last good scenario of this document: stays while there are errors.
    public ReadOnlyObjectProperty<Optional<Scenario>> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    /// Whether it is known if the text as it stands is a scenario.
    public ReadOnlyBooleanProperty judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /// Whether the text differs from what was opened or saved last.
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /// Whether there is a change to take back.
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /// Whether a change was taken back that can be made again.
    public ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
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
