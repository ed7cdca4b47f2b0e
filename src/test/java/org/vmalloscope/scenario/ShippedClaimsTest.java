package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.AllocationFailed;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.Remark;
import org.vmalloscope.journal.Note.Remarked;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;

/// What the comments of the shipped scenarios claim, one test a scenario.
class ShippedClaimsTest {
    private static final long X86_64 = 0xffffc90000000000L;

    @Test
    void theTour() {
        ShippedRun run = ShippedRun.of("00-tour.vms")
                .isAt("a", 0xf880b000L)
                .isAt("regs", 0xf8818000L)
                .isAt("ram0", 0xf8840000L)
                .isAt("ram1", 0xf88c0000L)
                .isAt("user", 0xf881e000L)
                .isLazyAfter("vfree a", 7)
                .hasFlushedAfter("iounmap regs", 0)
                .hasFlushedAfter("vm_unmap_aliases", 1)
                .isLazyAfter("vm_unmap_aliases", 0)
                .waitsAfter("big = vmalloc 4100K", 2)
                .waitsAfter("rcu", 0)
                .isLazyAfter("vunmap view", 4)
                .isLazyAfter("vfree big", 4 + 1026 + 3)
                .hasFlushedAfter("vm_unmap_aliases #2", 2);
        assertEquals(2, run.after("ram1 = vm_map_ram 12").blocks().size());
        assertEquals(1, run.after("big = vmalloc 4100K").freeBlocks(1).size());
    }

    @Test
    void firstVmalloc() {
        ShippedRun.of("01-first-vmalloc.vms")
                .hasPages("a", 5, 4)
                .hasPages("b", 3, 2)
                .hasPages("c", 2, 1)
                .hasPages("d", 5, 0)
                .hasPages("e", 5, 4)
                .isNull("f")
                .hasPages("g", 70, 70)
                .isApart("g", "h", 71 << 12);
    }

    @Test
    void twelveKibApart() {
        ShippedRun.of("02-twelve-kib-apart.vms")
                .isApart("a", "b", 12 << 10)
                .isApart("b", "c", 12 << 10)
                .isApart("c", "d", 12 << 10)
                .isApart("d", "e", 16 << 10)
                .isApart("e", "f", 12 << 10)
                .isApart("f", "g", 12 << 10)
                .isApart("g", "h", 12 << 10);
    }

    @Test
    void earlyAreas() {
        ShippedRun run = ShippedRun.of("03-early-areas.vms")
                .hasAreasAfter("boot", 0xf87fe000L, 0xf8810000L, 0xf8816000L)
                .isAt("a", 0xf8803000L)
                .isAt("b", 0xf8819000L)
                .isAt("c", 0xf8809000L);
        for (VmapArea va : run.after("boot").areas()) {
            assertEquals(0, va.privateVm());
            assertEquals(6, va.flags());
        }
        assertEquals(List.of("f8816000", "f8810000", "f87fe000"), vmlist(run.after("boot")));
        assertEquals(
                List.of("f8803000", "f8816000", "f8810000", "f87fe000", "f8819000"),
                vmlist(run.after("b = vmalloc 64K")));
    }

    private static List<String> vmlist(VmallocView view) {
        return view.vmlist().stream().map(vm -> Long.toHexString(vm.addr())).toList();
    }

    @Test
    void firstFit() {
        ShippedRun.of("04-first-fit.vms")
                .isAt("b", X86_64 + 0x4000)
                .isAt("d", X86_64 + 0x14000)
                .isAt("small", X86_64 + 0x4000)
                .isAt("large", X86_64 + 0x1e000)
                .isAt("medium", X86_64 + 0xa000)
                .isAt("last", X86_64 + 0x14000);
    }

    @Test
    void touchingHole() {
        ShippedRun run = ShippedRun.of("05-touching-hole.vms")
                .isApart("a", "d", 12 << 10)
                .isApart("b", "c", 5 << 12)
                .isAt("f", X86_64 + 0xe000);
        assertEquals(
                run.address("c"),
                run.after("d = vmalloc 16K").areaStartingAt(run.address("d")).vaEnd());
    }

