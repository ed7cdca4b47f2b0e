package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// An area, its vm_struct and its block belong together, by whichever id one asks.
final class KinTest {
    private static final PlayedRun RUN =
            PlayedRun.of("machine x86_64 cpus=1 ram=16M", "boot", "a = vmalloc 4K", "r = vm_map_ram 3", "vfree a");

    private static List<String> kinds(Set<String> ids) {
        return ids.stream().map(id -> id.substring(0, 3)).toList();
    }

    @Test
    void anAreaBelongsToItsVmStruct() {
        Moment moment = RUN.afterStatement(2);
        VmapArea area = moment.areas().getFirst();
        Set<String> kin = Kin.of(moment, moment.id(area));
        assertEquals(List.of("va:", "vm:"), kinds(kin));
        String vm = List.copyOf(kin).getLast();
        assertEquals(kin, Set.copyOf(Kin.of(moment, vm)));
        assertEquals("vm_struct", ObjectCard.of(moment, vm).orElseThrow().struct());
    }

    @Test
    void aBlockBelongsToItsArea() {
        Moment moment = RUN.afterStatement(3);
        VmapArea area = moment.areas().getLast();
        Set<String> kin = Kin.of(moment, moment.id(area));
        assertEquals(List.of("va:", "vb:"), kinds(kin));
        String block = List.copyOf(kin).getLast();
        assertEquals(kin, Set.copyOf(Kin.of(moment, block)));
        ObjectCard card = ObjectCard.of(moment, block).orElseThrow();
        assertEquals("vmap_block", card.struct());
        assertTrue(card.text().contains("CPU 0"), card.text());
    }

    @Test
    void aFreedVmStructBelongsToNothing() {
        Moment before = RUN.afterStatement(2);
        String id = before.id(before.areas().getFirst());
        String vm = List.copyOf(Kin.of(before, id)).getLast();
        Moment after = RUN.afterStatement(4);
        assertEquals(List.of("va:"), kinds(Kin.of(after, id)));
        assertTrue(ObjectCard.of(after, vm).isEmpty());
        assertEquals(Set.of("va:0#0"), Kin.of(after, "va:0#0"));
        assertEquals(Set.of("event:7"), Kin.of(after, "event:7"));
    }
}
