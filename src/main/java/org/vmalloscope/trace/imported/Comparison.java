package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vmalloscope.scenario.Parsed;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.Statement.RecordedAlloc;

/// For each recorded allocation, where the kernel put it and where alloc_vmap_area of 2.6.32 would have.
///
/// 2.6.32 is asked each time anew, with the areas that are known to be there then: those of the snapshot before the
/// recording, and what the recording has told so far. Areas that wait for a purge are in its way, as they are in the
/// kernel's.
///
/// @param answers one for each allocation, in order
public record Comparison(List<Answer> answers) {
    private static final int SHOWN = 20;

    /// What became of one allocation.
    ///
    /// @param number of the allocation, from 1
    /// @param kernel where the kernel put it; none when it failed
    /// @param simulated where 2.6.32 would have; none when it would have had to purge first, or fail
    public record Answer(long number, long size, long align, OptionalLong kernel, OptionalLong simulated) {
        public boolean isEqual() {
            return kernel.equals(simulated);
        }

        /// How the two differ, in a word.
        String verdict() {
            if (isEqual()) {
                return "equal";
            }
            if (kernel.isEmpty() || simulated.isEmpty()) {
                return kernel.isEmpty() ? "kernel_failed" : "2.6.32_failed";
            }
            return Long.compareUnsigned(kernel.getAsLong(), simulated.getAsLong()) < 0
                    ? "kernel_lower"
                    : "kernel_higher";
        }
    }

    public Comparison {
        answers = List.copyOf(answers);
    }

    /// Compares all allocations of a file's recording.
    public static Comparison of(KernelFile file) throws NotPlayableException {
        if (file.recording().allocations() == 0) {
            throw new NotPlayableException(
                    file.name(), "no recorded allocation is in it, so there is nothing to compare");
        }
        Parsed parsed = ScenarioParser.parse(ImportedScenario.of(file));
        return switch (parsed) {
            case Scenario scenario -> played(scenario);
            case ScenarioErrors errors ->
                throw new IllegalStateException("an imported scenario has errors: " + errors.first());
        };
    }

    private static Comparison played(Scenario scenario) {
        List<Answer> answers = new ArrayList<>();
        Run run = new Run(scenario, note -> {});
        while (run.hasNext()) {
            if (scenario.lines().get(run.played()).statement() instanceof RecordedAlloc alloc) {
                OptionalLong simulated =
                        run.view(run.memory()).firstHole(alloc.size(), alloc.align(), alloc.vstart(), alloc.vend());
                OptionalLong kernel = alloc.failed() ? OptionalLong.empty() : OptionalLong.of(alloc.start());
                answers.add(new Answer(answers.size() + 1L, alloc.size(), alloc.align(), kernel, simulated));
            }
            run.next();
        }
        return new Comparison(answers);
    }

    public long equal() {
        return answers.stream().filter(Answer::isEqual).count();
    }

    public long different() {
        return answers.size() - equal();
    }

    /// Every allocation.
    public Table all() {
        return first(Integer.MAX_VALUE);
    }

    /// The first allocations, at most so many.
    public Table first(int most) {
        return table(answers.stream().limit(most).toList(), "");
    }

    /// The first differences, and how many there are.
    public Table differences() {
        List<Answer> shown = answers.stream()
                .filter(answer -> !answer.isEqual())
                .limit(SHOWN)
                .toList();
        return table(
                shown,
                shown.size() < different()
                        ? "Shown are the first " + shown.size() + " that differ: --csv writes all."
                        : "");
    }

    private Table table(List<Answer> shown, String more) {
        List<List<String>> rows = shown.stream()
                .map(answer -> List.of(
                        Long.toString(answer.number()),
                        Long.toUnsignedString(answer.size()),
                        Long.toUnsignedString(answer.align()),
                        address(answer.kernel()),
                        address(answer.simulated()),
                        answer.verdict()))
                .toList();
        return new Table(List.of("allocation", "bytes", "align", "kernel", "2.6.32", "verdict"), rows, remarks(more));
    }

    private List<String> remarks(String more) {
        List<String> remarks = new ArrayList<>();
        remarks.add(answers.size() + " allocations: " + equal() + " where 2.6.32 would have put them, " + different()
                + " elsewhere.");
        if (!more.isEmpty()) {
            remarks.add(more);
        }
        if (different() > 0) {
            remarks.add(
                    "Kernels with these tracepoints (6.2 and later) have a newer algorithm: the lowest free range that"
                            + " fits, from a tree of free ranges; 2.6.32 leaves an unused page above each area it passes.");
            remarks.add("Areas from before the recording are known only when a vmallocinfo with true addresses comes"
                    + " before it in the file.");
        }
        return remarks;
    }

    private static String address(OptionalLong address) {
        return address.isPresent() ? "0x" + Long.toHexString(address.getAsLong()) : "none";
    }
}
