package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Outcome;

/// Groups of areas for per-CPU chunks, placed from the top.
final class PcpuVmAreasTest {
    private static final String GROUP = "p = pcpu_get_vm_areas offsets=0,64K sizes=8K,4K align=4K";

    @Test
    void inAnEmptySpaceTheLastAreaEndsAtTheTop() {
        Play play = Play.on(Machine.X86_64, GROUP);
        assertEquals("""
                begin 1 cpu0
                enter pcpu_get_vm_areas nr_vms=2 offsets[0]=0 sizes[0]=8192 align=4096
                kmalloc struct vm_struct *[] 16
                kmalloc struct vmap_area *[] 16
                kmalloc vmap_area 104
                kmalloc vm_struct 64
                kmalloc vmap_area 104
                kmalloc vm_struct 64
                lock vmap_area_lock
                enter pvm_find_next_prev end=END
                leave pvm_find_next_prev found=0
                enter __insert_vmap_area va=vmap_area#3
                enter rb_insert_color node=vmap_area#3
                paint black vmap_area#3 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                enter __insert_vmap_area va=vmap_area#5
                descend INSERT_PLACE vmap_area#3 E-1 E-15 RIGHT
                enter rb_insert_color node=vmap_area#5
                paint black vmap_area#3 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                unlock vmap_area_lock
                enter insert_vmalloc_vm vm=vm_struct#4 va=vmap_area#3 flags=2
                lock vmlist_lock
                unlock vmlist_lock
                leave insert_vmalloc_vm
                enter insert_vmalloc_vm vm=vm_struct#6 va=vmap_area#5 flags=2
                lock vmlist_lock
                unlock vmlist_lock
                leave insert_vmalloc_vm
                kfree struct vmap_area *[]#2
                leave pcpu_get_vm_areas vms=struct vm_struct *[]#1
                """, play.told());
        assertEquals(
                Machine.X86_64.vmallocEnd() - 4095 - 4096,
                play.view().vmapAreaPcpuHole(),
                "where the last area begins");
    }

    @Test
    void aSecondGroupIsSearchedFromTheHoleDownwards() {
        Play play = Play.on(Machine.X86_64, GROUP, GROUP);
        assertEquals("""
                descend AROUND_HOLE vmap_area#3 E-1 E-15 RIGHT
                descend AROUND_HOLE vmap_area#5 E-1 E-0 LEFT
                hole E-2..E-1 CHOSEN vmap_area#5
                descend AROUND_HOLE vmap_area#3 E-16 E-15 LEFT
                hole E-18..E-16 COLLIDES_ABOVE vmap_area#3
                hole E-19..E-17 CHOSEN vmap_area#3
                descend AROUND_HOLE vmap_area#3 E-2 E-15 RIGHT
                descend AROUND_HOLE vmap_area#5 E-2 E-0 LEFT
                hole E-3..E-2 CHOSEN vmap_area#5
                descend INSERT_PLACE vmap_area#3 E-19 E-15 LEFT
                descend INSERT_PLACE vmap_area#3 E-3 E-15 RIGHT
                descend INSERT_PLACE vmap_area#5 E-3 E-0 LEFT
                """, play.told("descend", "hole"));
    }

