package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;

/// A text being written: its file, its errors, and which step stands in which line.
final class EditorModelTest {
    private static final String TEXT = """
            # Two areas
            machine i386 cpus=2 ram=16M
            boot

            a = vmalloc 4K
            b = vmap 2
            """;

    private final EditorModel editor = new EditorModel();

    private void judge() {
        switch (ScenarioParser.parse(editor.text())) {
            case Scenario good -> editor.takeGood(editor.text(), good);
            case ScenarioErrors(var errors) -> editor.takeErrors(editor.text(), errors);
        }
    }

    private void open() {
        editor.open("two.vms", Optional.empty(), TEXT);
        judge();
    }

    private void replace(String was, String now) {
        int at = editor.text().indexOf(was);
        editor.edit(at, at + was.length(), now);
    }

    @Test
    void whatWasOpenedIsSaved() {
        open();
        assertFalse(editor.dirtyProperty().get());
        replace("4K", "8K");
        assertTrue(editor.dirtyProperty().get());
        replace("8K", "4K");
        assertFalse(editor.dirtyProperty().get());
    }

    @Test
    void aRestoredTextIsNotSaved() {
        editor.restore("two.vms", Optional.empty(), TEXT);
        assertTrue(editor.dirtyProperty().get());
        replace("4K", "8K");
        editor.undo();
        assertTrue(editor.dirtyProperty().get());
    }

    @Test
    void savingKeepsTheSpellingOfTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("dos.vms");
        Files.writeString(file, "\uFEFFboot\r\nrcu\r\n");
        editor.open("dos.vms", Optional.of(file), Files.readString(file));
        assertEquals("boot\nrcu\n", editor.text());
        editor.append("rcu");
        assertEquals(Optional.empty(), editor.save());
        assertEquals("\uFEFFboot\r\nrcu\r\nrcu\r\n", Files.readString(file));
        assertFalse(editor.dirtyProperty().get());
        try (var inside = Files.list(folder)) {
            assertEquals(List.of(file), inside.toList());
        }
    }

    @Test
    void whatCannotBeSavedStaysUnsaved(@TempDir Path folder) {
        open();
        editor.append("rcu");
        Path nowhere = folder.resolve("missing").resolve("x.vms");
        assertEquals(Optional.of(nowhere + ": there is no such folder"), editor.saveAs(nowhere));
        assertTrue(editor.dirtyProperty().get());
        assertEquals(Optional.empty(), editor.documentProperty().get().file());
        assertThrows(IllegalStateException.class, editor::save);
    }

    @Test
    void savingAsAnotherFileTakesItsName(@TempDir Path folder) {
        open();
        assertEquals(Optional.empty(), editor.saveAs(folder.resolve("mine.vms")));
        assertEquals("mine.vms", editor.documentProperty().get().name());
    }

    @Test
    void errorsStayUntilTheTextIsJudgedAndMoveWithTheirLines() {
        open();
        replace("vmap 2", "vmpa 2");
        judge();
        assertEquals(List.of(6), editor.errors().stream().map(EditorError::line).toList());
        editor.edit(0, 0, "# one more\n");
        assertEquals(List.of(7), editor.errors().stream().map(EditorError::line).toList());
        replace("vmpa", "vmp");
        assertEquals(List.of(), editor.errors());
        assertFalse(editor.judgedProperty().get());
        replace("vmp ", "vmap ");
        judge();
        assertTrue(editor.judgedProperty().get());
    }

    @Test
    void theLastGoodScenarioStaysWhileThereAreErrors() {
        open();
        Optional<Scenario> good = editor.scenarioProperty().get();
        replace("vmap 2", "vmpa 2");
        judge();
        assertEquals(good, editor.scenarioProperty().get());
    }

    @Test
    void aJudgementOfAnOlderTextDoesNotCount() {
        open();
        String older = editor.text();
        replace("4K", "4Q");
        editor.takeGood(older, (Scenario) ScenarioParser.parse(older));
        assertFalse(editor.judgedProperty().get());
    }

    @Test
    void linesKnowTheirStepsAlsoAroundAChange() {
        open();
        assertEquals(OptionalInt.of(0), editor.stepAt(3));
        assertEquals(OptionalInt.empty(), editor.stepAt(4));
        assertEquals(OptionalInt.of(2), editor.stepAt(6));
        replace("a = vmalloc 4K\n", "a = vmalloc 4K\n# new\nrcu\n");
        assertEquals(OptionalInt.of(0), editor.stepAt(3));
        assertEquals(OptionalInt.of(2), editor.stepAt(8));
        assertEquals(OptionalInt.of(8), editor.lineOf(2));
        assertEquals(OptionalInt.empty(), editor.lineOf(3));
    }

    @Test
    void aStatementForAnotherCpuComesAfterACpuLine() {
        open();
        assertEquals("rcu", editor.onCpu("rcu", 0));
        assertEquals("cpu 1\nrcu", editor.onCpu("rcu", 1));
        editor.append("cpu 1");
        assertEquals("rcu", editor.onCpu("rcu", 1));
    }

    @Test
    void aFreshNameIsNoWordOfTheText() {
        open();
        assertEquals("c", editor.freshName());
        editor.append("# c and d are words of a comment only");
        assertEquals("c", editor.freshName());
        editor.append("c = vmap 1");
        assertEquals("d", editor.freshName());
    }

    @Test
    void pastedLineEndsBecomeOurs() {
        editor.edit(0, 0, "boot\r\nrcu\r");
        assertEquals("boot\nrcu\n", editor.text());
    }
}
