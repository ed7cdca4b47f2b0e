package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void numbersHaveThinSpacesFromOneThousandOn() {
        assertEquals("999", Sizes.number(999));
        assertEquals("8\u2009192", Sizes.number(8192));
        assertEquals("1\u2009234\u2009567", Sizes.number(1234567));
        assertEquals("\u22125", Sizes.number(-5));
        assertEquals("18\u2009446\u2009744\u2009073\u2009709\u2009551\u2009615", Sizes.count(-1));
        assertEquals("\u22129\u2009223\u2009372\u2009036\u2009854\u2009775\u2009808", Sizes.number(Long.MIN_VALUE));
    }

    @Test
    void bytesAreRoundedToOneDecimalAtMost() {
        assertEquals("0 bytes", Sizes.bytes(0));
        assertEquals("1 byte", Sizes.bytes(1));
        assertEquals("1\u2009023 bytes", Sizes.bytes(1023));
        assertEquals("48 KiB", Sizes.bytes(48 << 10));
        assertEquals("4.9 KiB", Sizes.bytes(5000));
        assertEquals("1.5 MiB", Sizes.bytes(3 << 19));
        assertEquals("111 MiB", Sizes.bytes((111L << 20) + 4096));
        assertEquals("1 MiB", Sizes.bytes((1 << 20) - 1));
        assertEquals("32 TiB", Sizes.bytes(32L << 40));
        assertEquals("16 EiB", Sizes.bytes(-1));
    }

    @Test
    void exactBytesAreNeverRounded() {
        assertEquals("20 KiB", Sizes.exactBytes(20 << 10));
        assertEquals("5\u2009000 bytes", Sizes.exactBytes(5000));
        assertEquals("1.5 MiB", Sizes.exactBytes(3 << 19));
        assertEquals("15\u2009364 KiB", Sizes.exactBytes((15L << 20) + 4096));
        assertEquals("4 GiB", Sizes.exactBytes(4L << 30));
        assertEquals("18\u2009446\u2009744\u2009073\u2009709\u2009551\u2009615 bytes", Sizes.exactBytes(-1));
    }

    @Test
    void pagesAreCountedInWords() {
        assertEquals("1 page", Sizes.pages(1));
        assertEquals("8\u2009192 pages", Sizes.pages(8192));
        assertEquals("4 + 1 pages", Sizes.pagesAndGuard(4));
    }
}
