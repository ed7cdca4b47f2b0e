package org.vmalloscope.kernel;

import java.util.List;
import java.util.Set;

/// What a scenario can ask of a simulated kernel's vmalloc: one method for each statement of the language.
///
/// Sizes are in bytes as the machine's unsigned long, counts in pages as an unsigned int. A method that makes the
/// kernel BUG or oops throws [KernelBug]. Kernels of other versions implement the same interface; what they put off
/// beside RCU callbacks (workers, a shrinker) they name in [#deferred].
public interface Allocator {
    /// Which vmalloc function is called.
    enum Flavour {
        VMALLOC("vmalloc"),
        VMALLOC_USER("vmalloc_user"),
        VMALLOC_32("vmalloc_32"),
        VMALLOC_EXEC("vmalloc_exec");

        private final String function;

        Flavour(String function) {
            this.function = function;
        }

        /// The kernel function's name.
        public String function() {
            return function;
        }
    }

    /// Work that a kernel puts off until somebody makes it happen.
    enum Deferred {
        RCU,
        WORKER,
        SHRINKER
    }

    /// What an allocating call returned: an address (0 for NULL) and the object it stands for (a vm_struct, or
    /// an array of them; 0 where the caller gets an address only).
    record Allocation(long address, long object) {
        public static final Allocation NULL = new Allocation(0, 0);
    }

    /// Something allocated before: what was returned, and the number of the last slab allocation at that time, which
    /// tells its objects from later ones at the same addresses.
    record Handle(Allocation allocation, long sequence) {}

    /// vm_area_register_early; returns the address.
    long registerEarly(long size, long align);

    /// vm_area_register_early with a vm_struct of the caller's, at `vm`, whose flags and size are set.
    void registerEarlyStruct(long vm, long align);

    /// vmalloc_init.
    void init();

    /// The address, or 0.
    long vmalloc(Flavour flavour, long size);

    /// vmap of fresh pages; the address, or 0.
    long vmap(long count);

    /// get_vm_area with VM_IOREMAP.
    Allocation ioremap(long size);

    /// get_vm_area with VM_ALLOC.
    Allocation getVmArea(long size);

    /// vm_map_ram of fresh pages; the address, or 0.
    long vmMapRam(long count);

    /// pcpu_get_vm_areas; `address` and `object` are the array of vm_structs.
    Allocation pcpuGetVmAreas(List<Long> offsets, List<Long> sizes, long align);

    /// The addresses of a group that pcpuGetVmAreas returned, in argument order.
    List<Long> pcpuAddresses(Allocation group, int areas);

    void vfree(long address);

    void vunmap(long address);

    void iounmap(long address);

    void freeVmArea(Handle handle);

    void vmUnmapRam(long address, long count);

    void pcpuFreeVmAreas(Handle group, int areas);

    void vmUnmapAliases();

    /// Puts an area of a real kernel where that had it: into tree, list and vmlist; returns its address.
    long place(ImportedArea area);

    /// A recorded alloc_vmap_area: `size` bytes at `start` are an area from now on. What stood there is gone: it was
    /// purged before the purge was told, or its end was not recorded. Returns the address.
    long recordedAlloc(long start, long size);

    /// A recorded free_vmap_area_noflush: the area at `start` waits for a purge; false when none is known there.
    boolean recordedFree(long start);

    /// A recorded purge_vmap_area_lazy: the areas in `[start, end)` that wait are gone; returns how many.
    long recordedPurge(long start, long end);

    /// The kinds of deferred work this kernel has.
    Set<Deferred> deferred();

    /// Makes deferred work of a kind happen; returns how many things were done. A kind that [#deferred] does
    /// not name is refused with [IllegalArgumentException].
    long runDeferred(Deferred kind);
}
