package org.vmalloscope.ui.model;

/// A store to the chosen field.
///
/// @param store its number in the run, from 0
/// @param statement the statement (from 0) that made it
/// @param event its event, from 1; 0 while that is not found out
/// @param function the innermost function that was running; empty while that is not found out, and outside of all
public record WriterRow(int store, int statement, long was, long now, long event, String function) {}