    @Test
    void ascendingInserts() {
        ShippedRun run = ShippedRun.of("06-tree-ascending.vms");
        assertEquals(List.of(true), rotations(run, "c = vmalloc 4K"));
        assertEquals(List.of(), rotations(run, "d = vmalloc 4K"));
        assertEquals(3, recoloured(run, "d = vmalloc 4K", TreeCase.INSERT_RED_UNCLE));
        assertEquals(3, recoloured(run, "h = vmalloc 4K", TreeCase.INSERT_RED_UNCLE));
        assertEquals(List.of(true), rotations(run, "h = vmalloc 4K"));
        assertEquals(
                run.address("d"),
                run.after("h = vmalloc 4K")
                        .areaOfNode(run.after("h = vmalloc 4K").tree().root())
                        .vaStart());
        assertTrue(run.notes(RotationBegun.class).stream().allMatch(RotationBegun::left));
    }

    private static List<Boolean> rotations(ShippedRun run, String statement) {
        return run.notes(statement, RotationBegun.class).stream()
                .map(RotationBegun::left)
                .toList();
    }

    private static long recoloured(ShippedRun run, String statement, TreeCase treeCase) {
        return run.notes(statement, Recoloured.class).stream()
                .filter(note -> note.treeCase() == treeCase)
                .count();
    }

    @Test
    void innerChildren() {
        ShippedRun run = ShippedRun.of("07-tree-inner-child.vms");
        assertEquals(List.of(false, true), rotations(run, "middle = vmalloc 4K"));
        assertEquals(List.of(), rotations(run, "x = vmalloc 8K"));
        assertEquals(List.of(true, false), rotations(run, "y = vmalloc 8K"));
        assertEquals(List.of(), rotations(run, "top = vmalloc 200K"));
        assertEquals(List.of(true), rotations(run, "peak = vmalloc 200K"));
        assertEquals(List.of(true), rotations(run, "z = vmalloc 8K"));
        VmallocView end = run.atEnd();
        assertEquals(run.address("y"), end.areaOfNode(end.tree().root()).vaStart());
    }

    @Test
    void eraseWithTwoChildren() {
        ShippedRun run = ShippedRun.of("08-erase-successor.vms");
        VmallocView before = run.after("vfree d");
        assertEquals(run.address("d"), before.areaOfNode(before.tree().root()).vaStart());
        assertEquals(1, recoloured(run, "vm_unmap_aliases", TreeCase.ERASE_SUCCESSOR));
        VmallocView after = run.after("vm_unmap_aliases");
        assertEquals(run.address("e"), after.areaOfNode(after.tree().root()).vaStart());
        VmapArea b = after.areaStartingAt(run.address("b"));
        VmapArea c = after.areaStartingAt(run.address("c"));
        assertEquals(c.rbNode(), after.tree().right(b.rbNode()));
        assertEquals(1, recoloured(run, "vm_unmap_aliases #2", TreeCase.ERASE_SUCCESSOR));
    }

    @Test
    void eraseRepairs() {
        ShippedRun run = ShippedRun.of("09-erase-repairs.vms");
        assertEquals(EnumSet.of(TreeCase.ERASE_OUTER_NEPHEW), repairs(run, "vm_unmap_aliases"));
        assertEquals(
                EnumSet.of(TreeCase.ERASE_RED_SIBLING, TreeCase.ERASE_BLACK_NEPHEWS),
                repairs(run, "vm_unmap_aliases #2"));
        assertEquals(
                EnumSet.of(TreeCase.ERASE_INNER_NEPHEW, TreeCase.ERASE_OUTER_NEPHEW),
                repairs(run, "vm_unmap_aliases #3"));
        assertEquals(EnumSet.of(TreeCase.ERASE_BLACK_NEPHEWS), repairs(run, "vm_unmap_aliases #4"));
    }

    private static Set<TreeCase> repairs(ShippedRun run, String statement) {
        Set<TreeCase> cases = EnumSet.noneOf(TreeCase.class);
        run.notes(statement, RotationBegun.class).forEach(note -> cases.add(note.treeCase()));
        run.notes(statement, Recoloured.class).forEach(note -> cases.add(note.treeCase()));
        cases.removeAll(EnumSet.of(TreeCase.ERASE_SUCCESSOR, TreeCase.ERASE_DONE));
        return cases;
    }

