package org.vmalloscope.kernel.percpu;

import java.util.OptionalLong;

/// Where the pages of the first chunk come from. Kernel: `pcpu_get_page_fn_t` and `pcpu_populate_pte_fn_t`.
public interface FirstChunkPages {
    /// The address, in the linear map, of a page of a CPU's unit; none from the first page on that is not there.
    OptionalLong page(int cpu, long page);

    /// Whether page tables have to be made for the chunk's addresses.
    boolean populates();

    /// A page table is made for an address.
    default void populate(long address) {
        throw new IllegalStateException("no page tables are made for " + Long.toHexString(address));
    }
}
