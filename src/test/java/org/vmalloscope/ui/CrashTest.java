package org.vmalloscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process with the window is killed, and the next one gives back what was written in it.
@Timeout(120)
final class CrashTest {
    private static final String TEXT = "\uFEFF# Größe 😀\r\nmachine i386 cpus=2 ram=16M\r\nboot\r\na = vmalloc 4K\r\n";

    /// A change is kept within 2 s. A machine that does much else gets more.
    private static final long KEPT_WITHIN = TimeUnit.SECONDS.toNanos(10);

    @TempDir
    private Path folder = Path.of("");

    /// A second JVM with the window in it.
    private static final class Program implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;

        Program(Path folder, Path file) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dglass.platform=Headless",
                            "-Dprism.order=sw",
                            "-Dstdout.encoding=UTF-8",
                            "-Dvmalloscope.config=" + folder.resolve("config"),
                            "-Dvmalloscope.state=" + folder.resolve("state"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CrashedWindow.class.getName(),
                            file.toString())
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            answers = process.inputReader(StandardCharsets.UTF_8);
        }

        String ask(String command) throws IOException {
            process.outputWriter(StandardCharsets.UTF_8)
                    .append(command)
                    .append('\n')
                    .flush();
            return answers.readLine();
        }

        String text() throws IOException {
            return new String(Base64.getDecoder().decode(ask("text")), StandardCharsets.UTF_8);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private List<Path> kept() throws IOException {
        Path recovery = folder.resolve("state").resolve("recovery");
        if (!Files.exists(recovery)) {
            return List.of();
        }
        try (var inside = Files.list(recovery)) {
            return inside.filter(file -> file.toString().endsWith(".recovery")).toList();
        }
    }

    private void awaitKept(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + KEPT_WITHIN;
        while (kept().isEmpty() || !Files.readString(kept().getFirst()).endsWith(text)) {
            assertTrue(System.nanoTime() < end, "nothing was kept");
            Thread.sleep(50);
        }
    }

    @Test
    void whatWasWrittenSurvivesTheProcess() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("größe.vms"), TEXT);
        String written = TEXT.replace("\uFEFF", "\uFEFF# not saved: é\r\n");
        try (Program killed = new Program(folder, file)) {
            assertEquals("typed", killed.ask("type # not saved: é"));
            awaitKept(written);
            assertFalse(isFree(kept().getFirst()));
            killed.kill();
        }
        assertEquals(TEXT, Files.readString(file));
        assertTrue(isFree(kept().getFirst()));
        try (Program next = new Program(folder, file)) {
            assertEquals(TEXT.substring(1).replace("\r\n", "\n"), next.text());
            String offer = next.ask("offer");
            assertTrue(offer.contains("größe.vms"), offer);
            assertEquals("pressed", next.ask("restore"));
            String plain = written.substring(1).replace("\r\n", "\n");
            while (!next.text().equals(plain)) {
                Thread.sleep(50);
            }
            assertEquals("none", next.ask("offer"));
            assertEquals(1, kept().size());
            assertArrayEquals(bytesOf(written), contentOf(kept().getFirst()));
        }
        assertEquals(TEXT, Files.readString(file));
        assertEquals(
                "",
                Files.readString(folder.resolve("errors.txt"))
                        .replaceAll("(?m)^.*(PlatformImpl startup|Unsupported JavaFX configuration).*\\R", ""));
    }

    /// Whether nobody writes that file.
    private static boolean isFree(Path kept) throws IOException {
        Path lock = kept.resolveSibling(kept.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock got = channel.tryLock()) {
            return got != null;
        }
    }

    private static byte[] bytesOf(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] contentOf(Path kept) throws IOException {
        String whole = Files.readString(kept);
        return bytesOf(whole.substring(whole.indexOf("\n\n") + 2));
    }
}
