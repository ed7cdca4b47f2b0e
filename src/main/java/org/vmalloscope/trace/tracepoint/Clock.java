package org.vmalloscope.trace.tracepoint;

/// What the times of a recording count.
public enum Clock {
    /// Seconds with a fraction; kept as nanoseconds.
    SECONDS,
    /// Whole ticks of some clock.
    TICKS
}
