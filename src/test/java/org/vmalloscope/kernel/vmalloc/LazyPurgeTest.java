package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.PageRange;

/// Lazy freeing and the purge that ends it.
final class LazyPurgeTest {
    @Test
    void freeingOnlyMarksTheArea() {
        Play play = Play.on(Machine.X86_64, "a = vmalloc 8K", "vfree a");
        assertEquals("""
                begin 2 cpu0
                enter vfree addr=S+0
                enter __vunmap addr=S+0 deallocate_pages=1
                enter remove_vm_area addr=S+0
                enter find_vmap_area addr=S+0
                lock vmap_area_lock
                enter __find_vmap_area addr=S+0
                descend EXACT_START vmap_area#2 S+0 S+0 FOUND
                leave __find_vmap_area va=vmap_area#2
                unlock vmap_area_lock
                leave find_vmap_area va=vmap_area#2
                lock vmlist_lock
                unlock vmlist_lock
                enter free_unmap_vmap_area va=vmap_area#2
                flush_cache_vunmap S+0..S+3
                enter free_unmap_vmap_area_noflush va=vmap_area#2
                leave free_unmap_vmap_area_noflush
                leave free_unmap_vmap_area
                leave remove_vm_area vm=vm_struct#1
                pages +2
                kfree struct page *[]#3
                kfree vm_struct#1
                leave __vunmap
                leave vfree
                """, play.told());
        long start = Machine.X86_64.vmallocStart();
        assertEquals(3, play.view().vmapLazyNr());
        assertEquals(
                List.of((long) VmapArea.VM_LAZY_FREE | VmapArea.VM_VM_AREA),
                play.view().areas().stream().map(VmapArea::flags).toList());
        assertEquals(
                List.of(new PageRange(start, start + 0x2000)),
                play.view().ground().mapped().all(),
                "still mapped");
    }

    @Test
    void thePageAfterTheLimitStartsThePurge() {
        Play play = Play.on(Machine.X86_64, "a = get_vm_area 32M", "vunmap a");
        assertEquals("""
                begin 2 cpu0
                enter vunmap addr=S+0
                enter __vunmap addr=S+0 deallocate_pages=0
                enter remove_vm_area addr=S+0
                enter find_vmap_area addr=S+0
                lock vmap_area_lock
                enter __find_vmap_area addr=S+0
                descend EXACT_START vmap_area#2 S+0 S+0 FOUND
                leave __find_vmap_area va=vmap_area#2
                unlock vmap_area_lock
                leave find_vmap_area va=vmap_area#2
                lock vmlist_lock
                unlock vmlist_lock
                enter free_unmap_vmap_area va=vmap_area#2
                flush_cache_vunmap S+0..S+8193
                enter free_unmap_vmap_area_noflush va=vmap_area#2
                threshold 8193 > 8192
                enter try_purge_vmap_area_lazy
                enter __purge_vmap_area_lazy start=0xffffffffffffffff end=NULL sync=0 force_flush=0
                lock purge_lock
                lock rcu
                lazy vmap_area#2 S+0..S+8193
                unmap S+0..S+8193
                unlock rcu
                flush_tlb S+0..S+8193
                lock vmap_area_lock
                enter __free_vmap_area va=vmap_area#2
                enter rb_erase node=vmap_area#2
                enter __rb_erase_color node=NULL parent=NULL
                leave __rb_erase_color
                leave rb_erase
                call_rcu vmap_area#2 S+0
                leave __free_vmap_area
                unlock vmap_area_lock
                unlock purge_lock
                leave __purge_vmap_area_lazy
                leave try_purge_vmap_area_lazy
                leave free_unmap_vmap_area_noflush
                leave free_unmap_vmap_area
                leave remove_vm_area vm=vm_struct#1
                kfree vm_struct#1
                leave __vunmap
                leave vunmap
                """, play.told());
        assertEquals(List.of(), play.view().areas());
        assertEquals(0, play.view().vmapLazyNr());
    }

    @Test
    void exactlyAsManyPagesAsTheLimitMayWait() {
        Play play = Play.on(Machine.X86_64, "a = get_vm_area 32764K", "vunmap a");
        assertEquals(8192, play.view().vmapLazyNr());
        assertEquals(List.of(), play.notes(ThresholdCrossed.class));
    }