    @Test
    void lazyFree() {
        ShippedRun run = ShippedRun.of("10-lazy-free.vms")
                .isFreeAfter("c = vmalloc 8K", 242)
                .isFreeAfter("vfree a", 250)
                .isLazyAfter("vfree a", 9)
                .isLazyAfter("free_vm_area e", 13)
                .isLazyAfter("vfree 0x0", 16)
                .isAt("d", X86_64 + 0x14000)
                .hasPages("a", 9, 8)
                .hasFlushedAfter("vfree 0x0", 0);
        assertEquals(5, run.after("vfree a").areaStartingAt(run.address("a")).flags());
        assertEquals(2, run.after("vfree a").vmlist().size());
        assertEquals(16_384, run.atEnd().config().lazyMaxPages());
    }

    @Test
    void lazyThreshold() {
        ShippedRun run = ShippedRun.of("11-lazy-threshold.vms")
                .isLazyAfter("vunmap a", 4096)
                .isLazyAfter("vunmap b", 8192)
                .hasFlushedAfter("vunmap b", 0)
                .isLazyAfter("vunmap c", 0)
                .hasFlushedAfter("vunmap c", 1)
                .waitsAfter("vunmap c", 3)
                .isApart("a", "d", 0);
        assertEquals(List.of(new ThresholdCrossed(8194, 8192)), run.notes("vunmap c", ThresholdCrossed.class));
        assertEquals(1, run.notes(ThresholdCrossed.class).size());
        assertEquals(List.of(run.address("a"), run.address("b"), run.address("c")), found(run, "vunmap c"));
        TlbFlushed flush = run.notes(TlbFlushed.class).getFirst();
        assertTrue(new PageRange(flush.start(), flush.end()).contains(run.address("keep")));
    }

    private static List<Long> found(ShippedRun run, String statement) {
        return run.notes(statement, LazyAreaFound.class).stream()
                .map(LazyAreaFound::start)
                .toList();
    }

    @Test
    void purge() {
        ShippedRun run = ShippedRun.of("12-purge.vms")
                .hasFlushedAfter("vm_unmap_aliases", 1)
                .waitsAfter("vm_unmap_aliases", 3)
                .waitsAfter("rcu", 0)
                .hasFlushedAfter("vm_unmap_aliases #2", 1);
        assertEquals(List.of(run.address("a"), run.address("c"), run.address("d")), found(run, "vm_unmap_aliases"));
        TlbFlushed flush = run.notes(TlbFlushed.class).getFirst();
        assertTrue(new PageRange(flush.start(), flush.end()).contains(run.address("b")));
    }

    @Test
    void reuseBeforeRcu() {
        ShippedRun run = ShippedRun.of("13-reuse-before-rcu.vms")
                .isApart("b", "c", 24 << 10)
                .isApart("a", "d", 0)
                .waitsAfter("d = vmalloc 16K", 1)
                .waitsAfter("vm_unmap_aliases #2", 2)
                .isApart("d", "e", 0);
        long structOfD =
                run.after("d = vmalloc 16K").areaStartingAt(run.address("d")).address();
        long structOfA =
                run.after("a = vmalloc 16K").areaStartingAt(run.address("a")).address();
        assertFalse(structOfA == structOfD);
        assertEquals(structOfD, run.atEnd().areaStartingAt(run.address("e")).address());
    }

    @Test
    void pagesArray() {
        ShippedRun run = ShippedRun.of("14-pages-array.vms")
                .hasAreasAfter("a = vmalloc 2M", X86_64)
                .hasAreasAfter("b = vmalloc 2052K", X86_64, X86_64 + 0x202000, X86_64 + 0x405000)
                .isLazyAfter("vfree b", 514 + 3)
                .isApart("b", "d", 0)
                .isFreeAfter("b = vmalloc 2052K", 4096 - 512 - 513 - 2)
                .isLazyAfter("vfree a", 513);
        assertEquals(List.of(run.address("b"), X86_64 + 0x405000), found(run, "vm_unmap_aliases"));
        VmStruct b = run.after("b = vmalloc 2052K").vmlist().get(1);
        assertEquals(X86_64 + 0x405000, b.pages());
        assertEquals(VmStruct.VM_ALLOC | VmStruct.VM_VPAGES, b.flags());
    }

    @Test
    void outOfPages() {
        ShippedRun run = ShippedRun.of("15-out-of-pages.vms")
                .isFreeAfter("a = vmalloc 40K", 6)
                .isNull("b")
                .isFreeAfter("b = vmalloc 32K", 6)
                .isLazyAfter("b = vmalloc 32K", 9)
                .isAt("c", 0xf8814000L)
                .isNull("d")
                .isLazyAfter("vfree b", 9)
                .isFreeAfter("e = get_vm_area 1M", 2)
                .isApart("a", "f", 0);
        assertEquals(List.of(), run.notes(Printed.class));
    }

