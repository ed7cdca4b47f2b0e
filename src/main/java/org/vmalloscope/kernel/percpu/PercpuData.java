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
/// kernel; they stand here beside the rest, and so do statics of the functions of x86.
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
        long embeddedBlock,
        long pagesOf4k,
        long largePages,
        long singlePages,
        long largePagesVm,
        long singlePagesVm) {
    /// Slots for units of up to 2 GiB.
    static final int MOST_SLOTS = 32;

    private static final StructType ADDRESS = single("address", FieldKind.ADDRESS);
    private static final StructType COUNT = single("int", FieldKind.INT);
    private static final StructType BYTES = single("unsigned long", FieldKind.UNSIGNED_LONG);
    private static final StructType POINTER = single("pointer", FieldKind.POINTER);
    private static final StructType SLOTS = slotsType();

    private static StructType single(String name, FieldKind kind) {
        return StructType.named(name, 8, 4).field("", kind, 0, 0).build();
    }

    private static StructType slotsType() {
        StructType.Builder slots = StructType.named("list_head [32]", 16 * MOST_SLOTS, 8 * MOST_SLOTS);
        for (int slot = 0; slot < MOST_SLOTS; slot++) {
            slots.listHead("[" + slot + "]", 16 * slot, 8 * slot);
        }
        return slots.build();
    }

    /// Lays the objects out for a computer, behind those of vmalloc.
    static PercpuData layout(KernelConfig config) {
        AddressMap map = new AddressMap(config.machine());
        Symbols.Builder builder = Symbols.Builder.percpu(config, map);
        long unitPages = builder.object("pcpu_unit_pages", COUNT);
        long chunkSize = builder.object("pcpu_chunk_size", BYTES);
        long nrSlots = builder.object("pcpu_nr_slots", COUNT);
        long reservedChunk = builder.object("pcpu_reserved_chunk", POINTER);
        long reservedLimit = builder.object("pcpu_reserved_chunk_limit", BYTES);
        long firstChunk = builder.object("pcpu_first_chunk", POINTER);
        long embeddedSize = builder.object("pcpue_size", BYTES);
        long embeddedUnit = builder.object("pcpue_unit_size", BYTES);
        long embeddedBlock = builder.object("pcpue_ptr", ADDRESS);
        long firstVm = builder.object("first_vm", VmStruct.TYPE);
        long smap = builder.object("smap", PcpuChunk.MAP_TYPE);
        long dmap = builder.object("dmap", PcpuChunk.MAP_TYPE);
        long schunk = builder.object("schunk", PcpuChunk.TYPE);
        long dchunk = builder.object("dchunk", PcpuChunk.TYPE);
        long slots = builder.object("pcpu_slot", SLOTS);
        long pagesOf4k = builder.object("pcpu4k_pages", POINTER);
        long largePages = builder.object("pcpul_map", POINTER);
        long singlePages = builder.object("pages", POINTER);
        long largePagesVm = builder.object("pcpul_vm", VmStruct.TYPE);
        long singlePagesVm = builder.object("vm", VmStruct.TYPE);
        Symbols symbols = builder.build();
        return new PercpuData(
                symbols,
                unitPages,
                symbols.address(Symbols.PCPU_UNIT_SIZE),
                chunkSize,
                nrSlots,
                slots,
                symbols.address(Symbols.PCPU_BASE_ADDR),
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
                embeddedBlock,
                pagesOf4k,
                largePages,
                singlePages,
                largePagesVm,
                singlePagesVm);
    }

    /// The list head of a slot.
    long slot(KernelConfig config, int slot) {
        return slots + (long) slot * Lists.TYPE.size(config.machine().abi());
    }
}
