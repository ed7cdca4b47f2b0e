package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.journal.Note.AllocationFailed;
import org.vmalloscope.journal.Note.FailureArmed;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.ObjectFreed;

@ParameterizedClass
@EnumSource(Machine.class)
final class SlabTest {
    private final Ground ground;
    private final Slab slab;
    private final long heap;

    SlabTest(Machine machine) {
        ground = new Ground(machine);
        slab = ground.kernel().slab();
        heap = machine.pageOffset() + 0x200_0000;
    }

    private long plate() {
        return slab.kmalloc(Ground.PLATE);
    }

    private Optional<SlabObject> object(long address) {
        return slab.find(address);
    }

    @Test
    void freshObjectsHaveAscendingAddresses() {
        assertEquals(List.of(heap, heap + 96, heap + 192), List.of(plate(), plate(), plate()));
    }

    @Test
    void everySizeClassHasSlabsOfItsOwn() {
        assertEquals(
                List.of(heap, heap + 4096, heap + 96, heap + 4096 + 192, heap + 192),
                Stream.of(Ground.PLATE, Ground.TRAY, Ground.SAUCER, Ground.TRAY, Ground.PLATE)
                        .map(slab::kmalloc)
                        .toList());
    }

    @Test
    void aSlabIsAPageAndObjectsDoNotCrossItsEnd() {
        List<Long> expected = new ArrayList<>();
        List<Long> trays = new ArrayList<>();
        for (int tray = 0; tray < 50; tray++) {
            expected.add(heap + tray / 21 * 4096L + tray % 21 * 192L);
            trays.add(slab.kmalloc(Ground.TRAY));
        }
        assertEquals(expected, trays);
    }

    @Test
    void arraysGetTheSmallestClassThatHoldsThem() {
        assertEquals(
                List.of(32L, 32L, 64L, 96L, 128L, 192L, 256L, 512L, 1024L, 2048L, 4096L, 4096L),
                LongStream.of(1, 32, 33, 65, 97, 129, 193, 257, 513, 1025, 2049, 4096)
                        .map(SlabTest::distanceOfTwoFresh)
                        .boxed()
                        .toList());
        assertEquals(
                "the slab has no objects of 4097 bytes",
                assertThrows(IllegalArgumentException.class, () -> slab.kmalloc(Ground.PLATE, 4097))
                        .getMessage());
    }

    private static long distanceOfTwoFresh(long bytes) {
        Slab fresh = new Ground(Machine.I386).kernel().slab();
        return -fresh.kmalloc(Ground.PLATE, bytes) + fresh.kmalloc(Ground.PLATE, bytes);
    }

    @Test
    void theObjectFreedLastIsHandedOutFirst() {
        long a = plate();
        long b = plate();
        long c = plate();
        slab.kfree(a);
        slab.kfree(c);
        slab.kfree(b);
        assertEquals(List.of(b, c, a, c + 96), List.of(plate(), plate(), plate(), plate()));
    }

    @Test
    void aFreedObjectKeepsItsContentUntilItIsStoredTo() {
        long a = plate();
        ground.memory().store(a, 0x1234);
        ground.memory().store(a + 88, 0x5678);
        slab.kfree(a);
        assertEquals(
                List.of(0x1234L, 0x5678L),
                List.of(ground.memory().load(a), ground.memory().load(a + 88)));
        assertEquals(a, plate());
        assertEquals(
                List.of(0x1234L, 0x5678L),
                List.of(ground.memory().load(a), ground.memory().load(a + 88)));
    }

    @Test
    void allocationsAreNumberedFromOneAndKnowTheirStatement() {
        ground.kernel().beginStatement(3);
        long a = plate();
        ground.kernel().beginStatement(4);
        long b = slab.allocate(Ground.TRAY);
        slab.kfree(a);
        long again = slab.kmalloc(Ground.SAUCER);
        assertEquals(a, again, "of the same size class");
        assertEquals(
                List.of(new SlabObject(Ground.SAUCER, a, true, 3, 4), new SlabObject(Ground.TRAY, b, true, 2, 4)),
                List.of(object(again).orElseThrow(), object(b).orElseThrow()));
        assertEquals(3, ground.kernel().control().sequence());
    }

