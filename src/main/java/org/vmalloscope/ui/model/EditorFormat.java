package org.vmalloscope.ui.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// How a file spells its text: what its lines end with, and whether a byte order mark stands before it.
///
/// @param marked whether there is a byte order mark
/// @param lineEnd LF, CR LF or CR: what the first line ends with
public record EditorFormat(boolean marked, String lineEnd) {
    /// What we write when nobody did before us.
    static final EditorFormat PLAIN = new EditorFormat(false, "\n");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static EditorFormat of(String content) {
        return new EditorFormat(isMarked(content), lineEnd(content));
    }

    private static boolean isMarked(String content) {
        return !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
    }

    private static String lineEnd(String content) {
        int feed = content.indexOf('\n');
        int carriage = content.indexOf('\r');
        if (carriage < 0 || (feed >= 0 && feed < carriage)) {
            return "\n";
        }
        return feed == carriage + 1 ? "\r\n" : "\r";
    }

    /// The content with LF alone and without the mark.
    static String plain(String content) {
        String text = isMarked(content) ? content.substring(1) : content;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// A plain text as the file has it.
    String spelled(String plain) {
        String text = lineEnd.equals("\n") ? plain : plain.replace("\n", lineEnd);
        return marked ? BYTE_ORDER_MARK + text : text;
    }

    /// Writes a plain text, spelled like this, whole or not at all; gives why not when it could not.
    Optional<String> write(Path file, String plain) {
        try {
            EditorFile.write(file, spelled(plain));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + ": " + EditorFile.fault(e));
        }
    }
}
