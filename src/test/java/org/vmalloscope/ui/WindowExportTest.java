package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person takes pictures away: as files, or by the clipboard.
final class WindowExportTest extends WindowHarness {
    @Start
    void start(Stage stage) {
        open(stage);
    }

    private static void dialog(FxRobot robot) throws TimeoutException {
        ctrl(robot, KeyCode.E);
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("#export-dialog").tryQuery().isPresent());
    }

    private static void go(FxRobot robot, Path target) {
        robot.interact(() -> robot.lookup("#export-file").<TextField>query().setText(target.toString()));
        robot.interact(() -> robot.lookup("#export-go").<Button>query().fire());
        settle();
    }

    @Test
    void theTreeBecomesASvgFile(FxRobot robot, @TempDir Path folder) throws IOException, TimeoutException {
        statements(robot, 3);
        dialog(robot);
        assertTrue(text(robot, "#export-facts").endsWith(" pixels"), text(robot, "#export-facts"));
        robot.interact(
                () -> robot.lookup("#export-format-svg").<ToggleButton>query().fire());
        Path file = folder.resolve("new/tree.svg");
        go(robot, file);
        assertTrue(Files.readString(file).contains("Two areas, one freed."));
        assertEquals("Written: " + file, text(robot, "#notice-text"));
        dialog(robot);
        assertTrue(robot.lookup("#export-format-svg").<ToggleButton>query().isSelected());
    }

    @Test
    void allDiagramsGoIntoAFolder(FxRobot robot, @TempDir Path folder) throws IOException, TimeoutException {
        statements(robot, 3);
        dialog(robot);
        robot.interact(() -> {
            ComboBox<?> subjects = robot.lookup("#export-subject").query();
            subjects.getSelectionModel().select(session.diagrams().size());
            robot.lookup("#export-format-txt").<ToggleButton>query().fire();
        });
        go(robot, folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(session.diagrams().size(), files.count());
        }
    }

    @Test
    void theWindowBecomesAPicture(FxRobot robot, @TempDir Path folder) throws IOException, TimeoutException {
        statements(robot, 3);
        dialog(robot);
        robot.interact(() -> {
            ComboBox<?> subjects = robot.lookup("#export-subject").query();
            subjects.getSelectionModel().select(session.diagrams().size() + 1);
        });
        Path file = folder.resolve("window.png");
        go(robot, file);
        assertTrue(Files.size(file) > 20_000, "only " + Files.size(file) + " bytes");
    }

    @Test
    void whatCannotBeWrittenIsToldInALine(FxRobot robot, @TempDir Path folder) throws IOException, TimeoutException {
        statements(robot, 1);
        dialog(robot);
        go(robot, folder);
        assertEquals("Not written: " + folder + ": this is a folder, not a file", text(robot, "#notice-text"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aCopyIsPixelsAndSvgAndWords(FxRobot robot) {
        statements(robot, 3);
        focus(robot, "#tree");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        robot.interact(() -> {
            Clipboard clipboard = Clipboard.getSystemClipboard();
            assertTrue(clipboard.hasImage());
            assertTrue(clipboard.getString().contains("Two areas, one freed."));
            DataFormat svg = Objects.requireNonNull(DataFormat.lookupMimeType("image/svg+xml"));
            assertFalse(String.valueOf(clipboard.getContent(svg)).isEmpty());
        });
    }
}
