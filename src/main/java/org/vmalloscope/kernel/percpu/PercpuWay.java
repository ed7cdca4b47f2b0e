package org.vmalloscope.kernel.percpu;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A way to make the first chunk, as a scenario names it.
public enum PercpuWay {
    /// Embedding that hands on a NULL base address, as articles draw it.
    EMBED_AUTO("embed-auto", PercpuKernel.V2_6_31, PercpuKernel.V2_6_32),
    /// In one block of bootmem, which the linear map maps already.
    EMBED("embed", PercpuKernel.V2_6_31, PercpuKernel.V2_6_32),
    /// In single pages, mapped side by side: setup_pcpu_4k.
    SINGLE_PAGES("4k", PercpuKernel.V2_6_31),
    /// In a large page for each CPU: setup_pcpu_lpage.
    LARGE_PAGES("lpage", PercpuKernel.V2_6_31),
    /// In single pages, mapped side by side: pcpu_page_first_chunk.
    PAGE("page", PercpuKernel.V2_6_32);

    private final String label;
    private final Set<PercpuKernel> kernels;

    PercpuWay(String label, PercpuKernel... kernels) {
        this.label = label;
        this.kernels = Set.of(kernels);
    }

    /// The word of the scenario language.
    public String label() {
        return label;
    }

    /// The way of that word.
    public static Optional<PercpuWay> named(String label) {
        return Arrays.stream(values()).filter(way -> way.label.equals(label)).findFirst();
    }

    /// The ways of a kernel.
    public static List<PercpuWay> of(PercpuKernel kernel) {
        return Arrays.stream(values()).filter(way -> way.isOf(kernel)).toList();
    }

    /// Whether a kernel has it.
    public boolean isOf(PercpuKernel kernel) {
        return kernels.contains(kernel);
    }
}
