package org.vmalloscope.kernel.vmalloc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.KernelReader;
import org.vmalloscope.kernel.RadixTree;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// The state of vmalloc as a reader of the simulated memory finds it, by following pointers from the globals.
public final class VmallocView {
    private static final Field NEXT = StructType.named("list_head", 16, 8)
            .field("next", FieldKind.POINTER, 0, 0)
            .build()
            .field("next");

    private final KernelConfig config;
    private final VmallocData data;
    private final MemoryReader memory;
    private final KernelReader ground;
    private final RbTree tree;

    VmallocView(KernelConfig config, VmallocData data, MemoryReader memory) {
        this.config = config;
        this.data = data;
        this.memory = memory;
        this.ground = new KernelReader(config, memory, VmallocData.SLAB_TYPES);
        this.tree = RbTree.reading(memory, data.vmapAreaRoot());
    }

    public KernelConfig config() {
        return config;
    }

    public MemoryReader memory() {
        return memory;
    }

    /// The ground below: page tables, slab, control.
    public KernelReader ground() {
        return ground;
    }

    public VmallocData data() {
        return data;
    }

    /// The tree of areas; its nodes are rb_nodes.
    public RbTree tree() {
        return tree;
    }

    /// The area of an rb_node of the tree.
    public VmapArea areaOfNode(long node) {
        return VmapArea.ofRbNode(memory, node);
    }

    /// All areas in the order of vmap_area_list.
    public List<VmapArea> areas() {
        List<VmapArea> areas = new ArrayList<>();
        for (long node = memory.load(data.vmapAreaList(), NEXT);
                node != data.vmapAreaList() && node != 0;
                node = memory.load(node, NEXT)) {
            areas.add(VmapArea.ofList(memory, node));
        }
        return areas;
    }

    /// The area that starts exactly at an address, or NULL.
    public VmapArea areaStartingAt(long address) {
        long node = tree.root();
        while (node != 0) {
            VmapArea va = areaOfNode(node);
            int order = Long.compareUnsigned(address, va.vaStart());
            if (order == 0) {
                return va;
            }
            node = order < 0 ? tree.left(node) : tree.right(node);
        }
        return new VmapArea(memory, 0);
    }

    /// Where alloc_vmap_area would find `size` bytes at a multiple of `align` in `[vstart, vend]`, before any purge.
    public OptionalLong firstHole(long size, long align, long vstart, long vend) {
        HoleSearch.Hole hole = HoleSearch.silent(memory, tree).find(size, align, vstart, vend);
        return hole.found() ? OptionalLong.of(hole.start()) : OptionalLong.empty();
    }

    /// vmlist, in the order of the chain.
    public List<VmStruct> vmlist() {
        List<VmStruct> chain = new ArrayList<>();
        VmStruct vm = new VmStruct(memory, memory.load(data.vmlist()));
        while (vm.address() != 0) {
            chain.add(vm);
            vm = new VmStruct(memory, vm.next());
        }
        return chain;
    }

    /// Pages lazily freed and not yet purged.
    public int vmapLazyNr() {
        return (int) memory.load(data.vmapLazyNr(), VmallocData.INT_VALUE);
    }

    public long vmapAreaPcpuHole() {
        return memory.load(data.vmapAreaPcpuHole());
    }

    public boolean vmapInitialized() {
        return memory.load(data.vmapInitialized(), VmallocData.BOOL_VALUE) != 0;
    }

    /// The queue of a CPU.
    public VmapBlockQueue queue(int cpu) {
        return new VmapBlockQueue(memory, data.vmapBlockQueue().of(memory, cpu));
    }

    /// The blocks on a CPU's free list, front first; none before vmalloc_init set the list up.
    public List<VmapBlock> freeBlocks(int cpu) {
        List<VmapBlock> blocks = new ArrayList<>();
        long head = queue(cpu).free();
        for (long node = memory.load(head, NEXT); node != head && node != 0; node = memory.load(node, NEXT)) {
            blocks.add(VmapBlock.ofFreeList(memory, node));
        }
        return blocks;
    }

    /// The CPU whose queue a block belongs to.
    public int cpuOf(VmapBlock block) {
        for (int cpu = 0; cpu < config.cpus(); cpu++) {
            if (queue(cpu).address() == block.vbq()) {
                return cpu;
            }
        }
        throw new IllegalStateException("a block of no CPU's queue");
    }

    /// A block and its number in vmap_block_tree.
    public record NumberedBlock(long index, VmapBlock block) {}

    /// All blocks of vmap_block_tree, ascending.
    public List<NumberedBlock> blocks() {
        return RadixTree.items(memory, data.vmapBlockTree()).stream()
                .map(item -> new NumberedBlock(item.index(), new VmapBlock(memory, item.item())))
                .toList();
    }

    /// The blocks that wait for a grace period, in the order of the queue.
    public List<VmapBlock> dyingBlocks() {
        List<VmapBlock> blocks = new ArrayList<>();
        long freeBlock = data.symbols().function(VmallocData.RCU_FREE_VB);
        int word = memory.abi().wordBytes();
        for (long head = memory.load(data.symbols().address("rcu_queue")); head != 0; head = memory.load(head)) {
            if (memory.load(head + word) == freeBlock) {
                blocks.add(VmapBlock.ofFreeList(memory, head));
            }
        }
        return blocks;
    }

    /// The areas on the list of a running purge.
    public List<VmapArea> purgeList() {
        List<VmapArea> areas = new ArrayList<>();
        if (ground.control().purging()) {
            long head = data.purgeList();
            for (long node = memory.load(head, NEXT); node != head && node != 0; node = memory.load(node, NEXT)) {
                areas.add(VmapArea.ofPurgeList(memory, node));
            }
        }
        return areas;
    }
}
