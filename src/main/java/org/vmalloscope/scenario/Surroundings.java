package org.vmalloscope.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.PercpuKernel;

/// What the lines read so far have settled for the ones to come: the machine, the kernel and the names.
///
/// Until the machine is known, nothing is refused that some machine would take.
final class Surroundings {
    private final NameTable names = new NameTable();
    /// The end and the line of each imported area, by its start.
    private final TreeMap<Long, long[]> placed = new TreeMap<>(Long::compareUnsigned);
    private Machine machine = Machine.X86_64;
    private int cpus = Machine.X86_64.nrCpus();

    private PercpuKernel kernel = PercpuKernel.V2_6_32;

    /// The kernel whose boot code is played.
    PercpuKernel kernel() {
        return kernel;
    }

    void setKernel(PercpuKernel kernel) {
        this.kernel = kernel;
    }

    /// Takes an imported area's range; what stands against it, when something does.
    Optional<String> place(long start, long end, int line) {
        Map.Entry<Long, long[]> below = placed.lowerEntry(end);
        if (below != null && Long.compareUnsigned(below.getValue()[0], start) > 0) {
            return Optional.of("this area overlaps the one of line " + below.getValue()[1]);
        }
        placed.put(start, new long[] {end, line});
        return Optional.empty();
    }

    NameTable names() {
        return names;
    }

    Machine machine() {
        return machine;
    }

    /// The number of CPUs, or the most there can be when the scenario does not say it properly.
    int cpus() {
        return cpus;
    }

    void setMachine(Machine machine) {
        this.machine = machine;
        this.cpus = machine.nrCpus();
    }

    void setCpus(int cpus) {
        this.cpus = cpus;
    }
}
