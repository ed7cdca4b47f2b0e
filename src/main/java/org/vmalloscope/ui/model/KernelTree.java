package org.vmalloscope.ui.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A kernel's source on the user's own disk, where the real text of a function can be read beside our listing of it.
///
/// Its folder is remembered in the settings. Used on the FX thread, except for [#read].
public final class KernelTree {
    private static final String KEY = "kernel-tree";
    private static final long MOST_BYTES = 16L << 20;
    private static final int LONGEST = 600;

    private final Settings settings;

    public KernelTree(Settings settings) {
        this.settings = settings;
    }

    /// What looking for a function came to: its text and the number of its first line, or one line on why there is
    /// none.
    public record Found(String text, int firstLine, String fault) {
        static Found none(String why) {
            return new Found("", 0, why);
        }
    }

    /// The folder; empty when none was chosen.
    public Optional<Path> folder() {
        try {
            String chosen = settings.choice(KEY);
            return chosen.isEmpty() ? Optional.empty() : Optional.of(Path.of(chosen));
        } catch (InvalidPathException broken) {
            return Optional.empty();
        }
    }

    /// Chooses a folder; says why not when it is no kernel's.
    public Optional<String> choose(Path folder) {
        if (!Files.isRegularFile(folder.resolve("mm").resolve("vmalloc.c"))) {
            return Optional.of(folder + " is no kernel's source: it has no mm/vmalloc.c");
        }
        settings.choose(KEY, folder.toAbsolutePath().toString());
        return Optional.empty();
    }

    /// The definition of a function in a file of the tree, such as `mm/vmalloc.c`. Any thread.
    static Found read(Path folder, String source, String function) {
        Path file = folder.resolve(source);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return Found.none(file + " is not there, or not the text of a program");
            }
            return find(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), function)
                    .orElseGet(() -> Found.none(file + " defines no " + function));
        } catch (IOException e) {
            return Found.none(file + ": " + EditorFile.fault(e));
        }
    }

    /// A definition begins in the first column, names the function before a bracket, and does not end with a semicolon
    /// before its brace; it ends with a brace in the first column.
    static Optional<Found> find(String text, String function) {
        Pattern head = Pattern.compile(
                "^[A-Za-z_].*\\b" + Pattern.quote(function) + "\\s*\\(.*|^" + Pattern.quote(function) + "\\s*\\(.*");
        List<String> lines = text.lines().toList();
        for (int start = 0; start < lines.size(); start++) {
            if (head.matcher(lines.get(start)).matches()) {
                Optional<Found> found = from(lines, start);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Found> from(List<String> lines, int start) {
        boolean open = false;
        for (int at = start; at < Math.min(lines.size(), start + LONGEST); at++) {
            String line = lines.get(at);
            open |= line.startsWith("{") || line.endsWith("{");
            if (!open && line.stripTrailing().endsWith(";")) {
                return Optional.empty();
            }
            if (open && line.startsWith("}")) {
                return Optional.of(new Found(String.join("\n", lines.subList(start, at + 1)), start + 1, ""));
            }
        }
        return Optional.empty();
    }
}
