package org.vmalloscope.ui.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.vmalloscope.picture.Theme;

/// What somebody wants of an export.
///
/// @param subject the label of a diagram, or [#ALL], or [#WINDOW]
/// @param scale pixels of a PNG per px, 1 to 8
/// @param transparent whether the ground is left out
public record ExportChoice(String subject, Format format, Theme theme, int scale, boolean transparent) {
    /// Each diagram, into a folder.
    public static final String ALL = "all";
    /// The window as it looks.
    public static final String WINDOW = "window";

    static final int MOST_SCALE = 8;

    /// Refuses scales outside 1 to 8 with [IllegalArgumentException].
    public ExportChoice {
        if (scale < 1 || scale > MOST_SCALE) {
            throw new IllegalArgumentException("the scale must be from 1 to 8, not " + scale);
        }
    }

    /// The kinds of files.
    public enum Format {
        PNG,
        SVG,
        TXT;

        /// The ending of file names, dot included.
        public String extension() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        static Optional<Format> named(String name) {
            return Arrays.stream(values())
                    .filter(format -> format.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }

    /// The same of something else.
    public ExportChoice of(String newSubject) {
        return new ExportChoice(newSubject, format, theme, scale, transparent);
    }

    /// The same as another kind of file.
    public ExportChoice as(Format newFormat) {
        return new ExportChoice(subject, newFormat, theme, scale, transparent);
    }

    /// As it is written in the settings.
    String written() {
        return subject + " " + format + " " + theme + " " + scale + " " + transparent;
    }

    /// What was written in the settings; sharp pictures in light colours when that says nothing.
    static ExportChoice read(String written) {
        String[] words = written.split(" ", -1);
        try {
            if (words.length == 5) {
                return new ExportChoice(
                        words[0],
                        Format.named(words[1]).orElse(Format.PNG),
                        Theme.valueOf(words[2]),
                        Integer.parseInt(words[3]),
                        Boolean.parseBoolean(words[4]));
            }
        } catch (IllegalArgumentException broken) {
            return first();
        }
        return first();
    }

    private static ExportChoice first() {
        return new ExportChoice("tree", Format.PNG, Theme.LIGHT, 2, false);
    }
}
