package org.vmalloscope.memory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The memory of the simulated computer: words at addresses, in a few regions, with one mutating primitive.
///
/// A word is known by its address, and to the journal by its *slot*: region number and word index packed into an int.
/// Everything the engine remembers lives here, so that putting words back is enough to travel in time. Regions are
/// held in chunks that are made at the first store; all else reads as zero.
///
/// Memories may share chunks: a copy takes over pointers, and whoever stores to a shared chunk first makes it its own.
/// So a copy costs a pointer for every 512 words, and what two states have in common is there once.
///
/// Not safe for use by several threads at once, and no more are two memories that were copied from each other.
public final class SimulatedMemory implements MemoryReader {
    static final int INDEX_BITS = 28;
    static final long MAX_WORDS = 1L << INDEX_BITS;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final int CHUNK_BITS = 9;
    private static final int CHUNK_WORDS = 1 << CHUNK_BITS;
    private static final int MAX_REGIONS = 16;

    private final Abi abi;
    private final List<Region> regions;
    private final long[] bases;
    private final long[] sizes;
    private final int[] shifts;
    private final long[][] @Nullable [] words;
    /// Which chunks no other memory has; the others are copied before they are stored to.
    private final boolean[][] own;
    private StoreObserver observer = StoreObserver.NONE;

    /// Makes an empty memory of up to 16 regions that do not overlap.
    public SimulatedMemory(Abi abi, List<Region> regions) {
        if (regions.isEmpty() || regions.size() > MAX_REGIONS) {
            throw new IllegalArgumentException("between 1 and " + MAX_REGIONS + " regions");
        }
        this.abi = abi;
        this.regions = List.copyOf(regions);
        this.bases = this.regions.stream().mapToLong(Region::base).toArray();
        this.sizes = this.regions.stream().mapToLong(Region::bytes).toArray();
        this.shifts = this.regions.stream()
                .mapToInt(region -> Integer.numberOfTrailingZeros(region.wordBytes()))
                .toArray();
        this.words = new long[bases.length][0][];
        this.own = new boolean[bases.length][0];
    }

    /// A memory with the same regions and the same content, watched by nobody.
    public SimulatedMemory replica() {
        SimulatedMemory copy = new SimulatedMemory(abi, regions);
        copy.become(this);
        return copy;
    }

    /// Takes over the content of another memory with the same regions, without telling anybody: a long journey of the
    /// time machine.
    public void become(SimulatedMemory other) {
        if (other == this) {
            return;
        }
        for (int region = 0; region < words.length; region++) {
            words[region] = other.words[region].clone();
            own[region] = new boolean[words[region].length];
            Arrays.fill(other.own[region], false);
        }
    }

    /// Bytes of heap that this memory holds and `other` does not: chunks that differ, and a pointer for each chunk.
    @SuppressWarnings("ReferenceEquality") // whether both have the same array, not one like it
    public long bytesBesides(SimulatedMemory other) {
        long bytes = 0;
        for (int region = 0; region < words.length; region++) {
            long[] @Nullable [] mine = words[region];
            long[] @Nullable [] theirs = other.words[region];
            bytes += mine.length * 9L;
            for (int chunk = 0; chunk < mine.length; chunk++) {
                if (mine[chunk] != null && (chunk >= theirs.length || mine[chunk] != theirs[chunk])) {
                    bytes += CHUNK_WORDS * 8L;
                }
            }
        }
        return bytes;
    }

    /// A memory with the same regions in which every word is zero.
    public SimulatedMemory blank() {
        return new SimulatedMemory(abi, regions);
    }

    /// Sets who is told of stores from now on.
    public void observe(StoreObserver newObserver) {
        observer = newObserver;
    }

    @Override
    public Abi abi() {
        return abi;
    }

    public List<Region> regions() {
        return regions;
    }

    @Override
    public long load(long address) {
        return loadSlot(slotOf(address));
    }

    @Override
    public long load(long object, Field field, int index) {
        long word = load(abi.wrap(object + field.offset(abi) + (long) index * abi.wordBytes()));
        return field.kind().bytes(abi) == Integer.BYTES ? word & 0xffff_ffffL : word;
    }

    /// Stores `value` to the word at `address`; this is an event of its own.
    public void store(long address, long value) {
        put(slotOf(address), value, false);
    }

