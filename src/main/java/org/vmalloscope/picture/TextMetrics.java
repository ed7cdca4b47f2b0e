package org.vmalloscope.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How much room text takes, by the font files that come with the program.
///
/// The numbers are the same for SVG, PNG, window and tests, and need no display. They are read at first use, once;
/// after that, any thread may ask. A width is the sum of the advances: no kerning, no ligatures.
public final class TextMetrics {
    /// What stands for the part that does not fit.
    public static final String ELLIPSIS = "…";

    /// Characters whose advances are kept at hand; beyond them, fonts are asked.
    private static final int KEPT = 0x2600;

    /// From here on, a character that the fonts lack is taken to be as wide as it is high, as Chinese is.
    private static final int WIDE = 0x2e80;

    private TextMetrics() {}

    /// The width of a text in px.
    public static double width(String text, TextFont font) {
        return face(font).width(text, text.length()) * font.size();
    }

    /// Height of a line above the baseline, in px.
    public static double ascent(TextFont font) {
        return face(font).ascent * font.size();
    }

    /// Depth of a line below the baseline, in px.
    public static double descent(TextFont font) {
        return face(font).descent * font.size();
    }

    /// The text if it is no wider than `maxWidth` px, else its longest beginning that fits with an ellipsis;
    /// empty when not even that does.
    public static String fit(String text, TextFont font, double maxWidth) {
        Face face = face(font);
        double room = maxWidth / font.size();
        if (face.width(text, text.length()) <= room) {
            return text;
        }
        double left = room - face.width(ELLIPSIS, ELLIPSIS.length());
        if (left < 0) {
            return "";
        }
        int end = text.length();
        do {
            end = text.offsetByCodePoints(end, -1);
        } while (end > 0 && face.width(text, end) > left);
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /// The text broken at spaces into lines no wider than `maxWidth` px; the last of `maxLines` ends with an ellipsis
    /// when
    /// there is more, and a single word that is too wide is shortened.
    public static List<String> wrap(String text, TextFont font, double maxWidth, int maxLines) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < maxLines) {
            boolean last = lines.size() == maxLines - 1;
            int end = last ? rest.length() : lineEnd(rest, font, maxWidth);
            lines.add(fit(rest.substring(0, end), font, maxWidth));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /// Where a line must end: at the last space that leaves it narrow enough, else at the first one.
    private static int lineEnd(String text, TextFont font, double maxWidth) {
        int end = -1;
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            if (end >= 0 && width(text.substring(0, space), font) > maxWidth) {
                return end;
            }
            end = space;
        }
        return end < 0 || width(text, font) <= maxWidth ? text.length() : end;
    }

    private static Face face(TextFont font) {
        Face face = Loaded.FACES.get(FontFace.of(font.family(), font.weight()));
        if (face == null) {
            throw new IllegalStateException("no such font: " + font);
        }
        return face;
    }

    /// The faces, read when first asked for.
    private static final class Loaded {
        static final Map<FontFace, Face> FACES = load();

        private static Map<FontFace, Face> load() {
            EnumMap<FontFace, Face> faces = new EnumMap<>(FontFace.class);
            for (FontFace face : FontFace.values()) {
                faces.put(face, new Face(new FontFile(face.bytes())));
            }
            return Collections.unmodifiableMap(faces);
        }
    }

    /// One font's measures, in em.
    private static final class Face {
        final double ascent;
        final double descent;
        private final FontFile file;
        private final double unit;
        private final char[] kept = new char[KEPT];

        Face(FontFile file) {
            this.file = file;
            unit = 1.0 / file.unitsPerEm;
            ascent = file.ascent * unit;
            descent = file.descent * unit;
            for (int codePoint = 0; codePoint < KEPT; codePoint++) {
                kept[codePoint] = (char) file.advance(file.glyph(codePoint));
            }
        }

        double width(String text, int end) {
            long units = 0;
            for (int i = 0; i < end; ) {
                int codePoint = text.codePointAt(i);
                units += codePoint < KEPT ? kept[codePoint] : unkept(codePoint);
                i += Character.charCount(codePoint);
            }
            return units * unit;
        }

        private int unkept(int codePoint) {
            int glyph = file.glyph(codePoint);
            return glyph == 0 && codePoint >= WIDE ? file.unitsPerEm : file.advance(glyph);
        }
    }
}
