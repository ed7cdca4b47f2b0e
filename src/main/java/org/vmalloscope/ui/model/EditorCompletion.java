package org.vmalloscope.ui.model;

import java.util.List;

/// What can be typed at a place of the text.
///
/// @param proposals in the order in which they are offered
/// @param eager whether to offer them without being asked
public record EditorCompletion(List<EditorProposal> proposals, boolean eager) {
    /// Nothing to propose.
    static final EditorCompletion NONE = new EditorCompletion(List.of(), false);

    public EditorCompletion {
        proposals = List.copyOf(proposals);
    }
}
