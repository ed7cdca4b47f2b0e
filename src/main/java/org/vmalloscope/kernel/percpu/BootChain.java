package org.vmalloscope.kernel.percpu;

import static org.vmalloscope.journal.Argument.size;

import org.vmalloscope.journal.Note.Remark;
import org.vmalloscope.journal.Note.Remarked;
import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.Allocator;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;

/// The boot of a simulated kernel, from start_kernel to vmalloc_init: what makes the first chunk and vmalloc ready is
/// played, the rest is named.
///
/// Kernel: `start_kernel` and `mm_init` of init/main.c; `setup_per_cpu_areas` of mm/percpu.c and of x86, 2.6.31 and
/// 2.6.32. Kernels of x86 try single pages before they give up; this one, like the generic one, panics at once.
public final class BootChain {
    private static final String PANIC = "Failed to initialized percpu areas.";

    private final Kernel kernel;
    private final Allocator vmalloc;
    private final PercpuKernel version;
    private final BootSetup setup;
    private final PercpuData data;
    private final PossibleCpus cpus;
    private final FirstChunk firstChunk;

    public BootChain(Kernel kernel, Allocator vmalloc, PercpuKernel version, BootSetup setup) {
        this.kernel = kernel;
        this.vmalloc = vmalloc;
        this.version = version;
        this.setup = setup;
        this.data = PercpuData.layout(kernel.config());
        this.cpus = PossibleCpus.first(kernel.config().cpus());
        this.firstChunk = new FirstChunk(kernel, vmalloc, data, version, cpus);
    }

    /// start_kernel. A first chunk that cannot be made is a panic: a [KernelBug].
    public void startKernel() {
        kernel.enter("start_kernel");
        kernel.line("arch");
        setupArch();
        kernel.line("percpu");
        setupPerCpuAreas();
        kernel.line("mm");
        mmInit();
        kernel.leave("start_kernel");
    }

    private void setupArch() {
        AddressMap map = new AddressMap(kernel.machine());
        kernel.enter("setup_arch");
        kernel.notes().note(new Remarked(Remark.NOT_PLAYED));
        kernel.setBootmem(map.bootmem(), setup.bootmem().orElse(map.bootmemBytes()));
        kernel.leave("setup_arch");
    }

    private void setupPerCpuAreas() {
        kernel.enter("setup_per_cpu_areas");
        kernel.line("way");
        long ret = makeFirstChunk();
        kernel.line("failed", FirstChunk.result(ret));
        if (ret < 0) {
            kernel.line("panic");
            throw new KernelBug(PANIC);
        }
        kernel.line("found");
        kernel.leave("setup_per_cpu_areas");
    }

    private long makeFirstChunk() {
        EmbedFirstChunk embed = new EmbedFirstChunk(kernel, data, version, cpus, firstChunk);
        return switch (setup.way()) {
            case EMBED_AUTO -> embed.embed(setup.request(), true);
            case EMBED -> version == PercpuKernel.V2_6_31 ? setupPcpuEmbed(embed) : embed.embed(setup.request(), false);
            case SINGLE_PAGES -> new SinglePagesFirstChunk(kernel, data, cpus, firstChunk).setupPcpu4k(setup);
            case LARGE_PAGES -> new LargePagesFirstChunk(kernel, data, cpus, firstChunk).setupPcpuLpage(setup);
            case PAGE -> new PageFirstChunk(kernel, data, cpus, firstChunk).pageFirstChunk(setup);
        };
    }

    private long setupPcpuEmbed(EmbedFirstChunk embed) {
        kernel.enter("setup_pcpu_embed", size("static_size", setup.staticSize()));
        kernel.line("embed");
        long ret = embed.embed(setup.request(), false);
        kernel.line("return", FirstChunk.result(ret));
        return kernel.leave("setup_pcpu_embed", FirstChunk.result(ret));
    }

    private void mmInit() {
        kernel.enter("mm_init");
        kernel.line("mem");
        named("mem_init");
        kernel.line("slab");
        named("kmem_cache_init");
        kernel.line("vmalloc");
        vmalloc.init();
        kernel.leave("mm_init");
    }

    private void named(String function) {
        kernel.enter(function);
        kernel.notes().note(new Remarked(Remark.NOT_PLAYED));
        kernel.leave(function);
    }
}
