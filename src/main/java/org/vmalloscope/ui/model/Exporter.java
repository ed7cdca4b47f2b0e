package org.vmalloscope.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Writes files in the background, one after the other, and tells how far it is. Used on the FX thread.
///
/// Every file is written whole or not at all; the first that cannot be ends the export with one line on why.
public final class Exporter {
    private final Workers workers;
    private final ResourceBundle words;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper task = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final AtomicLong latest = new AtomicLong();

    public Exporter(Workers workers, ResourceBundle words) {
        this.workers = workers;
        this.words = words;
    }

    /// A file and what makes its bytes, on whatever thread.
    public record Page(Path file, Content content) {}

    /// Makes bytes.
    public interface Content {
        byte[] bytes() throws IOException;
    }

    /// Writes files; the folders that they stand in are made. An export that is running is given up.
    public void write(List<Page> pages) {
        long mine = latest.incrementAndGet();
        busy.set(true);
        tell(0, pages);
        workers.run(() -> work(pages, mine), line -> {
            if (mine == latest.get()) {
                busy.set(false);
                progress.set(1);
                result.set("");
                result.set(line);
            }
        });
    }

    private void tell(int done, List<Page> pages) {
        progress.set((double) done / pages.size());
        task.set(say("export.task", Math.min(done + 1, pages.size()), pages.size()));
    }

    private String work(List<Page> pages, long mine) {
        for (int done = 0; done < pages.size(); done++) {
            if (mine != latest.get()) {
                return "";
            }
            Page page = pages.get(done);
            try {
                Files.createDirectories(page.file().toAbsolutePath().getParent());
                FigureFile.write(page.content().bytes(), page.file());
            } catch (IOException failed) {
                return say("export.failed", page.file(), EditorFile.fault(failed));
            }
            int next = done + 1;
            workers.fxThread().execute(() -> {
                if (mine == latest.get()) {
                    tell(next, pages);
                }
            });
        }
        Path first = pages.getFirst().file();
        return pages.size() == 1
                ? say("export.done", first)
                : say(
                        "export.done.all",
                        pages.size(),
                        String.valueOf(first.toAbsolutePath().getParent()));
    }

    /// Gives the export up; files that are written already stay.
    public void cancel() {
        if (busy.get()) {
            latest.incrementAndGet();
            busy.set(false);
            result.set(say("export.cancelled"));
        }
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), Locale.ROOT).format(arguments);
    }

    /// Whether files are being written.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// How much is done, 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is being done.
    public ReadOnlyStringProperty taskProperty() {
        return task.getReadOnlyProperty();
    }

    /// What came of the last export, in one line; empty before the first.
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }
}
