package org.vmalloscope.kernel.percpu;

import java.util.OptionalLong;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.SimulatedMemory;

/// Blocks of bootmem that were taken one by one, remembered in an array of pointers that stands in bootmem too.
///
/// Kernel: `pcpu4k_pages`, `pcpul_map` and `pages` of the functions that make a first chunk of pages.
final class PageArray {
    private final Kernel kernel;
    private final SimulatedMemory memory;
    private final long array;
    private final long blockBytes;
    private long taken;

    /// An array of `count` pointers, whose address is left at `place`, to blocks of so many bytes.
    PageArray(Kernel kernel, long place, long count, long blockBytes) {
        this.kernel = kernel;
        this.memory = kernel.memory();
        this.blockBytes = blockBytes;
        this.array = kernel.bootmem().pointers(count);
        memory.store(place, array);
    }

    /// Takes the next block, at a multiple of its size; none when there is no room: then all are given back.
    OptionalLong take() {
        OptionalLong block = kernel.bootmem().pages(blockBytes, blockBytes);
        block.ifPresent(address -> memory.store(word(taken++), address));
        if (block.isEmpty()) {
            while (taken > 0) {
                kernel.bootmem().free(at(--taken), blockBytes);
            }
        }
        return block;
    }

    /// The address of a block.
    long at(long index) {
        return memory.load(word(index));
    }

    private long word(long index) {
        return array + index * memory.abi().wordBytes();
    }

    /// Copies the part of the static area that belongs into a page of a CPU's unit; the rest stays empty.
    void copyStatic(int cpu, long page, long address, long staticSize) {
        long bytes = Math.min(Machine.PAGE_SIZE, staticSize - (page << Machine.PAGE_SHIFT));
        if (bytes > 0) {
            kernel.notes().note(new Note.StaticCopied(cpu, address, bytes));
        }
    }
}