    @Test
    void ioremapAlignment() {
        ShippedRun.of("16-ioremap-alignment.vms")
                .isAt("a", 0xf87fe000L)
                .isAt("b", 0xf8802000L)
                .isAt("c", 0xf8808000L)
                .isAt("d", 0xf880c000L)
                .isAt("e", 0xf8820000L)
                .isAt("f", 0xf8880000L)
                .isAt("g", 0xf8805000L)
                .isAt("h", 0xf8811000L)
                .isAt("i", 0xf8832000L);
    }

    @Test
    void blocksPerCpu() {
        ShippedRun run = ShippedRun.of("17-blocks-per-cpu.vms")
                .isAt("a", X86_64)
                .isApart("a", "b", 4 << 12)
                .isApart("a", "c", 8 << 12)
                .isAt("d", X86_64 + (8L << 20))
                .isApart("a", "e", 16 << 12)
                .isAt("f", X86_64 + (4L << 20) + 4096)
                .isLazyAfter("vm_unmap_ram f", 65);
        VmallocView freed = run.after("vm_unmap_ram a");
        assertEquals(
                List.of(0L, 2L),
                freed.blocks().stream().map(VmallocView.NumberedBlock::index).toList());
        assertEquals(4, freed.freeBlocks(0).getFirst().dirty());
        assertEquals(0, freed.freeBlocks(1).getFirst().dirty());
    }

    @Test
    void blockFull() {
        ShippedRun run = ShippedRun.of("18-block-full.vms")
                .isAt("a", 0xf8800000L)
                .isAt("d", 0xf8880000L)
                .isLazyAfter("vm_unmap_ram a", 0)
                .isLazyAfter("vm_unmap_ram c", 64)
                .waitsAfter("vm_unmap_ram c", 1)
                .waitsAfter("vm_unmap_aliases", 2)
                .isAt("e", 0xf88a0000L);
        assertEquals(List.of(), run.after("c = vm_map_ram 16").freeBlocks(0));
        assertEquals(1, run.after("c = vm_map_ram 16").blocks().size());
        assertEquals(1, run.after("vm_unmap_ram c").blocks().size());
        assertEquals(2, run.notes("rcu", RcuRan.class).size());
    }

    @Test
    void unmapAliases() {
        ShippedRun run = ShippedRun.of("19-unmap-aliases.vms")
                .hasFlushedAfter("vm_unmap_aliases", 1)
                .hasFlushedAfter("vm_unmap_aliases #2", 2)
                .isLazyAfter("vm_unmap_ram d", 64)
                .hasFlushedAfter("vm_unmap_aliases #3", 3);
        PageRange ofA = new PageRange(run.address("a"), run.address("b"));
        PageRange ofC = new PageRange(run.address("c"), run.address("d"));
        VmallocView after = run.after("vm_unmap_aliases");
        assertEquals(0, ShippedRun.mappedPages(after, ofA));
        assertEquals(32, ShippedRun.mappedPages(after, ofC));
        assertEquals(0, ShippedRun.mappedPages(run.after("vm_unmap_aliases #3"), ofC));
        assertEquals(List.of(), after.freeBlocks(1));
    }

    @Test
    void outOfAddresses() {
        ShippedRun run = ShippedRun.of("20-out-of-addresses.vms")
                .isNull("e")
                .hasFlushedAfter("e = get_vm_area 15M", 0)
                .isApart("b", "f", 0)
                .hasFlushedAfter("f = get_vm_area 15M", 1)
                .isAt("g", 0xfb502000L)
                .hasFlushedAfter("g = get_vm_area 34M", 2)
                .isAt("h", 0xfd704000L);
        String text = "vmap allocation for size 15732736 failed: use vmalloc=<size> to increase size.";
        assertEquals(
                List.of(text),
                run.notes(Printed.class).stream().map(Printed::text).toList());
        assertEquals(
                text, run.notes("e = get_vm_area 15M", Printed.class).getFirst().text());
    }

    @Test
    void doubleFree() {
        ShippedRun run =
                ShippedRun.of("21-double-free.vms").isAt("a", 0xf87fe000L).isAt("b", 0xf8804000L);
        assertEquals(
                List.of(
                        new Warned("Trying to vfree() nonexistent vm area (f87fe000)"),
                        new Warned("Trying to vfree() bad address (f8804004)")),
                run.notes(Warned.class));
        assertEquals(
                List.of(new Died("use after free: area is already freed")), run.notes("vfree 0xf8804000", Died.class));
        assertEquals(5, run.atEnd().areaStartingAt(run.address("b")).flags());
    }

