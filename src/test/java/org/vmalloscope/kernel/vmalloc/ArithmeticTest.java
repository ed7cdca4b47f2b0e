package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.memory.Abi;

final class ArithmeticTest {
    private static final Arithmetic WIDE = new Arithmetic(Abi.LP64);
    private static final Arithmetic NARROW = new Arithmetic(Abi.ILP32);

    @Test
    void sumsWrapAtTheWord() {
        assertEquals(List.of(0L, 0xffff_fffeL), List.of(NARROW.add(0xffff_ffffL, 1), NARROW.add(0, -2)));
        assertEquals(List.of(0L, -2L), List.of(WIDE.add(-1, 1), WIDE.add(0, -2)));
        assertEquals(List.of(0xffff_ffffL, -1L), List.of(NARROW.max(), WIDE.max()));
    }

    @Test
    void aligningRoundsUpAndWrapsToZero() {
        assertEquals(
                List.of(0L, 4096L, 4096L, 8192L, 0L),
                LongStream.of(0, 1, 4096, 4097, 0xffff_f001L)
                        .map(NARROW::pageAlign)
                        .boxed()
                        .toList());
        assertEquals(List.of(0L, 0x1_0000_0000L), List.of(WIDE.pageAlign(-1), WIDE.pageAlign(0xffff_f001L)));
        assertEquals(0xf880_0000L, NARROW.align(0xf87f_e000L, 0x4_0000));
    }

    @Test
    void bytesOfPagesWrapAt32BitsOnBothMachines() {
        assertEquals(
                List.of(0x1000L, 0xffff_f000L, 0L, 0x1000L),
                LongStream.of(1, 0xf_ffff, 0x10_0000, 0x10_0001)
                        .map(Arithmetic::bytesOfPages)
                        .boxed()
                        .toList());
        assertEquals(
                List.of(0xffff_ffffL, 1L), List.of(Arithmetic.unsignedInt(-1), Arithmetic.unsignedInt(0x1_0000_0001L)));
    }

    @Test
    void comparisonsAreUnsigned() {
        assertTrue(Arithmetic.below(1, -1) && Arithmetic.above(Long.MIN_VALUE, Long.MAX_VALUE));
        assertFalse(Arithmetic.below(-1, 1) || Arithmetic.below(1, 1) || Arithmetic.above(1, 1));
    }
}
