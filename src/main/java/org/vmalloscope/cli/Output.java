package org.vmalloscope.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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
        boolean write(OutputStream out) throws IOException;
    }

    /// Lets `content` write, and returns what it returned.
    boolean write(Content content) throws IOException {
        if (file != null) {
            return whole(file, content);
        }
        boolean good = content.write(console.bytes());
        console.bytes().flush();
        return good;
    }

    private static boolean whole(String file, Content content) throws IOException {
        Path target = path(file);
        if (Files.isDirectory(target)) {
            throw new IOException(file + ": this is a folder, not a file");
        }
        Path part = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            boolean good;
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                good = content.write(out);
            }
            if (good) {
                move(part, target);
            }
            return good;
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": its folder does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(file + ": no permission to write there", denied);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path path(String file) throws IOException {
        try {
            return Path.of(file).toAbsolutePath();
        } catch (InvalidPathException impossible) {
            throw new IOException(file + ": not a file name", impossible);
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
