package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A student steps through the code.
final class WindowCodeTest extends WindowHarness {
    private static final String PURGE = "__purge_vmap_area_lazy";

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static String now(FxRobot robot) {
        return robot.lookup(".vm-crumb-now")
                .tryQuery()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .orElse("");
    }

    private void setBreakpoint(FxRobot robot, String condition) {
        robot.interact(() -> {
            robot.lookup("#side-breakpoints")
                    .<javafx.scene.control.ToggleButton>query()
                    .fire();
        });
        robot.interact(() -> {
            TextField field = robot.lookup("#break-field").query();
            field.setText(condition);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void breakpointsAreWrittenRunToAndSteppedFrom(FxRobot robot) {
        setBreakpoint(robot, "function " + PURGE);
        assertTrue(opener.editor().text().endsWith("breakpoint function " + PURGE + "\n"));
        focus(robot, "#tree");
        robot.type(KeyCode.N);
        assertEquals(PURGE, now(robot));
        long entered = session.positionProperty().get();
        robot.type(KeyCode.I, KeyCode.I);
        assertEquals(
                1,
                robot.lookup(".vm-listing-row").queryAll().stream()
                        .filter(row -> row.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("now")))
                        .count());
        robot.type(KeyCode.U);
        assertEquals("vm_unmap_aliases", now(robot));
        robot.push(KeyCode.SHIFT, KeyCode.N);
        assertEquals(entered, session.positionProperty().get());
        robot.push(KeyCode.SHIFT, KeyCode.U);
        assertEquals(entered - 1, session.positionProperty().get());
    }

    @Test
    void aWrongConditionIsToldBelowTheField(FxRobot robot) {
        setBreakpoint(robot, "on thunder");
        assertTrue(text(robot, "#break-message").startsWith("unknown kind 'thunder'"));
        assertEquals(TEXT, opener.editor().text());
    }
}
