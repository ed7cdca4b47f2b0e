package org.vmalloscope.trace.tracepoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.trace.input.Ascii;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;
import org.vmalloscope.trace.tracepoint.TraceEvent.Stamp;

/// One line of a recording with one of vmalloc's events.
///
/// The name of the event is looked for first, because the command before it can contain anything. From there the
/// stamp is read to the left, and the fields, in whatever order and with whatever sign between name and value, to the
/// right.
final class EventLineParser {
    private static final byte[] ALLOC = Ascii.of("alloc_vmap_area:");
    private static final byte[] FREE = Ascii.of("free_vmap_area_noflush:");
    private static final byte[] PURGE = Ascii.of("purge_vmap_area_lazy:");

    private final StampParser stamps = new StampParser();
    private final Map<String, Long> fields = new HashMap<>();

    /// Whether times of this line were whole ticks.
    Clock clock() {
        return stamps.clock();
    }

    /// Where the name of one of vmalloc's events begins, or -1.
    static int nameIndex(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = line[i];
            boolean candidate = b == 'a' || b == 'f' || b == 'p';
            if (candidate
                    && (i == from || line[i - 1] == ' ' || line[i - 1] == ':' || line[i - 1] == '\t')
                    && name(line, i, to) != null) {
                return i;
            }
        }
        return -1;
    }

    private static byte @Nullable [] name(byte[] line, int at, int to) {
        for (byte[] name : new byte[][] {ALLOC, FREE, PURGE}) {
            if (Ascii.startsWith(line, at, to, name)) {
                return name;
            }
        }
        return null;
    }

    /// The event of a line whose event's name begins at `name`; empty when its fields or its stamp are not all there.
    Optional<TraceEvent> parse(byte[] line, int from, int name, int to, long number) {
        Optional<Stamp> stamp = stamps.parse(line, from, name);
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        if (Ascii.startsWith(line, name, to, ALLOC)) {
            return fields(line, name + ALLOC.length, to) ? allocated(number, stamp.get()) : Optional.empty();
        }
        if (Ascii.startsWith(line, name, to, FREE)) {
            return fields(line, name + FREE.length, to) ? freed(number, stamp.get()) : Optional.empty();
        }
        return fields(line, name + PURGE.length, to) ? purged(number, stamp.get()) : Optional.empty();
    }

    private Optional<TraceEvent> allocated(long number, Stamp stamp) {
        Long start = fields.getOrDefault("va_start", fields.get("addr"));
        boolean all = start != null && has("size", "align", "vstart", "vend", "failed");
        return all && start != null
                ? Optional.of(new Allocated(
                        number,
                        stamp,
                        start,
                        field("size"),
                        field("align"),
                        field("vstart"),
                        field("vend"),
                        field("failed") != 0))
                : Optional.empty();
    }

    private Optional<TraceEvent> freed(long number, Stamp stamp) {
        return has("va_start", "nr_lazy", "nr_lazy_max")
                ? Optional.of(new Freed(number, stamp, field("va_start"), field("nr_lazy"), field("nr_lazy_max")))
                : Optional.empty();
    }

    private Optional<TraceEvent> purged(long number, Stamp stamp) {
        Long count = fields.getOrDefault("num_purged", fields.get("npurged"));
        return count != null && has("start", "end")
                ? Optional.of(new Purged(number, stamp, field("start"), field("end"), count))
                : Optional.empty();
    }

    private boolean has(String... names) {
        for (String name : names) {
            if (!fields.containsKey(name)) {
                return false;
            }
        }
        return true;
    }

    private long field(String name) {
        return fields.getOrDefault(name, 0L);
    }

    /// Reads `name=value` and `name: value`; what stands in round brackets behind a value is the value once more.
    private boolean fields(byte[] line, int from, int to) {
        fields.clear();
        int at = Ascii.skipBlanks(line, from, to);
        while (at < to) {
            if (line[at] == '(') {
                at = Ascii.skipBlanks(line, behind(line, at, to, ')'), to);
                continue;
            }
            int nameEnd = at;
            while (nameEnd < to && (line[nameEnd] == '_' || line[nameEnd] >= 'a' && line[nameEnd] <= 'z')) {
                nameEnd++;
            }
            if (nameEnd == at || nameEnd == to || line[nameEnd] != '=' && line[nameEnd] != ':') {
                return false;
            }
            int valueFrom = Ascii.skipBlanks(line, nameEnd + 1, to);
            int valueTo = Ascii.wordEnd(line, valueFrom, to);
            Optional<Long> value = number(line, valueFrom, valueTo);
            if (value.isEmpty()) {
                return false;
            }
            fields.put(Ascii.text(line, at, nameEnd), value.get());
            at = Ascii.skipBlanks(line, valueTo, to);
        }
        return true;
    }

    private static int behind(byte[] line, int at, int to, char bracket) {
        int i = at;
        while (i < to && line[i] != bracket) {
            i++;
        }
        return Math.min(i + 1, to);
    }

    /// An unsigned long in decimal or hex; perhaps negative, as a signed one is printed.
    private static Optional<Long> number(byte[] line, int from, int to) {
        try {
            String text = Ascii.text(line, from, to);
            if (text.startsWith("0x")) {
                return Optional.of(Long.parseUnsignedLong(text.substring(2), 16));
            }
            return Optional.of(text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
