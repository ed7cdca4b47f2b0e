package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A person takes a lesson in the window, and goes back to their own scenario.
final class WindowLessonTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    /// Opens the n-th lesson (from 1) from the list behind the button.
    private static void lesson(FxRobot robot, int number) {
        robot.clickOn("#lessons-button");
        ContextMenu list = Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            list.getItems().get(number - 1).fire();
            list.hide();
        });
        settle();
    }

    /// Presses a button, which may stand below what is seen of the lesson.
    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<ButtonBase>query().fire());
        settle();
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).<Node>query().getAccessibleText();
    }

    @Test
    void aLessonTakesThePlaceOfTheScenarioAndGivesItBack(FxRobot robot) {
        statements(robot, 3);
        long position = session.positionProperty().get();
        String text = opener.editor().text();
        lesson(robot, 1);
        assertTrue(isSeen(robot, "#lesson"));
        assertFalse(isSeen(robot, "#scenario-state"));
        assertEquals("Lesson: Why 12 KiB apart? — Vmalloscope", stage(robot).getTitle());
        press(robot, "#lesson-leave");
        assertTrue(isSeen(robot, "#scenario-state"));
        assertFalse(isSeen(robot, "#lesson"));
        assertEquals(position, session.positionProperty().get());
        assertEquals(text, opener.editor().text());
        assertEquals("two.vms — Vmalloscope", stage(robot).getTitle());
    }

    @Test
    void aWrongAnswerThenTheRightOneByAClickInTheTree(FxRobot robot) {
        lesson(robot, 4);
        press(robot, "#lesson-step-2");
        long before = session.positionProperty().get();
        robot.type(KeyCode.DIGIT2, KeyCode.ENTER);
        assertEquals("Not quite. The tree is rotated at a.", said(robot, "#lesson-headline"));
        assertTrue(session.positionProperty().get() > before);
        press(robot, "#lesson-decision");
        assertTrue(session.sentenceProperty().get().startsWith("Left rotation at a"));
        press(robot, "#lesson-again");
        assertEquals(before, session.positionProperty().get());
        clickNode(robot, "a");
        robot.type(KeyCode.ENTER);
        assertEquals("The tree is rotated at a.", said(robot, "#lesson-headline"));
        assertEquals("0 of 10 predictions right at the first try", text(robot, "#lesson-score"));
        robot.type(KeyCode.ENTER);
        assertEquals(before, session.positionProperty().get());
    }

    /// Clicks into the tree until the node is selected: wherever it stands there.
    private void clickNode(FxRobot robot, String name) {
        Node tree = node(robot, "#tree");
        String id = session.madeBy(session.statements().stream()
                        .map(row -> row.text())
                        .toList()
                        .indexOf(name + " = vmalloc 4K"))
                .getFirst()
                .id();
        var bounds = tree.localToScreen(tree.getBoundsInLocal());
        for (double y = bounds.getMinY() + 30; y < bounds.getMaxY() - 4; y += 14) {
            for (double x = bounds.getMinX() + 8; x < bounds.getMaxX() - 8; x += 34) {
                robot.moveTo(x, y);
                if (session.links().hoveredProperty().get().equals(id)) {
                    robot.clickOn();
                    assertEquals(id, session.links().selectedProperty().get());
                    return;
                }
            }
        }
        throw new AssertionError("the node of " + name + " is not seen");
    }

    @Test
    void aPlaceInTheStripIsAnAnswer(FxRobot robot) {
        lesson(robot, 2);
        press(robot, "#lesson-step-2");
        Node strip = node(robot, "#space");
        var bounds = strip.localToScreen(strip.getBoundsInLocal());
        for (double x = bounds.getMinX() + 4; x < bounds.getMaxX(); x += 8) {
            robot.clickOn(x, bounds.getMinY() + 24);
            if (Optional.of(1).equals(chosen(robot))) {
                robot.type(KeyCode.ENTER);
                assertEquals(
                        "d starts at 00000, the start of the space, right below b.", said(robot, "#lesson-headline"));
                return;
            }
        }
        throw new AssertionError("place 1 is not in the strip");
    }

    private static Optional<Integer> chosen(FxRobot robot) {
        for (int number = 1; number <= 4; number++) {
            Optional<Node> choice = robot.lookup("#lesson-choice-" + number).tryQuery();
            boolean isChosen = choice.map(Node::getPseudoClassStates)
                    .map(states -> states.stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("chosen")))
                    .orElse(false);
            if (isChosen) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    @Test
    void anAddressIsTypedAndEnterChecksIt(FxRobot robot) {
        lesson(robot, 1);
        focus(robot, "#lesson-typed");
        robot.write("00000");
        assertEquals(Optional.of(1), chosen(robot));
        robot.type(KeyCode.ENTER);
        assertEquals("1 of 7 predictions right at the first try", text(robot, "#lesson-score"));
        press(robot, "#lesson-reset");
        assertEquals("0 of 7 predictions right at the first try", text(robot, "#lesson-score"));
    }

    @Test
    void nothingIsAddedToTheOwnScenarioMeanwhile(FxRobot robot) {
        String text = opener.editor().text();
        lesson(robot, 9);
        robot.clickOn("1");
        assertEquals(text, opener.editor().text());
        assertTrue(isSeen(robot, "#lesson"));
    }

    @Test
    void whoLooksAheadIsToldAndLedBack(FxRobot robot) {
        lesson(robot, 1);
        long before = session.positionProperty().get();
        robot.interact(session::nextStatement);
        press(robot, "#lesson-back");
        assertEquals(before, session.positionProperty().get());
        assertFalse(isSeen(robot, "#lesson-back"));
    }
}
