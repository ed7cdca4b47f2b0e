package org.vmalloscope.rules;

import java.util.List;

/// What the kernel is doing at a position.
///
/// @param running the functions that are entered and not left, outermost first
/// @param finished whether the position is between two statements
public record Work(List<String> running, boolean finished) {
    /// Between two statements.
    public static final Work NONE = new Work(List.of(), true);

    public Work {
        running = List.copyOf(running);
    }
}
