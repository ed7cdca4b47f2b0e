package org.vmalloscope.ui.model;

import java.util.List;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;

/// What there is to say about one event of the timeline.
///
/// @param event its number in the run, from 1
/// @param icon the mark of its kind, in the colours of `role`
/// @param kind its kind in a word or two
/// @param sentence what it does
/// @param calls the functions it happens in, innermost first
/// @param statement the words of its statement
public record EventCard(
        long event, Icon icon, Role role, String kind, String sentence, List<String> calls, String statement) {
    public EventCard {
        calls = List.copyOf(calls);
    }
}
