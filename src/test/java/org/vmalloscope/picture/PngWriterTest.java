package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.picture.TextFont.Weight;

class PngWriterTest {
    @Test
    void theFileIsAsLargeAsPictureAndScaleSay() throws IOException {
        BufferedImage image = Samples.image(Samples.everyShape(), Theme.LIGHT, 1.5, false);
        assertEquals(List.of(300, 150), List.of(image.getWidth(), image.getHeight()));
    }

    @Test
    void everyShapeLeavesColoursOfItsOwn() throws IOException {
        BufferedImage image = Samples.image(Samples.everyShape(), Theme.LIGHT, 2, false);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
        }
        for (Token token : List.of(Token.CANVAS, Token.RED, Token.LAZY_FILL, Token.LAZY_LINE, Token.POINTER)) {
            assertTrue(colours.contains(argb(Theme.LIGHT.colour(token))), token::key);
        }
    }

    @Test
    void twoRunsGiveTheSameBytes() throws IOException {
        byte[] first = Samples.png(Samples.everyShape(), Theme.DARK, 2, false);
        assertArrayEquals(first, Samples.png(Samples.everyShape(), Theme.DARK, 2, false));
    }

    @ParameterizedTest
    @EnumSource
    void aFilledBoxHasTheColourOfItsToken(Theme theme) throws IOException {
        Picture picture =
                Samples.of(40, 20, new Box(0, 0, 20, 20, 0, Role.BLACK_NODE), new Box(20, 0, 20, 20, 0, Role.VM_AREA));
        BufferedImage image = Samples.image(picture, theme, 1, true);
        assertEquals(argb(theme.colour(Token.BLACK)), image.getRGB(10, 10));
        assertEquals(argb(theme.colour(Token.VM_FILL)), image.getRGB(30, 10));
    }

    @ParameterizedTest
    @EnumSource
    void theGroundIsThatOfTheThemeUnlessItIsLeftOut(Theme theme) throws IOException {
        Picture picture = Samples.of(20, 20, Box.disc(10, 10, 10, Role.MAPPED));
        assertEquals(
                argb(theme.canvas()), Samples.image(picture, theme, 1, false).getRGB(0, 0));
        assertEquals(0, Samples.image(picture, theme, 1, true).getRGB(0, 0));
        assertEquals(0xff, Samples.image(picture, theme, 1, true).getRGB(10, 10) >>> 24);
    }

    /// A guard page shows level lines from the origin: the first 1.6 px of every 4.
    @Test
    void patternsAreAnchoredAtTheOrigin() throws IOException {
        Picture picture = Samples.of(40, 40, new Box(3, 3, 30, 30, 0, Role.VM_GUARD));
        BufferedImage image = Samples.image(picture, Theme.LIGHT, 1, false);
        int line = argb(Theme.LIGHT.colour(Token.VM_LINE));
        int ground = argb(Theme.LIGHT.canvas());
        assertEquals(ground, image.getRGB(10, 10));
        assertEquals(ground, image.getRGB(10, 11));
        assertEquals(line, image.getRGB(10, 12));
        assertEquals(ground, image.getRGB(10, 14));
        assertEquals(line, image.getRGB(10, 16));
    }

    @Test
    void textEndsWhereTheMetricsSay() throws IOException {
        TextFont font = TextFont.sans(20, Weight.BOLD);
        String string = "HIHIHIHIH";
        double width = TextMetrics.width(string, font);
        BufferedImage image = Samples.image(
                Samples.of(300, 40, new Text(290, 30, Anchor.END, font, Role.TEXT, string)), Theme.PRINT, 1, false);
        int first = 0;
        while (columnIsWhite(image, first)) {
            first++;
        }
        int last = 299;
        while (columnIsWhite(image, last)) {
            last--;
        }
        assertEquals(290 - width, first, 2.5);
        assertEquals(290, last, 2.5);
    }

    @Test
    void charactersThatOurFontsLackAreDrawnWithOthers() throws IOException {
        Picture picture = Samples.of(
                60, 30, new Text(5, 22, Anchor.START, TextFont.sans(20, Weight.REGULAR), Role.TEXT, "\u2603"));
        BufferedImage image = Samples.image(picture, Theme.PRINT, 1, false);
        boolean blank = true;
        for (int x = 0; x < 60; x++) {
            blank &= columnIsWhite(image, x);
        }
        assertEquals(false, blank);
    }

    @Test
    void sillySizesAreRefusedInWords() {
        PngWriter writer = new PngWriter(Theme.LIGHT, 8, false);
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        assertEquals(
                "a PNG of 16400 x 80 pixels: each side must have from 1 to 16384",
                refusal(() -> writer.write(Samples.of(2050, 10), nowhere)));
        assertEquals(
                "a PNG of 0 x 80 pixels: each side must have from 1 to 16384",
                refusal(() -> writer.write(Samples.of(0, 10), nowhere)));
        assertEquals("the scale must be from 1 to 8, not 0.5", refusal(() -> new PngWriter(Theme.LIGHT, 0.5, false)));
        assertEquals(0, nowhere.size());
    }

    private static String refusal(org.junit.jupiter.api.function.Executable action) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, action).getMessage());
    }

    private static boolean columnIsWhite(BufferedImage image, int x) {
        for (int y = 0; y < image.getHeight(); y++) {
            if ((image.getRGB(x, y) & 0xffffff) != 0xffffff) {
                return false;
            }
        }
        return true;
    }

    private static int argb(Colour colour) {
        return 0xff << 24 | colour.red() << 16 | colour.green() << 8 | colour.blue();
    }
}
