package org.vmalloscope.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.MachineLine;

/// A scenario without errors: a machine and the steps it goes through.
///
/// Only [ScenarioParser] makes them, so what the language demands holds: steps stand in the order of their
/// lines, boot comes at most once and before what needs it, each name is bound, and of the right kind, where it
/// is used. Two are equal when they have the same steps and comments on the same lines, however spelled.
///
/// @param machine what it runs on
/// @param machineLine the number of the machine's line, from 1
/// @param lines the steps: the k-th, from 1, is step k of a trace
/// @param comments all comments, in order
/// @param rows the number of lines of the text, empty ones and comments included
public record Scenario(MachineLine machine, int machineLine, List<Line> lines, List<Comment> comments, int rows)
        implements Parsed {
    public Scenario {
        lines = List.copyOf(lines);
        comments = List.copyOf(comments);
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