    /// Stores to a field of the struct at `object`, cut to the field's width; an event of its own.
    public void store(long object, Field field, long value) {
        store(object, field, 0, value);
    }

    /// Stores to element `index` of a repeating field; an event of its own.
    public void store(long object, Field field, int index, long value) {
        put(slotOf(object, field, index), cut(field, value), false);
    }

    /// Stores to a word as a part of the event before: bookkeeping that a note has announced.
    public void storeQuietly(long address, long value) {
        put(slotOf(address), value, true);
    }

    /// Stores to a field as a part of the event before.
    public void storeQuietly(long object, Field field, long value) {
        put(slotOf(object, field, 0), cut(field, value), true);
    }

    private void put(int slot, long value, boolean quiet) {
        long was = loadSlot(slot);
        restore(slot, value);
        observer.stored(slot, was, value, quiet);
    }

    private long cut(Field field, long value) {
        return field.kind().bytes(abi) == Integer.BYTES ? value & 0xffff_ffffL : abi.wrap(value);
    }

    private int slotOf(long object, Field field, int index) {
        return slotOf(abi.wrap(object + field.offset(abi) + (long) index * abi.wordBytes()));
    }

    /// The word in `slot`.
    public long loadSlot(int slot) {
        long[] @Nullable [] chunks = words[slot >>> INDEX_BITS];
        int index = slot & INDEX_MASK;
        int chunk = index >>> CHUNK_BITS;
        if (chunk >= chunks.length) {
            return 0;
        }
        long @Nullable [] content = chunks[chunk];
        return content == null ? 0 : content[index & (CHUNK_WORDS - 1)];
    }

    /// Puts a word back without telling anybody: replay and undo, called by the time machine alone.
    public void restore(int slot, long value) {
        int region = slot >>> INDEX_BITS;
        int index = slot & INDEX_MASK;
        int chunk = index >>> CHUNK_BITS;
        long @Nullable [] content = chunk < own[region].length && own[region][chunk] ? words[region][chunk] : null;
        if (content == null) {
            content = ownChunk(region, chunk);
        }
        content[index & (CHUNK_WORDS - 1)] = value;
    }

    /// Makes a chunk, or a copy of one that others have too.
    private long[] ownChunk(int region, int chunk) {
        if (chunk >= words[region].length) {
            int length = Math.max(chunk + 1, words[region].length * 2);
            words[region] = Arrays.copyOf(words[region], length);
            own[region] = Arrays.copyOf(own[region], length);
        }
        long @Nullable [] shared = words[region][chunk];
        long[] content = shared == null ? new long[CHUNK_WORDS] : shared.clone();
        words[region][chunk] = content;
        own[region][chunk] = true;
        return content;
    }

    @Override
    public int slotOf(long address) {
        for (int region = 0; region < bases.length; region++) {
            long offset = address - bases[region];
            if (Long.compareUnsigned(offset, sizes[region]) < 0) {
                int index = (int) (offset >>> shifts[region]);
                if ((long) index << shifts[region] != offset) {
                    break;
                }
                return region << INDEX_BITS | index;
            }
        }
        throw new BadAddressException(address);
    }

    @Override
    public long addressOf(int slot) {
        Region region = regions.get(slot >>> INDEX_BITS);
        return region.base() + (long) (slot & INDEX_MASK) * region.wordBytes();
    }

    /// The region that a slot lies in.
    public Region regionOf(int slot) {
        return regions.get(slot >>> INDEX_BITS);
    }

    /// Whether every word of both memories is the same; chunks never made count as zeros.
    public boolean sameContent(SimulatedMemory other) {
        if (abi != other.abi || !regions.equals(other.regions)) {
            return false;
        }
        for (int region = 0; region < words.length; region++) {
            int chunks = Math.max(words[region].length, other.words[region].length);
            for (int chunk = 0; chunk < chunks; chunk++) {
                if (!Arrays.equals(chunkOrZeros(region, chunk), other.chunkOrZeros(region, chunk))) {
                    return false;
                }
            }
        }
        return true;
    }

    private long[] chunkOrZeros(int region, int chunk) {
        long @Nullable [] content = chunk < words[region].length ? words[region][chunk] : null;
        return content == null ? ZEROS : content;
    }

    private static final long[] ZEROS = new long[CHUNK_WORDS];
}