    @Test
    void aBaseBelowTheStartPurgesOnceAndThenGivesUp() {
        Play play = Play.on(
                Machine.I386, "a = get_vm_area 111M", "q = pcpu_get_vm_areas offsets=0,1M sizes=8K,4K align=4K");
        assertEquals(new Outcome.Address(0), play.outcome());
        assertEquals("""
                begin 2 cpu0
                enter pcpu_get_vm_areas nr_vms=2 offsets[0]=0 sizes[0]=8192 align=4096
                kmalloc struct vm_struct *[] 8
                kmalloc struct vmap_area *[] 8
                kmalloc vmap_area 52
                kmalloc vm_struct 32
                kmalloc vmap_area 52
                kmalloc vm_struct 32
                lock vmap_area_lock
                enter pvm_find_next_prev end=END
                descend AROUND_HOLE vmap_area#2 END E-255 RIGHT
                leave pvm_find_next_prev found=1
                enter pvm_determine_end next=NULL prev=vmap_area#2 align=4096
                leave pvm_determine_end addr=END
                hole E-1..END CHOSEN NULL
                enter pvm_find_next_prev end=E-255
                descend AROUND_HOLE vmap_area#2 E-255 E-255 FOUND
                leave pvm_find_next_prev found=1
                hole E-257..E-255 COLLIDES_BELOW vmap_area#2
                enter pvm_determine_end next=vmap_area#2 prev=NULL align=4096
                leave pvm_determine_end addr=S+0
                hole 0xf87fc000..S+0 BELOW_START NULL
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
                enter pvm_find_next_prev end=END
                descend AROUND_HOLE vmap_area#2 END E-255 RIGHT
                leave pvm_find_next_prev found=1
                enter pvm_determine_end next=NULL prev=vmap_area#2 align=4096
                leave pvm_determine_end addr=END
                hole E-1..END CHOSEN NULL
                enter pvm_find_next_prev end=E-255
                descend AROUND_HOLE vmap_area#2 E-255 E-255 FOUND
                leave pvm_find_next_prev found=1
                hole E-257..E-255 COLLIDES_BELOW vmap_area#2
                enter pvm_determine_end next=vmap_area#2 prev=NULL align=4096
                leave pvm_determine_end addr=S+0
                hole 0xf87fc000..S+0 BELOW_START NULL
                unlock vmap_area_lock
                kfree vmap_area#5
                kfree vm_struct#6
                kfree vmap_area#7
                kfree vm_struct#8
                kfree struct vmap_area *[]#4
                kfree struct vm_struct *[]#3
                leave pcpu_get_vm_areas vms=NULL
                """, play.told());
    }

    @Test
    void bothArraysAreTriedBeforeEitherIsMissed() {
        Play play = Play.on(Machine.X86_64, "kmalloc_fail 1", GROUP);
        assertEquals("""
                begin 2 cpu0
                enter pcpu_get_vm_areas nr_vms=2 offsets[0]=0 sizes[0]=8192 align=4096
                kmalloc struct vm_struct *[] fails
                kmalloc struct vmap_area *[] 16
                kfree struct vmap_area *[]#1
                leave pcpu_get_vm_areas vms=NULL
                """, play.told());
    }

    @Test
    void aMissingVmStructFreesWhatTheGroupHasSoFar() {
        Play play = Play.on(Machine.X86_64, "kmalloc_fail 6", GROUP);
        assertEquals("""
                kmalloc struct vm_struct *[] 16
                kmalloc struct vmap_area *[] 16
                kmalloc vmap_area 104
                kmalloc vm_struct 64
                kmalloc vmap_area 104
                kmalloc vm_struct fails
                kfree vmap_area#3
                kfree vm_struct#4
                kfree vmap_area#5
                kfree struct vmap_area *[]#2
                kfree struct vm_struct *[]#1
                """, play.told("kmalloc", "kfree"));
    }

    @Test
    void freeingAGroupFreesEachAreaLazilyAndThenTheArray() {
        Play play = Play.on(Machine.X86_64, GROUP, "pcpu_free_vm_areas p");
        assertEquals("""
                flush_cache_vunmap E-17..E-15
                kfree vm_struct#4
                flush_cache_vunmap E-1..E-0
                kfree vm_struct#6
                kfree struct vm_struct *[]#1
                """, play.told("flush_cache_vunmap", "kfree"));
        assertEquals(3, play.view().vmapLazyNr());
    }

    @Test
    void aGroupLargerThanTheSpaceIsWarnedOf() {
        Play play = Play.on(Machine.I386, "p = pcpu_get_vm_areas offsets=0,112M sizes=4K,4K align=4K");
        assertEquals(new Outcome.Address(0), play.outcome());
        assertEquals("""
                begin 1 cpu0
                enter pcpu_get_vm_areas nr_vms=2 offsets[0]=0 sizes[0]=4096 align=4096
                warn mm/vmalloc.c:2146
                leave pcpu_get_vm_areas vms=NULL
                """, play.told());
    }
}
