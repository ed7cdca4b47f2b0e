package org.vmalloscope.kernel.percpu;

import java.util.List;
import java.util.stream.IntStream;

/// The CPUs that may ever be there, as a mask: bit n for CPU n. Kernel: `cpu_possible_mask`.
public record PossibleCpus(long mask) {
    /// Refuses an empty mask with [IllegalArgumentException].
    public PossibleCpus {
        if (mask == 0) {
            throw new IllegalArgumentException("no CPU is possible");
        }
    }

    /// CPUs 0 to `count` - 1.
    public static PossibleCpus first(int count) {
        return new PossibleCpus(count == Long.SIZE ? -1 : (1L << count) - 1);
    }

    boolean has(int cpu) {
        return (mask >>> cpu & 1) != 0;
    }

    int count() {
        return Long.bitCount(mask);
    }

    /// The highest possible CPU number, plus one. Kernel: `nr_cpu_ids`.
    public int ids() {
        return Long.SIZE - Long.numberOfLeadingZeros(mask);
    }

    List<Integer> ascending() {
        return IntStream.range(0, ids()).filter(this::has).boxed().toList();
    }
}
