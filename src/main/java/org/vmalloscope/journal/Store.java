package org.vmalloscope.journal;

/// A word of simulated memory changed from `was` to `now`; `slot` is its number in the memory.
public record Store(int slot, long was, long now) implements Event {}
