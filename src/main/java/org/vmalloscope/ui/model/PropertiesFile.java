package org.vmalloscope.ui.model;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// A file of ours that keeps words under keys, its lines in order. A broken or missing one is empty; reading never
/// throws.
record PropertiesFile(Path file) {
    Properties read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException | OutOfMemoryError unreadable) {
            properties.clear();
        }
        return properties;
    }

    /// Writes it, whole or not at all; gives why not when it could not.
    Optional<String> write(Properties properties) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            EditorFile.write(file, text(properties));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + ": " + EditorFile.fault(e));
        }
    }

    /// The lines in order, without the date that Properties writes first.
    private static String text(Properties properties) throws IOException {
        StringWriter writer = new StringWriter();
        properties.store(writer, null);
        return writer.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "# Vmalloscope\n", "\n"));
    }
}
