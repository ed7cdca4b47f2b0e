package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.size;

import java.util.OptionalLong;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;

/// Puts the units into single pages and maps them side by side in vmalloc space.
///
/// Kernel: `pcpu_page_first_chunk`, mm/percpu.c, 2.6.32. It registers a vm_struct of its own, maps all pages of all
/// units, and hands the address on.
final class PageFirstChunk {
    private final Kernel kernel;
    private final PercpuData data;
    private final PossibleCpus cpus;
    private final FirstChunk firstChunk;

    PageFirstChunk(Kernel kernel, PercpuData data, PossibleCpus cpus, FirstChunk firstChunk) {
        this.kernel = kernel;
        this.data = data;
        this.cpus = cpus;
        this.firstChunk = firstChunk;
    }

    /// pcpu_page_first_chunk: the size of a unit in bytes, or -ENOMEM.
    long pageFirstChunk(BootSetup setup) {
        kernel.enter("pcpu_page_first_chunk", size("reserved_size", setup.reservedSize()));
        kernel.line("unit");
        long needed = setup.staticSize() + setup.reservedSize();
        long unit = Math.max(FirstChunk.pages(needed) << Machine.PAGE_SHIFT, FirstChunk.MIN_UNIT);
        long perCpu = unit >> Machine.PAGE_SHIFT;
        kernel.line("array", size("unit", unit));
        PageArray pages = new PageArray(kernel, data.singlePages(), cpus.count() * perCpu, Machine.PAGE_SIZE);
        for (long page = 0; page < cpus.count() * perCpu; page++) {
            kernel.line("take", count("page", page));
            if (pages.take().isEmpty()) {
                return kernel.leave("pcpu_page_first_chunk", FirstChunk.result(EmbedFirstChunk.ENOMEM));
            }
        }
        kernel.line("early");
        long addr = firstChunk.register(data.singlePagesVm(), cpus.count() * unit, Machine.PAGE_SIZE);
        map(pages, addr, perCpu, setup.staticSize());
        long dynamic = (FirstChunk.pages(needed) << Machine.PAGE_SHIFT) - needed;
        FirstChunkRequest request = new FirstChunkRequest(setup.staticSize(), setup.reservedSize(), dynamic, unit);
        kernel.line("setup", address("addr", addr));
        long ret = firstChunk.setup(new Source(pages, perCpu), request, addr);
        kernel.line("return", FirstChunk.result(ret));
        return kernel.leave("pcpu_page_first_chunk", FirstChunk.result(ret));
    }

    private void map(PageArray pages, long addr, long perCpu, long staticSize) {
        ChunkTables tables = new ChunkTables(kernel);
        for (int cpu : cpus.ascending()) {
            kernel.line("each", count("cpu", cpu));
            kernel.line("tables");
            long unit = addr + (cpu * perCpu << Machine.PAGE_SHIFT);
            for (long page = 0; page < perCpu; page++) {
                tables.populate(unit + (page << Machine.PAGE_SHIFT));
            }
            kernel.line("map");
            kernel.pageTables().map(unit, unit + (perCpu << Machine.PAGE_SHIFT));
            kernel.line("copy");
            for (long page = 0; page < perCpu; page++) {
                pages.copyStatic(cpu, page, unit + (page << Machine.PAGE_SHIFT), staticSize);
            }
        }
    }

    /// All pages of all units, CPU after CPU.
    private record Source(PageArray pages, long perCpu) implements FirstChunkPages {
        @Override
        public OptionalLong page(int cpu, long page) {
            return page < perCpu ? OptionalLong.of(pages.at(cpu * perCpu + page)) : OptionalLong.empty();
        }

        @Override
        public boolean populates() {
            return false;
        }
    }
}
