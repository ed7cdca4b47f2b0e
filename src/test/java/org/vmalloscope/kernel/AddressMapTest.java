package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.Region;

final class AddressMapTest {
    private static final long FUNCTIONS_BYTES = 0x1_0000;

    @ParameterizedTest
    @EnumSource(Machine.class)
    void nothingLiesWhereSomethingElseIs(Machine machine) {
        AddressMap map = new AddressMap(machine);
        List<PageRange> places = new ArrayList<>(
                map.emptyMemory().regions().stream().map(AddressMapTest::range).toList());
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
                        "TLBs"),
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
}
