package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A person points at things, and they light up wherever they are shown.
final class WindowLinkTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private List<String> selected() {
        return List.copyOf(session.links().allSelectedProperty().get());
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(String id) {
        return menu().getItems().stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void arrowsWithAltSelectAnAreaAndItsVmStruct(FxRobot robot) {
        statements(robot, 3);
        focus(robot, "#tree");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        assertEquals(2, selected().size());
        assertTrue(selected().get(0).startsWith("va:"), selected().toString());
        assertTrue(selected().get(1).startsWith("vm:"), selected().toString());
        robot.interact(() -> session.links().select(selected().get(1)));
        assertEquals(Set.of("va", "vm"), kinds());
        focus(robot, "#tree");
        robot.type(KeyCode.ESCAPE);
        assertTrue(selected().isEmpty());
    }

    private Set<String> kinds() {
        return Set.copyOf(selected().stream().map(id -> id.substring(0, 2)).toList());
    }

    @Test
    void enterTellsAboutWhatIsSelected(FxRobot robot) {
        statements(robot, 3);
        focus(robot, "#tree");
        robot.push(KeyCode.ALT, KeyCode.RIGHT).type(KeyCode.ENTER);
        assertTrue(robot.lookup("#details").tryQuery().isPresent());
    }

    @Test
    void theMenuOfAnAreaFreesItAndGoesToItsBirthAndDeath(FxRobot robot) {
        statements(robot, 3);
        focus(robot, "#tree");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        robot.interact(() -> item("area.birth").fire());
        long birth = session.positionProperty().get();
        assertTrue(session.currentProperty().get() <= 2 && birth > 0);
        robot.interact(session::nextStatement);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        robot.interact(() -> item("area.copy").fire());
        String address = onFx(robot, () -> Clipboard.getSystemClipboard().getString());
        assertTrue(address.startsWith("0xffffc9"), address);
        robot.interact(() -> menu().hide());
        int before = session.statements().size();
        robot.interact(() -> session.links().select(selected().getFirst()));
        robot.interact(session::end);
        focus(robot, "#tree");
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        MenuItem free = item("area-free");
        assertEquals("vfree b", free.getText());
        assertFalse(free.isDisable());
        robot.interact(free::fire);
        assertEquals(before + 1, session.statements().size());
    }

    private static String onFx(FxRobot robot, java.util.function.Supplier<String> value) {
        String[] held = {""};
        robot.interact(() -> held[0] = Optional.ofNullable(value.get()).orElse(""));
        return held[0];
    }

    @Test
    void aClickSelectsAndTheWheelZooms(FxRobot robot) {
        statements(robot, 2);
        focus(robot, "#tree");
        robot.type(KeyCode.PLUS);
        assertEquals("125 %", text(robot, "#zoom-tree"));
        robot.type(KeyCode.MINUS);
        robot.clickOn("#zoom-in-tree").clickOn("#zoom-tree");
        assertEquals("100 %", text(robot, "#zoom-tree"));
        robot.moveTo("#tree").scroll(1, javafx.geometry.VerticalDirection.UP);
        assertFalse(text(robot, "#zoom-tree").equals("100 %"));
        robot.clickOn("#fit-tree");
        assertEquals("100 %", text(robot, "#zoom-tree"));
    }
}
