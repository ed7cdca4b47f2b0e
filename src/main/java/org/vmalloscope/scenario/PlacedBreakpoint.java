package org.vmalloscope.scenario;

/// A breakpoint and the line of the scenario, from 1, that it stands on.
public record PlacedBreakpoint(int line, Breakpoint breakpoint) {}