    @Test
    void unmapTwice() {
        ShippedRun run = ShippedRun.of("22-unmap-twice.vms").isLazyAfter("vm_unmap_ram c", 64);
        assertEquals(List.of(), run.after("vm_unmap_ram c").blocks());
        assertEquals(List.of(new Died("mm/vmalloc.c:862")), run.notes("vm_unmap_ram 0xf8800000 32", Died.class));
    }

    @Test
    void kmallocFails() {
        ShippedRun run = ShippedRun.of("23-kmalloc-fails.vms");
        Stream.of("a", "b", "c", "d", "e", "p").forEach(run::isNull);
        assertEquals(
                List.of("vm_struct", "vmap_area", "struct page *[]", "vmap_block", "vmap_area", "vmap_area"),
                run.notes(AllocationFailed.class).stream()
                        .map(AllocationFailed::type)
                        .toList());
        run.isLazyAfter("b = vmalloc 16K", 0)
                .isLazyAfter("c = vmalloc 16K", 5)
                .isLazyAfter("vm_unmap_aliases", 0)
                .isAt("f", 0xf8802000L);
        assertEquals(List.of(), run.notes(Printed.class));
    }

    @Test
    void perCpuAreas() {
        ShippedRun run = ShippedRun.of("24-per-cpu-areas.vms");
        assertEquals(List.of(0xffffe8fffffdf000L, 0xffffe8ffffff7000L), run.addresses("p"));
        assertEquals(List.of(0xffffe8fffffd7000L, 0xffffe8fffffef000L), run.addresses("q"));
        assertEquals(0xffffe8fffffef000L, run.after("b = vmalloc 4K").vmapAreaPcpuHole());
        assertEquals(List.of(0xffffe8fffffe7000L), run.addresses("r"));
        assertEquals(
                run.addresses("q").getLast(),
                run.atEnd().areaStartingAt(run.address("r")).vaEnd());
        assertEquals(0xffffe8fffffff000L, run.after("vm_unmap_aliases").vmapAreaPcpuHole());
        assertEquals(List.of(run.addresses("p").getLast()), run.addresses("s"));
        run.isLazyAfter("pcpu_free_vm_areas p", 16);
    }

    @Test
    void perCpuNoRoom() {
        ShippedRun run = ShippedRun.of("25-per-cpu-no-room.vms").isNull("p").isNull("r");
        assertEquals(List.of(new Warned("mm/vmalloc.c:2146")), run.notes(Warned.class));
        assertEquals(List.of(), run.notes(Printed.class));
        assertEquals(run.addresses("q"), run.addresses("s"));
        assertEquals(
                60L << 20, run.addresses("q").getLast() - run.addresses("q").getFirst());
        run.hasFlushedAfter("pcpu_free_vm_areas q", 0)
                .hasFlushedAfter("s = pcpu_get_vm_areas offsets=0,60M sizes=20M,30M align=4K", 1)
                .isAt("a", 0xf87fe000L);
        assertTrue(Long.compareUnsigned(run.address("c"), run.addresses("s").getFirst()) > 0);
    }

    @Test
    void startKernel() {
        ShippedRun run = ShippedRun.of("27-start-kernel.vms")
                .hasAreasAfter("start_kernel", X86_64)
                .isAt("a", X86_64 + 121 * 4096)
                .isAt("x", X86_64 + (4L << 20));
        VmallocView booted = run.after("start_kernel");
        assertEquals(120 * 4096, booted.areas().getFirst().range().bytes());
        assertEquals(X86_64, booted.vmlist().getFirst().addr());
        assertEquals(X86_64 + 40_000, booted.queue(0).address());
        VmallocView later = run.after("y = vm_map_ram 5");
        assertEquals(240 << 10, later.queue(2).address() - later.queue(0).address());
        assertEquals(1, later.freeBlocks(0).size());
        assertEquals(1, later.freeBlocks(2).size());
        assertEquals(
                List.of(new Remarked(Remark.STOCK_KERNELS_HAND_ON_THE_BLOCK)),
                run.notes("start_kernel", Remarked.class).stream()
                        .filter(remarked -> remarked.remark() != Remark.NOT_PLAYED)
                        .toList());
    }

