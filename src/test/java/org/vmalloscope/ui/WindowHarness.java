package org.vmalloscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.vmalloscope.ui.model.Example;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Settings;
import org.vmalloscope.ui.model.Workers;
import org.vmalloscope.ui.view.MainWindow;
import org.vmalloscope.ui.view.Words;

/// A window with a small scenario, on JavaFX's headless platform, whose screen is 1000 by 1000 px.
@ExtendWith(ApplicationExtension.class)
abstract class WindowHarness {
    static final String TEXT = """
            # Two areas, one freed.
            machine x86_64 cpus=1 ram=16M
            boot
            a = vmalloc 4K
            b = vmalloc 8K
            vfree a
            vm_unmap_aliases
            """;

    SessionModel session = new SessionModel(Words.in(Locale.ENGLISH).bundle());
    Opener opener = new Opener(session, Runnable::run, Runnable::run);
    Settings settings = Settings.load(Path.of("."));

    /// Opens the window; every test class does so in its own start.
    void open(Stage stage) {
        Words words = Words.in(Locale.ENGLISH);
        session = new SessionModel(words.bundle());
        opener = new Opener(session, Runnable::run, Runnable::run);
        settings = Settings.load(folder());
        Example example = new Example("two.vms", "Two areas, one freed.", TEXT);
        Workers workers = new Workers(Runnable::run, Runnable::run);
        new MainWindow(stage, session, opener, words, List.of(example), settings, workers).show();
        opener.open("two.vms", TEXT);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("vmalloscope-window");
            Path file = Files.writeString(
                    folder.resolve("settings.properties"), "window=0 0 1000 820\nreduce-motion=true\n");
            file.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    static Node node(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    static Stage stage(FxRobot robot) {
        return (Stage) node(robot, "#timeline").getScene().getWindow();
    }

    /// Gives a diagram the focus.
    static void focus(FxRobot robot, String id) {
        robot.interact(() -> node(robot, id).requestFocus());
    }

    static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Goes so many statements forward.
    void statements(FxRobot robot, int count) {
        robot.interact(() -> {
            for (int step = 0; step < count; step++) {
                session.nextStatement();
            }
        });
    }

    /// Presses a key with Ctrl.
    static void ctrl(FxRobot robot, KeyCode code) {
        robot.push(KeyCode.CONTROL, code);
    }
}
