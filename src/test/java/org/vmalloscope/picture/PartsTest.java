package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.picture.TextFont.Weight;

/// The parts that diagrams are put together from: icons, rings, cells, addresses.
class PartsTest {
    @ParameterizedTest
    @EnumSource
    void anIconStaysInItsSquare(Icon icon) {
        for (Icon.Part part : icon.parts()) {
            Bounds bounds = new Path(part.segments(), Role.TEXT).bounds().grown(part.lineWidth() / 2);
            assertTrue(
                    bounds.x() >= -0.5 && bounds.y() >= -0.5 && bounds.right() <= 12.5 && bounds.bottom() <= 12.5,
                    bounds::toString);
        }
    }

    @Test
    void theYellowRingIsFivePixelsOutsideAndHasAFlag() {
        List<Shape> rings = Highlight.rings(new Bounds(10, 10, 80, 30), 3, Set.of(Highlight.CHANGED));
        assertEquals(
                List.of(
                        new Box(5, 5, 90, 40, 8, Role.CHANGED_RING),
                        new Path(Path.parse("M96.2 3.8L85.2 3.8L96.2 14.8Z"), Role.CHANGED_FLAG)),
                rings);
    }

    @Test
    void allRingsAreSeenAtOnce() {
        Bounds thing = new Bounds(10, 10, 80, 30);
        List<Shape> rings = Highlight.rings(thing, 3, EnumSet.allOf(Highlight.class));
        double outer = Double.POSITIVE_INFINITY;
        for (Shape shape : rings) {
            if (shape instanceof Box box) {
                double distance = thing.x() - box.x();
                double half = Theme.LIGHT.style(box.role()).lineWidth() / 2;
                assertTrue(distance + half <= outer, () -> box + " touches the ring outside it");
                outer = distance - half;
            }
        }
        assertTrue(outer > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aCellKeepsItsNameAtEverySize(BitCell cell) {
        for (double side : new double[] {5, 9.3, 18}) {
            Shape shape = cell.draw("page:3", "page 3", 10, 20, side);
            assertEquals(List.of("page:3", "page 3"), List.of(shape.id(), shape.tip()));
            Bounds bounds = shape.bounds();
            assertTrue(cell == BitCell.FREE && side < 8 || new Bounds(9.5, 19.5, side + 1, side + 1).meets(bounds));
            assertTrue(bounds.width() <= side + 0.7, bounds::toString);
        }
    }

    @Test
    void anAddressDimsWhatSaysNothingNew() {
        assertEquals(
                List.of(new Run("812", Role.RED_NODE, Weight.SEMIBOLD), new Run("000", Role.RED_NODE, Weight.REGULAR)),
                Run.address("812000", Role.RED_NODE));
        assertEquals(
                List.of(
                        new Run("0xffffc9000", Role.DIM, Weight.REGULAR),
                        new Run("0002", Role.TEXT, Weight.SEMIBOLD),
                        new Run("000", Role.DIM, Weight.REGULAR)),
                Run.address("0xffffc90000002000", 11, Role.TEXT));
        assertEquals(List.of(new Run("f80", Role.TEXT, Weight.SEMIBOLD)), Run.address("f80", Role.TEXT));
        assertEquals(
                List.of(new Run("0x00", Role.DIM, Weight.REGULAR), new Run("00", Role.DIM, Weight.REGULAR)),
                Run.address("0x0000", 4, Role.TEXT));
    }

    @Test
    void largeNumbersAreSpacedInBothFonts() {
        String number = "8\u2009192";
        assertEquals(number, new Text(0, 0, Anchor.START, TextFont.sans(12, Weight.BOLD), Role.TEXT, number).string());
        assertEquals("8 192", new Text(0, 0, Anchor.START, TextFont.mono(12, Weight.BOLD), Role.TEXT, number).string());
    }

    @Test
    void aTextBeginsWhereItsAnchorSays() {
        TextFont font = TextFont.mono(10, Weight.REGULAR);
        assertEquals(100, new Text(100, 0, Anchor.START, font, Role.TEXT, "1234").left());
        assertEquals(88, new Text(100, 0, Anchor.MIDDLE, font, Role.TEXT, "1234").left(), 1e-9);
        assertEquals(76, new Text(100, 0, Anchor.END, font, Role.TEXT, "1234").left(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void aTileHoldsItsPattern(Pattern pattern) {
        boolean lines = pattern.thickness() > 0;
        boolean dots = pattern.radius() > 0;
        assertEquals(pattern != Pattern.NONE, lines || dots);
        for (Pattern.Stroke stroke : pattern.strokes()) {
            assertEquals(dots, stroke.isDot());
        }
    }
}
