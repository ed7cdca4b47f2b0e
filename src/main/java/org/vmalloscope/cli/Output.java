package org.vmalloscope.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a command's result goes: standard output, or a file that appears whole or not at all.
final class Output {
    private static final String STANDARD_OUTPUT = "-";

    private final Console console;
    private final @Nullable String file;

    /// `file` is what `-o` named; null and `-` mean standard output.
    Output(Console console, @Nullable String file) {
        this.console = console;
        this.file = STANDARD_OUTPUT.equals(file) ? null : file;
    }

    /// Writes a result.
    @FunctionalInterface
    interface Content {
        /// False when the result is no good: a file is then left as it was.
        boolean write(Writer out) throws IOException;
    }

    /// Lets `content` write, and returns what it returned.
    boolean write(Content content) throws IOException {
        if (file == null) {
            boolean good = content.write(console.out());
            console.out().flush();
            return good;
        }
        Path target = Path.of(file).toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new IOException(file + ": this is a folder, not a file");
        }
        Path part = partBeside(target);
        try {
            boolean good;
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                good = content.write(out);
            }
            if (good) {
                move(part, target);
            }
            return good;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path partBeside(Path target) throws IOException {
        try {
            return Files.createTempFile(Objects.requireNonNull(target.getParent()), ".vmalloscope", ".part");
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": its folder does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": no permission to write there", denied);
        }
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
