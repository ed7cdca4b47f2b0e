package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.AllocationFailed;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.PagesReturned;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Turn;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// What the comments of the scenarios from number 40 on claim: they reach the lines of listings that no other reaches.
class LineClaimsTest {
    private static final long START = 0xf87fe000L;
    private static final long END = 0xff7fe000L;
    private static final long KIB = 1 << 10;

    private static List<String> calls(ShippedRun run, String words) {
        return run.notes(words, FunctionEntered.class).stream()
                .map(FunctionEntered::function)
                .toList();
    }

    @Test
    void flavours() {
        ShippedRun run = ShippedRun.of("33-flavours.vms");
        assertEquals(List.of("vm_unmap_aliases"), calls(run, "vm_unmap_aliases"));
        for (String words :
                List.of("a = vmalloc 8K", "b = vmalloc_32 8K", "c = vmalloc_exec 8K", "d = vmalloc_user 8K")) {
            assertEquals(
                    List.of(words.substring(4, words.lastIndexOf(" ")), "__vmalloc_node"),
                    calls(run, words).subList(0, 2));
        }
        assertEquals(List.of(2L, 10L), List.of(flags(run, "a"), flags(run, "d")));
        run.isNull("e").isNull("f");
        assertEquals(List.of("vmap"), calls(run, "e = vmap 8193"));
        assertEquals(1, run.notes("f = vmap 7168", Printed.class).size());
        assertEquals(
                2,
                run.notes("f = vmap 7168", HoleTried.class).stream()
                        .filter(tried -> tried.verdict() == Verdict.BEYOND_END)
                        .count());
        assertEquals(List.of(), run.notes("vunmap b", PagesReturned.class));
        run.isFreeAfter("vunmap b", 8192 - 4);
    }

    /// The flags of the vm_struct of a name, while it has not been freed.
    private static long flags(ShippedRun run, String name) {
        VmallocView view = run.after("e = vmap 8193");
        return view.vmlist().stream()
                .filter(vm -> vm.addr() == run.address(name))
                .findFirst()
                .orElseThrow()
                .flags();
    }

    private static List<Turn> descent(ShippedRun run, String words) {
        return run.notes(words, TreeDescent.class).stream()
                .filter(step -> step.purpose() == Purpose.SEARCH_START)
                .map(TreeDescent::turn)
                .toList();
    }

    @Test
    void searchForgets() {
        ShippedRun run = ShippedRun.of("34-search-forgets.vms")
                .isAt("a", START + 8 * KIB)
                .isApart("a", "b", 16 * KIB)
                .isApart("b", "c", 16 * KIB);
        assertEquals(List.of(Turn.RIGHT), descent(run, "a = ioremap 8K"));
        assertEquals(List.of(Turn.LEFT, Turn.RIGHT), descent(run, "c = ioremap 8K"));
        List<HoleTried> walk = run.notes("c = ioremap 8K", HoleTried.class);
        assertEquals(run.address("a"), walk.getFirst().start());
        assertEquals(Verdict.COLLIDES_ABOVE, walk.getFirst().verdict());
        assertFalse(descent(run, "d = vmalloc 4K").contains(Turn.RIGHT));
        run.isNull("f").isApart("e", "g", 0);
        assertEquals(
                2,
                run.notes("f = get_vm_area 100M", HoleTried.class).stream()
                        .filter(tried -> tried.verdict() == Verdict.WRAPS)
                        .count());
        run.hasFlushedAfter("f = get_vm_area 100M", 0).hasFlushedAfter("g = get_vm_area 100M", 1);
    }

    @Test
    void earlyOverlap() {
        ShippedRun run = ShippedRun.of("35-early-overlap.vms");
        assertEquals(
                List.of(new Died("mm/vmalloc.c: __insert_vmap_area of an overlapping area")),
                run.notes("boot", Died.class));
        VmallocView view = run.after("early size=4K align=4K #2");
        assertEquals(
                0xf8880000L + (200 << 20) - (1L << 32), view.vmlist().getFirst().addr());
        assertEquals(
                List.of(view.vmlist().getFirst().addr()),
                run.atEnd().areas().stream().map(VmapArea::vaStart).toList());
    }

    @Test
    void perCpuDescent() {
        ShippedRun run = ShippedRun.of("36-per-cpu-descent.vms").isNull("none");
        assertEquals(
                List.of("struct vm_struct *[]"),
                run.notes(AllocationFailed.class).stream()
                        .map(AllocationFailed::type)
                        .toList());
        assertEquals(List.of(END - 128 * KIB, END - 32 * KIB), run.addresses("p"));
        assertEquals(List.of(END - 160 * KIB, END - 96 * KIB), run.addresses("q"));
        assertEquals(List.of(END - 160 * KIB, END - 80 * KIB), run.addresses("r"));
        List<Verdict> met =
                run.notes("r = pcpu_get_vm_areas offsets=0,80K sizes=32K,32K align=4K", HoleTried.class).stream()
                        .map(HoleTried::verdict)
                        .toList();
        assertEquals(List.of(Verdict.CHOSEN, Verdict.COLLIDES_ABOVE, Verdict.CHOSEN, Verdict.CHOSEN), met);
        assertEquals(List.of(0xff7a0000L), run.addresses("s"));
        assertTrue(run.address("s") + 128 * KIB <= run.address("r"));
    }
}
