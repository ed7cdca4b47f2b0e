package org.vmalloscope.kernel.vmalloc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Outcome;

/// vmalloc and vfree above the areas: pages, the array of page pointers, messages.
final class VmallocTest {
    /// 513 page pointers of 8 bytes do not fit into a page.
    @Test
    void aLargePagesArrayComesFromANestedVmalloc() {
        Play play = Play.on(Machine.X86_64, "a = vmalloc 2052K");
        assertEquals("""
                enter vmalloc size=2101248
                enter __vmalloc_node size=2101248 align=1
                enter __get_vm_area_node size=2101248 align=1 flags=2 start=S+0 end=END
                kmalloc vm_struct 64
                enter alloc_vmap_area size=2105344 align=1 vstart=S+0 vend=END
                kmalloc vmap_area 104
                enter __insert_vmap_area va=vmap_area#2
                enter rb_insert_color node=vmap_area#2
                enter insert_vmalloc_vm vm=vm_struct#1 va=vmap_area#2 flags=2
                enter __vmalloc_area_node area=vm_struct#1
                enter __vmalloc_node size=4104 align=1
                enter __get_vm_area_node size=8192 align=1 flags=2 start=S+0 end=END
                kmalloc vm_struct 64
                enter alloc_vmap_area size=12288 align=1 vstart=S+0 vend=END
                kmalloc vmap_area 104
                enter __insert_vmap_area va=vmap_area#4
                enter rb_insert_color node=vmap_area#4
                enter insert_vmalloc_vm vm=vm_struct#3 va=vmap_area#4 flags=2
                enter __vmalloc_area_node area=vm_struct#3
                kmalloc struct page *[] 16
                pages -2
                map S+515..S+517
                pages -513
                map S+0..S+513
                """, play.told("enter", "kmalloc", "pages", "map"));
        assertEquals(
                VmStruct.VM_ALLOC | VmStruct.VM_VPAGES,
                play.view().vmlist().getFirst().flags());
    }

    @Test
    void anArrayThatFillsAPageComesFromTheSlab() {
        assertEquals("""
                kmalloc vm_struct 64
                kmalloc vmap_area 104
                kmalloc struct page *[] 4096
                """, Play.on(Machine.X86_64, "a = vmalloc 2M").told("kmalloc"));
        assertEquals("""
                kmalloc vm_struct 32
                kmalloc vmap_area 52
                kmalloc struct page *[] 4096
                """, Play.on(Machine.I386, "a = vmalloc 4M").told("kmalloc"));
    }

    @Test
    void freeingTheOuterAreaFreesItsArrayInside() {
        Play play = Play.on(Machine.X86_64, "a = vmalloc 2052K", "vfree a");
        assertEquals("""
                flush_cache_vunmap S+0..S+514
                pages +513
                flush_cache_vunmap S+515..S+518
                pages +2
                kfree struct page *[]#5
                kfree vm_struct#3
                kfree vm_struct#1
                """, play.told("flush_cache_vunmap", "pages", "kfree"));
    }

    @Test
    void whenPagesRunOutWhatThereWasIsFreedAgain() {
        Play play = Play.of("machine x86_64 cpus=1 ram=12K\nboot\na = vmalloc 8K\nb = vmalloc 8K\n");
        assertEquals(new Outcome.Address(0), play.outcome());
        assertEquals("""
                kmalloc vm_struct 64
                kmalloc vmap_area 104
                kmalloc struct page *[] 16
                pages -1
                pages exhausted
                flush_cache_vunmap S+4..S+7
                pages +1
                kfree struct page *[]#6
                kfree vm_struct#4
                """, play.told("kmalloc", "pages", "flush_cache_vunmap", "kfree"));
        assertEquals(1, play.view().ground().control().freePages());
    }

    @Test
    void withoutAPagesArrayTheAreaIsRemovedAgain() {
        Play play = Play.on(Machine.X86_64, "kmalloc_fail 3", "a = vmalloc 4K");
        assertEquals("""
                kmalloc vm_struct 64
                kmalloc vmap_area 104
                kmalloc struct page *[] fails
                flush_cache_vunmap S+0..S+2
                kfree vm_struct#1
                """, play.told("kmalloc", "pages", "flush_cache_vunmap", "kfree"));
        assertEquals(2, play.view().vmapLazyNr());
    }

    @Test
    void freeingWhatIsNotThereIsWarnedOf() {
        assertEquals(
                "warn Trying to vfree() nonexistent vm area (ffffc90000001000)\n",
                Play.on(Machine.X86_64, "vfree 0xffffc90000001000").told("warn"));
        assertEquals(
                "warn Trying to vfree() bad address (f87fe001)\n",
                Play.on(Machine.I386, "vfree 0xf87fe001").told("warn"));
    }

    @Test
    void freeingNullDoesNothing() {
        Play play = Play.on(Machine.X86_64, "a = vmalloc 0", "vfree a");
        assertEquals("""
                begin 2 cpu0
                enter vfree addr=NULL
                enter __vunmap addr=NULL deallocate_pages=1
                leave __vunmap
                leave vfree
                """, play.told());
    }

    @Test
    void aFreedAreaMustNotBeFreedAgain() {
        Play play = Play.on(Machine.X86_64, "a = vmalloc 4K", "vfree a", "vfree 0xffffc90000000000");
        assertEquals(new Outcome.Died("use after free: area is already freed"), play.outcome());
        assertEquals("""
                begin 3 cpu0
                died use after free: area is already freed
                """, play.told());
    }

    @Test
    void bootImportsEarlyAreasInTheOrderOfVmlist() {
        Play play = Play.of("""
                machine x86_64 cpus=2 ram=8K
                early size=5000 align=4K
                early size=4K align=1M
                boot
                """);
        assertEquals("""
                begin 2 cpu0
                enter vmalloc_init
                kmalloc vmap_area 104
                enter __insert_vmap_area va=vmap_area#3
                enter rb_insert_color node=vmap_area#3
                paint black vmap_area#3 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                kmalloc vmap_area 104
                enter __insert_vmap_area va=vmap_area#4
                descend INSERT_PLACE vmap_area#3 S+0 S+257 LEFT
                enter rb_insert_color node=vmap_area#4
                paint black vmap_area#3 INSERT_ROOT
                leave rb_insert_color
                leave __insert_vmap_area
                leave vmalloc_init
                """, play.told());
    }
}