    @Test
    void aPurgeUnmapsInAddressOrderFlushesOnceAndErasesLast() {
        Play play = Play.on(
                Machine.X86_64,
                "a = get_vm_area 8K",
                "b = get_vm_area 4K",
                "c = get_vm_area 4K",
                "vunmap c",
                "vunmap a",
                "vm_unmap_aliases");
        assertEquals("""
                begin 6 cpu0
                enter vm_unmap_aliases
                lock rcu
                unlock rcu
                enter __purge_vmap_area_lazy start=0xffffffffffffffff end=NULL sync=1 force_flush=0
                lock purge_lock
                lock rcu
                lazy vmap_area#2 S+0..S+3
                unmap S+0..S+3
                lazy vmap_area#6 S+7..S+9
                unmap S+7..S+9
                unlock rcu
                flush_tlb S+0..S+9
                lock vmap_area_lock
                enter __free_vmap_area va=vmap_area#2
                enter rb_erase node=vmap_area#2
                leave rb_erase
                call_rcu vmap_area#2 S+0
                leave __free_vmap_area
                enter __free_vmap_area va=vmap_area#6
                enter rb_erase node=vmap_area#6
                leave rb_erase
                call_rcu vmap_area#6 S+7
                leave __free_vmap_area
                unlock vmap_area_lock
                unlock purge_lock
                leave __purge_vmap_area_lazy
                leave vm_unmap_aliases
                """, play.told());
    }

    @Test
    void aPurgeWithoutLazyAreasFlushesNothing() {
        Play play = Play.on(Machine.X86_64, "a = get_vm_area 8K", "vm_unmap_aliases");
        assertEquals("""
                begin 2 cpu0
                enter vm_unmap_aliases
                lock rcu
                unlock rcu
                enter __purge_vmap_area_lazy start=0xffffffffffffffff end=NULL sync=1 force_flush=0
                lock purge_lock
                lock rcu
                unlock rcu
                unlock purge_lock
                leave __purge_vmap_area_lazy
                leave vm_unmap_aliases
                """, play.told());
    }

    @Test
    void beforeBootUnmappingAliasesDoesNothing() {
        Play play = Play.of("machine x86_64 cpus=1 ram=1M\nvm_unmap_aliases\n");
        assertEquals("begin 0 cpu0\nenter vm_unmap_aliases\nleave vm_unmap_aliases\n", play.told());
    }

    @Test
    void dirtyPagesOfABlockWidenTheSpanAndForceTheFlush() {
        Play play = Play.on(
                Machine.I386,
                "a = vm_map_ram 3",
                "b = get_vm_area 4K",
                "vm_unmap_ram a",
                "vunmap b",
                "vm_unmap_aliases");
        assertEquals("""
                lock rcu
                lock vb->lock
                unmap S+2..S+6
                unlock vb->lock
                unlock rcu
                lock purge_lock
                lock rcu
                lazy vmap_area#5 S+0..S+2
                unmap S+0..S+2
                unlock rcu
                flush_tlb S+0..S+6
                lock vmap_area_lock
                unlock vmap_area_lock
                unlock purge_lock
                """, play.told("lock", "unlock", "unmap", "lazy", "flush_tlb"));
    }

    @Test
    void objectsAreFreedAtTheEndOfTheGracePeriodOldestFirst() {
        Play play = Play.on(
                Machine.X86_64,
                "a = get_vm_area 8K",
                "b = get_vm_area 4K",
                "vunmap b",
                "vunmap a",
                "vm_unmap_aliases",
                "rcu");
        assertEquals("""
                begin 6 cpu0
                enter rcu_free_va head=vmap_area#2
                rcu_ran vmap_area#2 S+0
                kfree vmap_area#2
                leave rcu_free_va
                enter rcu_free_va head=vmap_area#4
                rcu_ran vmap_area#4 S+4
                kfree vmap_area#4
                leave rcu_free_va
                """, play.told());
    }

    /// The list that a purge collects, as a reader sees it when the flush comes.
    @Test
    void theAreasOfARunningPurgeAreSeenOnItsList() {
        List<List<Long>> lists = new ArrayList<>();
        String text = Play.text(
                Machine.X86_64, "a = get_vm_area 8K", "b = get_vm_area 4K", "vunmap b", "vunmap a", "vm_unmap_aliases");
        Play play = Play.watched(
                (note, view) -> {
                    if (note instanceof LazyAreaFound || note instanceof TlbFlushed || note instanceof RcuQueued) {
                        lists.add(
                                view.purgeList().stream().map(VmapArea::vaStart).toList());
                    }
                },
                text);
        long a = Machine.X86_64.vmallocStart();
        long b = a + 0x4000;
        assertEquals(List.of(List.of(), List.of(a), List.of(a, b), List.of(a, b), List.of(a, b)), lists);
        assertEquals(List.of(), play.view().purgeList());
    }
}
