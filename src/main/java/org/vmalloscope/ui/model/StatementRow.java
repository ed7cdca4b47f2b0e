package org.vmalloscope.ui.model;

/// A line of the statement list: its number in the file, and its words.
public record StatementRow(int line, String text) {}
