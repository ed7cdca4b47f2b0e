package org.vmalloscope.kernel.vmalloc;

import java.util.List;
import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.RadixTree;
import org.vmalloscope.kernel.Symbols;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The addresses of vmalloc's static and per-CPU objects.
///
/// Kernel: the globals of mm/vmalloc.c, 2.6.32. All are in bytes; `vmapBlockQueue` finds each CPU's.
public record VmallocData(
        Symbols symbols,
        long vmapAreaRoot,
        long vmapAreaList,
        long vmapAreaLock,
        long vmapAreaPcpuHole,
        long vmapLazyNr,
        long vmapInitialized,
        long vmapBlockTree,
        long vmapBlockTreeLock,
        long vmlist,
        long vmlistLock,
        long vmInitOff,
        long purgeLock,
        long purgeList,
        PerCpuPlace vmapBlockQueue) {

    /// Where in memory the object of a CPU is: in the first chunk once there is one.
    @FunctionalInterface
    public interface PerCpuPlace {
        long of(MemoryReader memory, int cpu);
    }

    static final StructType POINTER = single("pointer", FieldKind.POINTER);
    static final StructType LOCK = single("spinlock_t", FieldKind.SPINLOCK);
    static final StructType UNSIGNED_LONG = single("unsigned long", FieldKind.UNSIGNED_LONG);
    static final StructType ADDRESS = single("address", FieldKind.ADDRESS);
    static final StructType ATOMIC = single("atomic_t", FieldKind.INT);
    static final StructType BOOL = single("bool", FieldKind.BOOL);
    static final Field INT_VALUE = ATOMIC.field("");
    static final Field BOOL_VALUE = BOOL.field("");

    /// An array of pointers that the slab hands out: page pointers, vm_structs or areas; its size is the request's.
    static final StructType PAGES_ARRAY =
            StructType.named("struct page *[]", 4096, 4096).build();

    static final StructType VMS_ARRAY =
            StructType.named("struct vm_struct *[]", 512, 256).build();
    static final StructType VAS_ARRAY =
            StructType.named("struct vmap_area *[]", 512, 256).build();

    /// The structs that vmalloc takes from the slab.
    static final List<StructType> SLAB_TYPES =
            List.of(VmapArea.TYPE, VmStruct.TYPE, VmapBlock.TYPE, PAGES_ARRAY, VMS_ARRAY, VAS_ARRAY);

    static final String RCU_FREE_VA = "rcu_free_va";
    static final String RCU_FREE_VB = "rcu_free_vb";
    static final String PCPU_GET_VM_AREAS = "pcpu_get_vm_areas";

    /// What the scenario's own calls come from.
    static final String SCENARIO = "scenario";

    private static StructType single(String name, FieldKind kind) {
        return StructType.named(name, 8, 4).field("", kind, 0, 0).build();
    }

    /// Lays the objects out for a computer.
    static VmallocData layout(KernelConfig config) {
        AddressMap map = new AddressMap(config.machine());
        Symbols.Builder builder = new Symbols.Builder(config, map);
        List.of(RCU_FREE_VA, RCU_FREE_VB, PCPU_GET_VM_AREAS, SCENARIO).forEach(builder::function);
        config.callers().forEach(builder::function);
        long root = builder.object("vmap_area_root", POINTER);
        long list = builder.object("vmap_area_list", Lists.TYPE);
        long lock = builder.object("vmap_area_lock", LOCK);
        long hole = builder.object("vmap_area_pcpu_hole", ADDRESS);
        long lazyNr = builder.object("vmap_lazy_nr", ATOMIC);
        long initialized = builder.object("vmap_initialized", BOOL);
        long blockTree = builder.object("vmap_block_tree", RadixTree.ROOT);
        long blockTreeLock = builder.object("vmap_block_tree_lock", LOCK);
        long vmlist = builder.object("vmlist", POINTER);
        long vmlistLock = builder.object("vmlist_lock", LOCK);
        long initOff = builder.object("vm_init_off", UNSIGNED_LONG);
        long purgeLock = builder.object("purge_lock", LOCK);
        long purgeList = builder.object("valist", Lists.TYPE);
        long queue = builder.perCpuObject("vmap_block_queue", VmapBlockQueue.TYPE);
        return new VmallocData(
                builder.build(),
                root,
                list,
                lock,
                hole,
                lazyNr,
                initialized,
                blockTree,
                blockTreeLock,
                vmlist,
                vmlistLock,
                initOff,
                purgeLock,
                purgeList,
                (memory, cpu) -> map.unit(memory, cpu) + queue);
    }
}