    @Test
    void percpuEmbed() {
        ShippedRun run = ShippedRun.of("28-percpu-embed.vms").isAt("a", 0xf87fe000L);
        VmallocView booted = run.after("start_kernel");
        assertEquals(List.of(), booted.vmlist());
        assertEquals(List.of(), booted.areas());
        assertEquals(List.of(), booted.ground().mapped().all());
        assertEquals(64 << 10, booted.queue(1).address() - booted.queue(0).address());
        assertTrue(booted.queue(2).address() < 0xf87fe000L, "in the linear map");
        assertEquals(
                List.of(8192L, 8192L, 8192L),
                run.notes("start_kernel", BootmemFreed.class).stream()
                        .map(BootmemFreed::bytes)
                        .toList());
    }

    @Test
    void percpuSinglePages() {
        ShippedRun run = ShippedRun.of("29-percpu-4k.vms")
                .hasAreasAfter("start_kernel", X86_64, X86_64 + 0x2000)
                .isAt("a", X86_64 + 0x23000);
        VmallocView booted = run.after("start_kernel");
        assertEquals(
                List.of(X86_64 + 0x2000, X86_64),
                booted.vmlist().stream().map(VmStruct::addr).toList());
        PageRange chunk = booted.areas().getLast().range();
        assertEquals(32 * 4096, chunk.bytes());
        assertEquals(20, ShippedRun.mappedPages(booted, chunk));
        assertEquals(X86_64 + 0x2000 + 40_000, booted.queue(0).address());
    }

    @Test
    void percpuLargePages() {
        ShippedRun run = ShippedRun.of("30-percpu-lpage.vms")
                .hasAreasAfter("start_kernel", X86_64, X86_64 + (2L << 20))
                .isAt("a", X86_64 + 0x3000)
                .isAt("x", X86_64 + (8L << 20));
        VmallocView booted = run.after("start_kernel");
        assertEquals(2, booted.vmlist().size());
        assertEquals(
                1024, ShippedRun.mappedPages(booted, booted.areas().getLast().range()));
        assertEquals(
                List.of(2048L * 1024 - 30 * 4096, 2048L * 1024 - 30 * 4096),
                run.notes("start_kernel", BootmemFreed.class).stream()
                        .map(BootmemFreed::bytes)
                        .toList());
        assertEquals(
                List.of(Touch.FILLED, Touch.FILLED),
                run.notes(PageTouched.class).stream().map(PageTouched::outcome).toList());
    }

    @Test
    void percpuPage() {
        ShippedRun run = ShippedRun.of("31-percpu-page.vms")
                .hasAreasAfter("start_kernel", 0xf87fe000L)
                .isAt("x", 0xf8840000L);
        VmallocView booted = run.after("start_kernel");
        PageRange chunk = booted.areas().getFirst().range();
        assertEquals(32 * 4096, chunk.bytes());
        assertEquals(32, ShippedRun.mappedPages(booted, chunk));
        assertEquals(
                0xf87fe000L,
                run.notes("start_kernel", StaticCopied.class).getFirst().start());
        assertEquals(
                List.of(Touch.FILLED),
                run.notes(PageTouched.class).stream().map(PageTouched::outcome).toList());
    }

    @Test
    void percpuNoBootmem() {
        ShippedRun run = ShippedRun.of("32-percpu-no-bootmem.vms");
        assertEquals(
                List.of("PERCPU: failed to allocate 245760 bytes for embedding"),
                run.notes(Printed.class).stream().map(Printed::text).toList());
        assertEquals(List.of(new Died("Failed to initialized percpu areas.")), run.notes(Died.class));
        assertFalse(run.atEnd().vmapInitialized());
        assertEquals(3, run.atEnd().vmlist().size());
    }

    @Test
    void staleTlb() {
        ShippedRun run = ShippedRun.of("26-stale-tlb.vms");
        assertEquals(
                List.of(
                        Touch.FILLED,
                        Touch.HIT,
                        Touch.FILLED,
                        Touch.FILLED,
                        Touch.HIT,
                        Touch.FILLED,
                        Touch.FAULT,
                        Touch.FAULT,
                        Touch.FILLED),
                run.notes(PageTouched.class).stream().map(PageTouched::outcome).toList());
        run.hasFlushedAfter("vm_unmap_aliases", 1);
    }
}
