package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.FieldLocator.Place;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

class FieldLocatorTest {
    private static final List<String> SCENARIO = List.of(
            "machine x86_64 cpus=2 ram=16M",
            "boot",
            "a = vmalloc 8K",
            "cpu 1",
            "x = vm_map_ram 1",
            "p = pcpu_get_vm_areas offsets=0,64K sizes=8K,8K align=4K");

    private final PlayedRun run = PlayedRun.of(SCENARIO.toArray(String[]::new));
    private final AreaNames names = run.after(5);
    private final FieldLocator locator = new FieldLocator(names);

    private static String text(Optional<Place> place) {
        return place.map(found -> found.owner() + " | " + found.member()).orElse("nothing");
    }

    @Test
    void aFieldOfASlabObject() {
        VmapArea a = names.view().areas().getFirst();
        Place place = locator.at(a.rbNode() + 16).orElseThrow();
        assertSame(VmapArea.TYPE, place.type());
        assertEquals(a.address(), place.base());
        assertEquals(VmapArea.TYPE.field("rb_node.rb_left"), place.field());
        assertEquals("a", place.owner());
        assertEquals("vm of a | size", text(locator.at(a.privateVm() + 16)));
    }

    @Test
    void aWordOfABitmap() {
        VmapBlock block = names.view().blocks().getFirst().block();
        Place place = locator.at(block.address() + 168 + 24).orElseThrow();
        assertEquals(3, place.index());
        assertEquals("vb 1 | dirty_map[3]", text(Optional.of(place)));
    }

    @Test
    void aStaticAndAPerCpuObject() {
        assertEquals("vmap_area_root | ", text(locator.at(names.view().data().vmapAreaRoot())));
        assertEquals(
                "vmap_area_list | prev", text(locator.at(names.view().data().vmapAreaList() + 8)));
        assertEquals(
                "vmap_block_queue of CPU 1 | free.next",
                text(locator.at(names.view().queue(1).free())));
    }

    @Test
    void anElementOfAnArray() {
        assertEquals(
                List.of("vms of p: [1] NULL → vm of p#1."), run.sentences(5, s -> s.startsWith("vms of p: [1] N")));
    }

    @Test
    void nothingIsBetweenFieldsAndOutsideObjects() {
        VmapArea a = names.view().areas().getFirst();
        assertEquals("nothing", text(locator.at(a.address() + 112)));
        assertEquals("nothing", text(locator.at(a.vaStart())));
        assertEquals("nothing", text(locator.at(0)));
    }

    @Test
    void aSlotOfTheJournal() {
        run.machine().seek(0);
        while (!(run.machine().lastEvent().orElse(null) instanceof Store)) {
            run.machine().forward();
        }
        Store store = (Store) run.machine().lastEvent().orElseThrow();
        assertEquals("vmap_block_queue of CPU 0 | lock", text(new FieldLocator(run.names()).atSlot(store.slot())));
    }
}
