package org.vmalloscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PageRangeTest {
    private static final long LOW = 0x7fff_ffff_ffff_f000L;
    private static final long MIDDLE = 0x8000_0000_0000_0000L;
    private static final long HIGH = 0x8000_0000_0000_1000L;

    /// Two pages around the address at which signed numbers turn negative.
    private static final PageRange RANGE = new PageRange(LOW, HIGH);

    @Test
    void aRangeHoldsItsStartAndNotItsEnd() {
        assertEquals(
                List.of(false, true, true, true, false),
                LongStream.of(LOW - 1, LOW, MIDDLE, HIGH - 1, HIGH)
                        .mapToObj(RANGE::contains)
                        .toList());
        assertEquals(0x2000, RANGE.bytes());
    }

    @Test
    void rangesThatTouchShareNoByte() {
        PageRange below = new PageRange(LOW - 0x1000, LOW);
        PageRange above = new PageRange(HIGH, HIGH + 0x1000);
        assertFalse(RANGE.overlaps(below) || below.overlaps(RANGE));
        assertFalse(RANGE.overlaps(above) || above.overlaps(RANGE));
    }

    @Test
    void rangesThatShareAByteOverlapBothWays() {
        for (PageRange other : List.of(
                RANGE,
                new PageRange(LOW - 1, LOW + 1),
                new PageRange(HIGH - 1, HIGH + 1),
                new PageRange(LOW + 1, LOW + 2),
                new PageRange(0, -1))) {
            assertTrue(RANGE.overlaps(other) && other.overlaps(RANGE), other.toString());
        }
    }

    @Test
    void anEmptyRangeSharesNoByteWithTheRangeItLiesIn() {
        PageRange empty = new PageRange(MIDDLE, MIDDLE);
        assertFalse(RANGE.overlaps(empty) || empty.overlaps(RANGE));
    }

    @Test
    void aRangeIsPrintedAsAHalfOpenInterval() {
        assertEquals("[0x7ffffffffffff000, 0x8000000000001000)", RANGE.toString());
    }
}
