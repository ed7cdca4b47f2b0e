package org.vmalloscope.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.vmalloscope.picture.TextFont.Family;
import org.vmalloscope.picture.TextFont.Weight;

/// A font file that comes with the program.
public enum FontFace {
    SANS_REGULAR("Inter-Regular"),
    SANS_MEDIUM("Inter-Medium"),
    SANS_SEMIBOLD("Inter-SemiBold"),
    SANS_BOLD("Inter-Bold"),
    MONO_REGULAR("JetBrainsMonoNL-Regular"),
    MONO_MEDIUM("JetBrainsMonoNL-Medium"),
    MONO_SEMIBOLD("JetBrainsMonoNL-SemiBold"),
    MONO_BOLD("JetBrainsMonoNL-Bold");

    private final String fileName;

    FontFace(String fileName) {
        this.fileName = fileName;
    }

    /// The file for a family and weight.
    public static FontFace of(Family family, Weight weight) {
        boolean sans = family == Family.SANS;
        return switch (weight) {
            case REGULAR -> sans ? SANS_REGULAR : MONO_REGULAR;
            case MEDIUM -> sans ? SANS_MEDIUM : MONO_MEDIUM;
            case SEMIBOLD -> sans ? SANS_SEMIBOLD : MONO_SEMIBOLD;
            case BOLD -> sans ? SANS_BOLD : MONO_BOLD;
        };
    }

    /// The TrueType file; the caller closes it.
    public InputStream open() {
        InputStream stream = FontFace.class.getResourceAsStream("/fonts/" + fileName + ".ttf");
        if (stream == null) {
            throw new IllegalStateException("missing from the program: fonts/" + fileName + ".ttf");
        }
        return stream;
    }

    byte[] bytes() {
        try (InputStream stream = open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable: fonts/" + fileName + ".ttf", e);
        }
    }
}
