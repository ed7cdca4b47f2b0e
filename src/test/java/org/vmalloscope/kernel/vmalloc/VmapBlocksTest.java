package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Outcome;

/// Blocks of pages for vm_map_ram; on i386 a block has 64 pages and serves requests of up to 32.
final class VmapBlocksTest {
    @Test
    void theFirstRequestMakesABlock() {
        assertEquals("""
                begin 1 cpu0
                enter vm_map_ram count=3
                enter vb_alloc size=12288
                lock rcu
                unlock rcu
                enter new_vmap_block
                kmalloc vmap_block 44
                enter alloc_vmap_area size=262144 align=262144 vstart=S+0 vend=END
                kmalloc vmap_area 52
                lock vmap_area_lock
                hole S+2..S+66 CHOSEN NULL
                padding S+0..S+2
                enter __insert_vmap_area va=vmap_area#2
                enter rb_insert_color node=vmap_area#2
                paint black vmap_area#2 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                unlock vmap_area_lock
                leave alloc_vmap_area va=vmap_area#2
                lock vmap_block_tree_lock
                kmalloc radix_tree_node 272
                unlock vmap_block_tree_lock
                lock vbq->lock
                unlock vbq->lock
                leave new_vmap_block vb=vmap_block#1
                lock rcu
                lock vb->lock
                unlock vb->lock
                unlock rcu
                leave vb_alloc addr=S+2
                map S+2..S+5
                flush_cache_vmap S+2..S+5
                leave vm_map_ram mem=S+2
                """, Play.on(Machine.I386, "a = vm_map_ram 3").told());
    }

    @Test
    void theLastFreePageTakesTheBlockOffTheFreeList() {
        Play play = Play.on(Machine.I386, "a = vm_map_ram 32", "b = vm_map_ram 32");
        assertEquals("""
                begin 2 cpu0
                enter vm_map_ram count=32
                enter vb_alloc size=131072
                lock rcu
                lock vb->lock
                lock vbq->lock
                unlock vbq->lock
                unlock vb->lock
                unlock rcu
                leave vb_alloc addr=S+34
                map S+34..S+66
                flush_cache_vmap S+34..S+66
                leave vm_map_ram mem=S+34
                """, play.told());
        assertEquals(List.of(), play.view().freeBlocks(0));
        assertEquals(1, play.view().blocks().size());
    }

    @Test
    void givingPagesBackOnlyMakesThemDirty() {
        Play play = Play.on(Machine.I386, "a = vm_map_ram 3", "vm_unmap_ram a");
        assertEquals("""
                begin 2 cpu0
                enter vm_unmap_ram mem=S+2 count=3
                enter vb_free addr=S+2 size=12288
                flush_cache_vunmap S+2..S+5
                lock rcu
                unlock rcu
                lock vb->lock
                unlock vb->lock
                leave vb_free
                leave vm_unmap_ram
                """, play.told());
        VmapBlock block = play.view().blocks().getFirst().block();
        assertEquals(
                List.of(60L, 4L, 0xfL, 0xfL),
                List.of(block.free(), block.dirty(), block.allocMap(0), block.dirtyMap(0)));
    }

    @Test
    void theLastDirtyPageFreesTheBlockLazily() {
        Play play = Play.on(Machine.I386, "a = vm_map_ram 32", "b = vm_map_ram 32", "vm_unmap_ram a", "vm_unmap_ram b");
        assertEquals("""
                begin 4 cpu0
                enter vm_unmap_ram mem=S+34 count=32
                enter vb_free addr=S+34 size=131072
                flush_cache_vunmap S+34..S+66
                lock rcu
                unlock rcu
                lock vb->lock
                unlock vb->lock
                enter free_vmap_block vb=vmap_block#1
                lock vmap_block_tree_lock
                kfree radix_tree_node#3
                unlock vmap_block_tree_lock
                enter free_unmap_vmap_area_noflush va=vmap_area#2
                leave free_unmap_vmap_area_noflush
                call_rcu vmap_block#1 S+2
                leave free_vmap_block
                leave vb_free
                leave vm_unmap_ram
                """, play.told());
        assertEquals(List.of(), play.view().blocks());
        assertEquals(64, play.view().vmapLazyNr());
    }

