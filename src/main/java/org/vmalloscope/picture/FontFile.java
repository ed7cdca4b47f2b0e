package org.vmalloscope.picture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The measures in a TrueType file: how far each character advances, and how high the lines are.
///
/// Reads the tables head, hhea, hmtx, and cmap in the formats 4 and 12. Kerning is left out on purpose: all
/// painters of pictures place characters by advance alone, so that widths are the same everywhere.
final class FontFile {
    private static final int FORMAT_SEGMENTS = 4;
    private static final int FORMAT_GROUPS = 12;

    private final ByteBuffer file;
    private final int hmtx;
    private final int longMetrics;
    private final int cmap;
    private final int cmapFormat;

    /// The units in which the file measures, per em.
    final int unitsPerEm;
    /// Height of a line above the baseline, in units.
    final int ascent;
    /// Depth of a line below the baseline, in units, above 0.
    final int descent;

    /// Refuses what is no such file with [IllegalArgumentException].
    FontFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        unitsPerEm = unsigned(table("head") + 18);
        int hhea = table("hhea");
        ascent = file.getShort(hhea + 4);
        descent = -file.getShort(hhea + 6);
        longMetrics = unsigned(hhea + 34);
        hmtx = table("hmtx");
        cmap = subtable(table("cmap"));
        cmapFormat = unsigned(cmap);
    }

    private int unsigned(int offset) {
        return Short.toUnsignedInt(file.getShort(offset));
    }

    private int table(String tag) {
        int wanted = ByteBuffer.wrap(tag.getBytes(StandardCharsets.US_ASCII)).getInt();
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            if (file.getInt(entry) == wanted) {
                return file.getInt(entry + 8);
            }
        }
        throw new IllegalArgumentException("the font has no table " + tag);
    }

    /// The best table from characters to glyphs: one for all of Unicode, else one for its first 65,536 characters.
    private int subtable(int start) {
        int best = -1;
        int count = unsigned(start + 2);
        for (int i = 0; i < count; i++) {
            int candidate = start + file.getInt(start + 4 + 8 * i + 4);
            int format = unsigned(candidate);
            if (format == FORMAT_GROUPS) {
                return candidate;
            }
            if (format == FORMAT_SEGMENTS) {
                best = candidate;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("the font has no character table of a known format");
        }
        return best;
    }

    /// The glyph of a character, 0 when the font has none.
    int glyph(int codePoint) {
        return cmapFormat == FORMAT_GROUPS ? glyphByGroup(codePoint) : glyphBySegment(codePoint);
    }

    /// The advance of a glyph, in units.
    int advance(int glyph) {
        return unsigned(hmtx + 4 * Math.min(glyph, longMetrics - 1));
    }

    private int glyphByGroup(int codePoint) {
        int low = 0;
        int high = file.getInt(cmap + 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = cmap + 16 + 12 * middle;
            if (codePoint < file.getInt(group)) {
                high = middle - 1;
            } else if (codePoint > file.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return file.getInt(group + 8) + codePoint - file.getInt(group);
            }
        }
        return 0;
    }

    private int glyphBySegment(int codePoint) {
        int twiceCount = unsigned(cmap + 6);
        int ends = cmap + 14;
        int starts = ends + twiceCount + 2;
        for (int i = 0; i < twiceCount; i += 2) {
            if (codePoint <= unsigned(ends + i)) {
                return codePoint < unsigned(starts + i) ? 0 : glyphInSegment(codePoint, starts + i, twiceCount);
            }
        }
        return 0;
    }

    private int glyphInSegment(int codePoint, int start, int twiceCount) {
        int delta = unsigned(start + twiceCount);
        int rangeAt = start + 2 * twiceCount;
        int range = unsigned(rangeAt);
        if (range == 0) {
            return codePoint + delta & 0xffff;
        }
        int glyph = unsigned(rangeAt + range + 2 * (codePoint - unsigned(start)));
        return glyph == 0 ? 0 : glyph + delta & 0xffff;
    }
}
