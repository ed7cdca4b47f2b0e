package org.vmalloscope.kernel;

import java.util.OptionalLong;
import org.vmalloscope.journal.Note.BootmemExhausted;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.BootmemTaken;
import org.vmalloscope.journal.NoteSink;

/// Memory for the boot code, before there is a slab: blocks of physical memory, by their address in the linear map.
///
/// Kernel: mm/bootmem.c. Small pieces, such as arrays of pointers, always are to be had; whether a large block is, and
/// where, was decided when the machine was switched on.
public final class Bootmem {
    private final Notebook notebook;
    private final Control control;
    private final AddressMap map;
    private final int pointerBytes;
    private final NoteSink notes;

    Bootmem(Notebook notebook, Control control, AddressMap map, int pointerBytes, NoteSink notes) {
        this.notebook = notebook;
        this.control = control;
        this.map = map;
        this.pointerBytes = pointerBytes;
        this.notes = notes;
    }

    /// A block of that many bytes, page aligned: its address; none when there is no room.
    public OptionalLong pages(long bytes) {
        return pages(bytes, Machine.PAGE_SIZE);
    }

    /// A block of that many bytes at a multiple of `align`, a power of two of at least a page.
    public OptionalLong pages(long bytes, long align) {
        long next = control.read(Control.BOOTMEM_NEXT);
        long start = align == Machine.PAGE_SIZE ? next : next + align - 1 & -align;
        long taken = start - next + bytes;
        if (Long.compareUnsigned(taken, control.read(Control.BOOTMEM_LEFT)) > 0) {
            notes.note(new BootmemExhausted(bytes));
            return OptionalLong.empty();
        }
        notes.note(new BootmemTaken(start, bytes));
        notebook.write(Control.BOOTMEM_NEXT, start + bytes);
        notebook.add(Control.BOOTMEM_LEFT, -taken);
        return OptionalLong.of(start);
    }

    /// Gives bytes back, perhaps 0 of them.
    public void free(long start, long bytes) {
        notes.note(new BootmemFreed(start, bytes));
    }

    /// An array of so many pointers, all NULL; its address.
    public long pointers(long count) {
        long bytes = count * pointerBytes;
        if (control.read(Control.BOOTMEM_ARRAYS) + bytes > AddressMap.ARRAY_BYTES) {
            throw new KernelBug("bootmem: no room for an array of " + count + " pointers");
        }
        long start = map.arrays() + control.read(Control.BOOTMEM_ARRAYS);
        notebook.add(Control.BOOTMEM_ARRAYS, bytes);
        return start;
    }
}
