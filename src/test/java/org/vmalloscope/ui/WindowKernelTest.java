package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A person opens what a real kernel printed, and looks at it in tables.
final class WindowKernelTest extends WindowHarness {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Path ALL = SAMPLES.resolve("6.12-2cpu-plain/vmallocinfo.4-all.txt");
    private static final Path TRACE = SAMPLES.resolve("6.12-2cpu-plain/trace.1-boot.txt");
    private static final Path HASHED = SAMPLES.resolve("6.12-2cpu-hashed/vmallocinfo.4-all.txt");

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void open(FxRobot robot, Path file) {
        robot.interact(() -> opener.open(file));
        settle();
    }

    private static void tab(FxRobot robot, String label) {
        robot.interact(
                () -> robot.lookup("#kernel-tab-" + label).<ToggleButton>query().fire());
        settle();
    }

    private static TableView<List<String>> table(FxRobot robot) {
        return robot.lookup("#kernel-table").query();
    }

    private static List<String> column(FxRobot robot, int column) {
        return table(robot).getItems().stream().map(row -> row.get(column)).toList();
    }

    @Test
    void aTableIsSortedAndFilteredAndCopied(FxRobot robot) {
        open(robot, ALL);
        assertTrue(
                text(robot, "#notice-text").startsWith("vmallocinfo.4-all.txt: 467 areas"),
                text(robot, "#notice-text"));
        assertEquals("43 rows", text(robot, "#kernel-count"));
        assertFalse(node(robot, "#kernel-unfit").isVisible());
        robot.interact(() -> {
            TableColumn<List<String>, ?> areas = table(robot).getColumns().get(1);
            areas.setSortType(TableColumn.SortType.DESCENDING);
            table(robot).getSortOrder().add(areas);
        });
        assertEquals(List.of("286", "108", "16"), column(robot, 1).subList(0, 3));
        robot.interact(() -> robot.lookup("#kernel-filter").<TextField>query().setText("load_module"));
        assertEquals(List.of("286"), column(robot, 1));
        assertEquals("1 of 43 rows", text(robot, "#kernel-count"));
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertEquals(
                "caller\tareas\tbytes\tpages\tlargest\nload_module+0x7cf/0x1e00\t286\t17981440\t4104\t1089536\n",
                Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void anAreaOfTheTableIsSelectedInTheDiagrams(FxRobot robot) {
        open(robot, ALL);
        tab(robot, "largest");
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        assertTrue(session.links().selectedProperty().get().startsWith("va:"));
    }

    @Test
    void aComparisonCountsAndShowsTheDifferencesAlone(FxRobot robot) {
        open(robot, TRACE);
        assertTrue(node(robot, "#kernel-curve").isVisible());
        tab(robot, "compare");
        assertFalse(node(robot, "#kernel-curve").isVisible());
        assertEquals("148 rows", text(robot, "#kernel-count"));
        long equal = column(robot, 5).stream().filter("equal"::equals).count();
        robot.interact(() -> robot.lookup("#kernel-different").<CheckBox>query().fire());
        assertEquals((148 - equal) + " of 148 rows", text(robot, "#kernel-count"));
        assertFalse(column(robot, 5).contains("equal"));
    }

    @Test
    void aHashedFileLeavesTheScenarioOpenAndSaysWhy(FxRobot robot) {
        statements(robot, 3);
        long position = session.positionProperty().get();
        open(robot, HASHED);
        assertEquals(TEXT, opener.editor().text());
        assertEquals(position, session.positionProperty().get());
        assertTrue(node(robot, "#kernel-unfit").isVisible());
        assertTrue(
                text(robot, "#kernel-unfit").startsWith("Not played: its addresses are hashed"),
                text(robot, "#kernel-unfit"));
        tab(robot, "difference");
        assertTrue(node(robot, "#kernel-second").isVisible());
        assertEquals("no row", text(robot, "#kernel-count"));
    }

    @Test
    void theReportCanBeClosedAndShownAgain(FxRobot robot) {
        open(robot, ALL);
        Stage report = (Stage) node(robot, "#kernel-table").getScene().getWindow();
        assertEquals("Kernel file: vmallocinfo.4-all.txt", report.getTitle());
        robot.interact(report::hide);
        robot.interact(() -> stage(robot).toFront());
        focus(robot, "#tree");
        ctrl(robot, KeyCode.K);
        settle();
        assertTrue(report.isShowing());
    }
}
