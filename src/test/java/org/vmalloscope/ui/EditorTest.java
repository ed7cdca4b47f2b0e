package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vmalloscope.ui.model.AllocateOperation;
import org.vmalloscope.ui.model.EditorModel;
import org.vmalloscope.ui.model.EditorProposal;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.Workers;
import org.vmalloscope.ui.view.MainWindow;
import org.vmalloscope.ui.view.Words;

/// A person writes in the scenario, allocates, saves and leaves, on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
final class EditorTest {
    private static final String TEXT = """
            # Two areas
            machine i386 cpus=2 ram=16M
            boot
            a = vmalloc 4K
            b = vmalloc 8K
            """;

    private SessionModel session = new SessionModel(Words.in(Locale.ENGLISH).bundle());
    private Opener opener = new Opener(session, Runnable::run, Runnable::run);
    private EditorModel editor = opener.editor();
    private Stage stage;
    private Path file = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @Start
    void start(Stage primary) throws IOException {
        stage = primary;
        Words words = Words.in(Locale.ENGLISH);
        session = new SessionModel(words.bundle());
        opener = new Opener(session, Runnable::run, Runnable::run);
        editor = opener.editor();
        file = Files.writeString(folder.resolve("two.vms"), TEXT);
        new MainWindow(
                        primary,
                        session,
                        opener,
                        words,
                        List.of(),
                        Settings.load(folder.resolve("settings")),
                        new Workers(Runnable::run, Runnable::run))
                .show();
        opener.open(file);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    private static CodeArea area(FxRobot robot) {
        return robot.lookup("#editor").query();
    }

    private static void caret(FxRobot robot, int line, int column) {
        robot.interact(() -> {
            area(robot).requestFocus();
            area(robot).select(TextPos.ofLeading(line - 1, column));
        });
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitPlayed() throws TimeoutException {
        await(() -> editor.judgedProperty().get());
    }

    private String currentText() {
        return session.statements().get(session.currentProperty().get()).text();
    }

    @Test
    void whatIsWrittenIsPlayedAfterAPauseAndUndone(FxRobot robot) throws TimeoutException {
        robot.interact(() -> session.seekStatement(1));
        long position = session.positionProperty().get();
        caret(robot, 6, 0);
        robot.write("c = vmap 2");
        awaitPlayed();
        assertEquals(TEXT + "c = vmap 2", editor.text());
        assertEquals(4, session.statements().size());
        assertEquals(position, session.positionProperty().get());
        assertEquals("unsaved", text(robot, "#scenario-state"));
        assertTrue(stage.getTitle().startsWith("• two.vms"), stage::getTitle);
        // On a slow machine there are pauses within a word.
        while (editor.undoableProperty().get()) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        assertEquals(TEXT, editor.text());
        assertEquals(TEXT, area(robot).getText());
        assertEquals("saved", text(robot, "#scenario-state"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        String again = area(robot).getText();
        assertTrue(again.length() > TEXT.length() && (TEXT + "c = vmap 2").startsWith(again), again);
    }

    @Test
    void errorsAreToldWhereTheyAreAndGoWhenMended(FxRobot robot) throws TimeoutException {
        robot.interact(() -> session.seekStatement(2));
        caret(robot, 5, 4);
        robot.write("x");
        awaitPlayed();
        assertEquals("unknown statement 'xvmalloc': did you mean 'vmalloc'?", text(robot, "#editor-error-text"));
        assertEquals("1 error", text(robot, "#scenario-state"));
        assertEquals("b = vmalloc 8K", currentText());
        assertTrue(robot.lookup("#allocate").query().isDisabled());
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.HOME);
        assertEquals(0, session.positionProperty().get());
        caret(robot, 1, 0);
        robot.type(KeyCode.F8);
        assertEquals(TextPos.ofLeading(4, 4), area(robot).getCaretPosition());
        robot.type(KeyCode.DELETE);
        awaitPlayed();
        assertFalse(robot.lookup("#editor-error").query().isVisible());
        assertEquals("saved", text(robot, "#scenario-state"));
    }

    @Test
    void wordsAndNamesAreCompleted(FxRobot robot) throws TimeoutException {
        caret(robot, 6, 0);
        robot.write("vf");
        assertEquals("vfree", proposals(robot).getFirst());
        robot.type(KeyCode.ENTER);
        assertEquals(List.of("b", "a"), proposals(robot));
        robot.type(KeyCode.DOWN).type(KeyCode.TAB);
        assertEquals(TEXT + "vfree a", editor.text());
        assertEquals(List.of(), proposals(robot));
        robot.type(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        assertTrue(proposals(robot).contains("ioremap"));
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of(), proposals(robot));
        assertTrue(area(robot).isFocused());
        robot.push(KeyCode.TAB);
        assertFalse(area(robot).isFocused());
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(area(robot).isFocused());
        awaitPlayed();
        assertEquals(4, session.statements().size());
    }

    private static List<String> proposals(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#completion").queryAll().stream()
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(item -> ((EditorProposal) item).label())
                .toList();
    }

    @Test
    void theBarAllocatesAndSaysWhatIsWrong(FxRobot robot) {
        robot.interact(() -> robot.lookup("#allocate-operation")
                .<ComboBox<AllocateOperation>>query()
                .setValue(AllocateOperation.VM_MAP_RAM));
        robot.interact(
                () -> robot.lookup("#allocate-cpu").<ComboBox<Integer>>query().setValue(1));
        assertEquals("c = vm_map_ram 4", text(robot, "#allocate-line"));
        robot.interact(() -> robot.lookup("#allocate-amount").<TextField>query().setText(""));
        robot.clickOn("#allocate-amount").write("0").type(KeyCode.ENTER);
        assertEquals(TEXT, editor.text());
        assertTrue(robot.lookup("#allocate").query().isDisabled());
        assertFalse(text(robot, "#allocate-line").startsWith("c ="));
        robot.type(KeyCode.BACK_SPACE).write("3").type(KeyCode.ENTER);
        assertEquals(TEXT + "cpu 1\nc = vm_map_ram 3\n", editor.text());
        assertEquals("c = vm_map_ram 3", currentText());
        robot.clickOn("#allocate");
        assertEquals(TEXT + "cpu 1\nc = vm_map_ram 3\nd = vm_map_ram 3\n", editor.text());
        robot.interact(editor::undo);
        robot.interact(editor::undo);
        assertEquals(TEXT, area(robot).getText());
    }

    @Test
    void theGutterLeadsToStatementsAndChipsToAreas(FxRobot robot) {
        robot.clickOn(gutter(robot, "4"));
        assertEquals("a = vmalloc 4K", currentText());
        caret(robot, 5, 2);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        assertEquals("b = vmalloc 8K", currentText());
        List<Node> chips = robot.lookup(".vm-chip-cell").queryAll().stream()
                .filter(Node::isVisible)
                .toList();
        assertEquals(2, chips.size());
        robot.moveTo(place(chips.getFirst()));
        String id = session.links().hoveredProperty().get();
        assertTrue(id.startsWith("va:"), id);
        robot.clickOn(place(chips.getFirst()));
        assertEquals(id, session.links().selectedProperty().get());
    }

    /// Where it is on the screen: the node itself may be another one by the time the pointer is there.
    private static Bounds place(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    private static Bounds gutter(FxRobot robot, String line) {
        return place(robot.lookup(".vm-gutter-number").queryAll().stream()
                .filter(node -> ((Labeled) node).getText().equals(line) && node.getScene() != null)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void nothingWrittenIsLostWithoutAQuestion(FxRobot robot) throws IOException {
        caret(robot, 6, 0);
        robot.write("rcu");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertEquals(TEXT + "rcu", Files.readString(file));
        robot.write("\nrcu");
        var closing = WaitForAsyncUtils.asyncFx(
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("Cancel");
        WaitForAsyncUtils.waitFor(closing);
        assertTrue(stage.isShowing());
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn("Do not save");
        assertEquals("untitled.vms", editor.documentProperty().get().name());
        assertEquals(2, session.statements().size() + 1);
        assertEquals(TEXT + "rcu", Files.readString(file));
        robot.interact(() -> opener.open(file));
        robot.interact(() -> opener.append("vfree a"));
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        robot.clickOn("Save");
        assertFalse(stage.isShowing());
        assertEquals(TEXT + "rcu\nvfree a\n", Files.readString(file));
    }

    @Test
    void aLongTextStaysUsable(FxRobot robot) {
        String many = "machine x86_64 cpus=1 ram=16M\nboot\n"
                + IntStream.range(0, 100_000).mapToObj(i -> "# line " + i).collect(Collectors.joining("\n"));
        robot.interact(() -> opener.open("many.vms", many));
        caret(robot, 50_000, 0);
        AtomicLong quickest = new AtomicLong(Long.MAX_VALUE);
        robot.interact(() -> {
            for (int i = 0; i < 10; i++) {
                long before = System.nanoTime();
                area(robot).insertText(TextPos.ofLeading(49_999, i), "x", null);
                quickest.accumulateAndGet(System.nanoTime() - before, Math::min);
            }
        });
        assertTrue(quickest.get() < 100_000_000, () -> quickest + " ns for a letter");
        assertTrue(editor.text().contains("\nxxxxxxxxxx# line"));
        assertEquals(many.length() + 10, area(robot).getText().length());
    }
}
