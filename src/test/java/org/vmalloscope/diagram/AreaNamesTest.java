package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmapArea;

class AreaNamesTest {
    private static final String I386 = "machine i386 cpus=2 ram=64M";

    private static List<String> areas(AreaNames names) {
        return names.view().areas().stream().map(names::area).toList();
    }

    @Test
    void anAreaIsCalledAsItsStatementSays() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 8K", "b = ioremap 4K", "c = vm_map_ram 40");
        assertEquals(List.of("a", "b", "c"), areas(run.after(4)));
    }

    @Test
    void aNameOutlivesTheFreeing() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 8K", "vfree a", "a = vmalloc 4K");
        assertEquals(List.of("a"), areas(run.after(3)));
        assertEquals(List.of("a", "a"), areas(run.after(4)));
    }

    @Test
    void oneEarlyAreaHasNoNumberAndSeveralAscend() {
        assertEquals(
                List.of("early"),
                areas(PlayedRun.of(I386, "early size=8K align=4K", "boot").after(2)));
        PlayedRun run = PlayedRun.of(
                I386, "early size=8K align=4K", "early size=8K align=4K", "early size=8K align=64K", "boot");
        assertEquals(List.of("early 1", "early 2", "early 3"), areas(run.after(4)));
        AreaNames before = run.after(3);
        assertEquals(
                List.of("vm of early 3", "vm of early 2", "vm of early 1"),
                before.view().vmlist().stream().map(before::vm).toList());
    }

    @Test
    void theFirstChunkIsNoEarlyAreaOfTheScenario() {
        PlayedRun run = PlayedRun.of(I386, "early size=8K align=4K", "start_kernel");
        assertEquals(List.of("early", "first_vm"), areas(run.after(2)));
        AreaNames names = run.names();
        assertEquals(
                List.of("first_vm", "vm of early"),
                names.view().vmlist().stream().map(names::vm).toList());
        PlayedRun several = PlayedRun.of(
                I386,
                "kernel 2.6.31",
                "percpu lpage",
                "early size=8K align=4K",
                "early size=8K align=4K",
                "start_kernel");
        assertEquals(List.of("early 1", "early 2", "percpu"), areas(several.after(3)));
        AreaNames before = several.after(2);
        assertEquals(
                List.of("vm of early 2", "vm of early 1"),
                before.view().vmlist().stream().map(before::vm).toList());
    }

    @Test
    void queuesAreCalledByTheirCpuWhereverTheyAre() {
        PlayedRun run = PlayedRun.of(I386, "start_kernel");
        long image = run.names().view().queue(1).address();
        assertEquals("vmap_block_queue of CPU 1", run.names().pointer(image));
        AreaNames booted = run.after(1);
        long queue = booted.view().queue(1).address();
        assertEquals("vmap_block_queue of CPU 1", booted.pointer(queue));
        assertEquals(Optional.empty(), booted.object(image), "nothing is there any more");
        assertEquals("pcpu_slot[3]", booted.pointer(booted.percpu().slot(3)));
    }

    @Test
    void nestedArraysHaveBrackets() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 5M", "vfree a", "vm_unmap_aliases");
        assertEquals(List.of("a", "a[]"), areas(run.after(3)));
        AreaNames names = run.after(2);
        VmStruct outer = names.view().vmlist().getFirst();
        assertEquals("a[]", names.pointer(outer.pages()));
        assertEquals("vm of a[]", names.vm(names.view().vmlist().getLast()));
    }

    /// Once the struct of the outer area serves another one, nothing in memory tells that there was an outer area.
    @Test
    void aNestedArrayKeepsItsBracketsWhenTheOuterAreaIsForgotten() {
        PlayedRun run = PlayedRun.of(
                I386, "boot", "a = vmalloc 5M", "vunmap a", "vm_unmap_aliases", "rcu", "b = vmalloc 4K", "c = vmap 1");
        assertEquals(List.of("b", "c", "a[]"), areas(run.after(7)));
    }

    @Test
    void blocksAreNumberedFromTheirFirstEventOn() {
        PlayedRun run = PlayedRun.of(I386, "boot", "x = vm_map_ram 32", "y = vm_map_ram 32", "vm_unmap_ram x");
        String block = "A vmap_block is allocated for vb 1: 44 bytes at 0xc2000000.";
        assertEquals(List.of(block), run.sentences(2, block::equals));
        AreaNames names = run.after(3);
        assertEquals(List.of("vb 1"), areas(names));
        assertEquals("vb 1", names.block(names.view().blocks().getFirst().block()));
    }

    @Test
    void theAreaOfADyingBlockKeepsTheNumber() {
        PlayedRun run = PlayedRun.of(
                I386, "boot", "x = vm_map_ram 32", "y = vm_map_ram 32", "vm_unmap_ram x", "vm_unmap_ram y");
        AreaNames names = run.after(5);
        assertTrue(names.view().blocks().isEmpty());
        assertEquals(List.of("vb 1"), areas(names));
    }

    @Test
    void membersOfAGroupAreNumberedInArgumentOrder() {
        PlayedRun run = PlayedRun.of(I386, "boot", "p = pcpu_get_vm_areas offsets=64K,0 sizes=8K,8K align=4K");
        AreaNames names = run.after(2);
        assertEquals(List.of("p#1", "p#0"), areas(names));
        assertEquals("vm of p#1", names.vm(names.view().vmlist().getFirst()));
    }

    @Test
    void aPurgeInTheMiddleChangesNoName() {
        PlayedRun run = PlayedRun.of(
                I386,
                "boot",
                "p = pcpu_get_vm_areas offsets=0,64K sizes=8K,8K align=4K",
                "pcpu_free_vm_areas p",
                "vm_unmap_aliases");
        assertEquals(
                List.of("__free_vmap_area(va = p#0) is called.", "__free_vmap_area(va = p#1) is called."),
                run.sentences(4, sentence -> sentence.startsWith("__free_vmap_area(")));
    }

    @Test
    void aPointerIsCalledByWhatItPointsInto() {
        PlayedRun run = PlayedRun.of(I386, "boot", "a = vmalloc 8K", "x = vm_map_ram 1");
        AreaNames names = run.after(3);
        VmapArea a = names.view().areas().getFirst();
        assertEquals("a", names.pointer(a.rbNode()));
        assertEquals("vm of a", names.pointer(a.privateVm()));
        assertEquals("pages of a", names.pointer(new VmStruct(names.view().memory(), a.privateVm()).pages()));
        assertEquals("vmap_area_root", names.pointer(names.view().data().vmapAreaRoot()));
        assertEquals(
                "vmap_block_queue of CPU 1", names.pointer(names.view().queue(1).free()));
        assertEquals("vb 2", names.pointer(names.view().freeBlocks(0).getFirst().freeList()));
        assertEquals("a", names.pointer(a.vaStart() + 4096));
        assertEquals("NULL", names.pointer(0));
        assertEquals("LIST_POISON2", names.pointer(0x00200200));
        assertEquals("0x1234", names.pointer(0x1234));
        assertEquals("NULL", names.area(new VmapArea(names.view().memory(), 0)));
        assertEquals(Optional.of("a"), names.owner(a.privateVm()));
        assertEquals(Optional.empty(), names.owner(0x1234));
    }

    @Test
    void whatNobodyWasToldOfIsCalledByItsStatement() {
        PlayedRun run = PlayedRun.of(I386, "early size=8K align=4K", "boot", "a = vmalloc 8K");
        AreaNames told = run.after(3);
        Births deaf = new Births(Machine.I386, statement -> statement == 2 ? Optional.of("a") : Optional.empty());
        assertEquals(List.of("7fe000", "a"), areas(new AreaNames(deaf, told.view())));
    }
}
