package org.vmalloscope.trace.vmallocinfo;

import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/// A line of /proc/vmallocinfo.
///
/// @param line its number in the file, from 1
/// @param start where it begins: an address, a hash or 0, as the snapshot's [AddressMode] says
/// @param end the first address behind it, guard page included, or a hash or 0
/// @param size bytes, guard page included
/// @param caller `symbol+0x../0x..`, perhaps with a module in brackets, or an address; empty when it is not told
/// @param words what it is said to be
/// @param pages physical pages of it, when told
/// @param phys the physical address that is mapped, when told
/// @param nodes `N0=5 N1=2`: its pages on each node, or empty
public record Area(
        long line,
        long start,
        long end,
        long size,
        String caller,
        Set<AreaWord> words,
        OptionalLong pages,
        OptionalLong phys,
        String nodes) {
    private static final String PERCPU = "pcpu_get_vm_areas+";
    private static final long PAGE = 4096;

    public Area {
        words = Set.copyOf(words);
    }

    /// What it is for.
    public AreaKind kind() {
        return kind(caller, words);
    }

    /// Bytes of the guard page at its end: none where the kernel adds none.
    public long guardBytes() {
        return switch (kind()) {
            case VM_MAP_RAM, PERCPU, UNPURGED -> 0;
            case VMALLOC, VMAP, IOREMAP, DMA, SPARSE, OTHER -> size > PAGE ? PAGE : 0;
        };
    }

    private static AreaKind kind(String caller, Set<AreaWord> words) {
        if (words.contains(AreaWord.UNPURGED)) {
            return AreaKind.UNPURGED;
        }
        if (words.contains(AreaWord.VM_MAP_RAM)) {
            return AreaKind.VM_MAP_RAM;
        }
        if (caller.startsWith(PERCPU)) {
            return AreaKind.PERCPU;
        }
        if (words.contains(AreaWord.IOREMAP)) {
            return AreaKind.IOREMAP;
        }
        if (words.contains(AreaWord.DMA_COHERENT)) {
            return AreaKind.DMA;
        }
        if (words.contains(AreaWord.VMAP)) {
            return AreaKind.VMAP;
        }
        if (words.contains(AreaWord.VMALLOC)) {
            return AreaKind.VMALLOC;
        }
        return words.contains(AreaWord.SPARSE) ? AreaKind.SPARSE : AreaKind.OTHER;
    }

    static Set<AreaWord> words(int bits) {
        Set<AreaWord> words = EnumSet.noneOf(AreaWord.class);
        for (AreaWord word : AreaWord.values()) {
            if ((bits & word.bit()) != 0) {
                words.add(word);
            }
        }
        return words;
    }
}
