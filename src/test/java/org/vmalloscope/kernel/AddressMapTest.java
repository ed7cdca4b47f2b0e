package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;

final class AddressMapTest {
    private static final long FUNCTIONS_BYTES = 0x1_0000;

    @ParameterizedTest
    @EnumSource(Machine.class)
    void nothingLiesWhereSomethingElseIs(Machine machine) {
        AddressMap map = new AddressMap(machine);
        List<PageRange> places = new ArrayList<>(
                map.emptyMemory().regions().stream().map(AddressMapTest::range).toList());
        PageRange chunk = places.removeLast();
        assertEquals(machine.vmallocStart(), chunk.start());
        assertTrue(Long.compareUnsigned(chunk.end(), machine.vmallocEnd()) <= 0);
        places.add(new PageRange(map.text(), map.text() + FUNCTIONS_BYTES));
        places.add(new PageRange(machine.vmallocStart(), machine.vmallocEnd()));
        for (int one = 0; one < places.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertFalse(places.get(one).overlaps(places.get(other)), places.get(one) + " and " + places.get(other));
            }
        }
    }

    private static PageRange range(Region region) {
        return new PageRange(region.base(), region.base() + region.bytes());
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void aMemoryHasTheKernelsRegionsAndTheNotebook(Machine machine) {
        assertEquals(
                List.of(
                        "slab heap",
                        "kernel data",
                        "per-CPU units",
                        "slab bookkeeping",
                        "simulator control",
                        "scenario names",
                        "mapped ranges",
                        "TLBs",
                        "bootmem",
                        "first chunk in vmalloc space"),
                new AddressMap(machine)
                        .emptyMemory().regions().stream().map(Region::name).toList());
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void everyCpuHasAUnitOfItsOwn(Machine machine) {
        AddressMap map = new AddressMap(machine);
        Region units = map.emptyMemory().regions().get(2);
        assertEquals(units.base(), map.unit(0));
        assertEquals(units.base() + units.bytes(), map.unit(machine.nrCpus()));
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void unitsAreInTheFirstChunkOnceThereIsOne(Machine machine) {
        AddressMap map = new AddressMap(machine);
        SimulatedMemory memory = map.emptyMemory();
        assertEquals(map.unit(1), map.unit(memory, 1));
        memory.store(map.pcpuUnitSize(), 0x1e000);
        assertEquals(map.unit(1), map.unit(memory, 1), "it has a size before it has a place");
        memory.store(map.pcpuBaseAddr(), map.bootmem());
        assertEquals(map.bootmem() + 3 * 0x1e000, map.unit(memory, 3));
    }
}
