package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.ui.model.MarginModel.Progress;

/// Editing plays anew, and one stays where one was.
final class OpenerTest {
    private static final String TEXT = """
            # Two areas
            machine i386 cpus=2 ram=16M
            early size=8K align=4K
            boot
            a = vmalloc 4K
            b = vmap 2
            vfree a
            """;

    private final SessionModel session =
            new SessionModel(ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH));
    private final Opener opener = new Opener(session, Runnable::run, Runnable::run);
    private final EditorModel editor = opener.editor();
    private final MarginModel margin = new MarginModel(editor, session);

    private void replace(String was, String now) {
        int at = editor.text().indexOf(was);
        editor.edit(at, at + was.length(), now);
        opener.replay();
    }

    private String currentText() {
        return session.statements().get(session.currentProperty().get()).text();
    }

    @Test
    void aChangeBelowKeepsTheVeryPosition() {
        opener.open("two.vms", TEXT);
        session.seekStatement(2);
        session.back();
        session.back();
        long position = session.positionProperty().get();
        replace("vmap 2", "vmap 3");
        assertEquals(position, session.positionProperty().get());
        assertTrue(session.statements().get(3).text().endsWith("vmap 3"));
    }

    @Test
    void aChangeAboveKeepsTheStatement() {
        opener.open("two.vms", TEXT);
        session.seekStatement(3);
        replace("boot\n", "boot\ncpu 1\nx = vmalloc 64K\n");
        assertEquals("b = vmap 2", currentText());
        replace("cpu 1\nx = vmalloc 64K\n", "");
        assertEquals("b = vmap 2", currentText());
    }

    @Test
    void whereTheStatementIsGoneTheOneBeforeItIsShown() {
        opener.open("two.vms", TEXT);
        session.seekStatement(3);
        replace("b = vmap 2\n", "");
        assertEquals("a = vmalloc 4K", currentText());
    }

    @Test
    void withErrorsTheLastGoodRunStays() {
        opener.open("two.vms", TEXT);
        session.seekStatement(3);
        long position = session.positionProperty().get();
        replace("vmap 2", "vmpa 2");
        assertEquals(1, editor.errors().size());
        assertEquals("", opener.errorProperty().get());
        assertEquals(position, session.positionProperty().get());
        replace("vmpa 2", "vmap 2");
        assertEquals(0, editor.errors().size());
        assertEquals(position, session.positionProperty().get());
    }

    @Test
    void aPauseWithoutAChangePlaysNothing() {
        opener.open("two.vms", TEXT);
        var played = session.played();
        opener.replay();
        assertEquals(played, session.played());
    }

    @Test
    void anAddedStatementIsPlayedAndUndone() {
        opener.open("two.vms", TEXT);
        opener.append("c = vmalloc 8K");
        assertEquals("c = vmalloc 8K", currentText());
        assertTrue(editor.dirtyProperty().get());
        editor.undo();
        opener.replay();
        assertEquals(TEXT, editor.text());
        assertEquals("vfree a", currentText());
    }

    @Test
    void anAddedStatementIsKeptAlsoWhereTheTextHasErrors() {
        opener.open("two.vms", TEXT);
        replace("vmap 2", "vmpa 2");
        opener.append("vfree b");
        assertTrue(editor.text().endsWith("vfree b\n"));
        assertTrue(opener.errorProperty().get().startsWith("two.vms:6:"), opener.errorProperty()::get);
    }

    @Test
    void aFileWithErrorsIsThereToBeMended(@TempDir Path folder) throws IOException {
        opener.open("two.vms", TEXT);
        session.seekStatement(3);
        Path file = Files.writeString(folder.resolve("bad.vms"), "machine i386 cpus=1 ram=8M\nbooot\n");
        opener.open(file);
        assertTrue(opener.errorProperty().get().startsWith(file + ":2:1: error:"), opener.errorProperty()::get);
        assertEquals("bad.vms", editor.documentProperty().get().name());
        assertEquals(Progress.NONE, margin.progress(2));
        assertEquals("b = vmap 2", currentText());
        replace("booot", "boot");
        assertEquals("bad.vms", session.sourceProperty().get());
        assertEquals(0, session.positionProperty().get());
        assertEquals(1, session.statements().size());
    }

    @Test
    void whatCannotBeReadLeavesTheTextAlone(@TempDir Path folder) {
        opener.open("two.vms", TEXT);
        replace("vmap 2", "vmap 3");
        opener.open(folder.resolve("missing.vms"));
        assertTrue(opener.errorProperty().get().endsWith("no such file"), opener.errorProperty()::get);
        assertTrue(editor.text().contains("vmap 3"));
        assertTrue(editor.undoableProperty().get());
    }

    @Test
    void revertingGivesTheFileBackAndCanBeUndone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("two.vms"), TEXT);
        opener.open(file);
        replace("vmap 2", "vmap 3");
        opener.revert();
        assertEquals(TEXT, editor.text());
        assertFalse(editor.dirtyProperty().get());
        editor.undo();
        assertTrue(editor.text().contains("vmap 3"));
    }

    @Test
    void onlyTheLastTextIsPlayedWhenSeveralWait() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Opener slow = new Opener(session, waiting::add, Runnable::run);
        slow.open("one.vms", TEXT);
        slow.open("two.vms", TEXT.replace("vmap 2", "vmap 5"));
        waiting.forEach(Runnable::run);
        assertEquals("two.vms", session.sourceProperty().get());
        assertFalse(slow.busyProperty().get());
    }

    @Test
    void whatIsWrittenWhileATextIsPlayedIsNotLost() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        Opener slow = new Opener(session, waiting::add, Runnable::run);
        slow.open("one.vms", TEXT);
        waiting.removeFirst().run();
        slow.editor().append("rcu");
        slow.replay();
        slow.editor().append("vm_unmap_aliases");
        waiting.removeFirst().run();
        assertFalse(slow.editor().judgedProperty().get());
        assertTrue(slow.editor().text().endsWith("rcu\nvm_unmap_aliases\n"));
        slow.replay();
        waiting.removeFirst().run();
        assertTrue(slow.editor().judgedProperty().get());
    }

    @Test
    void theMarginSaysHowFarThingsAre() {
        opener.open("two.vms", TEXT);
        session.seekStatement(2);
        assertEquals(Progress.NONE, margin.progress(1));
        assertEquals(Progress.DONE, margin.progress(2));
        assertEquals(Progress.DONE, margin.progress(4));
        assertEquals(Progress.NOW, margin.progress(5));
        assertEquals(Progress.LATER, margin.progress(6));
        assertEquals(OptionalInt.of(5), margin.currentLine());
        assertTrue(margin.go(6));
        assertEquals("b = vmap 2", currentText());
        assertFalse(margin.go(1));
    }

    @Test
    void aLineShowsWhatItsAreaIsNow() {
        opener.open("two.vms", TEXT);
        session.seekStatement(1);
        assertEquals(Kind.EARLY, margin.chip(3).orElseThrow().kind());
        assertTrue(margin.chip(5).isEmpty());
        session.seekStatement(2);
        assertEquals(Kind.VM, margin.chip(5).orElseThrow().kind());
        session.end();
        var chip = margin.chip(5).orElseThrow();
        assertEquals(Kind.LAZY, chip.kind());
        assertEquals("a", chip.names());
        assertEquals(OptionalInt.of(5), margin.lineOf(chip.id()));
        assertEquals(
                OptionalInt.of(3), margin.lineOf(margin.chip(3).orElseThrow().id()));
        assertEquals(OptionalInt.empty(), margin.lineOf("no id"));
        assertEquals(OptionalInt.empty(), margin.lineOf("va:zz#1"));
        session.start();
        assertTrue(margin.chip(5).isEmpty());
        assertEquals(OptionalInt.empty(), margin.lineOf(chip.id()));
    }
}
