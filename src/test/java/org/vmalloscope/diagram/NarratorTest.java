package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Sentences, whole, at chosen events of small scenarios.
class NarratorTest {
    private static final String I386 = "machine i386 cpus=2 ram=32M";

    /// A tree, a list, blocks and a purge: early areas, two CPUs, two lazy areas and a dirty block.
    private static final PlayedRun MIXED = PlayedRun.of(
            I386,
            "early size=48K align=64K",
            "boot",
            "a = vmalloc 20K",
            "b = ioremap 32K",
            "cpu 1",
            "c = vm_map_ram 6",
            "d = vmap 5",
            "vfree a",
            "vm_unmap_ram c",
            "iounmap b",
            "vm_unmap_aliases",
            "rcu");

    private static List<String> starting(PlayedRun run, int statement, String start) {
        return run.sentences(statement, sentence -> sentence.startsWith(start));
    }

    @Test
    void aWholeVmallocIsToldInOrder() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 8K");
        String told = String.join("\n", run.sentences(2, sentence -> !sentence.contains(" stays ")));
        assertEquals("""
                Statement 2 begins on CPU 0. Its result is called a.
                vmalloc(size = 8 KiB) is called.
                __vmalloc_node(size = 8 KiB, align = 1 byte) is called.
                __get_vm_area_node(size = 8 KiB, align = 1 byte, flags = VM_ALLOC, start = 0xf87fe000, end = 0xff7fe000) is called.
                A vm_struct is allocated for a: 32 bytes at 0xc2000000.
                alloc_vmap_area(size = 12 KiB, align = 1 byte, vstart = 0xf87fe000, vend = 0xff7fe000) is called.
                A vmap_area is allocated for a: 52 bytes at 0xc2001000.
                vmap_area_lock is taken.
                [0xf87fe000, 0xf8801000) is free, nothing is in the way: chosen.
                a.va_start 0x0 → 0xf87fe000: the area begins here.
                a.va_end 0x0 → 0xf8801000: the area is 3 pages long.
                __insert_vmap_area(va = a) is called.
                The tree gets its first node, red for now.
                vmap_area_root: NULL → a.
                rb_insert_color(node = a) is called.
                a is to be painted black (the root is black).
                a turns black, parent unchanged.
                rb_insert_color returns.
                a.list.next: NULL → vmap_area_list.
                a.list.prev: NULL → vmap_area_list.
                vmap_area_list.next: itself → a.
                vmap_area_list.prev: itself → a.
                __insert_vmap_area returns.
                vmap_area_lock is released.
                alloc_vmap_area returns a.
                insert_vmalloc_vm(vm = vm of a, va = a, flags = VM_ALLOC) is called.
                vm of a: flags 0 → 2: VM_ALLOC set.
                vm of a: addr 0x0 → 0xf87fe000.
                vm of a: size 0 → 12 KiB.
                vm of a: caller NULL → the scenario.
                a.private: NULL → vm of a.
                a.flags 0 → 4: VM_VM_AREA set. The area has a vm_struct now.
                vmlist_lock is taken.
                vmlist: NULL → vm of a.
                vmlist_lock is released.
                insert_vmalloc_vm returns.
                __get_vm_area_node returns vm of a.
                __vmalloc_area_node(area = vm of a) is called.
                vm of a: nr_pages 0 → 2.
                A struct page *[] is allocated for a: 8 bytes at 0xc2000020.
                vm of a: pages NULL → pages of a.
                2 pages of RAM taken, one by one; 8\u2009190 left.
                The page tables get 2 pages of a: [0xf87fe000, 0xf8800000).
                flush_cache_vmap for 2 pages of a, [0xf87fe000, 0xf8800000). On x86 there is nothing to do.
                __vmalloc_area_node returns 0xf87fe000 (a).
                __vmalloc_node returns 0xf87fe000 (a).
                vmalloc returns 0xf87fe000 (a).""", told);
    }

    @Test
    void theFlagsOfAnAreaFromVfreeToItsPurge() {
        assertEquals(
                List.of(
                        "a.flags 4 → 5: VM_LAZY_FREE set. The area keeps its place in tree, list and page tables until a"
                                + " purge."),
                starting(MIXED, 8, "a.flags"));
        assertEquals(
                List.of(
                        "a.flags 5 → 7: VM_LAZY_FREEING set. The purge has put the area on its list.",
                        "a.flags 7 → 6: VM_LAZY_FREE cleared. The area is being purged: its pages are unmapped, the TLBs"
                                + " may still hold them."),
                starting(MIXED, 11, "a.flags"));
        assertEquals(List.of("vmap_lazy_nr 0 → 6 pages."), starting(MIXED, 8, "vmap_lazy_nr"));
        assertEquals(List.of("vmap_lazy_nr 15 → 0 pages."), starting(MIXED, 11, "vmap_lazy_nr"));
    }

    @Test
    void anImportedAreaHasTheFlagsOfItsVmStruct() {
        assertEquals(
                List.of(
                        "early.flags stays 0. A new area has no flag yet.",
                        "early.flags 0 → 6: VM_LAZY_FREEING | VM_VM_AREA set. VM_LAZY_FREEING is VM_ALLOC of its"
                                + " vm_struct, the same bit by accident."),
                starting(MIXED, 2, "early.flags"));
        assertEquals(List.of("early.private stays NULL."), starting(MIXED, 2, "early.private"));
    }

    @Test
    void holesAreTriedFromTheBottom() {
        assertEquals(
                List.of(
                        "[0xf8800000, 0xf8809000) collides with early, which begins at 0xf8800000: the search goes on one"
                                + " page after its end.",
                        "[0xf8810000, 0xf8819000) collides with a, which ends at 0xf8813000: the search goes on one page"
                                + " after that.",
                        "[0xf8820000, 0xf8829000) is free, nothing is in the way: chosen."),
                starting(MIXED, 4, "[0x"));
        assertEquals(
                List.of("Padding of 12 pages, so that the new area is aligned: [0xf8814000, 0xf8820000)."),
                starting(MIXED, 4, "Padding"));
        assertEquals(
                List.of("[0xf8814000, 0xf881a000) is free, b begins above it, at 0xf8820000: chosen."),
                told(7, "[0xf8814000"));
    }

    private static List<String> told(int statement, String start) {
        return starting(MIXED, statement, start);
    }

    @Test
    void anAreaBelowTheCandidateStopsTheWalkAllTheSame() {
        assertEquals(
                List.of(
                        "b ends at 0xf8829000, below [0xf8840000, 0xf8880000), and stops the walk all the same: it goes on"
                                + " one page after b."),
                told(6, "b ends"));
    }

    @Test
    void aCandidateMayNotTouchTheAreaBelow() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 4K", "b = ioremap 8K");
        assertEquals(
                List.of("[0xf8800000, 0xf8803000) begins right where a ends: one page must stay free between them, the"
                        + " search goes on there."),
                run.sentences(3, sentence -> sentence.contains("right where")));
    }

    @Test
    void descentsSayWhatTheyCompare() {
        assertEquals(
                List.of(
                        "Where to begin the search from 0xf8800000: early ends at 0xf880c000, not below that. Go left."),
                told(4, "Where"));
        assertEquals(
                List.of(
                        "Place in the tree: the new area begins at 0xf8820000, not below the end of early, 0xf880c000. Go"
                                + " right.",
                        "Place in the tree: the new area begins at 0xf8820000, not below the end of a, 0xf8813000. Go"
                                + " right."),
                told(4, "Place"));
        assertEquals(
                List.of(
                        "Looking for the area at 0xf8820000: a begins below, at 0xf880d000. Go right.",
                        "Looking for the area at 0xf8820000: it is b."),
                told(10, "Looking"));
    }

    @Test
    void rotationsAndColours() {
        assertEquals(
                List.of("Left rotation at early, a rises (the uncle is black: parent and grandparent change colours and"
                        + " the grandparent is rotated)."),
                MIXED.sentences(4, EventKind.ROTATION));
        assertEquals(
                List.of(
                        "b becomes a red leaf under a.",
                        "a turns black, parent unchanged.",
                        "early turns red, parent unchanged.",
                        "a: parent early → NULL, it stays black.",
                        "early: parent NULL → a, it stays red.",
                        "a stays black, parent unchanged."),
                MIXED.sentences(4, s -> s.contains(" parent ") && !s.contains("(") || s.contains("leaf")));
        assertEquals(List.of("a: parent NULL → itself, the mark of a node that is in no tree."), told(11, "a: parent"));
    }

    @Test
    void pointersAreCalledByWhatTheyPointTo() {
        assertEquals(List.of("early.rb_node.rb_right: NULL → a."), told(3, "early.rb_node.rb_right"));
        assertEquals(List.of("b.rb_node.rb_left: NULL → d."), told(7, "b.rb_node.rb_left"));
        assertEquals(
                List.of("a.list.prev: early → LIST_POISON2. a is off the list, but who stands on it under RCU can still"
                        + " go on."),
                told(11, "a.list.prev"));
        assertEquals(List.of("a.rcu_head.func: NULL → rcu_free_va."), told(11, "a.rcu_head.func"));
    }

    @Test
    void blocksAndTheirBitmaps() {
        assertEquals(
                List.of(
                        "alloc_map of vb 2: none of pages 0–31 is handed out.",
                        "alloc_map of vb 2: none of pages 32–63 is handed out.",
                        "alloc_map of vb 2: pages 0–7 handed out."),
                told(6, "alloc_map"));
        assertEquals(List.of("vb 2.free 0 → 64 pages.", "vb 2.free 64 → 56 pages."), told(6, "vb 2.free "));
        assertEquals(List.of("vb 2.va: NULL → vmap_area of vb 2."), told(6, "vb 2.va:"));
        assertEquals(
                List.of("dirty_map of vb 2: pages 0–7 given back: dirty, and never handed out again."),
                told(9, "dirty_map"));
        assertEquals(
                List.of(
                        "vbq->lock of vmap_block_queue of CPU 1 is taken.",
                        "vbq->lock of vmap_block_queue of CPU 1 is released."),
                told(6, "vbq->lock"));
    }

    @Test
    void aBlockAndItsAreaWaitForTheSameGracePeriod() {
        PlayedRun run = PlayedRun.of(
                I386,
                "boot",
                "x = vm_map_ram 32",
                "y = vm_map_ram 32",
                "vm_unmap_ram x",
                "vm_unmap_ram y",
                "vm_unmap_aliases");
        assertEquals(
                List.of(
                        "vmap_block of vb 1: rcu_head.func itself → rcu_free_vb.",
                        "vmap_block of vb 1: rcu_head.next itself → NULL.",
                        "rcu_queue.first: NULL → vmap_block of vb 1.",
                        "rcu_queue.last: NULL → vmap_block of vb 1."),
                run.sentences(5, sentence -> sentence.contains("rcu_") && sentence.contains("→")));
        assertEquals(List.of("rcu_queue.last: vmap_block of vb 1 → vmap_area of vb 1."), starting(run, 6, "rcu_queue"));
    }

    @Test
    void aPurgeUnmapsFlushesAndErases() {
        assertEquals(
                List.of(
                        "The page tables forget 8 pages of vb 2: [0xf8840000, 0xf8848000). The TLBs may still hold them.",
                        "The page tables forget 6 pages of a: [0xf880d000, 0xf8813000). The TLBs may still hold them.",
                        "The page tables forget 9 pages of b: [0xf8820000, 0xf8829000). The TLBs may still hold them."),
                MIXED.sentences(11, EventKind.UNMAP));
        assertEquals(
                List.of(
                        "flush_tlb_kernel_range: one flush for 59 pages, [0xf880d000, 0xf8848000). It serves the 2 areas"
                                + " that are purged. 2 other areas in the range lose their entries too."),
                MIXED.sentences(11, EventKind.TLB_FLUSH));
        assertEquals(
                List.of(
                        "The vmap_area of a waits for a grace period before it is freed.",
                        "The vmap_area of b waits for a grace period before it is freed."),
                MIXED.sentences(11, EventKind.RCU));
        assertEquals(
                List.of(
                        "rcu_free_va(head = a) is called.",
                        "The grace period of a is over: rcu_free_va runs.",
                        "The vmap_area of a, at 0xc2001040, is freed.",
                        "rcu_free_va(head = b) is called.",
                        "The grace period of b is over: rcu_free_va runs.",
                        "The vmap_area of b, at 0xc2001080, is freed."),
                MIXED.sentences(12, sentence -> sentence.contains(" is ")));
    }

    @Test
    void theThresholdIsNamedWhenItIsCrossed() {
        PlayedRun run = PlayedRun.of(
                "machine x86_64 cpus=1 ram=64M", "boot", "a = vmap 8191", "b = vmap 1", "vunmap a", "vunmap b");
        assertEquals(List.of(), starting(run, 4, "8\u2009192"));
        assertEquals(
                List.of("8\u2009194 lazily freed pages are more than lazy_max_pages, 8\u2009192: a purge begins."),
                starting(run, 5, "8\u2009194"));
    }

    @Test
    void groupsAreSearchedFromTheTop() {
        PlayedRun run = PlayedRun.of(
                I386,
                "boot",
                "p = pcpu_get_vm_areas offsets=0,32K sizes=8K,8K align=4K",
                "q = pcpu_get_vm_areas offsets=0,28K sizes=8K,8K align=4K");
        assertEquals(
                List.of(
                        "[0xff7fa000, 0xff7fc000) is free, p#1 begins above it, at 0xff7fc000: chosen.",
                        "[0xff7f3000, 0xff7f5000) collides with p#0, which begins at 0xff7f4000: the search goes on below"
                                + " it.",
                        "[0xff7f2000, 0xff7f4000) is free, p#0 begins above it, at 0xff7f4000: chosen.",
                        "[0xff7f9000, 0xff7fb000) is free, p#1 begins above it, at 0xff7fc000: chosen."),
                starting(run, 3, "[0x"));
    }

    @Test
    void messagesAreQuoted() {
        PlayedRun run = PlayedRun.of(
                I386,
                "boot",
                "a = get_vm_area 110M",
                "b = get_vm_area 4M",
                "vfree 0xf8000000",
                "vm_unmap_ram 0xf9000000 1");
        assertEquals(
                List.of("printk, KERN_WARNING: vmap allocation for size 4198400 failed: use vmalloc=<size> to increase"
                        + " size."),
                run.sentences(3, EventKind.PRINTK));
        assertEquals(
                List.of("[0xff600000, 0xffa01000) ends after VMALLOC_END, 0xff7fe000: no hole fits."),
                run.sentences(3, sentence -> sentence.contains("ends after")).subList(0, 1));
        assertEquals(
                List.of("WARN: Trying to vfree() nonexistent vm area (f8000000)"), run.sentences(4, EventKind.WARN));
        assertEquals(
                List.of("BUG at mm/vmalloc.c:862: no block has this address. The kernel stops here."),
                run.sentences(5, EventKind.BUG));
    }
}
