package org.vmalloscope.kernel.percpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.Vmalloc2632;
import org.vmalloscope.memory.SimulatedMemory;

/// One making of a first chunk, alone on a computer that was just switched on, and what came of it.
///
/// @param bug the BUG that ended it, if one did
/// @param ret the unit size in bytes, or a negative error
/// @param notes all that was told on the way
public record PercpuRun(
        Setup setup, Optional<String> bug, long ret, List<Note> notes, PercpuState state, List<VmStruct> vmlist) {
    private static final long ENOUGH = 1L << 40;

    public PercpuRun {
        notes = List.copyOf(notes);
        vmlist = List.copyOf(vmlist);
    }

    /// How the first chunk is made.
    public enum Mode {
        /// pcpu_embed_first_chunk: in one block of bootmem.
        EMBED,
        /// pcpu_setup_first_chunk as the allocator of single pages calls it: pages for the static area alone, no base
        /// address, and page tables.
        SETUP
    }

    /// What is given.
    ///
    /// @param bootmemBase where the large block of bootmem will be
    /// @param bootmemFails whether there is none
    public record Setup(
            PercpuKernel version,
            Machine machine,
            Mode mode,
            PossibleCpus cpus,
            FirstChunkRequest request,
            long bootmemBase,
            boolean bootmemFails) {}

    /// Makes it.
    public static PercpuRun of(Setup setup) {
        KernelConfig config = new KernelConfig(setup.machine(), setup.cpus().ids(), 0);
        SimulatedMemory memory = Vmalloc2632.powerOn(config);
        List<Note> notes = new ArrayList<>();
        Vmalloc2632 vmalloc = Vmalloc2632.onto(config, memory, notes::add);
        Kernel kernel = vmalloc.kernel();
        kernel.setBootmem(setup.bootmemBase(), setup.bootmemFails() ? 0 : ENOUGH);
        PercpuData data = PercpuData.layout(config);
        FirstChunk firstChunk = new FirstChunk(kernel, vmalloc, data, setup.version(), setup.cpus());
        Optional<String> bug = Optional.empty();
        long ret = 0;
        int populated = 0;
        try {
            switch (setup.mode()) {
                case EMBED ->
                    ret = new EmbedFirstChunk(kernel, data, setup.version(), setup.cpus(), firstChunk)
                            .embed(setup.request(), false);
                case SETUP -> {
                    SinglePages pages =
                            new SinglePages(FirstChunk.pages(setup.request().staticSize()));
                    ret = firstChunk.setup(pages, setup.request(), 0);
                    populated = pages.populated;
                }
            }
        } catch (KernelBug died) {
            bug = Optional.of(died.text());
        }
        PercpuState state = PercpuState.of(memory, config, data, populated);
        return new PercpuRun(
                setup, bug, ret, notes, state, Vmalloc2632.view(config, memory).vmlist());
    }

    /// Every return of bootmem, in order.
    public List<BootmemFreed> freed() {
        return notes.stream()
                .filter(BootmemFreed.class::isInstance)
                .map(BootmemFreed.class::cast)
                .toList();
    }

    /// Every copy of the static area, in order.
    public List<StaticCopied> copies() {
        return notes.stream()
                .filter(StaticCopied.class::isInstance)
                .map(StaticCopied.class::cast)
                .toList();
    }

    /// A page for each page of the static area, and none after; counts the page tables that are asked for.
    private static final class SinglePages implements FirstChunkPages {
        private final long pages;
        private long taken;
        private int populated;

        SinglePages(long pages) {
            this.pages = pages;
        }

        @Override
        public OptionalLong page(int cpu, long page) {
            return page < pages ? OptionalLong.of(++taken << Machine.PAGE_SHIFT) : OptionalLong.empty();
        }

        @Override
        public boolean populates() {
            return true;
        }

        @Override
        public void populate(long address) {
            populated++;
        }
    }

    /// The index of the slot list that a chunk is on; none when on none.
    static OptionalInt slotOf(PcpuChunk chunk, PercpuData data, KernelConfig config) {
        long next = chunk.memory().load(chunk.list());
        for (int slot = 0; slot < PercpuData.MOST_SLOTS; slot++) {
            if (next == data.slot(config, slot)) {
                return OptionalInt.of(slot);
            }
        }
        return OptionalInt.empty();
    }
}
