package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.SvgWriter;
import org.vmalloscope.picture.Theme;

/// SVG files that pictures must equal, in src/test/resources/golden.
///
/// `-Dgolden.update=true` writes them anew; what has changed is then reviewed as a diff.
final class GoldenPicture {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenPicture() {}

    /// Compares a picture, in the light theme, with the golden file of that name.
    static void assertEqual(String name, Picture picture) {
        Path file = FOLDER.resolve(name + ".svg");
        String drawn = new SvgWriter(Theme.LIGHT, false).write(picture);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, drawn);
            }
            assertEquals(Files.readString(file), drawn, file + ": -Dgolden.update=true writes what is drawn now");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
