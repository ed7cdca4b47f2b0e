package org.vmalloscope.kernel.percpu;

import org.vmalloscope.journal.Note.PageTableMade;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.BadAddressException;

/// The page tables for the addresses of one first chunk in vmalloc space: one is made when an address is the first to
/// need it.
///
/// Kernel: `populate_extra_pte`, arch/x86/mm. An address that no memory of the simulator stands for is an oops.
final class ChunkTables {
    private static final int LP64_SHIFT = 21;
    private static final int ILP32_SHIFT = 22;

    private final Kernel kernel;
    private long last;

    ChunkTables(Kernel kernel) {
        this.kernel = kernel;
    }

    void populate(long address) {
        try {
            kernel.memory().slotOf(address);
        } catch (BadAddressException nowhere) {
            throw new KernelBug("oops: access to 0x" + Long.toHexString(address));
        }
        int shift = kernel.machine().abi() == Abi.LP64 ? LP64_SHIFT : ILP32_SHIFT;
        if (address >>> shift != last) {
            last = address >>> shift;
            kernel.notes().note(new PageTableMade(last << shift));
        }
    }
}
