package org.vmalloscope.ui.view;

import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.ContentChange;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import org.vmalloscope.ui.model.EditorEdit;
import org.vmalloscope.ui.model.EditorModel;

/// Keeps a code area and the text of an editor model equal: what is typed in the one is a change of the other, and
/// back. The changes are kept by the model; the area's own undo is off.
///
/// Lines count from 1 here, as in the model, and from 0 in the area.
final class EditorArea {
    private final CodeArea area;
    private final EditorModel editor;
    private boolean following;

    EditorArea(CodeArea area, EditorModel editor) {
        this.area = area;
        this.editor = editor;
        area.getModel().setUndoRedoEnabled(false);
        area.getModel().addListener(this::changed);
        editor.follow(this::follow);
        editor.openedProperty().addListener((property, was, now) -> reset());
        reset();
    }

    private void reset() {
        following = true;
        area.setText(editor.text());
        area.select(TextPos.ZERO);
        following = false;
    }

    /// The area was written in.
    private void changed(ContentChange change) {
        if (!following && change.isEdit()) {
            following = true;
            int from = offset(change.getStart());
            editor.edit(from, offset(change.getEnd()), inserted(change));
            following = false;
        }
    }

    private String inserted(ContentChange change) {
        StyledTextModel model = area.getModel();
        TextPos start = change.getStart();
        int lines = change.getLinesAdded();
        String first = model.getPlainText(start.index());
        if (lines == 0) {
            return first.substring(start.offset(), start.offset() + change.getCharsAddedTop());
        }
        StringBuilder text = new StringBuilder(first.substring(start.offset()));
        for (int line = 1; line < lines; line++) {
            text.append('\n').append(model.getPlainText(start.index() + line));
        }
        String last = model.getPlainText(start.index() + lines);
        return text.append('\n').append(last, 0, change.getCharsAddedBottom()).toString();
    }

    /// The model was changed by something else: undo, a statement that was added.
    private void follow(EditorEdit edit) {
        if (!following) {
            following = true;
            TextPos from = before(edit.from());
            area.replaceText(from, end(from, edit.removed()), edit.inserted());
            area.select(end(from, edit.inserted()));
            following = false;
        }
    }

    /// The place of a character in the text that the area has, before the model's change was made there.
    private TextPos before(int offset) {
        String text = editor.text();
        int line = 0;
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
            line++;
            start = end + 1;
        }
        return TextPos.ofLeading(line, offset - start);
    }

    private static TextPos end(TextPos from, String text) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        int last = text.length() - text.lastIndexOf('\n') - 1;
        return TextPos.ofLeading(from.index() + lines, lines == 0 ? from.offset() + text.length() : last);
    }

    /// Characters before a place of the model's text.
    private int offset(TextPos place) {
        String text = editor.text();
        int start = 0;
        for (int line = 0; line < place.index(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + place.offset();
    }

    int caretLine() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 1 : caret.index() + 1;
    }

    /// Characters before the caret in its line.
    int caretColumn() {
        TextPos caret = area.getCaretPosition();
        return caret == null ? 0 : caret.offset();
    }

    /// Puts the caret into a line, before a character (from 0), and shows it.
    void go(int line, int column) {
        int index = Math.clamp(line - 1L, 0, area.getParagraphCount() - 1);
        int length = area.getPlainText(index).length();
        area.select(TextPos.ofLeading(index, Math.clamp(column, 0, length)));
    }

    /// Replaces a part of the caret's line, as if it were typed.
    void replaceInLine(int from, int to, String with) {
        int index = caretLine() - 1;
        TextPos start = TextPos.ofLeading(index, from);
        area.replaceText(start, TextPos.ofLeading(index, to), with);
        area.select(TextPos.ofLeading(index, from + with.length()));
    }

    /// The line at a point of the screen; none below the text.
    OptionalInt lineAt(double screenX, double screenY) {
        TextPos place = area.getTextPosition(screenX, screenY);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place.index() + 1);
    }

    /// Where the caret is on the screen.
    Bounds caretOnScreen() {
        Node caret = area.lookup(".caret");
        return caret == null || caret.getBoundsInLocal().isEmpty()
                ? area.localToScreen(area.getBoundsInLocal())
                : caret.localToScreen(caret.getBoundsInLocal());
    }
}
