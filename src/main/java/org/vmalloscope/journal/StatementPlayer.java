package org.vmalloscope.journal;

import org.vmalloscope.memory.SimulatedMemory;

/// Plays one statement of a run on a memory that stands right before it.
///
/// Playing is deterministic: the same statement on the same memory makes the same stores and notes.
@FunctionalInterface
public interface StatementPlayer {
    /// Plays statement `statement` (from 0) on `memory`, whose stores and notes go to `sink`.
    void play(int statement, SimulatedMemory memory, EventSink sink);
}
