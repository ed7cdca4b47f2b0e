package org.vmalloscope.journal;

import java.util.List;

/// A line of a function's listing was reached, before what it does is done.
///
/// It stands between the events of a statement and has no number of its own: the memory is that of the event before it.
/// It belongs to the function that was entered last and not left.
///
/// @param label the line's name in the listing of that function
/// @param values local variables that have these values from now on
public record LineReached(String label, List<Argument> values) {
    public LineReached {
        values = List.copyOf(values);
    }
}
