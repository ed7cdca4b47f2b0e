package org.vmalloscope.trace.tracepoint;

/// Something that a recording tells, in the order in which it was printed.
///
/// That order is not always the order of effects: an address can be given out again before the purge that freed it
/// prints its line.
public sealed interface TraceEvent {
    /// The number of its line in the file, from 1.
    long line();

    /// When and where an event was recorded.
    ///
    /// @param time in nanoseconds, or in ticks when the recording's clock counts
    /// @param cpu from 0; -1 when it is not told
    /// @param task the command's name, of up to 15 characters, which can have blanks and dashes in it
    /// @param pid -1 when it is not told
    record Stamp(long time, int cpu, String task, int pid) {}

    /// An event that has a stamp.
    sealed interface Stamped extends TraceEvent {
        Stamp stamp();
    }

    /// alloc_vmap_area: `size` bytes at a multiple of `align` in `[vstart, vend]` were asked for.
    ///
    /// When it failed, `start` is no address of an area. The kernel may then purge and try again: another event.
    record Allocated(long line, Stamp stamp, long start, long size, long align, long vstart, long vend, boolean failed)
            implements Stamped {
        public long end() {
            return start + size;
        }
    }

    /// free_vmap_area_noflush: the area at `start` waits for a purge; pages that wait, and how many may.
    record Freed(long line, Stamp stamp, long start, long nrLazy, long nrLazyMax) implements Stamped {}

    /// purge_vmap_area_lazy: so many areas that lay between `start` and `end` are gone; with 0 of them there
    /// was nothing to do.
    record Purged(long line, Stamp stamp, long start, long end, long count) implements Stamped {}

    /// A text that somebody wrote into the recording.
    record Marked(long line, Stamp stamp, String text) implements Stamped {}

    /// A gap: events of a CPU were lost, so many of them; -1 when that is not told.
    record Lost(long line, int cpu, long count) implements TraceEvent {}
}
