package org.vmalloscope.ui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.ui.model.KernelModel;
import org.vmalloscope.ui.model.KernelReport;
import org.vmalloscope.ui.model.KernelWriting;
import org.vmalloscope.ui.model.Opener;
import org.vmalloscope.ui.model.SessionModel;
import org.vmalloscope.ui.model.Workers;

/// Files as real kernels print them: the report on the one that was opened, and writing such ones.
final class KernelFiles {
    private final Stage stage;
    private final ObjectProperty<Theme> theme;
    private final Words words;
    private final Consumer<String> told;
    private final Runnable open;
    private final KernelModel model;
    private final KernelWriting writing;
    private @Nullable KernelWindow window;

    /// `told` shows one line, `open` asks for a file to open.
    KernelFiles(
            Stage stage,
            ObjectProperty<Theme> theme,
            Words words,
            Consumer<String> told,
            Runnable open,
            SessionModel session,
            Workers workers) {
        this.stage = stage;
        this.theme = theme;
        this.words = words;
        this.told = told;
        this.open = open;
        this.model = new KernelModel(session, workers, words.bundle());
        this.writing = new KernelWriting(session, workers);
    }

    /// Shows the report whenever such a file is opened.
    void follow(Opener opener) {
        opener.kernelFileProperty().addListener((property, was, now) -> now.ifPresent(this::opened));
    }

    private void opened(KernelReport report) {
        model.show(report);
        told.accept(model.notice(report));
        window().show();
    }

    private KernelWindow window() {
        KernelWindow shown = window == null ? new KernelWindow(stage, model, theme, words) : window;
        window = shown;
        return shown;
    }

    /// Shows the report on the file that was opened last; asks for one when there is none.
    void show() {
        if (model.reportProperty().get().isPresent()) {
            window().show();
        } else {
            open.run();
        }
    }

    /// The items of the File menu that write such files.
    List<MenuItem> items() {
        return List.of(
                item("menu.file.vmallocinfo", () -> ask("vmallocinfo.txt", writing::vmallocinfo)),
                item("menu.file.tracepoints", () -> ask("trace.txt", writing::tracepoints)));
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.get(key));
        item.setId(key);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    private void ask(String name, BiConsumer<Path, Consumer<String>> writer) {
        if (writing.isPossible()) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(words.get("kernel.save.title"));
            chooser.setInitialFileName(name);
            File file = chooser.showSaveDialog(stage);
            if (file != null) {
                Path path = file.toPath();
                writer.accept(
                        path,
                        fault -> told.accept(
                                fault.isEmpty() ? words.get("export.done", path) : words.get("save.failed", fault)));
            }
        }
    }
}
