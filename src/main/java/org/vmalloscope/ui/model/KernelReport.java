package org.vmalloscope.ui.model;

import java.util.List;
import java.util.stream.IntStream;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.Summary;
import org.vmalloscope.trace.vmallocinfo.AddressMode;

/// What there is to say of a file that a kernel printed. Made on any thread; never changes.
///
/// @param summary line by line, the first being about the file
/// @param uncertain what is uncertain, a phrase each
/// @param unfit why it cannot be played, in a sentence; empty when it is played
public record KernelReport(KernelFile file, List<String> summary, List<String> uncertain, String unfit) {
    public KernelReport {
        summary = List.copyOf(summary);
        uncertain = List.copyOf(uncertain);
    }

    static KernelReport of(KernelFile file, String unfit) {
        List<String> summary = Summary.of(file);
        return new KernelReport(file, summary, Summary.uncertain(summary), unfit);
    }

    /// The last part of the file's path.
    public String name() {
        return file.shortName();
    }

    /// Whether a scenario was made of it.
    public boolean isPlayable() {
        return unfit.isEmpty();
    }

    /// Whether the kernel did not tell true addresses.
    public boolean isHidden() {
        return file.last()
                .filter(snapshot -> snapshot.mode() != AddressMode.REAL)
                .isPresent();
    }

    /// The statement (from 0) at whose end the file's memory is there and nothing of its recording was done.
    static int stand(Scenario scenario) {
        return IntStream.range(0, scenario.lines().size())
                .filter(line -> !(scenario.lines().get(line).statement() instanceof Statement.Recorded))
                .reduce(0, (one, other) -> other);
    }

    /// Areas of the last snapshot, or allocations when there is none.
    long amount() {
        return file.last()
                .map(snapshot -> (long) snapshot.areas().size())
                .orElseGet(() -> file.recording().allocations());
    }
}
