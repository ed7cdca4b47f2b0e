package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.ui.model.Exporter;
import org.vmalloscope.ui.model.Exporter.Page;
import org.vmalloscope.ui.model.Workers;
import org.vmalloscope.ui.view.Words;

/// Files are written whole, one after the other, until somebody gives the export up.
final class ExporterTest {
    private static final byte[] BYTES = "picture".getBytes(StandardCharsets.UTF_8);

    private final List<Runnable> waiting = new ArrayList<>();
    private final Exporter now = exporter(new Workers(Runnable::run, Runnable::run));
    private final Exporter later = exporter(new Workers(waiting::add, Runnable::run));

    private static Exporter exporter(Workers workers) {
        return new Exporter(workers, Words.in(Locale.ENGLISH).bundle());
    }

    @Test
    void foldersAreMade(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b/tree.png");
        now.write(List.of(new Page(file, () -> BYTES)));
        assertEquals("picture", Files.readString(file));
        assertEquals("Written: " + file, now.resultProperty().get());
        assertFalse(now.busyProperty().get());
    }

    @Test
    void theFirstThatFailsEndsTheExportWithoutATrace(@TempDir Path folder) {
        Path bad = folder.resolve("bad.png");
        Path never = folder.resolve("never.png");
        Page broken = new Page(bad, () -> {
            throw new IOException("too large");
        });
        now.write(List.of(broken, new Page(never, () -> BYTES)));
        assertEquals("Not written: " + bad + ": too large", now.resultProperty().get());
        assertFalse(Files.exists(bad) || Files.exists(never));
    }

    @Test
    void anExportCanBeGivenUp(@TempDir Path folder) {
        Path first = folder.resolve("1.png");
        Path second = folder.resolve("2.png");
        later.write(List.of(
                new Page(first, () -> {
                    later.cancel();
                    return BYTES;
                }),
                new Page(second, () -> BYTES)));
        assertTrue(later.busyProperty().get());
        assertEquals("Exporting 1 of 2", later.taskProperty().get());
        waiting.removeFirst().run();
        assertTrue(Files.exists(first));
        assertFalse(Files.exists(second));
        assertEquals("Export given up.", later.resultProperty().get());
    }
}
