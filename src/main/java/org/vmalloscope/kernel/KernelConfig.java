package org.vmalloscope.kernel;

import java.util.List;

/// The simulated computer: its machine, possible (and online) CPUs 0 to `cpus` - 1, and physical memory in pages.
///
/// @param callers functions outside of vmalloc that imported areas name as their callers; they have addresses
public record KernelConfig(Machine machine, int cpus, long ramPages, List<String> callers) {
    /// A computer whose kernel knows no callers but its own.
    public KernelConfig(Machine machine, int cpus, long ramPages) {
        this(machine, cpus, ramPages, List.of());
    }

    public KernelConfig {
        callers = List.copyOf(callers);
        if (cpus < 1 || cpus > machine.nrCpus()) {
            throw new IllegalArgumentException("between 1 and " + machine.nrCpus() + " CPUs, not " + cpus);
        }
        if (ramPages < 0) {
            throw new IllegalArgumentException("a negative amount of memory");
        }
    }

    /// Pages that may be lazily freed before a purge starts.
    public int lazyMaxPages() {
        return Machine.lazyMaxPages(cpus);
    }
}
