package org.vmalloscope.ui.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.PngWriter;
import org.vmalloscope.picture.SvgWriter;
import org.vmalloscope.picture.TextWriter;

/// Writes a picture to a file. Used on any thread.
public final class FigureFile {
    private FigureFile() {}

    /// Writes the file whole or not at all, or throws and says why not.
    public static void write(Picture picture, Path file, ExportChoice choice) throws IOException {
        write(bytes(picture, choice), file);
    }

    static void write(byte[] bytes, Path file) throws IOException {
        EditorFile.write(file, bytes);
    }

    /// What the file will hold: the same picture and choice give the same bytes. A PNG that would be too large is
    /// refused with [IOException].
    public static byte[] bytes(Picture picture, ExportChoice choice) throws IOException {
        return switch (choice.format()) {
            case PNG -> png(picture, choice);
            case SVG ->
                new SvgWriter(choice.theme(), choice.transparent())
                        .write(picture)
                        .getBytes(StandardCharsets.UTF_8);
            case TXT -> new TextWriter().write(picture).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] png(Picture picture, ExportChoice choice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PngWriter(choice.theme(), choice.scale(), choice.transparent()).write(picture, out);
        } catch (IllegalArgumentException | OutOfMemoryError tooLarge) {
            throw new IOException(
                    tooLarge instanceof OutOfMemoryError ? "too large for memory" : tooLarge.getMessage());
        }
        return out.toByteArray();
    }
}
