package org.vmalloscope.model;

import java.util.Optional;
import org.vmalloscope.journal.Note;

/// An event as the trace shows it: two addresses, or a text.
///
/// @param what the trace's word for it; for RCU with the kind of the object
/// @param start an address, or 0
/// @param end an address, or 0
public record Happening(String what, long start, long end, String text) {
    static Happening range(String what, long start, long end) {
        return new Happening(what, start, end, "");
    }

    static Happening message(String what, String text) {
        return new Happening(what, 0, 0, text);
    }

    static Happening rcu(String what, String kind, long start) {
        return new Happening(what + " " + kind, start, 0, "");
    }

    /// The event that a note of the engine stands for; none for a note that traces do not show.
    public static Optional<Happening> of(Note note) {
        return switch (note) {
            case Note.PagesMapped(long start, long end) -> Optional.of(range("map", start, end));
            case Note.PagesUnmapped(long start, long end) -> Optional.of(range("unmap", start, end));
            case Note.CacheFlushed(boolean unmapping, long start, long end) ->
                Optional.of(range(unmapping ? "flush_cache_vunmap" : "flush_cache_vmap", start, end));
            case Note.TlbFlushed(long start, long end) -> Optional.of(range("flush_tlb", start, end));
            case Note.RcuQueued(Note.RcuKind kind, long object, long start) ->
                Optional.of(rcu("rcu_queue", kind.label(), start));
            case Note.RcuRan(Note.RcuKind kind, long object, long start) ->
                Optional.of(rcu("rcu_free", kind.label(), start));
            case Note.Printed(Note.Level level, String text) -> Optional.of(message("printk", text));
            case Note.Warned(String text) -> Optional.of(message("warn", text));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return text.isEmpty()
                ? what + " 0x" + Long.toHexString(start) + " 0x" + Long.toHexString(end)
                : what + " " + text;
    }
}
