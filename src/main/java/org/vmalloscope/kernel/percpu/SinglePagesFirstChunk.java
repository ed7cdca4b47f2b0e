package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.size;

import java.util.OptionalLong;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;

/// Puts the static area into single pages and lets pcpu_setup_first_chunk find addresses for them.
///
/// Kernel: `setup_pcpu_4k`, arch/x86, 2.6.31. Only the static area has pages; the rest of each unit gets them when it
/// is first used.
final class SinglePagesFirstChunk {
    private final Kernel kernel;
    private final PercpuData data;
    private final PossibleCpus cpus;
    private final FirstChunk firstChunk;

    SinglePagesFirstChunk(Kernel kernel, PercpuData data, PossibleCpus cpus, FirstChunk firstChunk) {
        this.kernel = kernel;
        this.data = data;
        this.cpus = cpus;
        this.firstChunk = firstChunk;
    }

    /// setup_pcpu_4k: the size of a unit in bytes, or -ENOMEM.
    long setupPcpu4k(BootSetup setup) {
        kernel.enter("setup_pcpu_4k", size("static_size", setup.staticSize()));
        kernel.line("pages");
        long perCpu = FirstChunk.pages(setup.staticSize());
        kernel.line("array", count("per_cpu", perCpu));
        PageArray pages = new PageArray(kernel, data.pagesOf4k(), cpus.count() * perCpu, Machine.PAGE_SIZE);
        for (int cpu : cpus.ascending()) {
            for (long page = 0; page < perCpu; page++) {
                kernel.line("each", count("cpu", cpu), count("page", page));
                kernel.line("take");
                OptionalLong taken = pages.take();
                if (taken.isEmpty()) {
                    return kernel.leave("setup_pcpu_4k", FirstChunk.result(EmbedFirstChunk.ENOMEM));
                }
                kernel.line("copy");
                pages.copyStatic(cpu, page, taken.getAsLong(), setup.staticSize());
            }
        }
        FirstChunkRequest request = new FirstChunkRequest(setup.staticSize(), setup.reservedSize(), -1, -1);
        kernel.line("setup");
        long ret = firstChunk.setup(new Source(pages, perCpu, new ChunkTables(kernel)), request, 0);
        kernel.line("return", FirstChunk.result(ret));
        return kernel.leave("setup_pcpu_4k", FirstChunk.result(ret));
    }

    /// The pages of the static area, CPU after CPU.
    private record Source(PageArray pages, long perCpu, ChunkTables tables) implements FirstChunkPages {
        @Override
        public OptionalLong page(int cpu, long page) {
            return page < perCpu ? OptionalLong.of(pages.at(cpu * perCpu + page)) : OptionalLong.empty();
        }

        @Override
        public boolean populates() {
            return true;
        }

        @Override
        public void populate(long address) {
            tables.populate(address);
        }
    }
}
