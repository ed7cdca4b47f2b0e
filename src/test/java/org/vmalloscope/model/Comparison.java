package org.vmalloscope.model;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.PageRange;

/// The state in an engine's memory held against the state of the model: everything that traces show, but not
/// the shape of the tree.
public final class Comparison {
    private static final class Different extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Different(String message) {
            super(message, null, false, false);
        }
    }

    private final VmallocView view;
    private final NaiveVmalloc model;
    private final World world;

    private Comparison(VmallocView view, NaiveVmalloc model) {
        this.view = view;
        this.model = model;
        this.world = model.world;
    }

    /// The first difference, in words; none when both are the same.
    public static Optional<String> firstDifference(VmallocView view, NaiveVmalloc model) {
        try {
            new Comparison(view, model).compare();
            return Optional.empty();
        } catch (Different different) {
            return Optional.of(String.valueOf(different.getMessage()));
        }
    }

    private static void same(String what, long at, long engine, long naive) {
        if (engine != naive) {
            String where = at == 0 ? "" : " of 0x" + Long.toHexString(at);
            throw new Different(what + where + ": engine " + shown(engine) + ", model " + shown(naive));
        }
    }

    private static String shown(long value) {
        return value >= 0 && value < 1L << 31 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }

    private void compare() {
        areas();
        vmlist();
        same("vmap_lazy_nr", 0, view.vmapLazyNr(), world.lazyNr);
        same("vmap_area_pcpu_hole", 0, view.vmapAreaPcpuHole(), world.space.pcpuHole);
        same("vmap_initialized", 0, view.vmapInitialized() ? 1 : 0, world.initialized ? 1 : 0);
        same("current CPU", 0, view.ground().control().currentCpu(), world.cpu);
        for (int cpu = 0; cpu < world.cpus; cpu++) {
            freeList(cpu);
        }
        blocks();
        mapped();
        same("rcu_pending", 0, view.ground().control().rcuPending(), world.rcu.size());
        same("free_pages", 0, view.ground().control().freePages(), world.freePages);
    }

    private void areas() {
        List<VmapArea> engine = view.areas();
        Iterator<Area> naive = world.space.areas.values().iterator();
        for (VmapArea va : engine) {
            long start = va.vaStart();
            if (!naive.hasNext()) {
                throw new Different("an area only in the engine: " + va.range());
            }
            Area area = naive.next();
            same("start of an area", 0, start, area.start);
            same("va_end", start, va.vaEnd(), area.end);
            same("flags", start, va.flags(), area.flags);
            boolean vm = va.hasFlag(VmapArea.VM_VM_AREA) && va.privateVm() != 0;
            same("vm", start, vm ? 1 : 0, area.vm != null ? 1 : 0);
        }
        if (naive.hasNext()) {
            throw new Different("an area only in the model: 0x" + Long.toHexString(naive.next().start));
        }
    }

    private void vmlist() {
        List<VmStruct> engine = view.vmlist();
        same("entries of vmlist", 0, engine.size(), world.vmlist.size());
        for (int i = 0; i < engine.size(); i++) {
            VmStruct vm = engine.get(i);
            Vm naive = world.vmlist.get(i);
            same("address in vmlist", 0, vm.addr(), naive.addr);
            same("size in vmlist", naive.addr, vm.size(), naive.size);
            same("flags in vmlist", naive.addr, vm.flags(), naive.flags);
            same("nr_pages", naive.addr, vm.nrPages(), naive.nrPages);
        }
    }

    private void freeList(int cpu) {
        List<VmapBlock> engine = view.freeBlocks(cpu);
        List<Block> naive = model.blocks.free.get(cpu);
        same("blocks on the free list of CPU " + cpu, 0, engine.size(), naive.size());
        for (int i = 0; i < naive.size(); i++) {
            same("block on the free list of CPU " + cpu, 0, engine.get(i).va().vaStart(), naive.get(i).area.start);
        }
        same("nr_dirty", 0, view.queue(cpu).nrDirty(), 0);
    }

    private void blocks() {
        List<NumberedBlock> engine = view.blocks();
        same("blocks", 0, engine.size(), model.blocks.byIndex.size());
        Iterator<NumberedBlock> numbered = engine.iterator();
        for (Map.Entry<Long, Block> entry : model.blocks.byIndex.entrySet()) {
            NumberedBlock next = numbered.next();
            VmapBlock block = next.block();
            Block naive = entry.getValue();
            long start = naive.area.start;
            same("block", 0, block.va().vaStart(), start);
            same("index of the block", start, next.index(), entry.getKey());
            same("CPU of the block", start, view.cpuOf(block), naive.cpu);
            same("free pages of the block", start, block.free(), naive.free);
            same("dirty pages of the block", start, block.dirty(), naive.dirty);
            bits("alloc_map", start, block, true, naive.allocated);
            bits("dirty_map", start, block, false, naive.given);
        }
    }

    private void bits(String what, long at, VmapBlock block, boolean alloc, BitSet naive) {
        Abi abi = view.config().machine().abi();
        long[] words = naive.toLongArray();
        for (int word = 0; word < view.config().machine().vmapBbmapBits() / abi.wordBits(); word++) {
            int bit = word * abi.wordBits();
            long expected = bit / Long.SIZE < words.length ? words[bit / Long.SIZE] >>> bit % Long.SIZE : 0;
            same(what, at, alloc ? block.allocMap(word) : block.dirtyMap(word), abi.wrap(expected));
        }
    }

    private void mapped() {
        List<PageRange> engine = view.ground().mapped().all();
        Iterator<Map.Entry<Long, Long>> naive = world.mapped.runs.entrySet().iterator();
        for (PageRange run : engine) {
            if (!naive.hasNext()) {
                throw new Different("pages mapped only in the engine: " + run);
            }
            Map.Entry<Long, Long> expected = naive.next();
            same("start of mapped pages", 0, run.start(), expected.getKey());
            same("end of mapped pages", run.start(), run.end(), expected.getValue());
        }
        if (naive.hasNext()) {
            throw new Different("pages mapped only in the model: 0x"
                    + Long.toHexString(naive.next().getKey()));
        }
    }
}
