package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontFileTest {
    /// Our fonts list their characters twice, once for all of Unicode and once for its first part.
    @ParameterizedTest
    @EnumSource
    void bothFormatsOfCharacterTablesAgree(FontFace face) {
        byte[] bytes = face.bytes();
        FontFile groups = new FontFile(bytes);
        FontFile segments = new FontFile(withoutGroups(bytes));
        for (int c = 0; c <= 0xffff; c++) {
            assertEquals(groups.glyph(c), segments.glyph(c), Integer.toHexString(c));
        }
        assertEquals(0, segments.glyph(0x1f600));
    }

    /// The same font with every reference to a table of format 12 replaced by one of format 4.
    private static byte[] withoutGroups(byte[] bytes) {
        ByteBuffer file = ByteBuffer.wrap(bytes.clone());
        int cmap = 0;
        for (int entry = 12; cmap == 0; entry += 16) {
            cmap = file.getInt(entry) == 0x636d6170 ? file.getInt(entry + 8) : 0;
        }
        int known = file.getInt(cmap + 8);
        assertEquals(4, file.getShort(cmap + known));
        for (int i = file.getShort(cmap + 2) - 1; i >= 0; i--) {
            if (file.getShort(cmap + file.getInt(cmap + 8 + 8 * i)) == 12) {
                file.putInt(cmap + 8 + 8 * i, known);
            }
        }
        return file.array();
    }

    @Test
    void everyCharacterThatWePrintIsInOurFonts() {
        String ours = "0123456789abcdefABCDEF…·→⏎↗–−“”×\u2009é≥";
        ours.codePoints().forEach(c -> {
            for (FontFace face : FontFace.values()) {
                boolean monoLacks = face.name().startsWith("MONO") && "⏎↗\u2009".indexOf(c) >= 0;
                assertEquals(
                        true,
                        monoLacks || new FontFile(face.bytes()).glyph(c) > 0,
                        face + " lacks U+" + Integer.toHexString(c));
            }
        });
    }

    @Test
    void whatIsNoFontIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FontFile(new byte[64]));
    }
}
