package org.vmalloscope.ui.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.PngWriter;
import org.vmalloscope.picture.SvgWriter;
import org.vmalloscope.picture.Theme;

/// Writes a picture to a file.
public final class FigureFile {
    /// Pixels of a PNG per px of the picture: sharp on a projector.
    private static final double PNG_SCALE = 2;

    private FigureFile() {}

    /// The kinds of files.
    public enum Format {
        PNG("PNG", ".png"),
        SVG("SVG", ".svg");

        private final String label;
        private final String extension;

        Format(String label, String extension) {
            this.label = label;
            this.extension = extension;
        }

        public String label() {
            return label;
        }

        /// The ending of file names, dot included.
        public String extension() {
            return extension;
        }
    }

    /// Writes the file whole, or throws and says why not.
    public static void write(Picture picture, Path file, Format format, Theme theme) throws IOException {
        switch (format) {
            case PNG -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    new PngWriter(theme, PNG_SCALE, false).write(picture, out);
                }
            }
            case SVG -> Files.writeString(file, new SvgWriter(theme, false).write(picture));
        }
    }
}
