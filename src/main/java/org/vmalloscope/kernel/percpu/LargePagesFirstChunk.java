package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.size;

import java.util.OptionalLong;
import org.vmalloscope.journal.Note;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Machine;

/// Puts each unit into a large page of its own, remapped side by side in vmalloc space.
///
/// Kernel: `setup_pcpu_lpage`, arch/x86, 2.6.31. It registers a vm_struct of its own before it hands the address on;
/// what a unit does not need of its large page goes back to bootmem.
final class LargePagesFirstChunk {
    /// Bytes of a large page. Kernel: `PMD_SIZE`.
    static final long PMD_SIZE = 2 << 20;

    private final Kernel kernel;
    private final PercpuData data;
    private final PossibleCpus cpus;
    private final FirstChunk firstChunk;

    LargePagesFirstChunk(Kernel kernel, PercpuData data, PossibleCpus cpus, FirstChunk firstChunk) {
        this.kernel = kernel;
        this.data = data;
        this.cpus = cpus;
        this.firstChunk = firstChunk;
    }

    /// setup_pcpu_lpage: the size of a unit in bytes, or -ENOMEM.
    long setupPcpuLpage(BootSetup setup) {
        kernel.enter("setup_pcpu_lpage", size("static_size", setup.staticSize()));
        kernel.line("size");
        long whole = FirstChunk.pages(setup.request().sum()) << Machine.PAGE_SHIFT;
        kernel.line("array", size("size", whole));
        PageArray map = new PageArray(kernel, data.largePages(), cpus.count(), PMD_SIZE);
        for (int cpu : cpus.ascending()) {
            kernel.line("each", count("cpu", cpu));
            kernel.line("take");
            OptionalLong taken = map.take();
            if (taken.isEmpty()) {
                return kernel.leave("setup_pcpu_lpage", FirstChunk.result(EmbedFirstChunk.ENOMEM));
            }
            kernel.line("back");
            kernel.bootmem().free(taken.getAsLong() + whole, PMD_SIZE - whole);
            kernel.line("copy");
            kernel.notes().note(new Note.StaticCopied(cpu, taken.getAsLong(), setup.staticSize()));
        }
        kernel.line("early");
        long addr = firstChunk.register(data.largePagesVm(), cpus.count() * PMD_SIZE, PMD_SIZE);
        kernel.line("map", address("addr", addr));
        ChunkTables tables = new ChunkTables(kernel);
        for (int cpu : cpus.ascending()) {
            long unit = addr + cpu * PMD_SIZE;
            kernel.line("large", count("cpu", cpu));
            tables.populate(unit);
            kernel.pageTables().map(unit, unit + PMD_SIZE);
        }
        long dynamic = whole - setup.staticSize() - setup.reservedSize();
        FirstChunkRequest request = new FirstChunkRequest(setup.staticSize(), setup.reservedSize(), dynamic, PMD_SIZE);
        kernel.line("setup");
        long ret = firstChunk.setup(new Source(map, whole), request, addr);
        kernel.line("return", FirstChunk.result(ret));
        return kernel.leave("setup_pcpu_lpage", FirstChunk.result(ret));
    }

    /// The pages of a large page that its unit needs.
    private record Source(PageArray map, long whole) implements FirstChunkPages {
        @Override
        public OptionalLong page(int cpu, long page) {
            long offset = page << Machine.PAGE_SHIFT;
            return offset < whole ? OptionalLong.of(map.at(cpu) + offset) : OptionalLong.empty();
        }

        @Override
        public boolean populates() {
            return false;
        }
    }
}
