package org.vmalloscope.rules;

import java.util.List;
import java.util.Locale;

/// Something about these kernels that is odd, and to be seen in a memory.
///
/// @param objects the addresses of the objects that show it
/// @param count how often it is to be seen
public record Oddity(Kind kind, List<Long> objects, int count) {
    public Oddity {
        objects = List.copyOf(objects);
    }

    /// What is odd.
    public enum Kind {
        /// vmalloc_init leaves `private` of what it imports NULL.
        IMPORTED,
        /// VM_ALLOC of an early vm_struct and VM_LAZY_FREEING of an area are the same bit.
        ALLOC_READS_AS_FREEING,
        /// One page between neighbours is never used.
        GAP_PAGE,
        /// Early areas make vmlist descend.
        VMLIST_DESCENDS,
        /// A page of a block is handed out once.
        BLOCK_PAGE_ONCE,
        /// A full block is on no list, where vm_unmap_aliases would find its dirty pages.
        FULL_BLOCK_SKIPPED,
        /// `private` of a lazily freed area leads to freed memory.
        PRIVATE_DANGLES,
        /// The pages of a lazily freed area are still mapped.
        LAZY_MAPPED,
        /// An area that is off the list still leads into it.
        STALE_LINKS,
        /// A CPU still knows a page that is unmapped.
        STALE_TLB,
        /// vmap_lazy_nr counts pages twice.
        COUNTED_TWICE;

        /// The kind in names of resources: `gap-page`.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
