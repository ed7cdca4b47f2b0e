package org.vmalloscope.ui.model;

/// Something that could stand at the caret.
///
/// @param label what it is, as a list shows it
/// @param detail a few words more: where the name comes from, how the statement goes on; can be empty
/// @param text what takes the place
/// @param from where the place begins in its line, from 0
/// @param to where it ends
public record EditorProposal(String label, String detail, String text, int from, int to) {}
