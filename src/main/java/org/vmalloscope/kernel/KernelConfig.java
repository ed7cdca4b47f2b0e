package org.vmalloscope.kernel;

/// The simulated computer: its machine, possible (and online) CPUs 0 to `cpus` - 1, and physical memory in pages.
public record KernelConfig(Machine machine, int cpus, long ramPages) {
    public KernelConfig {
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
