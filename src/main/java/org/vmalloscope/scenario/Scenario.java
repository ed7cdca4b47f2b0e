package org.vmalloscope.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.KernelLine;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PercpuLine;
import org.vmalloscope.scenario.Statement.Setting;

/// A scenario without errors: a machine and the steps it goes through.
///
/// Only [ScenarioParser] makes them, so what the language demands holds: steps stand in the order of their
/// lines, boot comes at most once and before what needs it, each name is bound, and of the right kind, where it
/// is used. Two are equal when they have the same steps and comments on the same lines, however spelled.
///
/// @param machine what it runs on
/// @param machineLine the number of the machine's line, from 1
/// @param settings what is said about the whole run, in order
/// @param lines the steps: the k-th, from 1, is step k of a trace
/// @param breakpoints where a debugger is to stop, in order
/// @param comments all comments, in order
/// @param rows the number of lines of the text, empty ones and comments included
public record Scenario(
        MachineLine machine,
        int machineLine,
        List<SettingLine> settings,
        List<Line> lines,
        List<PlacedBreakpoint> breakpoints,
        List<Comment> comments,
        int rows)
        implements Parsed {
    public Scenario {
        settings = List.copyOf(settings);
        lines = List.copyOf(lines);
        breakpoints = List.copyOf(breakpoints);
        comments = List.copyOf(comments);
    }

    /// A setting and the number of its line, from 1.
    public record SettingLine(int line, Setting setting) {}

    /// The kernel whose boot code is played.
    public PercpuKernel kernel() {
        for (SettingLine each : settings) {
            if (each.setting() instanceof KernelLine(PercpuKernel kernel)) {
                return kernel;
            }
        }
        return PercpuKernel.V2_6_32;
    }

    /// How start_kernel makes the first chunk.
    public BootSetup bootSetup() {
        for (SettingLine each : settings) {
            if (each.setting() instanceof PercpuLine(BootSetup setup)) {
                return setup;
            }
        }
        return BootSetup.usual(PercpuWay.EMBED_AUTO);
    }

    /// What the scenario shows: its first comment that says something.
    public Optional<String> title() {
        return comments.stream()
                .map(comment -> comment.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /// The callers that imported areas name, each once, in the order of their first use.
    public List<String> callers() {
        LinkedHashSet<String> callers = new LinkedHashSet<>();
        for (Line line : lines) {
            if (line.statement() instanceof Statement.Area area) {
                area.area().caller().ifPresent(callers::add);
            }
        }
        return List.copyOf(callers);
    }

    /// The name that a step (from 0) binds, if it binds one.
    public Optional<String> nameBoundBy(int step) {
        return lines.get(step).statement() instanceof Binding binding ? Optional.of(binding.name()) : Optional.empty();
    }

    /// The names that steps bind, each once, in the order of their first binding.
    public List<String> names() {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (Line line : lines) {
            if (line.statement() instanceof Binding binding) {
                names.add(binding.name());
            }
        }
        return List.copyOf(names);
    }
}
