package org.vmalloscope.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vmalloscope.trace.imported.KernelFile;

/// A table that a kernel's file can be looked at in.
public enum KernelTab {
    CALLERS(Source.SNAPSHOT),
    KINDS(Source.SNAPSHOT),
    HOLES(Source.SNAPSHOT),
    LARGEST(Source.SNAPSHOT),
    GUARDS(Source.SNAPSHOT),
    ORDER(Source.SNAPSHOT),
    DIFFERENCE(Source.TWO_SNAPSHOTS),
    LEAKS(Source.TWO_SNAPSHOTS),
    GROWTH(Source.RECORDING),
    COMPARE(Source.RECORDING);

    /// What a table is made of.
    private enum Source {
        SNAPSHOT,
        TWO_SNAPSHOTS,
        RECORDING
    }

    private final Source source;

    KernelTab(Source source) {
        this.source = source;
    }

    /// The word for it in ids and in the bundle.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is of one snapshot.
    public boolean isOfOne() {
        return source == Source.SNAPSHOT;
    }

    /// Whether it is of two snapshots.
    public boolean isOfTwo() {
        return source == Source.TWO_SNAPSHOTS;
    }

    /// Those that there are of a file.
    static List<KernelTab> of(KernelFile file) {
        return Arrays.stream(values()).filter(tab -> tab.fits(file)).toList();
    }

    private boolean fits(KernelFile file) {
        return switch (source) {
            case SNAPSHOT, TWO_SNAPSHOTS -> !file.snapshots().isEmpty();
            case RECORDING ->
                this == COMPARE
                        ? file.recording().allocations() > 0
                        : !file.recording().isEmpty();
        };
    }
}
