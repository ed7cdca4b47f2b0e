package org.vmalloscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.FieldLocator;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.model.RandomScenarios;

class ReferencesTest {
    private static final long MOST_HEAP = 1 << 19;

    @Test
    void whoPointsAtAnArea() {
        Look look = Look.of("machine x86_64 cpus=1 ram=16M", "boot", "a = vmalloc 4K", "b = vmalloc 4K");
        VmapArea b = look.area("b");
        List<String> labels = References.into(look.names(), b.address(), 104).stream()
                .map(reference -> reference.label() + " → " + reference.into())
                .toList();
        assertEquals(
                List.of(
                        "vmap_area_list.prev → list.next",
                        "a.rb_node.rb_right → rb_node.rb_parent_color",
                        "a.list.next → list.next"),
                labels.stream().filter(label -> !label.startsWith("b.")).toList());
    }

    @Test
    void allPointersAreFound() {
        for (int seed = 1; seed <= 6; seed++) {
            Look look = new Look(RandomScenarios.of(seed, 40));
            Random random = new Random(seed);
            for (int trial = 0; trial < 3; trial++) {
                look.time().seek(random.nextLong(look.time().length() + 1));
                List<VmapArea> areas = look.view().areas();
                if (!areas.isEmpty()) {
                    compare(look, areas.get(random.nextInt(areas.size())), seed);
                }
            }
        }
    }

    /// Word by word through all of the kernel's memory.
    private static void compare(Look look, VmapArea area, int seed) {
        MemoryReader memory = look.view().memory();
        int size = VmapArea.TYPE.size(memory.abi());
        List<Long> expected = new ArrayList<>();
        FieldLocator fields = new FieldLocator(look.names());
        SimulatedMemory copy = look.time().snapshot();
        for (Region region : List.of(
                copy.regions().get(1), copy.regions().get(2), copy.regions().get(0))) {
            long bytes = Math.min(region.bytes(), MOST_HEAP);
            for (long offset = 0; offset < bytes; offset += memory.abi().wordBytes()) {
                long address = region.base() + offset;
                boolean freed = look.view()
                        .ground()
                        .objectAt(address)
                        .map(SlabObject::live)
                        .map(live -> !live)
                        .orElse(false);
                Optional<FieldKind> kind = freed
                        ? Optional.empty()
                        : fields.at(address).map(place -> place.field().kind());
                long word = memory.load(address);
                long to = kind.filter(known -> known == FieldKind.PARENT_COLOR).isPresent() ? word & ~1L : word;
                boolean pointer = kind.filter(known -> known == FieldKind.POINTER || known == FieldKind.PARENT_COLOR)
                        .isPresent();
                if (pointer && Long.compareUnsigned(to - area.address(), size) < 0) {
                    expected.add(address);
                }
            }
        }
        List<Long> found = References.into(look.names(), area.address(), size).stream()
                .map(Reference::address)
                .toList();
        assertEquals(expected, found, "at " + look.time().position() + ", seed " + seed);
    }
}
