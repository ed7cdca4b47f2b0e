package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.vmalloscope.picture.Theme;

/// A person changes how the window looks, and presents.
final class WindowLooksTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    /// Keeps what is logged.
    private static final class Log extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord event) {
            if (event.getLevel().intValue() >= Level.WARNING.intValue()) {
                lines.add(event.getLoggerName() + ": " + event.getMessage() + " " + event.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void nothingIsComplainedOfInAnyLook(FxRobot robot) {
        Log log = new Log();
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Logger.getLogger("").addHandler(log);
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            tour(robot);
        } finally {
            System.setErr(before);
            Logger.getLogger("").removeHandler(log);
        }
        assertEquals(List.of(), log.lines);
        assertEquals("", errors.toString(StandardCharsets.UTF_8));
    }

    private void tour(FxRobot robot) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> settings.themeProperty().set(theme));
            statements(robot, 2);
            for (int width : List.of(1500, 700, 1000)) {
                robot.interact(() -> stage(robot).setWidth(width));
                settle();
            }
            for (KeyCode key :
                    List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT7)) {
                robot.type(key);
            }
            robot.push(KeyCode.ALT, KeyCode.RIGHT).type(KeyCode.ENTER);
            robot.push(KeyCode.SHIFT, KeyCode.F10).type(KeyCode.ESCAPE);
            ctrl(robot, KeyCode.D);
            robot.interact(() ->
                    robot.lookup("#description").query().getScene().getWindow().hide());
            robot.type(KeyCode.F1);
            robot.interact(
                    () -> robot.lookup("#keys").query().getScene().getWindow().hide());
            robot.type(KeyCode.F11).type(KeyCode.S).type(KeyCode.RIGHT).type(KeyCode.ESCAPE);
        }
    }

    @Test
    void themesKeepThePosition(FxRobot robot) {
        statements(robot, 1);
        long position = session.positionProperty().get();
        ctrl(robot, KeyCode.T);
        assertEquals(Theme.DARK, settings.themeProperty().get());
        assertEquals(position, session.positionProperty().get());
        robot.clickOn("#theme");
        assertEquals(Theme.LIGHT, settings.themeProperty().get());
    }

    @Test
    void thePresenterTakesAllAndKeysStillStep(FxRobot robot) {
        statements(robot, 2);
        robot.type(KeyCode.F11);
        assertTrue(robot.lookup("#presenter").tryQuery().isPresent());
        assertFalse(robot.lookup("#find").tryQuery().isPresent());
        assertEquals(session.sentenceProperty().get().split("(?<=\\.) ", -1)[0], text(robot, "#presented-sentence"));
        long before = session.positionProperty().get();
        robot.type(KeyCode.RIGHT);
        assertEquals(before + 1, session.positionProperty().get());
        robot.type(KeyCode.DIGIT3).type(KeyCode.DIGIT3);
        assertTrue(robot.lookup("#blocks").tryQuery().isPresent());
        assertFalse(robot.lookup("#tree").tryQuery().isPresent());
        robot.type(KeyCode.S);
        assertTrue(node(robot, "#spotlight").isVisible());
        robot.type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#tree").tryQuery().isPresent());
        assertTrue(robot.lookup("#find").tryQuery().isPresent());
    }

    @Test
    void togglesChangeTheOptionsAndAreRemembered(FxRobot robot) {
        robot.clickOn("#high-first");
        assertTrue(session.options().get().highFirst());
        assertEquals("true", settings.choice("high-first"));
        robot.type(KeyCode.DIGIT3).clickOn("#merged");
        assertTrue(session.options().get().merged());
    }

    @Test
    void aPaneGetsMoreRoomAndGoesBack(FxRobot robot) {
        double before = node(robot, "#tree").getBoundsInLocal().getHeight();
        robot.clickOn("#enlarge-tree");
        settle();
        assertTrue(node(robot, "#tree").getBoundsInLocal().getHeight() > before);
        assertFalse(robot.lookup("#tab-lists").tryQuery().isPresent());
        statements(robot, 3);
        ctrl(robot, KeyCode.ENTER);
        settle();
        assertEquals(before, node(robot, "#tree").getBoundsInLocal().getHeight());
        String lists = node(robot, "#lists").getAccessibleText();
        assertTrue(lists.contains("2 areas"), lists);
    }

    @Test
    void everyDiagramCanBeReadAloud(FxRobot robot) {
        statements(robot, 3);
        focus(robot, "#tree");
        assertTrue(node(robot, "#tree").getAccessibleText().startsWith("vmap_area tree: "));
        ctrl(robot, KeyCode.D);
        String words = robot.lookup("#description").<TextArea>query().getText();
        assertTrue(words.contains("Two areas, one freed."), words);
    }

    @Test
    void everyControlHasAName(FxRobot robot) {
        for (Node node : robot.lookup(found -> found instanceof ButtonBase).queryAll()) {
            boolean named = node.getAccessibleText() != null
                    || node instanceof Labeled labeled && !labeled.getText().isBlank();
            assertTrue(named, () -> "no name: " + node);
        }
    }

    @Test
    void f6GoesFromPaneToPane(FxRobot robot) {
        focus(robot, "#tree");
        Set<String> seen = new java.util.TreeSet<>();
        for (int step = 0; step < 3; step++) {
            seen.add(String.valueOf(stage(robot).getScene().getFocusOwner().getId()));
            robot.type(KeyCode.F6);
        }
        assertEquals(Set.of("tree", "lists", "space"), seen);
    }
}
