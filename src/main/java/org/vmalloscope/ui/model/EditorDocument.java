package org.vmalloscope.ui.model;

import java.nio.file.Path;
import java.util.Optional;

/// What a text is called, the file it belongs to, and how it is spelled there.
///
/// @param name for titles: a file name
/// @param file empty while it was never saved
public record EditorDocument(String name, Optional<Path> file, EditorFormat format) {
    /// The document before anything was opened.
    static final EditorDocument UNTITLED = new EditorDocument("", Optional.empty(), EditorFormat.PLAIN);
}
