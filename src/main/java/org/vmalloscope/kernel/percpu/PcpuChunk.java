package org.vmalloscope.kernel.percpu;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// A piece of per-CPU memory of which every CPU has a copy, and the map of what in it is taken.
///
/// Kernel: `struct pcpu_chunk`, mm/percpu.c, 2.6.30 and 2.6.31. Members narrower than a word are spread to a word each;
/// the array of pages behind it stands at the address in `page`, ordered by CPU, with room for a whole unit each.
public record PcpuChunk(MemoryReader memory, long address) {
    public static final StructType TYPE = StructType.named("pcpu_chunk", 80, 40)
            .listHead("list", 0, 0)
            .field("free_size", FieldKind.INT, 16, 8)
            .field("contig_hint", FieldKind.INT, 24, 12)
            .field("vm", FieldKind.POINTER, 32, 16)
            .field("map_used", FieldKind.INT, 40, 20)
            .field("map_alloc", FieldKind.INT, 48, 24)
            .field("map", FieldKind.POINTER, 56, 28)
            .field("immutable", FieldKind.BOOL, 64, 32)
            .field("page", FieldKind.POINTER, 72, 36)
            .build();
    static final Field FREE_SIZE = TYPE.field("free_size");
    static final Field CONTIG_HINT = TYPE.field("contig_hint");
    static final Field VM = TYPE.field("vm");
    static final Field MAP_USED = TYPE.field("map_used");
    static final Field MAP_ALLOC = TYPE.field("map_alloc");
    static final Field MAP = TYPE.field("map");
    static final Field IMMUTABLE = TYPE.field("immutable");
    static final Field PAGE = TYPE.field("page");

    /// Two entries of an allocation map; less than 0 is taken, more is free, in bytes.
    static final StructType MAP_TYPE = StructType.named("int [2]", 16, 8)
            .field("[0]", FieldKind.INT, 0, 0)
            .field("[1]", FieldKind.INT, 8, 4)
            .build();

    /// Address of its node on a slot list.
    long list() {
        return address;
    }

    /// Free bytes of a unit.
    public long freeSize() {
        return (int) memory.load(address, FREE_SIZE);
    }

    /// The largest free piece, in bytes.
    public long contigHint() {
        return (int) memory.load(address, CONTIG_HINT);
    }

    /// Address of the vm_struct that says where it is.
    public long vm() {
        return memory.load(address, VM);
    }

    public long mapUsed() {
        return memory.load(address, MAP_USED);
    }

    public long mapAlloc() {
        return memory.load(address, MAP_ALLOC);
    }

    /// The used entries of its map.
    public List<Long> map() {
        List<Long> entries = new ArrayList<>();
        for (int entry = 0; entry < mapUsed(); entry++) {
            entries.add((long) (int)
                    memory.load(memory.load(address, MAP), MAP_TYPE.fields().get(entry)));
        }
        return List.copyOf(entries);
    }

    /// Whether its pages can neither grow nor shrink.
    public boolean immutable() {
        return memory.load(address, IMMUTABLE) != 0;
    }

    /// Address of the array of page pointers, ordered by CPU.
    public long page() {
        return memory.load(address, PAGE);
    }
}
