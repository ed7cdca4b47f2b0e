package org.vmalloscope.ui.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.text.Font;
import org.vmalloscope.picture.FontFace;
import org.vmalloscope.picture.TextFont;

/// The fonts that come with the program, made known to JavaFX once. Used on the FX thread.
final class Fonts {
    private static final double ANY_SIZE = 12;

    private final Map<FontFace, String> names = new EnumMap<>(FontFace.class);
    private final Map<TextFont, Font> fonts = new HashMap<>();

    Fonts() {
        for (FontFace face : FontFace.values()) {
            names.put(face, load(face));
        }
    }

    private static String load(FontFace face) {
        try (InputStream stream = face.open()) {
            Font font = Font.loadFont(stream, ANY_SIZE);
            return Objects.requireNonNull(font, () -> "not a font JavaFX reads: " + face)
                    .getName();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("unreadable font " + face, unreadable);
        }
    }

    Font get(TextFont font) {
        return fonts.computeIfAbsent(
                font, wanted -> new Font(names.get(FontFace.of(wanted.family(), wanted.weight())), wanted.size()));
    }
}
