package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Listing;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.SimulatedMemory;

/// The tree and the list of areas, called directly.
final class VmapAreasTest {
    private static final KernelConfig CONFIG = new KernelConfig(Machine.X86_64, 1, 100);
    private static final long START = Machine.X86_64.vmallocStart();

    private final VmallocData data = VmallocData.layout(CONFIG);
    private final SimulatedMemory memory = Vmalloc2632.powerOn(CONFIG);
    private final Kernel kernel = new Kernel(CONFIG, data.symbols(), VmallocData.SLAB_TYPES, memory, this::take);
    private final VmapAreas areas = new VmapAreas(kernel, data);
    private final StringBuilder told = new StringBuilder();

    private void take(Note note) {
        told.append(new NoteText(view()).line(note)).append('\n');
    }

    private VmallocView view() {
        return Vmalloc2632.view(CONFIG, memory);
    }

    private VmapArea allocate(long pages) {
        return areas.allocVmapArea(
                pages * Machine.PAGE_SIZE,
                Machine.PAGE_SIZE,
                START,
                Machine.X86_64.vmallocEnd(),
                () -> told.append("purge\n"));
    }

    private List<PageRange> ranges() {
        return view().areas().stream().map(VmapArea::range).toList();
    }

    @Test
    void freeVmapAreaTakesAnAreaOutAtOnce() {
        VmapArea a = allocate(1);
        VmapArea b = allocate(2);
        told.setLength(0);
        areas.freeVmapArea(a);
        assertEquals("""
                enter free_vmap_area va=vmap_area#1
                lock vmap_area_lock
                enter __free_vmap_area va=vmap_area#1
                enter rb_erase node=vmap_area#1
                enter __rb_erase_color node=vmap_area#2 parent=NULL
                paint black vmap_area#2 ERASE_DONE
                leave __rb_erase_color
                leave rb_erase
                call_rcu vmap_area#1 S+0
                leave __free_vmap_area
                unlock vmap_area_lock
                leave free_vmap_area
                """, told.toString());
        assertEquals(List.of(new PageRange(START + 0x2000, START + 0x4000)), ranges());
        assertEquals(
                List.of(0L, 1L, b.rbNode()),
                List.of(
                        (long) view().vmapLazyNr(),
                        kernel.control().rcuPending(),
                        view().tree().root()));
        assertTrue(view().tree().isClear(a.rbNode()));
        assertTrue(kernel.slab().find(a.address()).orElseThrow().live(), "until a grace period has passed");
        assertEquals(a.vaEnd(), view().vmapAreaPcpuHole(), "the hole for per-CPU areas moves up");
    }

    /// No scenario can call it, so its listing is held against it here.
    @Test
    void freeVmapAreaReachesTheLinesOfItsListing() {
        VmapArea a = allocate(1);
        List<String> reached = new ArrayList<>();
        Deque<String> calls = new ArrayDeque<>();
        NoteSink listener = new NoteSink() {
            @Override
            public void note(Note note) {
                if (note instanceof FunctionEntered call) {
                    calls.addLast(call.function());
                } else if (note instanceof FunctionLeft) {
                    calls.removeLast();
                }
            }

            @Override
            public void line(String label, Argument... values) {
                if (calls.getLast().equals("free_vmap_area")) {
                    reached.add(label);
                }
            }

            @Override
            public boolean hearsLines() {
                return true;
            }
        };
        Kernel heard = new Kernel(CONFIG, data.symbols(), VmallocData.SLAB_TYPES, memory, listener);
        new VmapAreas(heard, data).freeVmapArea(a);
        assertEquals(
                Listing.of("free_vmap_area").orElseThrow().lines().stream()
                        .map(Listing.Line::label)
                        .filter(label -> !label.isEmpty())
                        .toList(),
                reached);
    }

    @Test
    void theHoleForPerCpuAreasOnlyMovesUp() {
        VmapArea a = allocate(1);
        VmapArea b = allocate(1);
        areas.freeVmapArea(b);
        assertEquals(START + 0x3000, view().vmapAreaPcpuHole());
        areas.freeVmapArea(a);
        assertEquals(START + 0x3000, view().vmapAreaPcpuHole());
    }

    @Test
    void theRangeOfAFreedAreaIsHandedOutAgainAtOnce() {
        VmapArea a = allocate(1);
        allocate(1);
        areas.freeVmapArea(a);
        assertEquals(new PageRange(START, START + 0x1000), allocate(1).range());
    }

    @Test
    void freeingAnAreaTwiceIsAKernelBug() {
        VmapArea a = allocate(1);
        areas.freeVmapArea(a);
        KernelBug bug = assertThrows(KernelBug.class, () -> areas.freeVmapArea(a));
        assertEquals("mm/vmalloc.c:459", bug.text());
    }

    @Test
    void onlyTheExactStartIsFound() {
        VmapArea a = allocate(2);
        assertEquals(
                List.of(a.address(), 0L, 0L),
                List.of(
                        areas.findVmapArea(START).address(),
                        areas.findVmapArea(START + 0x1000).address(),
                        areas.findVmapArea(START - 0x1000).address()));
    }

    @Test
    void sizesThatAreNoPagesAreKernelBugs() {
        assertEquals(
                "mm/vmalloc.c:336",
                assertThrows(KernelBug.class, () -> allocate(0)).text());
        KernelBug bug = assertThrows(
                KernelBug.class, () -> areas.allocVmapArea(100, 1, START, Machine.X86_64.vmallocEnd(), () -> {}));
        assertEquals("mm/vmalloc.c:337", bug.text());
    }

    /// As in the kernel, whose check no area with pages in it can fail.
    @Test
    void onlyAnEmptyAreaOnAnEmptyAreaIsFoundToOverlap() {
        insert(START, START + 0x4000);
        insert(START + 0x1000, START + 0x2000);
        insert(START + 0x8000, START + 0x8000);
        KernelBug bug = assertThrows(KernelBug.class, () -> insert(START + 0x8000, START + 0x8000));
        assertEquals("mm/vmalloc.c: __insert_vmap_area of an overlapping area", bug.text());
    }

    private void insert(long start, long end) {
        VmapArea va = areas.area(kernel.slab().kmalloc(VmapArea.TYPE));
        areas.setRange(va, start, end);
        areas.insertVmapArea(va);
    }

    @Test
    void theSearchStaysInsideTheGivenRange() {
        VmapArea a = areas.allocVmapArea(0x1000, 1, START + 0x5000, START + 0x6000, () -> told.append("purge\n"));
        assertEquals(new PageRange(START + 0x5000, START + 0x6000), a.range());
        VmapArea b = areas.allocVmapArea(0x1000, 1, START + 0x5000, START + 0x6000, () -> told.append("purge\n"));
        assertTrue(b.isNull());
        assertEquals(1, told.toString().lines().filter("purge"::equals).count(), "purged once");
    }

    @Test
    void treeAndListHoldTheSameAreasInTheSameOrder() {
        for (int turn = 0; turn < 50; turn++) {
            allocate(1 + turn % 3);
            if (turn % 4 == 3) {
                areas.freeVmapArea(view().areas().get(turn * 7 % view().areas().size()));
            }
            List<Long> inOrder = new ArrayList<>();
            for (long node = view().tree().first();
                    node != 0;
                    node = view().tree().next(node)) {
                inOrder.add(view().areaOfNode(node).vaStart());
            }
            assertEquals(inOrder, view().areas().stream().map(VmapArea::vaStart).toList());
            assertEquals(inOrder.stream().sorted(Long::compareUnsigned).toList(), inOrder);
        }
    }
}
