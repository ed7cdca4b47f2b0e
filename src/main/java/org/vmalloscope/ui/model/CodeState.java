package org.vmalloscope.ui.model;

import java.util.List;
import java.util.OptionalInt;

/// What there is to say of the code at a place: who called whom, the listing of one of them and what its variables are.
///
/// @param crumbs the functions that run, outermost first
/// @param chosen which of them is shown, from 0; -1 when none runs
/// @param lines its code, the head first; none when none runs, or none was written
/// @param source the file of the kernel that it is in; empty when there are no lines
/// @param current the line it is at, from 0, the head being line 0, where it is when it was just
/// entered; none when there are no lines
/// @param remark what stands beside that line
/// @param variables its arguments and local variables
public record CodeState(
        List<Crumb> crumbs,
        int chosen,
        List<String> lines,
        String source,
        OptionalInt current,
        String remark,
        List<Variable> variables) {
    /// No function runs.
    public static final CodeState NOTHING =
            new CodeState(List.of(), -1, List.of(), "", OptionalInt.empty(), "", List.of());

    public CodeState {
        crumbs = List.copyOf(crumbs);
        lines = List.copyOf(lines);
        variables = List.copyOf(variables);
    }

    /// A function that runs, and its arguments in words.
    public record Crumb(String function, String arguments) {}

    /// A variable and its value in words; `id` is that of the object it points to, empty when there is none to light
    /// up.
    public record Variable(String name, String value, String id) {}

    /// The function that is shown; empty when none runs.
    public String function() {
        return chosen < 0 ? "" : crumbs.get(chosen).function();
    }
}
