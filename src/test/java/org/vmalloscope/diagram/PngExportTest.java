package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.PngWriter;
import org.vmalloscope.picture.Theme;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;

/// The pixels of exported figures.
final class PngExportTest {
    /// Px around a figure that must be ground: whatever stood there would be cut.
    private static final int RIM = 6;

    private static final double LEAST_INKED = 0.004;

    static Stream<ShippedScenario> shipped() {
        return ShippedScenarios.all().stream();
    }

    private static byte[] png(Picture figure, Theme theme) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter(theme, 1, false).write(figure, out);
        return out.toByteArray();
    }

    private static Picture figure(Diagram diagram, Moment moment, String title) {
        return DiagramFigure.draw(diagram, moment, ViewOptions.DEFAULT, title, "a source", "A caption.");
    }

    private static void isWhole(byte[] bytes, String what) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        int ground = pixels[0];
        int inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (pixels[y * image.getWidth() + x] != ground) {
                    inked++;
                    boolean inside = x >= RIM && y >= RIM && x < image.getWidth() - RIM && y < image.getHeight() - RIM;
                    if (!inside) {
                        fail(what + " is cut at " + x + ", " + y);
                    }
                }
            }
        }
        double share = inked / (double) (image.getWidth() * (long) image.getHeight());
        assertTrue(share > LEAST_INKED, what + " is nearly blank: " + share);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void figuresAreNeitherBlankNorCut(ShippedScenario shipped) throws IOException {
        PlayedRun run = PlayedRun.of(shipped.text());
        Moment moment = run.afterStatement(run.journal().statements());
        for (Diagram diagram : Diagram.single()) {
            isWhole(png(figure(diagram, moment, shipped.title()), Theme.LIGHT), shipped.fileName() + " " + diagram);
        }
    }

    @ParameterizedTest
    @EnumSource(Diagram.class)
    void theSameMomentGivesTheSameBytesInEveryTheme(Diagram diagram) throws IOException {
        for (Theme theme : Theme.values()) {
            byte[] one = png(figure(diagram, PlayedRun.shipped("00").afterStatement(12), "tour"), theme);
            byte[] two = png(figure(diagram, PlayedRun.shipped("00").afterStatement(12), "tour"), theme);
            assertEquals(Arrays.hashCode(one), Arrays.hashCode(two), diagram + " " + theme);
            assertTrue(Arrays.equals(one, two), diagram + " " + theme);
            isWhole(one, diagram + " " + theme);
        }
    }
}
