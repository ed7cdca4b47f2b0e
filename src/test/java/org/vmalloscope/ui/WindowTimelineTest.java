package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person finds the way through the run with the timeline, bookmarks, and the search.
final class WindowTimelineTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static Point2D at(FxRobot robot, double share) {
        Bounds bounds =
                node(robot, "#timeline").localToScreen(node(robot, "#timeline").getBoundsInLocal());
        double left = bounds.getMinX() + 78;
        return new Point2D(left + share * (bounds.getMaxX() - 16 - left), bounds.getCenterY());
    }

    @Test
    void draggingScrubs(FxRobot robot) {
        robot.drag(at(robot, 0.2), MouseButton.PRIMARY).dropTo(at(robot, 0.5));
        double share = session.positionProperty().get()
                / (double) session.lengthProperty().get();
        assertTrue(share > 0.47 && share < 0.53, "at " + share);
    }

    @Test
    void restingOnAnEventTellsAboutItAndEnterGoesThere(FxRobot robot) throws TimeoutException {
        focus(robot, "#timeline");
        robot.moveTo(at(robot, 0.6));
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("#event-card").tryQuery().isPresent());
        assertEquals(0, session.positionProperty().get());
        robot.type(KeyCode.ENTER);
        double share = session.positionProperty().get()
                / (double) session.lengthProperty().get();
        assertTrue(share > 0.57 && share < 0.63, "at " + share);
    }

    @Test
    void bookmarksAreNamedAndLeadBack(FxRobot robot) throws TimeoutException {
        statements(robot, 2);
        long marked = session.positionProperty().get();
        robot.type(KeyCode.B);
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("#bookmark-name").tryQuery().isPresent());
        robot.interact(() -> {
            TextField name = robot.lookup("#bookmark-name").query();
            name.setText("here");
            name.fireEvent(new javafx.event.ActionEvent());
        });
        assertEquals("here", session.bookmarks().all().get(marked));
        robot.interact(session::start);
        focus(robot, "#tree");
        robot.type(KeyCode.CLOSE_BRACKET);
        assertEquals(marked, session.positionProperty().get());
        robot.type(KeyCode.B);
        assertTrue(session.bookmarks().all().isEmpty());
    }

    @Test
    void theSearchGoesForwardAndBackAndCounts(FxRobot robot) {
        ctrl(robot, KeyCode.F);
        robot.write("rotation").type(KeyCode.ENTER);
        assertEquals("none", text(robot, "#find-count"));
        robot.interact(() -> robot.lookup("#find").<TextField>query().setText("va_start"));
        robot.type(KeyCode.ENTER);
        List<String> parts = List.of(text(robot, "#find-count").split(" of ", -1));
        assertEquals("1", parts.getFirst());
        long first = session.positionProperty().get();
        robot.type(KeyCode.ENTER);
        assertTrue(text(robot, "#find-count").startsWith("2 of "));
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertEquals(first, session.positionProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertEquals("Ctrl F", text(robot, "#find-count"));
        robot.type(KeyCode.RIGHT);
        assertEquals(first + 1, session.positionProperty().get());
    }

    @Test
    void aTlbFlushIsFound(FxRobot robot) {
        robot.clickOn("#find").write("tlb flush").type(KeyCode.ENTER);
        assertEquals(4, session.currentProperty().get());
    }
}
