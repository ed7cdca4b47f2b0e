package org.vmalloscope.ui.model;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// A file in which a text is kept while it is not saved, and the lock that says that somebody is writing it.
///
/// The system gives the lock back when its process ends, however it ends. So a file whose lock can be had was left by
/// a process that was killed. Used by one thread at a time.
final class RecoveryFile implements AutoCloseable {
    static final String ENDING = ".recovery";
    private static final String LOCK = ".lock";

    private final Path file;
    private final Path lockFile;
    private final FileChannel channel;

    private RecoveryFile(Path file, Path lockFile, FileChannel channel) {
        this.file = file;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    /// A new one in a folder, which is made when it is not there; nothing is kept in it yet.
    static RecoveryFile create(Path folder) throws IOException {
        Files.createDirectories(folder);
        while (true) {
            Path file = folder.resolve(UUID.randomUUID() + ENDING);
            Optional<RecoveryFile> mine = lock(file);
            if (mine.isPresent()) {
                return mine.get();
            }
        }
    }

    /// That file, if nobody else has it.
    static Optional<RecoveryFile> lock(Path file) throws IOException {
        Path lockFile = file.resolveSibling(file.getFileName() + LOCK);
        FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel) && Files.exists(lockFile)) {
            return Optional.of(new RecoveryFile(file, lockFile, channel));
        }
        channel.close();
        return Optional.empty();
    }

    /// Takes the lock if it is free. It is held until the channel is closed.
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException otherWindow) {
            return false;
        }
    }

    /// Keeps a text, whole or not at all.
    void keep(Recovered text) throws IOException {
        EditorFile.write(file, text.written());
    }

    /// What is kept; empty when it is nothing, or broken.
    Optional<Recovered> kept() throws IOException {
        return Files.exists(file)
                ? Recovered.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /// Keeps nothing any more.
    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Gives the lock back; what is kept stays, and can be found by others.
    @Override
    public void close() throws IOException {
        if (!Files.exists(file)) {
            Files.deleteIfExists(lockFile);
        }
        channel.close();
    }
}
