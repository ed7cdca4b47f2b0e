package org.vmalloscope.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowTest {
    private static final Style POINTER = Theme.LIGHT.style(Role.POINTER);

    @Test
    void aHeadIsSevenLongAndFiveWide() {
        Line line = new Line("", 0, 10, 100, 10, Heads.END, Role.POINTER);
        assertEquals(List.of(new Arrow(100, 10, 93, 7.5, 93, 12.5)), line.arrows(POINTER));
    }

    @Test
    void theLineEndsInsideItsHeads() {
        Line line = new Line("a", 0, 10, 100, 10, Heads.BOTH, Role.POINTER);
        assertEquals(new Line("a", 5.25, 10, 94.75, 10, Heads.NONE, Role.POINTER), line.shaft(POINTER));
    }

    @Test
    void aLineWithoutHeadsIsAllShaft() {
        Line line = new Line(0, 10, 100, 10, Role.POINTER);
        assertEquals(line, line.shaft(POINTER));
        assertEquals(List.of(), line.arrows(POINTER));
    }

    @Test
    void anArrowOnAPointPointsRight() {
        Line line = new Line("", 5, 5, 5, 5, Heads.END, Role.POINTER);
        assertEquals(List.of(new Arrow(5, 5, -2, 2.5, -2, 7.5)), line.arrows(POINTER));
        assertEquals(new Line(5, 5, 5, 5, Role.POINTER), line.shaft(POINTER));
    }

    @Test
    void aCurveKeepsItsDirectionWhereItIsShortened() {
        Path path = Path.curve("", 0, 0, new Path.Cubic(0, 20, 50, 20, 50, 40), Heads.BOTH, Role.POINTER);
        assertEquals(
                List.of(new Path.Move(0, 5.25), new Path.Cubic(0, 25.25, 50, 14.75, 50, 34.75)), path.shaft(POINTER));
        assertEquals(
                List.of(new Arrow(0, 0, -2.5, 7, 2.5, 7), new Arrow(50, 40, 52.5, 33, 47.5, 33)), path.arrows(POINTER));
    }

    @Test
    void aBentLineEndsBeforeItsTip() {
        Path path = new Path("", Path.straights(0, 0, 30, 0, 30, 40), Heads.END, Role.POINTER, "");
        assertEquals(Path.straights(0, 0, 30, 0, 30, 34.75), path.shaft(POINTER));
    }

    @Test
    void pathDataAreRead() {
        assertEquals(
                List.of(
                        new Path.Move(1, -2.5),
                        new Path.Straight(4, -2.5),
                        new Path.Straight(4, 6),
                        new Path.Straight(7, 8),
                        new Path.Straight(9, 10),
                        new Path.Cubic(1, 2, 3, 4, 5, 6),
                        new Path.Close()),
                Path.parse("M1 -2.5H4V6L7 8 9,10C1 2 3 4 5 6Z"));
    }
}
