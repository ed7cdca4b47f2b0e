package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.picture.TextFont.Family;
import org.vmalloscope.picture.TextFont.Weight;

class TextMetricsTest {
    private static final List<Weight> WEIGHTS = List.of(Weight.values());

    @ParameterizedTest
    @EnumSource
    void monoAdvancesSixTenthsOfAnEm(Weight weight) {
        TextFont font = TextFont.mono(10, weight);
        for (char c = ' '; c <= '~'; c++) {
            assertEquals(6, TextMetrics.width(String.valueOf(c), font), 1e-9, "the character " + c);
        }
    }

    @ParameterizedTest
    @EnumSource
    void widthsAreThoseOfAwt(Weight weight) throws Exception {
        FontRenderContext exact = new FontRenderContext(null, true, true);
        for (Family family : Family.values()) {
            TextFont font = new TextFont(family, weight, 14.5);
            try (InputStream file = FontFace.of(family, weight).open()) {
                Font awt = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(14.5f);
                for (String text : List.of(
                        "", "a", "vmap_area tree", "AVATAR Type To. 1 024", "search path → “n14”", "4 + 1 pages · …")) {
                    assertEquals(awt.getStringBounds(text, exact).getWidth(), TextMetrics.width(text, font), 0.5, text);
                }
            }
        }
    }

    @Test
    void heightsAreThoseOfAwt() throws Exception {
        FontRenderContext exact = new FontRenderContext(null, true, true);
        TextFont font = TextFont.sans(20, Weight.REGULAR);
        try (InputStream file = FontFace.SANS_REGULAR.open()) {
            var metrics =
                    Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(20f).getLineMetrics("x", exact);
            assertEquals(metrics.getAscent(), TextMetrics.ascent(font), 0.1);
            assertEquals(metrics.getDescent(), TextMetrics.descent(font), 0.1);
        }
    }

    @Test
    void chineseIsAsWideAsHigh() {
        assertEquals(60, TextMetrics.width("内存页", TextFont.sans(20, Weight.REGULAR)), 1e-9);
    }

    @Test
    void fitShortensOnlyWhatIsTooWide() {
        TextFont font = TextFont.mono(10, Weight.REGULAR);
        assertEquals("ALLOC", TextMetrics.fit("ALLOC", font, 30));
        assertEquals("ALL…", TextMetrics.fit("ALLOC", font, 29.9));
        assertEquals("a…", TextMetrics.fit("a bcd", font, 18));
        assertEquals("…", TextMetrics.fit("ALLOC", font, 6));
        assertEquals("", TextMetrics.fit("ALLOC", font, 5.9));
        assertEquals("", TextMetrics.fit("ALLOC", font, -1));
    }

    @Test
    void fitNeverExceedsItsWidth() {
        long seed = 20_260_712;
        Random random = new Random(seed);
        String letters = "aWil_. 0→—é内\ud83d\ude00";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                int[] codePoints = letters.codePoints().toArray();
                text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
            }
            TextFont font = new TextFont(
                    random.nextBoolean() ? Family.SANS : Family.MONO,
                    WEIGHTS.get(random.nextInt(WEIGHTS.size())),
                    10 + random.nextInt(20));
            double room = random.nextDouble() * 200 - 5;
            String fitted = TextMetrics.fit(text.toString(), font, room);
            assertTrue(
                    fitted.isEmpty() || TextMetrics.width(fitted, font) <= room + 1e-9,
                    () -> "seed " + seed + ": " + fitted + " in " + room);
        }
    }

    @Test
    void wrapBreaksAtSpacesAndEndsWithAnEllipsis() {
        TextFont font = TextFont.mono(10, Weight.REGULAR);
        String text = "one page is handed out once";
        assertEquals(List.of("one page", "is handed", "out once"), TextMetrics.wrap(text, font, 60, 9));
        assertEquals(List.of("one page", "is handed…"), TextMetrics.wrap(text, font, 60, 2));
        assertEquals(List.of("vmap_bloc…", "is"), TextMetrics.wrap("vmap_block_queue is", font, 60, 9));
        assertEquals(List.of(), TextMetrics.wrap(" ", font, 60, 9));
    }
}
