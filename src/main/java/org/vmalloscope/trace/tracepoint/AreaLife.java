package org.vmalloscope.trace.tracepoint;

import java.util.OptionalInt;

/// What a recording tells of one area, as indexes into its events.
///
/// @param start its address
/// @param size bytes, guard page included; 0 when it is from before the recording
/// @param allocated the event that made it; none for one from before the recording, and for a per-CPU chunk
/// @param freed the event that freed it
/// @param gone the purge that took it away, or the allocation that was given its addresses again
public record AreaLife(long start, long size, OptionalInt allocated, OptionalInt freed, OptionalInt gone) {
    public long end() {
        return start + size;
    }
}
