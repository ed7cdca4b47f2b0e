package org.vmalloscope.inspect;

/// Something the kernel said: a printk, a WARN, or its last words.
///
/// @param event the event that it is, from 1
/// @param cpu the CPU that said it
public record Message(long event, int cpu, Level level, String text) {
    /// How grave it is.
    public enum Level {
        INFO,
        WARNING,
        WARN,
        BUG
    }
}
