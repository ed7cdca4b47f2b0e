package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vmalloscope.memory.MemoryReader;

/// What the TLBs of all CPUs know about vmalloc space, as a reader of the simulator's notebook finds it.
///
/// Each CPU remembers up to 64 translations, as real ones remember few; a new one takes the place of the oldest. An
/// entry is stale when its page was unmapped since: until a flush the CPU still uses it.
public final class Tlbs {
    /// Translations that a CPU remembers.
    public static final int ENTRIES = 64;

    static final int WORD = AddressMap.NOTEBOOK_WORD;
    static final int ENTRY_BYTES = 2 * WORD;
    private static final long CPU_BYTES = 4096;

    private final MemoryReader memory;
    private final long base;

    Tlbs(MemoryReader memory, AddressMap map) {
        this.memory = memory;
        this.base = map.tlbs();
    }

    /// A translation that a CPU remembers.
    ///
    /// @param page the address of the page
    /// @param stale whether it was unmapped since
    public record Entry(long page, boolean stale) {}

    /// The word that counts how often a CPU filled an entry.
    long fills(int cpu) {
        return base + cpu * CPU_BYTES;
    }

    long entry(int cpu, int index) {
        return fills(cpu) + ENTRY_BYTES + (long) index * ENTRY_BYTES;
    }

    /// The page in an entry; 0 for none.
    long page(int cpu, int index) {
        return memory.load(entry(cpu, index));
    }

    boolean isStale(int cpu, int index) {
        return memory.load(entry(cpu, index) + WORD) != 0;
    }

    /// The entry that knows a page.
    OptionalInt find(int cpu, long page) {
        for (int index = 0; index < ENTRIES; index++) {
            if (page(cpu, index) == page) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /// What a CPU remembers, in the order of its entries.
    public List<Entry> of(int cpu) {
        List<Entry> entries = new ArrayList<>();
        if (memory.load(fills(cpu)) == 0) {
            return entries;
        }
        for (int index = 0; index < ENTRIES; index++) {
            if (page(cpu, index) != 0) {
                entries.add(new Entry(page(cpu, index), isStale(cpu, index)));
            }
        }
        return entries;
    }
}
