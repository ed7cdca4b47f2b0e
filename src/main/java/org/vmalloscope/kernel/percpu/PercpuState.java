package org.vmalloscope.kernel.percpu;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.memory.MemoryReader;

/// The per-CPU allocator's globals and chunks as they stand in memory; sizes in bytes.
///
/// @param reservedIsStatic whether the reserved chunk is that of the static area
/// @param firstIsDynamic whether the first chunk is the dynamic one
/// @param populated page tables that were asked for
public record PercpuState(
        long unitPages,
        long unitSize,
        long chunkSize,
        long nrSlots,
        long baseAddr,
        long embeddedSize,
        long embeddedUnit,
        boolean reservedIsStatic,
        long reservedLimit,
        boolean firstIsDynamic,
        Chunk schunk,
        Optional<Chunk> dchunk,
        int populated) {
    /// A chunk.
    ///
    /// @param slot the index of the slot list it is on; none when on none
    /// @param pagesPerCpu pages that each possible CPU has
    public record Chunk(
            long freeSize,
            long contigHint,
            List<Long> map,
            long mapAlloc,
            boolean immutable,
            VmStruct vm,
            OptionalInt slot,
            long pagesPerCpu) {}

    static PercpuState of(MemoryReader memory, KernelConfig config, PercpuData data, int populated) {
        PcpuChunk schunk = new PcpuChunk(memory, data.schunk());
        PcpuChunk dchunk = new PcpuChunk(memory, data.dchunk());
        return new PercpuState(
                memory.load(data.unitPages()),
                memory.load(data.unitSize()),
                memory.load(data.chunkSize()),
                memory.load(data.nrSlots()),
                memory.load(data.baseAddr()),
                memory.load(data.embeddedSize()),
                memory.load(data.embeddedUnit()),
                memory.load(data.reservedChunk()) == data.schunk(),
                memory.load(data.reservedLimit()),
                memory.load(data.firstChunk()) == data.dchunk(),
                chunk(schunk, config, data),
                dchunk.vm() == 0 ? Optional.empty() : Optional.of(chunk(dchunk, config, data)),
                populated);
    }

    private static Chunk chunk(PcpuChunk chunk, KernelConfig config, PercpuData data) {
        return new Chunk(
                chunk.freeSize(),
                chunk.contigHint(),
                chunk.vm() == 0 ? List.of() : chunk.map(),
                chunk.mapAlloc(),
                chunk.immutable(),
                new VmStruct(chunk.memory(), chunk.vm()),
                PercpuRun.slotOf(chunk, data, config),
                chunk.vm() == 0 ? 0 : pagesPerCpu(chunk, config, data));
    }

    /// The highest CPU is always possible, so its pages are counted.
    private static long pagesPerCpu(PcpuChunk chunk, KernelConfig config, PercpuData data) {
        long unitPages = chunk.memory().load(data.unitPages());
        long units = chunk.memory().load(data.chunkSize())
                / Math.max(1, chunk.memory().load(data.unitSize()));
        long first = (Math.min(units, config.cpus()) - 1) * unitPages;
        long count = 0;
        while (count < unitPages
                && chunk.memory()
                                .load(chunk.page()
                                        + (first + count) * chunk.memory().abi().wordBytes())
                        != 0) {
            count++;
        }
        return count;
    }
}
