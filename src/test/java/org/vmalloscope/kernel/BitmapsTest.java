package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// Bitmaps of 320 bits held against a [BitSet].
@ParameterizedClass
@EnumSource(Abi.class)
final class BitmapsTest {
    private static final long OBJECT = 0x1000;
    private static final int BITS = 320;
    private static final Field MAP = StructType.named("sample", 48, 44)
            .repeated("map", FieldKind.BITMAP, 8, 4, BITS / 64, BITS / 32)
            .build()
            .field("map");

    private final Abi abi;
    private final SimulatedMemory memory;
    private final Bitmaps bitmaps;
    private final BitSet model = new BitSet(BITS);

    BitmapsTest(Abi abi) {
        this.abi = abi;
        memory = new SimulatedMemory(abi, List.of(new Region("object", OBJECT, 48, abi.wordBytes())));
        bitmaps = new Bitmaps(memory);
    }

    /// The bits of the simulated bitmap, read word by word.
    private BitSet bits() {
        BitSet bits = new BitSet(BITS);
        for (int bit = 0; bit < BITS; bit++) {
            long word = memory.load(OBJECT, MAP, bit / abi.wordBits());
            bits.set(bit, (word >>> bit % abi.wordBits() & 1) != 0);
        }
        return bits;
    }

    /// A region as the kernel sees it: it ends with the word it begins in.
    private int end(int position, int order) {
        return Math.min(position + (1 << order), (position / abi.wordBits() + 1) * abi.wordBits());
    }

    private boolean isFree(int position, int order) {
        int set = model.nextSetBit(position);
        return set < 0 || set >= end(position, order);
    }

    private int firstFree(int bits, int order) {
        for (int position = 0; position + (1 << order) <= bits; position += 1 << order) {
            if (isFree(position, order)) {
                return position;
            }
        }
        return -1;
    }

    @Test
    void randomOperationsDoWhatABitSetDoes() {
        Random random = Ground.random("BitmapsTest " + abi);
        int largest = Integer.numberOfTrailingZeros(abi.wordBits());
        for (int turn = 0; turn < 5_000; turn++) {
            int order = random.nextInt(largest + 1);
            int bits = 1 + random.nextInt(BITS);
            int from = random.nextInt(BITS);
            switch (random.nextInt(6)) {
                case 0 -> {
                    int expected = firstFree(bits, order);
                    assertEquals(expected, bitmaps.peekFreeRegion(OBJECT, MAP, bits, order));
                    assertEquals(expected, bitmaps.findFreeRegion(OBJECT, MAP, bits, order));
                    if (expected >= 0) {
                        model.set(expected, end(expected, order));
                    }
                }
                case 1, 2 -> {
                    boolean free = isFree(from, order);
                    assertEquals(free, bitmaps.allocateRegion(OBJECT, MAP, from, order));
                    if (free) {
                        model.set(from, end(from, order));
                    }
                }
                case 3 -> {
                    int set = model.nextSetBit(from);
                    assertEquals(set < 0 ? bits : Math.min(set, bits), bitmaps.findNextBit(OBJECT, MAP, bits, from));
                }
                case 4 ->
                    assertEquals(
                            Math.min(model.nextClearBit(from), bits), bitmaps.findNextZeroBit(OBJECT, MAP, bits, from));
                default -> {
                    if (random.nextInt(20) == 0) {
                        bitmaps.zero(OBJECT, MAP);
                        model.clear();
                    }
                }
            }
            assertEquals(model, bits(), "after turn " + turn);
        }
    }

    @Test
    void regionsAreTakenFromTheLowestAlignedPlace() {
        assertTrue(bitmaps.allocateRegion(OBJECT, MAP, 1, 0));
        List<Integer> taken = new ArrayList<>();
        for (int order : new int[] {1, 0, 2, 1, 3, 0}) {
            taken.add(bitmaps.findFreeRegion(OBJECT, MAP, BITS, order));
        }
        assertEquals(List.of(2, 0, 4, 8, 16, 10), taken);
    }

    @Test
    void wholeWordsCanBeTakenUntilNoneIsLeft() {
        int order = Integer.numberOfTrailingZeros(abi.wordBits());
        int words = BITS / abi.wordBits();
        assertEquals(
                IntStream.range(0, words)
                        .mapToObj(word -> word * abi.wordBits())
                        .toList(),
                IntStream.range(0, words)
                        .mapToObj(word -> bitmaps.findFreeRegion(OBJECT, MAP, BITS, order))
                        .toList());
        assertEquals(-1, bitmaps.findFreeRegion(OBJECT, MAP, BITS, order));
        assertEquals(-1, bitmaps.findFreeRegion(OBJECT, MAP, BITS, 0));
        assertEquals(BITS, bitmaps.findNextZeroBit(OBJECT, MAP, BITS, 0));
    }

    @Test
    void aRegionThatIsNotAlignedLosesItsBitsAtTheEndOfTheWord() {
        int last = abi.wordBits() - 1;
        assertTrue(bitmaps.allocateRegion(OBJECT, MAP, last, 2));
        assertEquals(BitSet.valueOf(new long[] {1L << last}), bits());
        assertTrue(bitmaps.allocateRegion(OBJECT, MAP, last - 2, 1));
        assertFalse(bitmaps.allocateRegion(OBJECT, MAP, last - 1, 2));
        assertTrue(bitmaps.allocateRegion(OBJECT, MAP, last + 1, 2));
    }

    @Test
    void aRegionThatIsPartlyTakenIsLeftAlone() {
        assertTrue(bitmaps.allocateRegion(OBJECT, MAP, 5, 0));
        BitSet before = bits();
        assertFalse(bitmaps.allocateRegion(OBJECT, MAP, 4, 2));
        assertEquals(before, bits());
    }

    @Test
    void lookingTakesNothing() {
        assertEquals(0, bitmaps.peekFreeRegion(OBJECT, MAP, BITS, 3));
        assertEquals(new BitSet(), bits());
    }

    @Test
    void aRegionWiderThanAWordIsRefused() {
        int order = Integer.numberOfTrailingZeros(abi.wordBits()) + 1;
        assertEquals(
                "a region of " + (1 << order) + " bits is wider than a word",
                assertThrows(IllegalArgumentException.class, () -> bitmaps.findFreeRegion(OBJECT, MAP, BITS, order))
                        .getMessage());
    }

    @Test
    void clearingStoresToEveryWord() {
        int[] stores = {0};
        memory.observe((slot, was, now, quiet) -> stores[0]++);
        bitmaps.zero(OBJECT, MAP);
        assertEquals(BITS / abi.wordBits(), stores[0]);
    }
}
