package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A text that was being written when the program was killed.
///
/// @param name what it was called
/// @param file the file it belongs to, if any
/// @param statement the one (from 0) at which the session stood; -1 for the start
/// @param time when it was kept
/// @param content the text, spelled as its file spells it
public record Recovered(String name, Optional<Path> file, int statement, Instant time, String content) {
    private static final String HEAD = "vmalloscope recovery 1";

    /// The text of a file that keeps it: a head, lines of `key: value`, an empty line, the content.
    String written() {
        return HEAD + "\n"
                + "name: " + escaped(name) + "\n"
                + "file: " + escaped(file.map(Path::toString).orElse("")) + "\n"
                + "statement: " + statement + "\n"
                + "time: " + time + "\n"
                + "\n"
                + content;
    }

    /// What such a file holds; empty when it is no such file.
    static Optional<Recovered> read(String written) {
        int end = written.indexOf("\n\n");
        if (!written.startsWith(HEAD + "\n") || end < 0) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        written.substring(0, end).lines().skip(1).forEach(line -> {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                values.put(line.substring(0, colon), unescaped(line.substring(colon + 2)));
            }
        });
        try {
            String file = values.getOrDefault("file", "");
            return Optional.of(new Recovered(
                    values.getOrDefault("name", ""),
                    file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
                    Integer.parseInt(values.getOrDefault("statement", "")),
                    Instant.parse(values.getOrDefault("time", "")),
                    written.substring(end + 2)));
        } catch (IllegalArgumentException | DateTimeParseException broken) {
            return Optional.empty();
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String unescaped(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\\' || i + 1 == value.length()) {
                text.append(c);
            } else {
                char escape = value.charAt(++i);
                text.append(escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
            }
        }
        return text.toString();
    }
}
