package org.vmalloscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vmalloscope.inspect.Sheet.Standing;
import org.vmalloscope.journal.Store;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.model.RandomScenarios;

class ObjectReaderTest {
    private final Look look = Look.of(
            "machine i386 cpus=2 ram=16M",
            "boot",
            "a = vmalloc 20K",
            "b = vmap 3",
            "x = vm_map_ram 4",
            "vfree a",
            "vm_unmap_aliases",
            "rcu",
            "c = vmalloc 8K");

    @Test
    void anAreaAsCDeclaresIt() {
        look.after(3);
        VmapArea a = look.area("a");
        Sheet sheet = look.sheet(a.list());
        assertEquals("struct vmap_area", sheet.struct());
        assertEquals(List.of("a", "kmalloc-64"), List.of(sheet.name(), sheet.place()));
        assertEquals(52, sheet.bytes());
        assertEquals(Standing.LIVE, sheet.standing());
        assertEquals(
                List.of(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48),
                sheet.rows().stream().map(FieldRow::offset).toList());
        assertEquals("4  VM_AREA", Look.value(sheet, "flags"));
        assertEquals("NULL (root), black", Look.value(sheet, "rb_node.rb_parent_color"));
        assertEquals("→ b", Look.value(sheet, "list.next"));
        assertEquals("→ vmap_area_list", Look.value(sheet, "list.prev"));
        assertEquals("→ vm of a", Look.value(sheet, "private"));
        FieldRow flags = sheet.rows().get(2);
        assertEquals("04 00 00 00", flags.hex());
        Sheet vm = look.sheet(a.privateVm());
        assertEquals("0x6000  24 KiB", Look.value(vm, "size"));
        assertEquals("the scenario", Look.value(vm, "caller"));
    }

    @Test
    void aBlockHasItsBitmapsWordForWord() {
        look.after(5);
        Sheet block = look.sheet(look.view().blocks().getFirst().block().address());
        assertEquals("0xf  4 set", Look.value(block, "alloc_map[0]"));
        assertEquals("0x0  0 set", Look.value(block, "alloc_map[1]"));
        assertEquals("60", Look.value(block, "free"));
        assertEquals("→ vmap_block_queue of CPU 0", Look.value(block, "vbq"));
        assertTrue(Look.value(block, "va").startsWith("→ vmap_area of vb "), Look.value(block, "va"));
    }

    @Test
    void staticAndPerCpuObjects() {
        look.after(5);
        Sheet lazy = look.sheet(look.view().data().vmapLazyNr());
        assertEquals(List.of("atomic_t", "vmap_lazy_nr", "static"), List.of(lazy.struct(), lazy.name(), lazy.place()));
        assertEquals("6", lazy.rows().getFirst().value());
        Sheet queue = look.sheet(look.view().queue(1).address());
        assertEquals(List.of("vmap_block_queue of CPU 1", "per CPU"), List.of(queue.name(), queue.place()));
        assertEquals("itself", Look.value(queue, "dirty.next"));
        assertEquals("free", Look.value(queue, "lock"));
    }

    @Test
    void anObjectLivesIsFreedAndGivesItsPlaceToAnother() {
        look.after(2);
        VmapArea a = look.area("a");
        Subject subject = Subject.at(look.view(), a.address()).orElseThrow();
        assertEquals(Optional.of(subject), Subject.ofId(subject.id(look.view())));
        assertEquals(Standing.NOT_YET, look.after(1).sheet(subject).standing());
        assertEquals(Standing.LIVE, look.after(5).sheet(subject).standing());
        Sheet lazy = look.sheet(subject);
        assertEquals("→ vm of a, freed", Look.value(lazy, "private"));
        assertEquals(Standing.FREED, look.after(7).sheet(subject).standing());
        Sheet gone = look.after(8).sheet(subject);
        assertEquals(Standing.REPLACED, gone.standing());
        assertEquals("c", gone.name());
        assertTrue(gone.rows().isEmpty());
    }

    @Test
    void whatTheLastStoreChangedIsMarkedAndSaysWhatItWas() {
        look.after(5);
        long end = look.run().journal().eventEnd(5);
        while (look.time().position() < end) {
            look.time().forward();
            boolean store = look.time().lastEvent().orElseThrow() instanceof Store;
            Optional<Sheet> sheet = look.changed();
            if (store && sheet.isPresent()) {
                Store stored = (Store) look.time().lastEvent().orElseThrow();
                long address = look.time().memory().addressOf(stored.slot());
                FieldRow row = sheet.get().rows().stream()
                        .filter(FieldRow::changed)
                        .findFirst()
                        .orElseThrow();
                assertEquals(address, row.address());
                assertFalse(row.was().isEmpty());
            }
        }
    }

    @Test
    void whatItWasIsTheSameHoweverThePositionWasReached() {
        for (int seed = 1; seed <= 8; seed++) {
            Look run = new Look(RandomScenarios.of(seed, 40));
            Random random = new Random(seed);
            TimeMachine time = run.time();
            for (int trial = 0; trial < 40; trial++) {
                long target = 1 + random.nextLong(time.length());
                time.seek(target);
                Optional<Sheet> jumped = run.changed();
                time.seek(Math.max(0, target - 1 - random.nextInt(20)));
                while (time.position() < target) {
                    time.forward();
                }
                assertEquals(jumped, run.changed(), "forward to " + target + ", seed " + seed);
                time.seek(Math.min(time.length(), target + 1 + random.nextInt(20)));
                while (time.position() > target) {
                    time.back();
                }
                assertEquals(jumped, run.changed(), "back to " + target + ", seed " + seed);
            }
        }
    }
}
