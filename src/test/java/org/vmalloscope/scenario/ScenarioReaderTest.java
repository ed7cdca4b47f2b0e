package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
    private static final ScenarioReader READER = new ScenarioReader(InputStream.nullInputStream());

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAsItIs() throws IOException {
        String text = "\uFEFF# größe 🐧\r\nmachine i386 cpus=1 ram=0\r\n";
        assertEquals(text, READER.read(file(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws IOException {
        assertEquals("", READER.read(file()));
    }

    @Test
    void aMinusIsStandardInput() throws IOException {
        InputStream in = new ByteArrayInputStream("boot".getBytes(StandardCharsets.UTF_8));
        assertEquals("boot", new ScenarioReader(in).read("-"));
    }

    @Test
    void standardInputIsHeldToTheSameRules() {
        ScenarioReader reader = new ScenarioReader(new ByteArrayInputStream(new byte[] {'a', 0}));
        assertFault("-: not a text file: it has a NUL at byte offset 1", () -> reader.read("-"));
    }

    @Test
    void standardInputThatFailsIsToldInOneLine() {
        ScenarioReader reader = new ScenarioReader(new PipedInputStream());
        assertFault("-: cannot be read: Pipe not connected", () -> reader.read("-"));
    }

    @Test
    void aMissingFileIsToldByName() {
        String name = folder.resolve("none.vms").toString();
        assertFault(name + ": no such file", () -> READER.read(name));
    }

    @Test
    void aFolderIsNoFile() {
        assertFault(folder + ": this is a folder, not a file", () -> READER.read(folder));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = file().resolve("x.vms");
        assertFault(file + ": cannot be read: Not a directory", () -> READER.read(file));
    }

    @Test
    void aFileWithoutPermissionIsToldSo() throws IOException {
        Path file = file();
        file.toFile().setReadable(false);
        assumeFalse(Files.isReadable(file), "root may read everything");
        assertFault(file + ": no permission to read it", () -> READER.read(file));
    }

    @Test
    void bytesThatAreNoUtf8AreNoText() throws IOException {
        Path file = file((byte) 'a', (byte) 0xc3, (byte) '(');
        assertFault(file + ": not a text file: no UTF-8 at byte offset 1", () -> READER.read(file));
    }

    @Test
    void aCharacterCutOffAtTheEndIsNoText() throws IOException {
        Path file = file((byte) 'a', (byte) 0xf0, (byte) 0x9f);
        assertFault(file + ": not a text file: no UTF-8 at byte offset 1", () -> READER.read(file));
    }

    @Test
    void aFileOfSixtyFourMebibytesIsReadAndNoLarger() throws IOException {
        byte[] bytes = new byte[ScenarioReader.MOST_BYTES + 1];
        Arrays.fill(bytes, (byte) '\n');
        Path file = file(bytes);
        assertFault(file + ": larger than 64 MiB", () -> READER.read(file));
        Files.write(file, Arrays.copyOf(bytes, ScenarioReader.MOST_BYTES));
        assertEquals(ScenarioReader.MOST_BYTES, READER.read(file).length());
    }

    @Test
    void impossibleNamesAreRefusedInOneLine() {
        assertFault(": the file name is empty", () -> READER.read(""));
        assertFault("a\\u0000b: not a file name", () -> READER.read("a\0b"));
        assertFault("a\\u000Ab: no such file", () -> READER.read("a\nb"));
    }

    private interface Reading {
        String text() throws UnreadableScenarioException;
    }

    private static void assertFault(String message, Reading reading) {
        assertEquals(
                message,
                assertThrows(UnreadableScenarioException.class, reading::text).getMessage());
    }

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("a.vms"), bytes);
    }
}
