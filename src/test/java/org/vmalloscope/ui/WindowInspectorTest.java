package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.vmalloscope.inspect.FieldRow;
import org.vmalloscope.inspect.Message;
import org.vmalloscope.ui.model.WriterRow;

/// A person looks into objects, asks who wrote a field, reads what the kernel said and whether its rules hold.
final class WindowInspectorTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static List<FieldRow> fields(FxRobot robot) {
        return robot.lookup("#fields").<ListView<FieldRow>>query().getItems();
    }

    private static List<WriterRow> writers(FxRobot robot) {
        return robot.lookup("#writers").<ListView<WriterRow>>query().getItems();
    }

    private static String value(FxRobot robot, String field) {
        return fields(robot).stream()
                .filter(row -> row.field().equals(field))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void choose(FxRobot robot, String field) {
        ListView<FieldRow> list = robot.lookup("#fields").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getItems().stream()
                    .filter(row -> row.field().equals(field))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        });
    }

    /// Selects the first area of the list.
    private void selectFirst(FxRobot robot) {
        focus(robot, "#tree");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
    }

    @Test
    void itShowsWhatTheLastStoreChanged(FxRobot robot) {
        statements(robot, 2);
        long end = session.positionProperty().get();
        robot.interact(() -> session.seek(0));
        int seen = 0;
        for (long event = 1; event <= end; event++) {
            robot.interact(session::forward);
            if (fields(robot).stream().anyMatch(FieldRow::changed)) {
                seen++;
            }
        }
        assertTrue(seen > 20, "rows that changed: " + seen);
    }

    @Test
    void aSelectedAreaStaysAndItsPointersAreFollowed(FxRobot robot) {
        statements(robot, 3);
        selectFirst(robot);
        String name = text(robot, "#inspector-name");
        assertTrue(List.of("a", "b").contains(name), name);
        assertTrue(text(robot, "#inspector-facts").contains("kmalloc-128 · 104 bytes"));
        assertEquals("4  VM_AREA", value(robot, "flags"));
        robot.interact(session::back);
        assertEquals(name, text(robot, "#inspector-name"));
        choose(robot, "private");
        robot.type(KeyCode.ENTER);
        assertEquals("vm of " + name, text(robot, "#inspector-name"));
        assertTrue(session.links().selectedProperty().get().startsWith("vm:"));
        robot.type(KeyCode.BACK_SPACE);
        assertEquals(name, text(robot, "#inspector-name"));
        robot.clickOn("#inspector-forth");
        assertEquals("vm of " + name, text(robot, "#inspector-name"));
        robot.clickOn("#inspector-follow");
        assertEquals("", session.links().selectedProperty().get());
    }

    @Test
    void whoWroteGoesToTheEvent(FxRobot robot) {
        statements(robot, 5);
        robot.interact(() -> session.seekStatement(2));
        selectFirst(robot);
        robot.interact(session::end);
        choose(robot, "flags");
        List<WriterRow> stores = List.copyOf(writers(robot));
        assertFalse(stores.isEmpty());
        assertTrue(stores.stream().allMatch(row -> row.event() > 0));
        for (WriterRow row : stores) {
            assertTrue(
                    List.of(
                                    "alloc_vmap_area",
                                    "insert_vmalloc_vm",
                                    "free_unmap_vmap_area_noflush",
                                    "__purge_vmap_area_lazy")
                            .contains(row.function()),
                    row.toString());
        }
        robot.interact(() -> session.seek(stores.getFirst().event()));
        assertTrue(fields(robot).stream()
                .anyMatch(row -> row.changed() && row.field().equals("flags")));
        robot.clickOn("#writers-previous");
        assertEquals(stores.get(1).event(), session.positionProperty().get());
        robot.clickOn("#writers-next");
        assertEquals(stores.getFirst().event(), session.positionProperty().get());
        assertEquals("Who wrote flags", text(robot, "#writers-title"));
    }

    @Test
    void keysMoveBetweenFieldsAndDoNotStep(FxRobot robot) {
        statements(robot, 3);
        selectFirst(robot);
        long position = session.positionProperty().get();
        robot.type(KeyCode.V).type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertEquals(position, session.positionProperty().get());
        assertEquals("flags", text(robot, "#writers-title").substring("Who wrote ".length()));
        robot.type(KeyCode.LEFT);
        assertEquals(position - 1, session.positionProperty().get());
    }

    @Test
    void aWatchedFieldStaysInSight(FxRobot robot) {
        statements(robot, 3);
        selectFirst(robot);
        choose(robot, "flags");
        robot.type(KeyCode.W);
        robot.clickOn("#inspector-follow");
        assertTrue(robot.lookup(".vm-watch .label").queryAll().stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().endsWith(".flags")));
        robot.interact(session::end);
        assertFalse(robot.lookup(".vm-watch").queryAll().isEmpty());
        robot.clickOn(".vm-watch-drop");
        assertTrue(robot.lookup(".vm-watch").queryAll().isEmpty());
    }

    @Test
    void bytesAndPointersBack(FxRobot robot) {
        statements(robot, 3);
        selectFirst(robot);
        robot.clickOn("#inspector-pointed");
        assertFalse(robot.lookup(".vm-references .vm-link").queryAll().isEmpty());
        robot.clickOn("#inspector-bytes");
        settle();
        assertTrue(robot.lookup(".vm-row-value").queryAll().stream()
                .map(Label.class::cast)
                .anyMatch(label -> label.getText().startsWith("04 00 00")));
    }

    @Test
    void theKernelSaysWhatItSaidSoFar(FxRobot robot) {
        robot.interact(() -> opener.append("c = vmalloc 1M"));
        robot.interact(() -> opener.append("vfree 0xffffc90000100000"));
        robot.interact(session::end);
        robot.clickOn("#side-printk");
        ListView<Message> list = robot.lookup("#printk").query();
        assertEquals(1, list.getItems().size());
        Message warning = list.getItems().getFirst();
        robot.interact(() -> session.seek(warning.event() - 1));
        assertTrue(list.getItems().isEmpty());
        robot.interact(() -> session.seek(warning.event()));
        assertEquals(List.of(warning), list.getItems());
        assertEquals(3, robot.lookup("#locks .vm-lock").queryAll().size());
    }

    @Test
    void rulesHoldBetweenStatementsAndAreBrokenInBetween(FxRobot robot) {
        robot.clickOn("#side-rules");
        statements(robot, 2);
        assertEquals("All rules hold here", text(robot, "#rules-summary"));
        long end = session.positionProperty().get();
        robot.interact(() -> session.seekStatement(0));
        boolean between = false;
        while (session.positionProperty().get() < end) {
            robot.interact(session::forward);
            String summary = text(robot, "#rules-summary");
            assertFalse(summary.endsWith("broken here"), summary);
            between |= summary.endsWith("broken in between");
        }
        assertTrue(between);
        robot.interact(session::end);
        assertTrue(robot.lookup("#rule-oddity-stale-links").tryQuery().isPresent());
    }
}
