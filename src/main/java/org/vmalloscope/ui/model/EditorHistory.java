package org.vmalloscope.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The changes of a text that can be taken back, and those that were.
///
/// What is typed in one go is one change: letters that follow each other up to the next blank after a word, deletions
/// that touch. A line end, a change elsewhere, and [#seal] begin a new one.
final class EditorHistory {
    private final Deque<EditorEdit> done = new ArrayDeque<>();
    private final Deque<EditorEdit> undone = new ArrayDeque<>();
    private boolean open;

    void add(EditorEdit edit) {
        undone.clear();
        Optional<EditorEdit> joined = open && !done.isEmpty() ? joined(done.getFirst(), edit) : Optional.empty();
        if (joined.isPresent()) {
            done.removeFirst();
        }
        done.addFirst(joined.orElse(edit));
        open = edit.removed().length() + edit.inserted().length() == 1
                && !edit.inserted().equals("\n");
    }

    private static Optional<EditorEdit> joined(EditorEdit last, EditorEdit next) {
        if (isTyped(last, next)) {
            return Optional.of(new EditorEdit(last.from(), last.removed(), last.inserted() + next.inserted()));
        }
        if (!last.inserted().isEmpty()
                || !next.inserted().isEmpty()
                || next.removed().equals("\n")) {
            return Optional.empty();
        }
        if (next.oldEnd() == last.from()) {
            return Optional.of(new EditorEdit(next.from(), next.removed() + last.removed(), ""));
        }
        return next.from() == last.from()
                ? Optional.of(new EditorEdit(last.from(), last.removed() + next.removed(), ""))
                : Optional.empty();
    }

    private static boolean isTyped(EditorEdit last, EditorEdit next) {
        boolean follows = next.from() == last.newEnd()
                && next.removed().isEmpty()
                && next.inserted().length() == 1;
        if (!follows || last.inserted().isEmpty() || next.inserted().equals("\n")) {
            return false;
        }
        boolean afterBlank =
                Character.isWhitespace(last.inserted().charAt(last.inserted().length() - 1));
        return !afterBlank || Character.isWhitespace(next.inserted().charAt(0));
    }

    /// Whatever comes next is a change of its own.
    void seal() {
        open = false;
    }

    void clear() {
        done.clear();
        undone.clear();
        open = false;
    }

    /// What takes the last change back; it counts as taken back from then on.
    Optional<EditorEdit> undo() {
        open = false;
        Optional<EditorEdit> last = Optional.ofNullable(done.pollFirst());
        last.ifPresent(undone::addFirst);
        return last.map(EditorEdit::inverse);
    }

    /// The change that was taken back last; it counts as done again.
    Optional<EditorEdit> redo() {
        open = false;
        Optional<EditorEdit> last = Optional.ofNullable(undone.pollFirst());
        last.ifPresent(done::addFirst);
        return last;
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }
}
