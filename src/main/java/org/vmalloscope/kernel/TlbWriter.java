package org.vmalloscope.kernel;

import java.util.OptionalInt;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.SimulatedMemory;

/// The TLBs at work: they are filled by reads, and emptied by flushes alone.
///
/// Every store is a part of the note that came before: of the read, of the unmapping, of the flush.
public final class TlbWriter {
    private final SimulatedMemory memory;
    private final KernelConfig config;
    private final Control control;
    private final Notebook notebook;
    private final NoteSink notes;
    private final Tlbs tlbs;

    TlbWriter(SimulatedMemory memory, KernelConfig config, Control control, Notebook notebook, NoteSink notes) {
        this.memory = memory;
        this.config = config;
        this.control = control;
        this.notebook = notebook;
        this.notes = notes;
        this.tlbs = new Tlbs(memory, new AddressMap(config.machine()));
    }

    /// The current CPU reads an address; `mapped` is whether its page is present.
    Touch touch(long address, boolean mapped) {
        int cpu = control.currentCpu();
        long page = address & Machine.PAGE_MASK;
        OptionalInt known = page == 0 ? OptionalInt.empty() : tlbs.find(cpu, page);
        Touch outcome;
        if (known.isPresent()) {
            outcome = tlbs.isStale(cpu, known.getAsInt()) ? Touch.STALE : Touch.HIT;
        } else {
            outcome = mapped ? Touch.FILLED : Touch.FAULT;
        }
        notes.note(new PageTouched(cpu, address, outcome));
        if (outcome == Touch.FILLED) {
            fill(cpu, page);
        }
        return outcome;
    }

    private void fill(int cpu, long page) {
        long fills = memory.load(tlbs.fills(cpu));
        long entry = tlbs.entry(cpu, (int) (fills % Tlbs.ENTRIES));
        memory.storeQuietly(entry, page);
        memory.storeQuietly(entry + Tlbs.WORD, 0);
        memory.storeQuietly(tlbs.fills(cpu), fills + 1);
        notebook.write(Control.TLB_USED, 1);
    }

    /// Pages are no longer present: what CPUs know of them is stale.
    void unmapped(long start, long end) {
        change(start, end, false);
    }

    /// All CPUs forget what they know of a range.
    void flush(long start, long end) {
        change(start, end, true);
    }

    private void change(long start, long end, boolean forget) {
        if (control.read(Control.TLB_USED) == 0) {
            return;
        }
        for (int cpu = 0; cpu < config.cpus(); cpu++) {
            for (int index = 0; index < Tlbs.ENTRIES && memory.load(tlbs.fills(cpu)) != 0; index++) {
                long page = tlbs.page(cpu, index);
                boolean inside =
                        page != 0 && Long.compareUnsigned(page, start) >= 0 && Long.compareUnsigned(page, end) < 0;
                if (inside) {
                    memory.storeQuietly(tlbs.entry(cpu, index) + (forget ? 0 : Tlbs.WORD), forget ? 0 : 1);
                }
            }
        }
    }
}
