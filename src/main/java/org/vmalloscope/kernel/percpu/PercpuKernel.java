package org.vmalloscope.kernel.percpu;

/// The kernel whose first-chunk allocator is played.
///
/// The older two differ in how they count units when some CPU numbers are impossible, in the limit of the reserved
/// chunk, in one message, and in the line numbers of their BUGs in mm/percpu.c.
public enum PercpuKernel {
    V2_6_30("2.6.30", new Lines(1299, 1102, 1104, 1105, 1106, 1108, 1109, 1207)),
    V2_6_31("2.6.31.3", new Lines(1259, 1067, 1069, 1070, 1071, 1073, 1074, 1171)),
    /// Of this one no runs were recorded, and scenarios reach none of its BUGs: their lines are not known.
    V2_6_32("2.6.32", new Lines(0, 0, 0, 0, 0, 0, 0, 0));

    private final String label;
    private final Lines lines;

    PercpuKernel(String label, Lines lines) {
        this.label = label;
        this.lines = lines;
    }

    /// The lines of mm/percpu.c whose conditions are BUGs, by their cause.
    record Lines(
            int embeddedUnitTooSmall,
            int nothingStatic,
            int unitTooSmall,
            int unitUnaligned,
            int unitBelowMinimum,
            int baseWithoutUnit,
            int baseWithPopulate,
            int staticPagesMissing) {}

    /// The version as recorded runs name it.
    public String label() {
        return label;
    }

    /// The version as scenarios name it: three numbers.
    public String series() {
        return this == V2_6_31 ? "2.6.31" : label;
    }

    /// Whether runs of it were recorded.
    public boolean isRecorded() {
        return this != V2_6_32;
    }

    /// Whether embedding tells how it went.
    boolean tells() {
        return this != V2_6_32;
    }

    Lines lines() {
        return lines;
    }

    /// Whether impossible CPUs below the highest possible one have units as well, and are told of.
    boolean countsImpossibleCpus() {
        return this != V2_6_30;
    }
}
