package org.vmalloscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SimulatedMemoryTest {
    private static final long HEAP = 0xc200_0000L;
    private static final long NOTEBOOK = 0x0100_0000_0000L;
    private static final StructType TYPE = StructType.named("sample", 40, 20)
            .field("count", FieldKind.UNSIGNED_INT, 0, 0)
            .field("next", FieldKind.POINTER, 8, 4)
            .repeated("map", FieldKind.BITMAP, 16, 8, 3, 3)
            .build();
    private static final Field COUNT = TYPE.field("count");
    private static final Field NEXT = TYPE.field("next");
    private static final Field MAP = TYPE.field("map");

    /// A store as an observer is told of it.
    private record Seen(int slot, long was, long now, boolean quiet) {}

    private static SimulatedMemory memory(Abi abi) {
        return new SimulatedMemory(
                abi,
                List.of(
                        new Region("heap", HEAP, 1 << 20, abi.wordBytes()),
                        new Region("notebook", NOTEBOOK, 1 << 20, 8)));
    }

    @ParameterizedTest
    @EnumSource(Abi.class)
    void whatWasNeverStoredReadsAsZero(Abi abi) {
        SimulatedMemory memory = memory(abi);
        assertEquals(
                List.of(0L, 0L, 0L),
                LongStream.of(HEAP, HEAP + (1 << 20) - abi.wordBytes(), NOTEBOOK + 0x8000)
                        .mapToObj(memory::load)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Abi.class)
    void everyWordKeepsWhatWasStoredToIt(Abi abi) {
        SimulatedMemory memory = memory(abi);
        int word = abi.wordBytes();
        for (long at = 0; at < 1 << 20; at += 64L * word) {
            memory.store(HEAP + at, at + 1);
            memory.store(HEAP + at + word, -at & 0xffff_ffffL);
        }
        for (long at = 0; at < 1 << 20; at += 64L * word) {
            assertEquals(
                    List.of(at + 1, -at & 0xffff_ffffL, 0L),
                    List.of(memory.load(HEAP + at), memory.load(HEAP + at + word), memory.load(HEAP + at + 2L * word)));
        }
    }

    @Test
    void aFieldIsCutToItsWidth() {
        SimulatedMemory wide = memory(Abi.LP64);
        wide.store(HEAP, COUNT, -1);
        wide.store(HEAP, NEXT, -1);
        assertEquals(List.of(0xffff_ffffL, -1L), List.of(wide.load(HEAP, COUNT), wide.load(HEAP, NEXT)));
        SimulatedMemory narrow = memory(Abi.ILP32);
        narrow.store(HEAP, COUNT, 0x1_0000_0002L);
        narrow.storeQuietly(HEAP, NEXT, -2);
        assertEquals(List.of(2L, 0xffff_fffeL), List.of(narrow.load(HEAP, COUNT), narrow.load(HEAP, NEXT)));
    }

    @ParameterizedTest
    @EnumSource(Abi.class)
    void elementsOfARepeatingFieldAreWordsApart(Abi abi) {
        SimulatedMemory memory = memory(abi);
        for (int index = 0; index < 3; index++) {
            memory.store(HEAP, MAP, index, index + 1);
        }
        long first = HEAP + MAP.offset(abi);
        assertEquals(
                List.of(1L, 2L, 3L, 1L, 2L, 3L),
                LongStream.concat(
                                LongStream.range(0, 3).map(index -> memory.load(HEAP, MAP, (int) index)),
                                LongStream.range(0, 3).map(index -> memory.load(first + index * abi.wordBytes())))
                        .boxed()
                        .toList());
    }

    @Test
    void anAddressWithoutMemoryIsRefused() {
        SimulatedMemory memory = memory(Abi.LP64);
        for (long address : new long[] {0, HEAP - 8, HEAP + (1 << 20), NOTEBOOK - 8, -8}) {
            assertNoMemory(address, () -> memory.load(address));
            assertNoMemory(address, () -> memory.store(address, 1));
            assertNoMemory(address, () -> memory.storeQuietly(address, 1));
            assertNoMemory(address, () -> memory.slotOf(address));
        }
        assertTrue(memory.sameContent(memory(Abi.LP64)), "a refused store changed something");
    }

    @Test
    void anAddressBetweenWordsIsRefused() {
        SimulatedMemory memory = memory(Abi.ILP32);
        for (long address : new long[] {HEAP + 1, HEAP + 2, HEAP + 7, NOTEBOOK + 4}) {
            assertNoMemory(address, () -> memory.load(address));
            assertNoMemory(address, () -> memory.store(address, 1));
        }
    }

    private static void assertNoMemory(long address, Runnable access) {
        BadAddressException bad = assertThrows(BadAddressException.class, access::run);
        assertEquals(address, bad.address());
        assertEquals("no simulated memory at 0x" + Long.toHexString(address), bad.getMessage());
    }

    @Test
    void aFieldOfAStructAtNullIsAnAccessNearZero() {
        SimulatedMemory memory = memory(Abi.LP64);
        assertNoMemory(8, () -> memory.load(0, NEXT));
    }

    @Test
    void structsOfThe32BitMachineWrapAroundTheTop() {
        SimulatedMemory memory = new SimulatedMemory(
                Abi.ILP32, List.of(new Region("low", 0, 64, 4), new Region("high", 0xffff_fffcL, 4, 4)));
        memory.store(0xffff_fffcL, NEXT, 7);
        assertEquals(List.of(7L, 7L), List.of(memory.load(0), memory.load(0xffff_fffcL, NEXT)));
    }

    @ParameterizedTest
    @EnumSource(Abi.class)
    void aSlotLeadsBackToItsAddressAndRegion(Abi abi) {
        SimulatedMemory memory = memory(abi);
        for (long address : new long[] {HEAP, HEAP + 0x2008, HEAP + (1 << 20) - 8, NOTEBOOK, NOTEBOOK + 0xfff8}) {
            int slot = memory.slotOf(address);
            assertEquals(address, memory.addressOf(slot));
            assertEquals(memory.regions().get(address < NOTEBOOK ? 0 : 1), memory.regionOf(slot));
            assertEquals(memory.load(address), memory.loadSlot(slot));
        }
    }

    @Test
    void anObserverIsToldEveryStoreAndWhetherItIsQuiet() {
        SimulatedMemory memory = memory(Abi.LP64);
        memory.store(HEAP, 1);
        List<Seen> seen = new ArrayList<>();
        memory.observe((slot, was, now, quiet) -> seen.add(new Seen(slot, was, now, quiet)));
        memory.store(HEAP, 2);
        memory.store(HEAP, 2);
        memory.storeQuietly(HEAP + 8, 3);
        memory.store(HEAP, COUNT, -1);
        memory.storeQuietly(HEAP, NEXT, 4);
        memory.restore(memory.slotOf(HEAP), 9);
        memory.observe(StoreObserver.NONE);
        memory.store(HEAP, 5);
        assertEquals(
                List.of(
                        new Seen(0, 1, 2, false),
                        new Seen(0, 2, 2, false),
                        new Seen(1, 0, 3, true),
                        new Seen(0, 2, 0xffff_ffffL, false),
                        new Seen(1, 3, 4, true)),
                seen);
    }

    @Test
    void anObserverFindsTheNewValueInMemory() {
        SimulatedMemory memory = memory(Abi.LP64);
        List<Long> found = new ArrayList<>();
        memory.observe((slot, was, now, quiet) -> found.add(memory.loadSlot(slot)));
        memory.store(HEAP, 42);
        assertEquals(List.of(42L), found);
    }

    @Test
    void aReplicaAndItsOriginalChangeApart() {
        SimulatedMemory memory = memory(Abi.LP64);
        memory.store(HEAP, 1);
        List<Seen> seen = new ArrayList<>();
        memory.observe((slot, was, now, quiet) -> seen.add(new Seen(slot, was, now, quiet)));
        SimulatedMemory replica = memory.replica();
        assertTrue(replica.sameContent(memory) && memory.sameContent(replica));
        replica.store(HEAP, 2);
        replica.store(HEAP + 0x4_0000, 3);
        memory.store(HEAP + 8, 4);
        assertEquals(
                List.of(1L, 4L, 0L, 2L, 0L, 3L),
                List.of(
                        memory.load(HEAP),
                        memory.load(HEAP + 8),
                        memory.load(HEAP + 0x4_0000),
                        replica.load(HEAP),
                        replica.load(HEAP + 8),
                        replica.load(HEAP + 0x4_0000)));
        assertEquals(List.of(new Seen(1, 0, 4, false)), seen, "the replica is watched by nobody");
    }

    @Test
    void aBlankMemoryHasTheRegionsAndNothingInThem() {
        SimulatedMemory memory = memory(Abi.ILP32);
        memory.store(HEAP, 1);
        SimulatedMemory blank = memory.blank();
        assertEquals(List.of(memory.regions(), Abi.ILP32), List.of(blank.regions(), blank.abi()));
        assertTrue(blank.sameContent(memory(Abi.ILP32)));
    }

    @Test
    void contentIsTheSameWhetherZerosWereStoredOrNot() {
        SimulatedMemory touched = memory(Abi.LP64);
        touched.store(HEAP + 0x8_0000, 1);
        SimulatedMemory untouched = memory(Abi.LP64);
        assertFalse(touched.sameContent(untouched) || untouched.sameContent(touched));
        touched.store(HEAP + 0x8_0000, 0);
        assertTrue(touched.sameContent(untouched) && untouched.sameContent(touched));
    }

    @Test
    void memoriesOfOtherMachinesOrRegionsAreNeverTheSame() {
        SimulatedMemory other = new SimulatedMemory(Abi.LP64, List.of(new Region("heap", HEAP, 8, 8)));
        assertFalse(memory(Abi.LP64).sameContent(memory(Abi.ILP32)));
        assertFalse(memory(Abi.LP64).sameContent(other));
    }

    @Test
    void aMemoryHasOneToSixteenRegions() {
        Region region = new Region("heap", HEAP, 8, 8);
        for (int count : new int[] {0, 17}) {
            assertEquals(
                    "between 1 and 16 regions",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> new SimulatedMemory(Abi.LP64, Collections.nCopies(count, region)))
                            .getMessage());
        }
        assertEquals(
                8,
                new SimulatedMemory(Abi.LP64, Collections.nCopies(8, region))
                        .regions()
                        .size());
    }
}
