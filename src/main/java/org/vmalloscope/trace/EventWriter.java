package org.vmalloscope.trace;

import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Warned;

/// Writes the notes that a vmtrace/1 line shows as its `events`; all others are passed over.
final class EventWriter {
    private EventWriter() {}

    /// Whether a note is one of those.
    static boolean shows(Note note) {
        return note instanceof PagesMapped
                || note instanceof PagesUnmapped
                || note instanceof CacheFlushed
                || note instanceof TlbFlushed
                || note instanceof RcuQueued
                || note instanceof RcuRan
                || note instanceof Printed
                || note instanceof Warned;
    }

    static void write(Note note, CanonicalJson json) {
        if (note instanceof PagesMapped(long start, long end)) {
            range(json, "map", start, end);
        } else if (note instanceof PagesUnmapped(long start, long end)) {
            range(json, "unmap", start, end);
        } else if (note instanceof CacheFlushed(boolean unmapping, long start, long end)) {
            range(json, unmapping ? "flush_cache_vunmap" : "flush_cache_vmap", start, end);
        } else if (note instanceof TlbFlushed(long start, long end)) {
            range(json, "flush_tlb", start, end);
        } else if (note instanceof RcuQueued(RcuKind what, long object, long vaStart)) {
            rcu(json, "rcu_queue", what, vaStart);
        } else if (note instanceof RcuRan(RcuKind what, long object, long vaStart)) {
            rcu(json, "rcu_free", what, vaStart);
        } else if (note instanceof Printed printed) {
            text(json, "printk", printed.text());
        } else if (note instanceof Warned(String text)) {
            text(json, "warn", text);
        }
    }

    private static void range(CanonicalJson json, String event, long start, long end) {
        json.begin('{').key("ev").text(event);
        json.key("start").address(start).key("end").address(end).end('}');
    }

    private static void rcu(CanonicalJson json, String event, RcuKind what, long vaStart) {
        json.begin('{').key("ev").text(event).key("what").text(what.label());
        json.key("va_start").address(vaStart).end('}');
    }

    private static void text(CanonicalJson json, String event, String text) {
        json.begin('{').key("ev").text(event).key("text").text(text).end('}');
    }
}
