package org.vmalloscope.kernel;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Note.AllocationFailed;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.ObjectFreed;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// The allocator of small kernel objects: size classes, each fed from slabs of a page or more in the linear map.
///
/// Kernel: mm/slab.c, reduced to what is seen from outside: fresh objects of a slab have ascending addresses, and the
/// object freed last is handed out first. The content of a freed object stays until it is reused, because the free
/// lists lie beside the objects and not inside them. Beside each object stands what the simulator wants to know
/// of it: its struct type, whether it is live, its number in the order of all allocations (so that an object
/// can be told from another one that later has its address), and the statement that made it.
public final class Slab {
    private static final long SLAB_BYTES = Machine.PAGE_SIZE;
    private static final int CACHE_WORDS = 3;
    private static final int WORD = AddressMap.NOTEBOOK_WORD;

    private final SimulatedMemory memory;
    private final AddressMap map;
    private final Control control;
    private final NoteSink notes;
    private final List<StructType> types;
    private final SlabReader reader;

    Slab(SimulatedMemory memory, AddressMap map, Control control, NoteSink notes, List<StructType> types) {
        this.memory = memory;
        this.map = map;
        this.control = control;
        this.notes = notes;
        this.types = types;
        this.reader = new SlabReader(memory, map, types);
    }

    /// kmalloc of a struct that the scenario's kmalloc_fail counts; 0 when it was told to fail.
    public long kmalloc(StructType type) {
        return kmalloc(type, type.size(memory.abi()));
    }

    /// kmalloc of so many bytes (at most a page) that the scenario's kmalloc_fail counts.
    public long kmalloc(StructType type, long bytes) {
        long countdown = control.read(Control.KMALLOC_FAIL);
        if (countdown == 1) {
            notes.note(new AllocationFailed(type.name()));
            memory.storeQuietly(control.address() + Control.KMALLOC_FAIL.offsetLp64(), 0);
            return 0;
        }
        long object = allocate(type, bytes);
        if (countdown > 1) {
            memory.storeQuietly(control.address() + Control.KMALLOC_FAIL.offsetLp64(), countdown - 1);
        }
        return object;
    }

    /// Allocates a struct without being counted; never fails.
    public long allocate(StructType type) {
        return allocate(type, type.size(memory.abi()));
    }

    private long allocate(StructType type, long bytes) {
        int cache = cacheOf(bytes);
        long recycled = memory.load(cacheWord(cache, 0));
        long object = recycled != 0 ? recycled : fresh(cache);
        notes.note(new ObjectAllocated(type.name(), object, bytes));
        if (recycled != 0) {
            memory.storeQuietly(cacheWord(cache, 0), memory.load(map.shadow(object) + SlabReader.NEXT_FREE));
        } else {
            takeFresh(cache, object);
        }
        long shadow = map.shadow(object);
        long sequence = control.read(Control.SEQUENCE) + 1;
        memory.storeQuietly(control.address() + Control.SEQUENCE.offsetLp64(), sequence);
        memory.storeQuietly(shadow + SlabReader.TAG, tag(cache, type));
        memory.storeQuietly(shadow + SlabReader.SEQUENCE, sequence);
        memory.storeQuietly(shadow + SlabReader.STATEMENT, control.statement());
        return object;
    }

    private long tag(int cache, StructType type) {
        return (long) cache << SlabReader.CACHE_SHIFT | (long) (types.indexOf(type) + 1) << 1 | SlabReader.LIVE;
    }

    private static int cacheOf(long bytes) {
        for (int cache = 0; cache < SlabReader.CLASSES.length; cache++) {
            if (bytes <= SlabReader.CLASSES[cache]) {
                return cache;
            }
        }
        throw new IllegalArgumentException("the slab has no objects of " + bytes + " bytes");
    }

    private long cacheWord(int cache, int word) {
        return control.address() + Control.CACHES + (long) (cache * CACHE_WORDS + word) * WORD;
    }

    private long fresh(int cache) {
        long next = memory.load(cacheWord(cache, 1));
        return next != memory.load(cacheWord(cache, 2)) ? next : control.read(Control.HEAP_FRONTIER);
    }

    private void takeFresh(int cache, long object) {
        if (object == control.read(Control.HEAP_FRONTIER)) {
            long end = object + SLAB_BYTES;
            if (Long.compareUnsigned(end, map.heapEnd()) > 0) {
                throw new IllegalStateException("the simulated slab heap is full");
            }
            memory.storeQuietly(control.address() + Control.HEAP_FRONTIER.offsetLp64(), end);
            memory.storeQuietly(
                    cacheWord(cache, 2), object + SLAB_BYTES / SlabReader.CLASSES[cache] * SlabReader.CLASSES[cache]);
        }
        memory.storeQuietly(cacheWord(cache, 1), object + SlabReader.CLASSES[cache]);
    }

    /// kfree: the object goes to the front of its class's free list; 0 is ignored.
    public void kfree(long object) {
        if (object == 0) {
            return;
        }
        long shadow = map.shadow(object);
        long tag = memory.load(shadow + SlabReader.TAG);
        if ((tag & SlabReader.LIVE) == 0) {
            throw new KernelBug("kfree of an object that is already free");
        }
        notes.note(new ObjectFreed(reader.objectAt(object).type().name(), object));
        int cache = (int) (tag >>> SlabReader.CACHE_SHIFT);
        memory.storeQuietly(shadow + SlabReader.TAG, tag & ~SlabReader.LIVE);
        memory.storeQuietly(shadow + SlabReader.NEXT_FREE, memory.load(cacheWord(cache, 0)));
        memory.storeQuietly(cacheWord(cache, 0), object);
    }

    /// The object, live or freed, that the byte at an address belongs to; none outside the heap and between objects.
    public Optional<SlabObject> find(long address) {
        return reader.find(address);
    }
}