    @Test
    void aLargeRequestGetsAnAreaOfItsOwn() {
        assertEquals("""
                begin 1 cpu0
                enter vm_map_ram count=33
                enter alloc_vmap_area size=135168 align=4096 vstart=S+0 vend=END
                kmalloc vmap_area 52
                lock vmap_area_lock
                hole S+0..S+33 CHOSEN NULL
                enter __insert_vmap_area va=vmap_area#1
                enter rb_insert_color node=vmap_area#1
                paint black vmap_area#1 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                unlock vmap_area_lock
                leave alloc_vmap_area va=vmap_area#1
                map S+0..S+33
                flush_cache_vmap S+0..S+33
                leave vm_map_ram mem=S+0
                """, Play.on(Machine.I386, "a = vm_map_ram 33").told());
    }

    /// The newest block stands first on the list.
    @Test
    void aBlockWithoutAnAlignedHoleIsPassedOver() {
        Play play = Play.on(
                Machine.I386,
                "a = vm_map_ram 32",
                "b = vm_map_ram 1",
                "c = vm_map_ram 32",
                "d = vm_map_ram 1",
                "e = vm_map_ram 16",
                "f = vm_map_ram 16");
        assertEquals("""
                begin 6 cpu0
                enter vm_map_ram count=16
                enter vb_alloc size=65536
                lock rcu
                lock vb->lock
                unlock vb->lock
                lock vb->lock
                unlock vb->lock
                unlock rcu
                leave vb_alloc addr=S+50
                map S+50..S+66
                flush_cache_vmap S+50..S+66
                leave vm_map_ram mem=S+50
                """, play.told());
    }

    @Test
    void withoutMemoryForABlockNothingIsMapped() {
        Play play = Play.on(Machine.I386, "kmalloc_fail 1", "a = vm_map_ram 1");
        assertEquals(new Outcome.Address(0), play.outcome());
        assertEquals("""
                begin 2 cpu0
                enter vm_map_ram count=1
                enter vb_alloc size=4096
                lock rcu
                unlock rcu
                enter new_vmap_block
                kmalloc vmap_block fails
                leave new_vmap_block error=-12
                leave vb_alloc error=-12
                leave vm_map_ram mem=NULL
                """, play.told());
    }

    @Test
    void withoutAnAreaTheBlockIsGivenBack() {
        Play play = Play.on(Machine.I386, "kmalloc_fail 2", "a = vm_map_ram 1");
        assertEquals("""
                kmalloc vmap_block 44
                kmalloc vmap_area fails
                kfree vmap_block#1
                """, play.told("kmalloc", "kfree"));
    }

    @Test
    void orderIsTheSmallestPowerOfTwoThatHoldsThePages() {
        assertEquals(
                List.of(0, 0, 1, 2, 2, 3, 5, 6),
                LongStream.of(1, 4096, 8192, 3 * 4096, 4 * 4096, 5 * 4096, 32 * 4096, 33 * 4096)
                        .mapToObj(VmapBlocks::getOrder)
                        .toList());
    }

    @Test
    void blocksAreNumberedFromTheBlockThatHoldsVmallocStart() {
        assertEquals(
                List.of(0L, 0L, 1L, 1L, 2L),
                LongStream.of(0xf87f_e000L, 0xf87f_ffffL, 0xf880_0000L, 0xf883_ffffL, 0xf884_0000L)
                        .mapToObj(address -> VmapBlocks.addrToVbIdx(Machine.I386, address))
                        .toList());
        assertEquals(
                List.of(0L, 0L, 1L, 8_388_607L),
                LongStream.of(
                                0xffff_c900_0000_0000L,
                                0xffff_c900_003f_ffffL,
                                0xffff_c900_0040_0000L,
                                0xffff_e8ff_ffff_ffffL)
                        .mapToObj(address -> VmapBlocks.addrToVbIdx(Machine.X86_64, address))
                        .toList());
    }
}
