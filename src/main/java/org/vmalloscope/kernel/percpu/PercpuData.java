package org.vmalloscope.kernel.percpu;

import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Lists;
import org.vmalloscope.kernel.Symbols;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.StructType;

/// The addresses of the per-CPU allocator's static objects.
///
/// Kernel: the globals and function-local statics of mm/percpu.c. The chunks and the array of slots are bootmem in the
/// kernel; they stand here beside the rest.
public record PercpuData(
        Symbols symbols,
        long unitPages,
        long unitSize,
        long chunkSize,
        long nrSlots,
        long slots,
        long baseAddr,
        long reservedChunk,
        long reservedLimit,
        long firstChunk,
        long schunk,
        long dchunk,
        long smap,
        long dmap,
        long firstVm,
        long embeddedSize,
        long embeddedUnit,
        long embeddedBlock) {
    /// Slots for units of up to 2 GiB.
    static final int MOST_SLOTS = 32;

    static final StructType WORD =
            StructType.named("word", 8, 4).field("", FieldKind.ADDRESS, 0, 0).build();
    private static final StructType SLOTS =
            StructType.named("list_head [32]", 16 * MOST_SLOTS, 8 * MOST_SLOTS).build();

    /// Lays the objects out for a computer, behind those of vmalloc.
    static PercpuData layout(KernelConfig config) {
        AddressMap map = new AddressMap(config.machine());
        Symbols.Builder builder = Symbols.Builder.percpu(config, map);
        long unitPages = builder.object("pcpu_unit_pages", WORD);
        long unitSize = builder.object("pcpu_unit_size", WORD);
        long chunkSize = builder.object("pcpu_chunk_size", WORD);
        long nrSlots = builder.object("pcpu_nr_slots", WORD);
        long baseAddr = builder.object("pcpu_base_addr", WORD);
        long reservedChunk = builder.object("pcpu_reserved_chunk", WORD);
        long reservedLimit = builder.object("pcpu_reserved_chunk_limit", WORD);
        long firstChunk = builder.object("pcpu_first_chunk", WORD);
        long embeddedSize = builder.object("pcpue_size", WORD);
        long embeddedUnit = builder.object("pcpue_unit_size", WORD);
        long embeddedBlock = builder.object("pcpue_ptr", WORD);
        long firstVm = builder.object("first_vm", VmStruct.TYPE);
        long smap = builder.object("smap", PcpuChunk.MAP_TYPE);
        long dmap = builder.object("dmap", PcpuChunk.MAP_TYPE);
        long schunk = builder.object("schunk", PcpuChunk.TYPE);
        long dchunk = builder.object("dchunk", PcpuChunk.TYPE);
        long slots = builder.object("pcpu_slot", SLOTS);
        return new PercpuData(
                builder.build(),
                unitPages,
                unitSize,
                chunkSize,
                nrSlots,
                slots,
                baseAddr,
                reservedChunk,
                reservedLimit,
                firstChunk,
                schunk,
                dchunk,
                smap,
                dmap,
                firstVm,
                embeddedSize,
                embeddedUnit,
                embeddedBlock);
    }

    /// The list head of a slot.
    long slot(KernelConfig config, int slot) {
        return slots + (long) slot * Lists.TYPE.size(config.machine().abi());
    }
}
