package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.view.MainWindow;
import org.vmalloscope.ui.view.Words;

/// A person steps through a scenario in the window, on JavaFX's headless platform.
@ExtendWith(ApplicationExtension.class)
final class WindowTest {
    private static final String TEXT = """
            # Two areas, one freed.
            machine x86_64 cpus=1 ram=16M
            boot
            a = vmalloc 4K
            b = vmalloc 8K
            vfree a
            vm_unmap_aliases
            """;

    private SessionModel session = new SessionModel(Words.in(Locale.ENGLISH).bundle());
    private Opener opener = new Opener(session, Runnable::run, Runnable::run);

    @TempDir
    private static Path settings = Path.of("");

    @Start
    void start(Stage stage) {
        Words words = Words.in(Locale.ENGLISH);
        session = new SessionModel(words.bundle());
        opener = new Opener(session, Runnable::run, Runnable::run);
        Example example = new Example("two.vms", "Two areas, one freed.", TEXT);
        new MainWindow(stage, session, opener, words, List.of(example), Settings.load(settings)).show();
        opener.open("two.vms", TEXT);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>query().getText();
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
        for (long event = 0; event < session.lengthProperty().get(); event++) {
            robot.interact(session::forward);
            assertFalse(text(robot, "#sentence").isBlank());
        }
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

    @Test
    void bookmarksAndSearchLeadToEvents(FxRobot robot) {
        robot.interact(session::nextStatement);
        robot.type(KeyCode.B);
        assertEquals(1, session.bookmarks().size());
        robot.clickOn("#find").write("tlb flush").type(KeyCode.ENTER);
        assertEquals(4, session.currentProperty().get());
    }

    @Test
    void themesKeepThePosition(FxRobot robot) {
        robot.interact(session::nextStatement);
        long position = session.positionProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.T);
        assertEquals(position, session.positionProperty().get());
        robot.push(KeyCode.CONTROL, KeyCode.T);
    }
}
