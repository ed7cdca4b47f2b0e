package org.vmalloscope.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.vmalloscope.diagram.Origins.Made;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.scenario.Scenario;

/// What stands beside the lines of the text: how far the session is, which areas a line made, what is wrong. Lines
/// count from 1. Used on the FX thread.
public final class MarginModel {
    private final EditorModel editor;
    private final SessionModel session;

    public MarginModel(EditorModel editor, SessionModel session) {
        this.editor = editor;
        this.session = session;
    }

    /// How a line stands to the position.
    public enum Progress {
        /// No statement, or one that was not played.
        NONE,
        /// Its statement has ended.
        DONE,
        /// Its statement runs, or was the last to run.
        NOW,
        /// Its statement has not begun.
        LATER
    }

    /// A mark for an area that a line made and that is there.
    ///
    /// @param id of the area, as in all pictures
    /// @param kind what it is now
    /// @param names of this area and of others that the line made
    public record Chip(String id, Kind kind, String names) {}

    /// How a line stands to the position.
    public Progress progress(int line) {
        Optional<Scenario> scenario = editor.scenarioProperty().get();
        if (scenario.isPresent()
                && editor.judgedProperty().get()
                && scenario.get().machineLine() == line) {
            return Progress.DONE;
        }
        OptionalInt step = editor.stepAt(line);
        if (step.isEmpty()) {
            return Progress.NONE;
        }
        int current = session.currentProperty().get();
        return step.getAsInt() == current ? Progress.NOW : step.getAsInt() < current ? Progress.DONE : Progress.LATER;
    }

    /// The line of the current statement; none at the start, and while that line is being changed.
    public OptionalInt currentLine() {
        return editor.lineOf(session.currentProperty().get());
    }

    /// The mark of a line that made an area which is there.
    public Optional<Chip> chip(int line) {
        OptionalInt step = editor.stepAt(line);
        List<Made> made = step.isPresent() ? session.madeBy(step.getAsInt()) : List.of();
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chip(
                        made.getFirst().id(),
                        made.getFirst().kind(),
                        made.stream().map(Made::name).collect(Collectors.joining(", "))));
    }

    /// The line that made what a shape id stands for.
    public OptionalInt lineOf(String id) {
        OptionalInt maker = id.isEmpty() ? OptionalInt.empty() : session.makerOf(id);
        return maker.isPresent() ? editor.lineOf(maker.getAsInt()) : OptionalInt.empty();
    }

    /// What is wrong in a line.
    public List<EditorError> errors(int line) {
        return editor.errors().stream().filter(error -> error.line() == line).toList();
    }

    /// Goes to the end of the line's statement; whether there is one.
    public boolean go(int line) {
        OptionalInt step = editor.stepAt(line);
        step.ifPresent(session::seekStatement);
        return step.isPresent();
    }
}
