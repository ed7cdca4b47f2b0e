package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;

import java.util.Locale;
import java.util.OptionalLong;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.SimulatedMemory;

/// Puts the first chunk into one block of bootmem, which the linear map maps already.
///
/// Kernel: `pcpu_embed_first_chunk`, mm/percpu.c, 2.6.30 to 2.6.32.
final class EmbedFirstChunk {
    /// No memory.
    static final long ENOMEM = -12;

    private final Kernel kernel;
    private final PercpuData data;
    private final PercpuKernel version;
    private final PossibleCpus cpus;
    private final FirstChunk firstChunk;
    private final SimulatedMemory memory;

    EmbedFirstChunk(Kernel kernel, PercpuData data, PercpuKernel version, PossibleCpus cpus, FirstChunk firstChunk) {
        this.kernel = kernel;
        this.data = data;
        this.version = version;
        this.cpus = cpus;
        this.firstChunk = firstChunk;
        this.memory = kernel.memory();
    }

    /// pcpu_embed_first_chunk: the size of a unit in bytes, or -ENOMEM.
    ///
    /// With `auto` a NULL base address is handed on, as articles draw it and no kernel did; then the pages of
    /// the block are mapped a second time, in vmalloc space.
    long embed(FirstChunkRequest asked, boolean auto) {
        enter(asked);
        kernel.line("size");
        long whole = FirstChunk.pages(asked.sum()) << Machine.PAGE_SHIFT;
        memory.store(data.embeddedSize(), whole);
        long dynamic = asked.dynSize() == 0 ? 0 : whole - asked.staticSize() - asked.reservedSize();
        kernel.line("unit", size("size", whole));
        boolean chosen = asked.unitSize() >= 0;
        FirstChunk.bugOn(chosen && asked.unitSize() < whole, version.lines().embeddedUnitTooSmall());
        long unit = chosen ? asked.unitSize() : Math.max(whole, FirstChunk.MIN_UNIT);
        memory.store(data.embeddedUnit(), unit);
        long bytes = firstChunk.units() * unit;
        kernel.line("take", size("unit", unit));
        OptionalLong block = kernel.bootmem().pages(bytes);
        if (block.isEmpty()) {
            kernel.line("none");
            if (version.tells() && version.countsImpossibleCpus()) {
                kernel.print(Note.Level.WARNING, "PERCPU: failed to allocate " + bytes + " bytes for embedding");
            }
            return kernel.leave("pcpu_embed_first_chunk", FirstChunk.result(ENOMEM));
        }
        kernel.line("keep", address("block", block.getAsLong()));
        memory.store(data.embeddedBlock(), block.getAsLong());
        fill(block.getAsLong(), whole, unit, asked.staticSize());
        if (version.tells()) {
            kernel.line("print");
            kernel.print(
                    Note.Level.INFO,
                    "PERCPU: Embedded " + (whole >> Machine.PAGE_SHIFT) + " pages at " + pointer(block.getAsLong())
                            + ", static data " + asked.staticSize() + " bytes");
        }
        if (auto) {
            kernel.line("auto", address("block", 0));
            kernel.notes().note(new Note.Remarked(Note.Remark.STOCK_KERNELS_HAND_ON_THE_BLOCK));
        }
        FirstChunkRequest handedOn = new FirstChunkRequest(asked.staticSize(), asked.reservedSize(), dynamic, unit);
        kernel.line("setup");
        long result = firstChunk.setup(
                new Source(memory, data, auto, new ChunkTables(kernel)), handedOn, auto ? 0 : block.getAsLong());
        kernel.line("return", FirstChunk.result(result));
        return kernel.leave("pcpu_embed_first_chunk", FirstChunk.result(result));
    }

    private void enter(FirstChunkRequest asked) {
        if (version == PercpuKernel.V2_6_32) {
            kernel.enter(
                    "pcpu_embed_first_chunk",
                    size("reserved_size", asked.reservedSize()),
                    number("dyn_size", asked.dynSize()),
                    size("atom_size", Machine.PAGE_SIZE));
            return;
        }
        kernel.enter(
                "pcpu_embed_first_chunk",
                size("static_size", asked.staticSize()),
                size("reserved_size", asked.reservedSize()),
                number("dyn_size", asked.dynSize()),
                number("unit_size", asked.unitSize()));
    }

    /// Gives back what no CPU needs of its unit, and copies the static area into it.
    private void fill(long block, long whole, long unit, long staticSize) {
        for (int index = 0; index < firstChunk.units(); index++) {
            long start = block + index * unit;
            kernel.line("each", count("index", index));
            if (!version.countsImpossibleCpus() || cpus.has(index)) {
                kernel.line("back");
                kernel.bootmem().free(start + whole, unit - whole);
                kernel.line("copy");
                kernel.notes().note(new Note.StaticCopied(index, start, staticSize));
            } else {
                kernel.bootmem().free(start, unit);
            }
        }
    }

    private String pointer(long address) {
        int digits = memory.abi() == Abi.LP64 ? 16 : 8;
        return String.format(Locale.ROOT, "%0" + digits + "x", address);
    }

    /// The pages of the block, unit after unit.
    private record Source(SimulatedMemory memory, PercpuData data, boolean populates, ChunkTables tables)
            implements FirstChunkPages {
        @Override
        public OptionalLong page(int cpu, long page) {
            long offset = page << Machine.PAGE_SHIFT;
            if (offset >= memory.load(data.embeddedSize())) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(memory.load(data.embeddedBlock()) + cpu * memory.load(data.embeddedUnit()) + offset);
        }

        @Override
        public void populate(long address) {
            tables.populate(address);
        }
    }
}
