package org.vmalloscope.trace.imported;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.trace.input.LineCount;
import org.vmalloscope.trace.tracepoint.Recording;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// A file that a real kernel printed: readings of /proc/vmallocinfo, a recording of vmalloc's events, or both.
///
/// @param name of the file, for people
/// @param prefixed areas before which something stood on their line, such as a time stamp
/// @param fault why the input ended before its end, when it did
public record KernelFile(
        String name,
        List<Snapshot> snapshots,
        Recording recording,
        LineCount lines,
        long prefixed,
        Optional<String> fault) {
    public KernelFile {
        snapshots = List.copyOf(snapshots);
    }

    /// The last snapshot, which is the state that a recording behind it starts from.
    public Optional<Snapshot> last() {
        return snapshots.isEmpty() ? Optional.empty() : Optional.of(snapshots.getLast());
    }

    /// This file's recording, behind the snapshots of another file that was read before it began.
    public KernelFile after(KernelFile before) {
        return new KernelFile(name, before.snapshots, recording, lines, prefixed, fault);
    }

    /// The last part of the file's path.
    public String shortName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /// Whether nothing of vmalloc is in it.
    boolean isEmpty() {
        return snapshots.isEmpty() && recording.isEmpty();
    }
}
