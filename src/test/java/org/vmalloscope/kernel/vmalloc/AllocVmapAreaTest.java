package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Outcome;

/// What the search for address space tells, and what becomes of it.
final class AllocVmapAreaTest {
    private static final long START = Machine.X86_64.vmallocStart();

    @Test
    void aPageInAnEmptySpaceIsToldFromBeginningToEnd() {
        assertEquals("""
                begin 1 cpu0
                enter vmalloc size=4096
                enter __vmalloc_node size=4096 align=1
                enter __get_vm_area_node size=4096 align=1 flags=2 start=S+0 end=END
                kmalloc vm_struct 64
                enter alloc_vmap_area size=8192 align=1 vstart=S+0 vend=END
                kmalloc vmap_area 104
                lock vmap_area_lock
                hole S+0..S+2 CHOSEN NULL
                enter __insert_vmap_area va=vmap_area#2
                enter rb_insert_color node=vmap_area#2
                paint black vmap_area#2 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                unlock vmap_area_lock
                leave alloc_vmap_area va=vmap_area#2
                enter insert_vmalloc_vm vm=vm_struct#1 va=vmap_area#2 flags=2
                lock vmlist_lock
                unlock vmlist_lock
                leave insert_vmalloc_vm
                leave __get_vm_area_node area=vm_struct#1
                enter __vmalloc_area_node area=vm_struct#1
                kmalloc struct page *[] 8
                pages -1
                map S+0..S+1
                flush_cache_vmap S+0..S+1
                leave __vmalloc_area_node addr=S+0
                leave __vmalloc_node addr=S+0
                leave vmalloc addr=S+0
                """, Play.on(Machine.X86_64, "a = vmalloc 4K").told());
    }

    @Test
    void everyHoleTriedSaysWhyItWasRejected() {
        Play play = Play.on(Machine.X86_64, "a = get_vm_area 4K", "b = get_vm_area 4K", "c = get_vm_area 8K");
        long a = play.view().areaStartingAt(START).address();
        long b = play.view().areaStartingAt(START + 0x3000).address();
        assertEquals(
                List.of(
                        new HoleTried(START, START + 0x3000, Verdict.COLLIDES_ABOVE, a),
                        new HoleTried(START + 0x3000, START + 0x6000, Verdict.COLLIDES_ABOVE, b),
                        new HoleTried(START + 0x6000, START + 0x9000, Verdict.CHOSEN, 0)),
                play.notes(HoleTried.class));
        assertEquals(List.of(), play.notes(AlignmentPadded.class));
    }

    @Test
    void aHoleBetweenAreasIsChosenBelowTheNextOne() {
        Play play = Play.on(
                Machine.X86_64,
                "a = get_vm_area 4K",
                "b = get_vm_area 12K",
                "c = get_vm_area 4K",
                "vunmap b",
                "vm_unmap_aliases",
                "d = get_vm_area 8K");
        assertEquals("""
                descend SEARCH_START vmap_area#6 S+0 S+10 LEFT
                descend SEARCH_START vmap_area#2 S+0 S+2 LEFT
                hole S+0..S+3 COLLIDES_ABOVE vmap_area#2
                hole S+3..S+6 CHOSEN vmap_area#6
                descend INSERT_PLACE vmap_area#6 S+3 S+10 LEFT
                descend INSERT_PLACE vmap_area#2 S+3 S+2 RIGHT
                """, play.told("descend", "hole"));
    }

    /// The descent keeps the first area in the way that it met, and that is not the lowest.
    @Test
    void theWalkBeginsAtTheTopmostAreaInTheWay() {
        Play play = Play.on(
                Machine.X86_64,
                "a = get_vm_area 4K",
                "b = get_vm_area 4K",
                "c = get_vm_area 4K",
                "d = get_vm_area 12K");
        assertEquals("""
                descend SEARCH_START vmap_area#4 S+0 S+5 LEFT
                descend SEARCH_START vmap_area#2 S+0 S+2 LEFT
                hole S+0..S+4 COLLIDES_ABOVE vmap_area#4
                hole S+6..S+10 COLLIDES_ABOVE vmap_area#6
                hole S+9..S+13 CHOSEN NULL
                """, play.told("descend", "hole").replaceAll("descend INSERT_PLACE.*\n", ""));
    }

    @Test
    void anAreaThatBeginsBelowTheAlignedStartCollidesAndTheRestIsPadding() {
        Play play = Play.on(Machine.I386, "a = get_vm_area 8K", "b = ioremap 64K");
        assertEquals("""
                descend SEARCH_START vmap_area#2 S+2 S+3 LEFT
                hole S+2..S+19 COLLIDES_BELOW vmap_area#2
                hole S+34..S+51 CHOSEN NULL
                padding S+4..S+34
                descend INSERT_PLACE vmap_area#2 S+34 S+3 RIGHT
                """, play.told("descend", "hole", "padding"));
        long start = Machine.I386.vmallocStart();
        assertEquals(List.of(new AlignmentPadded(start + 0x4000, start + 0x2_2000)), play.notes(AlignmentPadded.class));
    }

