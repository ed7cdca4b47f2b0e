package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.StructType;

/// Reads what the slab knows about its objects: four words beside every 32 bytes of heap.
///
/// The first word holds the size class, the struct type and whether the object is live; then come the number of the
/// allocation, the statement that made it, and the next free object of its class.
final class SlabReader {
    static final int[] CLASSES = {32, 64, 96, 128, 192, 256, 512, 1024, 2048, 4096};
    static final int TAG = 0;
    static final int SEQUENCE = AddressMap.NOTEBOOK_WORD;
    static final int STATEMENT = 2 * AddressMap.NOTEBOOK_WORD;
    static final int NEXT_FREE = 3 * AddressMap.NOTEBOOK_WORD;
    static final long LIVE = 1;
    static final int CACHE_SHIFT = 16;
    private static final int TYPE_MASK = (1 << CACHE_SHIFT - 1) - 1;

    private final MemoryReader memory;
    private final AddressMap map;
    private final List<StructType> types;

    SlabReader(MemoryReader memory, AddressMap map, List<StructType> types) {
        this.memory = memory;
        this.map = map;
        this.types = types;
    }

    /// The object that starts at an address that has been handed out before.
    SlabObject objectAt(long object) {
        long shadow = map.shadow(object);
        long tag = memory.load(shadow + TAG);
        return new SlabObject(
                types.get((int) (tag >>> 1 & TYPE_MASK) - 1),
                object,
                (tag & LIVE) != 0,
                memory.load(shadow + SEQUENCE),
                (int) memory.load(shadow + STATEMENT));
    }

    /// Bytes of the size class that an object which has been handed out before belongs to.
    int classBytes(long object) {
        return CLASSES[(int) (memory.load(map.shadow(object) + TAG) >>> CACHE_SHIFT)];
    }

    /// All live objects below `end`, ascending; a slab is a page of objects of one class.
    List<SlabObject> live(long end) {
        List<SlabObject> found = new ArrayList<>();
        for (long slab = map.heap(); Long.compareUnsigned(slab, end) < 0; slab += Machine.PAGE_SIZE) {
            int bytes = classBytes(slab);
            for (long object = slab; object + bytes <= slab + Machine.PAGE_SIZE; object += bytes) {
                if ((memory.load(map.shadow(object) + TAG) & LIVE) != 0) {
                    found.add(objectAt(object));
                }
            }
        }
        return found;
    }

    /// The object, live or freed, that the byte at an address belongs to.
    Optional<SlabObject> find(long address) {
        if (!map.isHeap(address)) {
            return Optional.empty();
        }
        long slab = address & Machine.PAGE_MASK;
        for (long start = address & -AddressMap.GRANULE;
                Long.compareUnsigned(start, slab) >= 0;
                start -= AddressMap.GRANULE) {
            long tag = memory.load(map.shadow(start) + TAG);
            if (tag != 0) {
                boolean inside = address - start < CLASSES[(int) (tag >>> CACHE_SHIFT)];
                return inside ? Optional.of(objectAt(start)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
