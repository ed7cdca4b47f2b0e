package org.vmalloscope.scenario;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The text of a scenario file, or of standard input.
///
/// What cannot be a scenario is refused: more than [#MOST_BYTES], bytes that are not UTF-8, NUL bytes.
public final class ScenarioReader {
    /// The name that stands for standard input.
    public static final String STANDARD_INPUT = "-";

    /// The largest scenario, in bytes: 64 MiB.
    public static final int MOST_BYTES = 64 << 20;

    private final InputStream standardInput;

    public ScenarioReader(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    /// The text of the file of that name, or of standard input for `-`.
    public String read(String file) throws UnreadableScenarioException {
        try (InputStream in = open(file)) {
            return read(file, in);
        } catch (UnreadableScenarioException e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableScenarioException(file, fault(e));
        }
    }

    /// The text of a file.
    public String read(Path file) throws UnreadableScenarioException {
        return read(file.toString());
    }

    /// The bytes of the file of that name, or of standard input for `-`, which is not closed with it.
    public InputStream open(String file) throws UnreadableScenarioException {
        if (file.equals(STANDARD_INPUT)) {
            return new FilterInputStream(standardInput) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return in.read(bytes, from, length);
                }

                @Override
                public void close() {}
            };
        }
        if (file.isEmpty()) {
            throw new UnreadableScenarioException(file, "the file name is empty");
        }
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException e) {
            throw new UnreadableScenarioException(file, "not a file name");
        }
        if (Files.isDirectory(path)) {
            throw new UnreadableScenarioException(file, "this is a folder, not a file");
        }
        try {
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new UnreadableScenarioException(file, fault(e));
        }
    }

    /// The text of a stream; `name` is what messages call it.
    public static String read(String name, InputStream in) throws UnreadableScenarioException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new UnreadableScenarioException(name, fault(e));
        }
        if (bytes.length > MOST_BYTES) {
            throw new UnreadableScenarioException(name, "larger than 64 MiB");
        }
        return decoded(name, bytes);
    }

    private static String decoded(String name, byte[] bytes) throws UnreadableScenarioException {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new UnreadableScenarioException(name, "not a text file: it has a NUL at byte offset " + i);
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        if (result.isError()) {
            String fault = "not a text file: no UTF-8 at byte offset " + in.position();
            throw new UnreadableScenarioException(name, fault);
        }
        return out.flip().toString();
    }

    private static String fault(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file";
            case AccessDeniedException denied -> "no permission to read it";
            case FileSystemException failure -> unreadable(failure.getReason());
            case IOException failure -> unreadable(failure.getMessage());
        };
    }

    private static String unreadable(@Nullable String reason) {
        return "cannot be read" + (reason == null ? "" : ": " + Quoted.escaped(reason));
    }
}
