package org.vmalloscope.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.trace.imported.Growth;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.SnapshotDifference;
import org.vmalloscope.trace.imported.SnapshotTables;
import org.vmalloscope.trace.imported.Table;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// The tables of `vmalloscope import`, by name.
final class ImportTable {
    private static final String NAMES = "callers, kinds, holes, largest, guards, order, growth, diff and leaks";

    private ImportTable() {}

    /// A table that there is not, or not of this file.
    static final class NoTableException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTableException(String message) {
            super(message);
        }
    }

    /// Whether a table is of two files.
    static boolean takesTwo(@Nullable String name) {
        return "diff".equals(name) || "leaks".equals(name);
    }

    static Table of(String name, KernelFile file, Optional<KernelFile> second, Optional<Snapshot> chosen)
            throws NoTableException {
        return switch (name) {
            case "growth" -> {
                if (file.recording().isEmpty()) {
                    throw new NoTableException("--table growth needs a recording, and " + file.name() + " has none");
                }
                yield Growth.of(file.recording());
            }
            case "diff" -> difference(file, second).areas();
            case "leaks" -> difference(file, second).leaks();
            case "callers" -> SnapshotTables.callers(snapshot(name, file, chosen));
            case "kinds" -> SnapshotTables.kinds(snapshot(name, file, chosen));
            case "holes" -> SnapshotTables.holes(snapshot(name, file, chosen));
            case "largest" -> SnapshotTables.largest(snapshot(name, file, chosen));
            case "guards" -> SnapshotTables.guards(snapshot(name, file, chosen));
            case "order" -> SnapshotTables.order(snapshot(name, file, chosen));
            default -> throw new NoTableException("no table is called '" + name + "': there are " + NAMES);
        };
    }

    private static Snapshot snapshot(String name, KernelFile file, Optional<Snapshot> chosen) throws NoTableException {
        return chosen.orElseThrow(() ->
                new NoTableException("--table " + name + " needs a vmallocinfo, and " + file.name() + " has none"));
    }

    /// The first and the last snapshot of one file, or the last ones of two.
    private static SnapshotDifference difference(KernelFile file, Optional<KernelFile> second) throws NoTableException {
        boolean enough = second.isPresent()
                ? file.last().isPresent() && second.get().last().isPresent()
                : file.snapshots().size() > 1;
        if (!enough) {
            throw new NoTableException("two vmallocinfos are needed: name two files, or one with several in it");
        }
        return second.isPresent()
                ? SnapshotDifference.between(
                        file.last().orElseThrow(), second.get().last().orElseThrow())
                : SnapshotDifference.between(
                        file.snapshots().getFirst(), file.snapshots().getLast());
    }
}
