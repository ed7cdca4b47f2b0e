package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person steps through a scenario in the window, on JavaFX's headless platform.
final class WindowTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void opensAtTheStart(FxRobot robot) {
        assertEquals("0 / " + session.lengthProperty().get(), text(robot, "#position"));
        assertEquals(-1, session.currentProperty().get());
        assertEquals(5, session.statements().size());
    }

    @Test
    void keysStepEventsAndStatementsBothWays(FxRobot robot) {
        robot.type(KeyCode.RIGHT).type(KeyCode.RIGHT);
        assertEquals(2, session.positionProperty().get());
        robot.type(KeyCode.LEFT);
        assertEquals(1, session.positionProperty().get());
        robot.type(KeyCode.DOWN);
        assertEquals(0, session.currentProperty().get());
        robot.type(KeyCode.DOWN);
        assertEquals(1, session.currentProperty().get());
        assertEquals(1, session.areasProperty().get());
        robot.type(KeyCode.UP);
        assertEquals(0, session.areasProperty().get());
        robot.type(KeyCode.END);
        assertEquals(session.lengthProperty().get(), session.positionProperty().get());
        robot.type(KeyCode.HOME);
        assertEquals(0, session.positionProperty().get());
    }

    @Test
    void buttonsDoWhatTheKeysDo(FxRobot robot) {
        robot.clickOn("#forward").clickOn("#forward").clickOn("#back");
        assertEquals(1, session.positionProperty().get());
        robot.clickOn("#next").clickOn("#next").clickOn("#previous");
        assertEquals(0, session.currentProperty().get());
        robot.clickOn("#end");
        assertTrue(robot.lookup("#forward").query().isDisabled());
        robot.clickOn("#start");
        assertTrue(robot.lookup("#back").query().isDisabled());
    }

    @Test
    void everyEventHasASentence(FxRobot robot) {
        String before = text(robot, "#sentence");
        robot.interact(() -> {
            for (long event = 0; event < session.lengthProperty().get(); event++) {
                session.forward();
                assertFalse(session.sentenceProperty().get().isBlank());
                assertEquals(session.sentenceProperty().get(), text(robot, "#sentence"));
            }
        });
        assertNotEquals(before, text(robot, "#sentence"));
    }

    @Test
    void whatCannotBeOpenedIsToldAndNothingIsLost(FxRobot robot, @TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.vms"), "machine x86_64 cpus=1 ram=16M\nbooot\n");
        robot.interact(session::nextStatement);
        long position = session.positionProperty().get();
        robot.interact(() -> opener.open(bad));
        assertTrue(text(robot, "#notice-text").startsWith(bad + ":2:1: error: unknown statement 'booot'"));
        robot.interact(() -> opener.open(folder));
        assertEquals(folder + ": this is a folder, not a file", text(robot, "#notice-text"));
        assertEquals(position, session.positionProperty().get());
        robot.clickOn("#notice-close");
        assertFalse(robot.lookup("#notice").query().isVisible());
    }

    @Test
    void playingEndsAtTheEnd(FxRobot robot) throws TimeoutException {
        robot.interact(() -> robot.lookup("#speed").<Slider>query().setValue(1));
        robot.clickOn("#play");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, session.positionProperty().isEqualTo(session.lengthProperty()));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("Play", text(robot, "#play"));
    }

    @Test
    void aFreedAreaIsAStatementAtTheEnd(FxRobot robot) {
        robot.interact(session::end);
        int before = session.statements().size();
        robot.interact(() -> opener.append("c = vmalloc 12K"));
        assertEquals(before + 1, session.statements().size());
        assertEquals(before, session.currentProperty().get());
        assertEquals(2, session.areasProperty().get());
    }
}
