package org.vmalloscope.diagram;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Symbols;
import org.vmalloscope.kernel.percpu.PcpuChunk;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.memory.PageRange;

/// What a drawing of the first chunk needs to know, read once; offsets and sizes in bytes.
///
/// @param unit bytes from the unit of a CPU to that of the next
/// @param ofStatic bytes of the static area; 0 as long as its map has no entry
/// @param base where the chunk begins; 0 as long as it is being made
record FirstChunkFacts(
        Moment moment, PercpuView percpu, long unit, long ofStatic, long reserved, long dynamic, long base) {
    /// The facts; none before the size of a unit is known.
    static Optional<FirstChunkFacts> of(Moment moment) {
        PercpuView percpu = moment.names().percpu();
        if (percpu.unitSize() == 0) {
            return Optional.empty();
        }
        PcpuChunk schunk = percpu.schunk();
        List<Long> map = schunk.map();
        long ofStatic = map.isEmpty() ? 0 : -map.getFirst();
        long reserved = percpu.isReserved() ? schunk.freeSize() : 0;
        long dynamic =
                percpu.isReserved() ? percpu.dchunk().map(PcpuChunk::freeSize).orElse(0L) : schunk.freeSize();
        return Optional.of(
                new FirstChunkFacts(moment, percpu, percpu.unitSize(), ofStatic, reserved, dynamic, percpu.baseAddr()));
    }

    int cpus() {
        return moment.view().config().cpus();
    }

    boolean isReady() {
        return base != 0;
    }

    /// Whether it lies in vmalloc space, and not in the linear map.
    boolean isInVmallocSpace() {
        Machine machine = moment.view().config().machine();
        return isReady()
                && Long.compareUnsigned(base, machine.vmallocStart()) >= 0
                && Long.compareUnsigned(base, machine.vmallocEnd()) < 0;
    }

    /// Bytes at the start of a unit that have a use; all of it as long as that is not known.
    long used() {
        long sum = ofStatic + reserved + dynamic;
        return ofStatic == 0 || sum == 0 ? unit : sum;
    }

    /// Bytes at the end of a unit that are for nothing.
    long tail() {
        return unit - used();
    }

    /// Bytes at the start of a CPU's unit that have pages.
    long present(int cpu) {
        return percpu.pagesOf(cpu) << Machine.PAGE_SHIFT;
    }

    /// Whether the end of the units went back to bootmem.
    boolean gaveBack() {
        return tail() > 0 && isReady() && present(0) <= unit - tail();
    }

    long unitOf(int cpu) {
        return moment.view().memory().abi().wrap(base + cpu * unit);
    }

    /// Offset of vmap_block_queue in every unit.
    static long queueOffset() {
        return Symbols.PER_CPU_OBJECTS;
    }

    long queueOf(int cpu) {
        return moment.view().queue(cpu).address();
    }

    /// Blocks on the free list of a CPU.
    int blocksOf(int cpu) {
        return isReady() ? moment.view().freeBlocks(cpu).size() : 0;
    }

    /// The parts of a CPU's unit that are mapped, as offsets.
    List<PageRange> mapped(int cpu) {
        if (!isInVmallocSpace()) {
            long present = present(cpu);
            return present == 0 ? List.of() : List.of(new PageRange(0, present));
        }
        long start = unitOf(cpu);
        return moment.view().ground().mapped().within(start, start + unit).stream()
                .map(run -> new PageRange(Math.max(run.start() - start, 0), Math.min(run.end() - start, unit)))
                .toList();
    }

    /// The vm_struct that vm_area_register_early got for it.
    Optional<VmStruct> registered() {
        return percpu.registered();
    }

    /// The address that the last event stored to.
    OptionalLong stored() {
        return moment.last()
                .filter(Store.class::isInstance)
                .map(store -> moment.view().memory().addressOf(((Store) store).slot()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Whether the last event stored to the object of that name or to one of those.
    boolean isChanged(String... names) {
        OptionalLong stored = stored();
        return stored.isPresent()
                && percpu.objectAt(stored.getAsLong())
                        .filter(object -> List.of(names).contains(object.name()))
                        .isPresent();
    }
}
