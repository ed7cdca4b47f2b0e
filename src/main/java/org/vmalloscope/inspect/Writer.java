package org.vmalloscope.inspect;

/// A store and who made it.
///
/// @param event the event that it belongs to, from 1
/// @param function the innermost function that was running; empty outside of all functions
public record Writer(int store, long event, String function) {}
