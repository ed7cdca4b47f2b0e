package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What undo takes back, and how much of it at a time.
final class EditorHistoryTest {
    private final EditorModel editor = new EditorModel();

    private void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            int end = editor.text().length();
            editor.edit(end, end, text.substring(i, i + 1));
        }
    }

    private void erase(int count) {
        for (int i = 0; i < count; i++) {
            int end = editor.text().length();
            editor.edit(end - 1, end, "");
        }
    }

    private List<String> undoAll() {
        List<String> texts = new ArrayList<>();
        while (editor.undoableProperty().get()) {
            editor.undo();
            texts.add(editor.text());
        }
        return texts;
    }

    @Test
    void typingIsTakenBackWordByWordAndLineByLine() {
        type("a = vmalloc 4K\nb");
        assertEquals(List.of("a = vmalloc 4K\n", "a = vmalloc 4K", "a = vmalloc ", "a = ", "a ", ""), undoAll());
    }

    @Test
    void erasedLettersComeBackTogether() {
        type("vfree");
        erase(3);
        editor.undo();
        assertEquals("vfree", editor.text());
        editor.undo();
        assertEquals("", editor.text());
    }

    @Test
    void lettersErasedForwardsComeBackTogether() {
        type("vfree");
        editor.edit(1, 2, "");
        editor.edit(1, 2, "");
        editor.undo();
        assertEquals("vfree", editor.text());
    }

    @Test
    void aPauseEndsAChange() {
        type("vf");
        editor.seal();
        type("ree");
        assertEquals(List.of("vf", ""), undoAll());
    }

    @Test
    void typingElsewhereIsAnotherChange() {
        type("ab");
        editor.edit(0, 0, "x");
        assertEquals(List.of("ab", ""), undoAll());
    }

    @Test
    void aPastedTextIsOneChange() {
        type("a");
        editor.edit(1, 1, "b = vmap 3\nrcu\n");
        type("c");
        assertEquals(List.of("ab = vmap 3\nrcu\n", "a", ""), undoAll());
    }

    @Test
    void anAddedStatementIsOneChange() {
        type("boot");
        editor.append("cpu 1\na = vmap 3");
        assertEquals("boot\ncpu 1\na = vmap 3\n", editor.text());
        editor.undo();
        assertEquals("boot", editor.text());
    }

    @Test
    void redoMakesAgainUntilSomethingElseIsWritten() {
        type("rcu");
        editor.undo();
        assertTrue(editor.redoableProperty().get());
        editor.redo();
        assertEquals("rcu", editor.text());
        editor.undo();
        type("x");
        assertFalse(editor.redoableProperty().get());
        editor.redo();
        assertEquals("x", editor.text());
    }

    @Test
    void changingNothingIsNoChange() {
        type("rcu");
        editor.edit(1, 2, "c");
        assertEquals(List.of(""), undoAll());
    }

    @Test
    void anotherTextHasNoPast() {
        type("rcu");
        editor.open("b.vms", Optional.of(Path.of("b.vms")), "boot\n");
        assertFalse(editor.undoableProperty().get());
        editor.undo();
        assertEquals("boot\n", editor.text());
    }

    @Test
    void revertingIsOneChangeOfWhatDiffers() {
        List<EditorEdit> edits = new ArrayList<>();
        type("one two three");
        editor.follow(edits::add);
        editor.replaceAll("one 2 three");
        assertEquals(List.of(new EditorEdit(4, "two", "2")), edits);
        editor.undo();
        assertEquals("one two three", editor.text());
    }

    @Test
    void undoAndRedoLeadThroughTheSameTexts() {
        long seed = 20261125;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            int length = editor.text().length();
            int from = random.nextInt(length + 1);
            int to = Math.min(length, from + random.nextInt(3));
            editor.edit(from, to, "ab \n".substring(random.nextInt(3), 3 + random.nextInt(2)));
        }
        String end = editor.text();
        List<String> back = undoAll();
        assertEquals("", back.getLast(), () -> "seed " + seed);
        List<String> forth = new ArrayList<>();
        while (editor.redoableProperty().get()) {
            forth.add(editor.text());
            editor.redo();
        }
        assertEquals(back.reversed(), forth, () -> "seed " + seed);
        assertEquals(end, editor.text());
    }
}