    @Test
    void fullSpaceIsPurgedOnceAndSearchedOnceMore() {
        Play play = Play.on(Machine.I386, "a = get_vm_area 111M", "b = get_vm_area 2M");
        assertEquals(new Outcome.Address(0), play.outcome());
        assertEquals("""
                begin 2 cpu0
                enter get_vm_area size=2097152 flags=2
                enter __get_vm_area_node size=2097152 align=1 flags=2 start=S+0 end=END
                kmalloc vm_struct 32
                enter alloc_vmap_area size=2101248 align=1 vstart=S+0 vend=END
                kmalloc vmap_area 52
                lock vmap_area_lock
                descend SEARCH_START vmap_area#2 S+0 E-255 LEFT
                hole S+0..S+513 COLLIDES_ABOVE vmap_area#2
                hole E-254..0xff901000 BEYOND_END NULL
                unlock vmap_area_lock
                enter purge_vmap_area_lazy
                enter __purge_vmap_area_lazy start=0xffffffff end=NULL sync=1 force_flush=0
                lock purge_lock
                lock rcu
                unlock rcu
                unlock purge_lock
                leave __purge_vmap_area_lazy
                leave purge_vmap_area_lazy
                lock vmap_area_lock
                descend SEARCH_START vmap_area#2 S+0 E-255 LEFT
                hole S+0..S+513 COLLIDES_ABOVE vmap_area#2
                hole E-254..0xff901000 BEYOND_END NULL
                unlock vmap_area_lock
                printk vmap allocation for size 2101248 failed: use vmalloc=<size> to increase size.
                kfree vmap_area#4
                leave alloc_vmap_area error=-16
                kfree vm_struct#3
                leave __get_vm_area_node area=NULL
                leave get_vm_area area=NULL
                """, play.told());
    }

    @Test
    void aPurgeThatFreesEnoughLetsTheSecondSearchSucceed() {
        Play play =
                Play.on(Machine.I386, "a = get_vm_area 30M", "b = get_vm_area 81M", "vunmap a", "c = get_vm_area 2M");
        assertEquals(new Outcome.Address(Machine.I386.vmallocStart()), play.outcome());
        assertEquals("""
                hole S+0..S+513 COLLIDES_ABOVE vmap_area#2
                hole S+7682..S+8195 COLLIDES_ABOVE vmap_area#4
                hole E-252..0xff903000 BEYOND_END NULL
                lazy vmap_area#2 S+0..S+7681
                unmap S+0..S+7681
                hole S+0..S+513 CHOSEN NULL
                """, play.told("hole", "lazy", "unmap"));
    }

    @Test
    void anEndThatWrapsAroundTheWordIsRejected() {
        Play play = Play.on(Machine.I386, "a = get_vm_area 128M");
        assertEquals(new Outcome.Address(0), play.outcome());
        HoleTried wraps = new HoleTried(0xf87f_e000L, 0x007f_f000L, Verdict.WRAPS, 0);
        assertEquals(List.of(wraps, wraps), play.notes(HoleTried.class));
    }

    @Test
    void withoutAVmapAreaNoSearchBegins() {
        Play play = Play.on(Machine.X86_64, "kmalloc_fail 2", "a = vmalloc 4K");
        assertEquals("""
                begin 2 cpu0
                enter vmalloc size=4096
                enter __vmalloc_node size=4096 align=1
                enter __get_vm_area_node size=4096 align=1 flags=2 start=S+0 end=END
                kmalloc vm_struct 64
                enter alloc_vmap_area size=8192 align=1 vstart=S+0 vend=END
                kmalloc vmap_area fails
                leave alloc_vmap_area error=-12
                kfree vm_struct#1
                leave __get_vm_area_node area=NULL
                leave __vmalloc_node addr=NULL
                leave vmalloc addr=NULL
                """, play.told());
    }

    @Test
    void theThirdAreaInARowRotatesTheTree() {
        assertEquals(
                """
                descend SEARCH_START vmap_area#2 S+0 S+2 LEFT
                descend INSERT_PLACE vmap_area#2 S+6 S+2 RIGHT
                descend INSERT_PLACE vmap_area#4 S+6 S+5 RIGHT
                paint black vmap_area#4 INSERT_OUTER_CHILD
                paint red vmap_area#2 INSERT_OUTER_CHILD
                rotate left vmap_area#2 INSERT_OUTER_CHILD
                paint black vmap_area#4 INSERT_ROOT
                """,
                Play.on(Machine.X86_64, "a = get_vm_area 4K", "b = get_vm_area 4K", "c = get_vm_area 4K")
                        .told("descend", "paint", "rotate"));
    }

    @Test
    void anAreaBetweenTwoOthersIsAnInnerChild() {
        Play play = Play.on(
                Machine.X86_64,
                "a = get_vm_area 4K",
                "b = get_vm_area 12K",
                "c = get_vm_area 4K",
                "vunmap b",
                "vm_unmap_aliases",
                "d = get_vm_area 4K");
        assertEquals("""
                rotate left vmap_area#2 INSERT_INNER_CHILD
                paint black vmap_area#8 INSERT_OUTER_CHILD
                paint red vmap_area#6 INSERT_OUTER_CHILD
                rotate right vmap_area#6 INSERT_OUTER_CHILD
                paint black vmap_area#8 INSERT_ROOT
                """, play.told("paint", "rotate"));
    }
}
