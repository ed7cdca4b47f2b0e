package org.vmalloscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AbiTest {
    @Test
    void aWordIsAsWideAsAnUnsignedLong() {
        assertEquals(List.of(8, 64), List.of(Abi.LP64.wordBytes(), Abi.LP64.wordBits()));
        assertEquals(List.of(4, 32), List.of(Abi.ILP32.wordBytes(), Abi.ILP32.wordBits()));
    }

    @Test
    void anUnsignedLongOf32BitsWrapsAndStaysZeroExtended() {
        assertEquals(
                List.of(0L, 0xffff_ffffL, 0L, 0x1fffL, 0xffff_ffffL, 0x8000_0000L),
                LongStream.of(0, 0xffff_ffffL, 0x1_0000_0000L, 0xff7f_e000L + 0x80_3fffL, -1, 0x8000_0000)
                        .map(Abi.ILP32::wrap)
                        .boxed()
                        .toList());
    }

    @Test
    void anUnsignedLongOf64BitsIsTheLongItself() {
        assertEquals(
                List.of(0L, -1L, Long.MIN_VALUE, 0xffff_c900_0000_0000L),
                LongStream.of(0, -1, Long.MIN_VALUE, 0xffff_c900_0000_0000L)
                        .map(Abi.LP64::wrap)
                        .boxed()
                        .toList());
    }

    @Test
    void aFieldIsFourBytesOrAWordWide() {
        assertEquals(
                List.of(8, 4, 4, 4, 4, 8, 8, 8, 8, 8, 8),
                List.of(FieldKind.values()).stream()
                        .map(kind -> kind.bytes(Abi.LP64))
                        .toList());
        assertEquals(
                List.of(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4),
                List.of(FieldKind.values()).stream()
                        .map(kind -> kind.bytes(Abi.ILP32))
                        .toList());
    }
}
