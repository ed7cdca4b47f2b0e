package org.vmalloscope.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.vmalloscope.picture.TextFont.Weight;

/// Pictures that several tests look at.
final class Samples {
    private Samples() {}

    /// A small picture with every kind of shape.
    static Picture everyShape() {
        TextFont mono = TextFont.mono(12.5, Weight.SEMIBOLD);
        Group node = new Group(
                "va:n14",
                List.of(
                        new Box(10, 20, 76, 28, 14, Role.RED_NODE),
                        new Text(48, mono.baseline(34), Anchor.MIDDLE, mono, Run.address("b50000", Role.RED_NODE)),
                        new Glyph(Icon.HOURGLASS, 20, 60, 10, Role.LAZY_TAB)),
                "n14: 0xf8b50000, <red>");
        return new Picture(
                200,
                100,
                "A & B",
                "Every shape once",
                List.of(
                        new Box("area", 100, 20.5, 60, 22, 3, Role.LAZY_AREA),
                        new Line("next", 10, 80, 60, 80, Heads.END, Role.POINTER),
                        Path.curve("edge", 100, 50, new Path.Cubic(100, 60, 150, 60, 150, 70), Heads.NONE, Role.EDGE),
                        new Text(
                                "label",
                                10,
                                95,
                                Anchor.START,
                                TextFont.sans(12, Weight.REGULAR),
                                List.of(new Run("8  pages", Role.TEXT, Weight.REGULAR)),
                                ""),
                        node));
    }

    /// A picture of one shape.
    static Picture of(double width, double height, Shape... shapes) {
        return new Picture(width, height, "", "", List.of(shapes));
    }

    static byte[] png(Picture picture, Theme theme, double scale, boolean transparent) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter(theme, scale, transparent).write(picture, out);
        return out.toByteArray();
    }

    static BufferedImage image(Picture picture, Theme theme, double scale, boolean transparent) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png(picture, theme, scale, transparent)));
    }
}
