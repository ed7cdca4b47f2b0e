package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.picture.Picture.Hit;
import org.vmalloscope.picture.TextFont.Weight;

class PictureTest {
    private static Optional<Hit> found(String id, String tip) {
        return Optional.of(new Hit(id, tip));
    }

    @Test
    void theTopmostShapeIsHit() {
        Picture picture = Samples.of(
                100,
                100,
                new Box("below", 0, 0, 50, 50, 0, Role.CARD),
                new Box("above", 25, 25, 50, 50, 0, Role.CARD, "on top"));
        assertEquals(found("below", ""), picture.hit(10, 10));
        assertEquals(found("above", "on top"), picture.hit(30, 30));
        assertEquals(Optional.empty(), picture.hit(90, 10));
    }

    @Test
    void decorationLetsHitsThrough() {
        Picture picture =
                Samples.of(100, 100, new Box("node", 0, 0, 50, 50, 0, Role.CARD), new Box(0, 0, 90, 90, 0, Role.HOLE));
        assertEquals(found("node", ""), picture.hit(10, 10));
        assertEquals(Optional.empty(), picture.hit(70, 70));
    }

    @Test
    void partsSpeakForTheirGroupUnlessTheyHaveAName() {
        Group inner = new Group("inner", List.of(new Box(10, 10, 10, 10, 0, Role.CARD)), "");
        Group outer = new Group(
                "outer", List.of(new Box("", 0, 0, 50, 50, 0, Role.CARD, "unnamed part"), inner), "the whole");
        Picture picture = Samples.of(100, 100, outer);
        assertEquals(found("inner", "the whole"), picture.hit(15, 15));
        assertEquals(found("outer", "unnamed part"), picture.hit(40, 40));
    }

    @Test
    void aRingIsHitOnItsLineOnly() {
        Picture picture = Samples.of(100, 100, new Box("ring", 20, 20, 60, 60, 6, Role.CHANGED_RING));
        assertEquals(found("ring", ""), picture.hit(22, 50));
        assertEquals(Optional.empty(), picture.hit(50, 50));
    }

    @Test
    void linesAndCurvesAreHitFromNearby() {
        Picture line = Samples.of(100, 100, new Line("next", 0, 0, 80, 60, Heads.END, Role.POINTER));
        assertEquals(found("next", ""), line.hit(40 - 2.3, 30 + 3.1));
        assertEquals(Optional.empty(), line.hit(40 - 3, 30 + 4));
        Picture curve = Samples.of(
                100, 100, Path.curve("edge", 0, 0, new Path.Cubic(0, 50, 100, 50, 100, 100), Heads.NONE, Role.EDGE));
        assertEquals(found("edge", ""), curve.hit(50, 53));
        assertEquals(Optional.empty(), curve.hit(50, 60));
        assertEquals(Optional.empty(), curve.hit(20, 60));
    }

    @Test
    void aFilledPathIsHitInsideAndNotInItsHole() {
        List<Path.Segment> frame = new ArrayList<>(Path.parse("M0 0H60V60H0Z"));
        frame.addAll(Path.parse("M20 20H40V40H20Z"));
        Picture picture = Samples.of(100, 100, new Path("torn", frame, Heads.NONE, Role.VM_AREA, ""));
        assertEquals(found("torn", ""), picture.hit(10, 30));
        assertEquals(Optional.empty(), picture.hit(30, 30));
        assertEquals(Optional.empty(), picture.hit(70, 30));
    }

    @Test
    void textAndGlyphsAreHitInTheirRectangles() {
        TextFont font = TextFont.mono(10, Weight.REGULAR);
        Text text =
                new Text("t", 50, 50, Anchor.MIDDLE, font, List.of(new Run("12345", Role.TEXT, Weight.REGULAR)), "");
        Picture picture = Samples.of(100, 100, text, new Glyph("g", Icon.PIN, 90, 90, 12, Role.EARLY_TAB, ""));
        assertEquals(found("t", ""), picture.hit(36, 48));
        assertEquals(Optional.empty(), picture.hit(34, 48));
        assertEquals(found("g", ""), picture.hit(95, 95));
    }

    @Test
    void boundsHoldEveryShape() {
        Picture picture = Samples.of(
                10,
                10,
                new Box(10, 20, 30, 40, 0, Role.CARD),
                new Line(-5, 30, 8, 31, Role.POINTER),
                new Group("", List.of(new Glyph(Icon.BUG, 94, 20, 12, Role.BUG))));
        assertEquals(new Bounds(-5, 14, 105, 46), picture.bounds());
        assertEquals(new Bounds(0, 0, 0, 0), Samples.of(10, 10).bounds());
    }

    @Test
    void theBoundsOfACurveHoldNotItsControlPoints() {
        Path curve = Path.curve("", 0, 0, new Path.Cubic(0, 40, 100, 40, 100, 0), Heads.NONE, Role.EDGE);
        assertEquals(new Bounds(0, 0, 100, 30), curve.bounds());
    }

    @Test
    void theBoundsOfPathsAreThoseOfTheirPoints() {
        long seed = 1986;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Path.Segment> segments = new ArrayList<>(List.of(new Path.Move(0, 0)));
            for (int i = 0; i < 5; i++) {
                double[] c = random.doubles(6, -100, 100).toArray();
                segments.add(
                        switch (random.nextInt(4)) {
                            case 0 -> new Path.Move(c[0], c[1]);
                            case 1 -> new Path.Straight(c[0], c[1]);
                            case 2 -> new Path.Close();
                            default -> new Path.Cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                        });
            }
            Extent points = new Extent();
            for (double[] point : Outline.of(segments)) {
                points.point(point[0], point[1]);
            }
            Bounds exact = new Path(segments, Role.EDGE).bounds();
            Bounds rough = points.bounds();
            assertEquals(rough.x(), exact.x(), 1.5, () -> "seed " + seed + segments);
            assertEquals(rough.y(), exact.y(), 1.5, () -> "seed " + seed + segments);
            assertEquals(rough.right(), exact.right(), 1.5, () -> "seed " + seed + segments);
            assertEquals(rough.bottom(), exact.bottom(), 1.5, () -> "seed " + seed + segments);
        }
    }

    @Test
    void movingMovesEverythingAlike() {
        Picture picture = Samples.everyShape();
        Group all = new Group("all", picture.shapes());
        Group there = all.moved(7, -3);
        assertEquals(all.bounds().moved(7, -3), there.bounds());
        assertEquals(all, there.moved(-7, 3));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Box(0, 0, -1, 5, 0, Role.CARD));
        assertThrows(IllegalArgumentException.class, () -> new Box(Double.NaN, 0, 1, 5, 0, Role.CARD));
        assertThrows(IllegalArgumentException.class, () -> new Line(0, 0, Double.POSITIVE_INFINITY, 0, Role.EDGE));
        assertThrows(IllegalArgumentException.class, () -> new Path(List.of(), Role.EDGE));
        assertThrows(IllegalArgumentException.class, () -> new Path(List.of(new Path.Straight(1, 1)), Role.EDGE));
        assertThrows(IllegalArgumentException.class, () -> Path.parse("M1 1Q2 2 3 3"));
        assertThrows(IllegalArgumentException.class, () -> TextFont.sans(0, Weight.BOLD));
        assertThrows(IllegalArgumentException.class, () -> Colour.parse("red"));
        assertThrows(IllegalArgumentException.class, () -> Samples.of(-1, 5));
    }
}