    @Test
    void everyByteOfAnObjectLeadsToIt() {
        long a = plate();
        long b = plate();
        SlabObject first = new SlabObject(Ground.PLATE, a, true, 1, 0);
        SlabObject second = new SlabObject(Ground.PLATE, b, true, 2, 0);
        for (int offset = 0; offset < 96; offset++) {
            assertEquals(Optional.of(first), object(a + offset));
            assertEquals(Optional.of(second), object(b + offset));
        }
    }

    @Test
    void nothingIsFoundWhereNoObjectEverWas() {
        long last = 0;
        for (int tray = 0; tray < 21; tray++) {
            last = slab.kmalloc(Ground.TRAY);
        }
        for (long address : new long[] {0, heap - 1, last + 192, heap + 4095, heap + 4096, -1}) {
            assertEquals(Optional.empty(), object(address), Long.toHexString(address));
        }
    }

    @Test
    void aFreedObjectIsStillFoundAndNoLongerLive() {
        long a = plate();
        slab.kfree(a);
        assertEquals(Optional.of(new SlabObject(Ground.PLATE, a, false, 1, 0)), object(a + 40));
    }

    @Test
    void freeingTwiceIsAKernelBug() {
        long a = plate();
        slab.kfree(a);
        ground.told();
        KernelBug bug = assertThrows(KernelBug.class, () -> slab.kfree(a));
        assertEquals("kfree of an object that is already free", bug.text());
        assertEquals(List.of(), ground.told());
        assertEquals(List.of(a, a + 96), List.of(plate(), plate()), "the free list is unharmed");
    }

    @Test
    void freeingNullDoesNothing() {
        slab.kfree(0);
        assertEquals(List.of(), ground.told());
    }

    @Test
    void allocatingAndFreeingAreTold() {
        long a = plate();
        slab.kfree(a);
        long array = slab.kmalloc(Ground.TRAY, 24);
        assertEquals(
                List.of(
                        new ObjectAllocated("plate", a, 96),
                        new ObjectFreed("plate", a),
                        new ObjectAllocated("tray", array, 24)),
                ground.told());
    }

    @Test
    void theArmedKmallocFailsOnceAndTheOthersDoNot() {
        ground.kernel().armFailure(3);
        assertEquals(List.of(heap, heap + 96, 0L, heap + 192), List.of(plate(), plate(), plate(), plate()));
        assertEquals(
                List.of(
                        new FailureArmed(3),
                        new ObjectAllocated("plate", heap, 96),
                        new ObjectAllocated("plate", heap + 96, 96),
                        new AllocationFailed("plate"),
                        new ObjectAllocated("plate", heap + 192, 96)),
                ground.told());
    }

    @Test
    void armingAgainReplacesTheCountdown() {
        ground.kernel().armFailure(1);
        ground.kernel().armFailure(2);
        assertEquals(List.of(heap, 0L, heap + 96), List.of(plate(), plate(), plate()));
    }

    @Test
    void allocationsThatNeverFailAreNotCounted() {
        ground.kernel().armFailure(1);
        assertEquals(List.of(heap, heap + 96), List.of(slab.allocate(Ground.PLATE), slab.allocate(Ground.PLATE)));
        assertEquals(0, plate());
    }

    @Test
    void aFailedKmallocHasNoNumber() {
        ground.kernel().armFailure(1);
        plate();
        plate();
        assertEquals(1, ground.kernel().control().sequence());
    }

    @Test
    void nothingTheSlabStoresIsAnEventOfItsOwn() {
        List<Long> loud = new ArrayList<>();
        ground.memory().observe((slot, was, now, quiet) -> {
            if (!quiet) {
                loud.add(ground.memory().addressOf(slot));
            }
        });
        ground.kernel().armFailure(2);
        long a = plate();
        plate();
        slab.kfree(a);
        plate();
        assertEquals(List.of(), loud);
    }
}
