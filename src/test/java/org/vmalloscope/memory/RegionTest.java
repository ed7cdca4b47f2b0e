package org.vmalloscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RegionTest {
    @Test
    void aRegionHoldsItsFirstAndItsLastByte() {
        Region region = new Region("heap", 0xffff_8800_0200_0000L, 0x1000, 8);
        assertEquals(
                List.of(false, true, true, false, false, false),
                LongStream.of(
                                0xffff_8800_01ff_ffffL,
                                0xffff_8800_0200_0000L,
                                0xffff_8800_0200_0fffL,
                                0xffff_8800_0200_1000L,
                                0,
                                -1)
                        .mapToObj(region::contains)
                        .toList());
    }

    @Test
    void aRegionMayEndAtTheTopOfTheAddressSpace() {
        Region region = new Region("top", -0x1000, 0x1000, 8);
        assertEquals(
                List.of(true, true, false),
                LongStream.of(-0x1000, -1, 0).mapToObj(region::contains).toList());
    }

    @Test
    void wordsOfARegionAreFourOrEightBytesWide() {
        assertRefused("words of region odd are 4 or 8 bytes wide", "odd", 16, 2);
        assertRefused("words of region odd are 4 or 8 bytes wide", "odd", 16, 0);
    }

    @Test
    void aRegionHoldsWholeWordsAndAtLeastOne() {
        assertRefused("region empty cannot hold 0 bytes", "empty", 0, 8);
        assertRefused("region negative cannot hold -8 bytes", "negative", -8, 8);
        assertRefused("region half cannot hold 12 bytes", "half", 12, 8);
        assertEquals(12, new Region("three", 0, 12, 4).bytes());
    }

    @Test
    void aRegionHoldsNoMoreWordsThanASlotCanNumber() {
        long most = SimulatedMemory.MAX_WORDS * 8;
        assertEquals(most, new Region("large", 0, most, 8).bytes());
        assertRefused("region larger cannot hold " + (most + 8) + " bytes", "larger", most + 8, 8);
    }

    private static void assertRefused(String message, String name, long bytes, int wordBytes) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new Region(name, 0, bytes, wordBytes))
                        .getMessage());
    }
}
