package org.vmalloscope.kernel;

import java.util.Optional;
import java.util.Set;

/// An area as a real kernel told of it, at the address where it had it.
///
/// @param address where it begins, a multiple of the page size
/// @param size bytes, guard page included; not 0, and a multiple of the page size
/// @param kind what it is for
/// @param words what else is said of it
/// @param pages physical pages of it; 0 when none are told
/// @param phys the physical address that is mapped; 0 when none is told
/// @param caller who asked for it, as the kernel printed it, without blanks
public record ImportedArea(
        long address, long size, Kind kind, Set<Word> words, long pages, long phys, Optional<String> caller) {
    /// What an area is for: one of these.
    public enum Kind {
        VMALLOC("vmalloc"),
        IOREMAP("ioremap"),
        VMAP("vmap"),
        /// A chunk of the per-CPU allocator, which has no guard page.
        PERCPU("percpu"),
        /// An area with a vm_struct that says nothing of its kind.
        OTHER("other"),
        /// Pages of vm_map_ram that are no part of a block: an area without a vm_struct.
        VM_MAP_RAM("vm_map_ram"),
        /// An area that was freed and waits for a purge.
        UNPURGED("unpurged");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// The word used in scenarios.
        public String label() {
            return label;
        }

        /// Whether such an area has a vm_struct.
        public boolean hasVm() {
            return this != VM_MAP_RAM && this != UNPURGED;
        }

        /// Whether the last page of such an area is a guard page.
        public boolean hasGuard() {
            return hasVm() && this != PERCPU;
        }
    }

    /// What else can be said of an area.
    public enum Word {
        USER("user"),
        VPAGES("vpages"),
        /// Mapped bit by bit; 2.6.32 has no flag for it.
        SPARSE("sparse"),
        /// Memory for devices; 2.6.32 has no flag for it.
        DMA_COHERENT("dma-coherent");

        private final String label;

        Word(String label) {
            this.label = label;
        }

        /// The word used in scenarios.
        public String label() {
            return label;
        }
    }

    public ImportedArea {
        words = Set.copyOf(words);
        if (size == 0 || ((address | size) & ~Machine.PAGE_MASK) != 0) {
            throw new IllegalArgumentException("not whole pages: " + size + " bytes at " + address);
        }
    }

    /// The first address behind it.
    public long end() {
        return address + size;
    }

    /// The first address behind its usable pages.
    public long bodyEnd() {
        return kind.hasGuard() && size > Machine.PAGE_SIZE ? end() - Machine.PAGE_SIZE : end();
    }
}
