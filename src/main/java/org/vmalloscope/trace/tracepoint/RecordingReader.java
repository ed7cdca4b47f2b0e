package org.vmalloscope.trace.tracepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vmalloscope.trace.input.Ascii;
import org.vmalloscope.trace.input.LineLedger;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;

/// Collects vmalloc's events out of a recording, whatever else is in it.
public final class RecordingReader {
    private static final Pattern LOST =
            Pattern.compile("CPU:\\s*(\\d{1,5}) \\[(?:LOST (\\d{1,18}) EVENTS|EVENTS DROPPED)]");
    private static final Pattern WRITTEN =
            Pattern.compile("# entries-in-buffer/entries-written: (\\d{1,18})/(\\d{1,18})\\s+#P:(\\d{1,5})\\s*");
    private static final Pattern LATENCY = Pattern.compile("# latency: .*#P:(\\d{1,5})\\).*");
    private static final Pattern BUFFER = Pattern.compile("##### CPU (\\d{1,5}) buffer started ####\\s*");
    private static final Pattern CPUS = Pattern.compile("cpus=(\\d{1,5})");
    private static final Pattern KERNEL = Pattern.compile("# .* latency trace v[\\d.]+ on (\\S+)\\s*");
    /// ` => function`, `ffffffff8 symbol+0x1/0x2 (file)`, and the line that announces them.
    private static final Pattern STACK = Pattern.compile(
            "\\s*(?:=> ?|<[a-z ]*stack trace>)\\s*\\S.*|\\s+[0-9a-f]{8,16} \\S.*" + "|\\s*=>\\s*<[0-9a-f]+>.*");
    /// `  0)   1.234 us    |  function();`
    private static final Pattern GRAPH = Pattern.compile("\\s*\\d+\\)\\s.*\\|.*");
    private static final Pattern EVENT = Pattern.compile(
            "(?:[\\w-]+:\\s*)?(\\w+):(?: .*)?" + "|<[a-z ]*stack trace>.*|[\\w.]+ *<.*|\\w+ ?(?:\\(|->).*");
    private static final byte[] MARK = Ascii.of("tracing_mark_write:");
    private static final byte[] COLON = Ascii.of(": ");

    private final LineLedger ledger;
    private final EventLineParser parser = new EventLineParser();
    private final StampParser otherStamps = new StampParser();
    private final List<TraceEvent> events = new ArrayList<>();
    private final TreeMap<String, Long> others = new TreeMap<>();
    private Clock clock = Clock.SECONDS;
    private long overwritten;
    private int cpus;
    private boolean heading;
    private String kernel = "";

    public RecordingReader(LineLedger ledger) {
        this.ledger = ledger;
    }

    /// Takes a line if it is one of vmalloc's events, or a text that was written into the recording.
    public boolean offerEvent(byte[] line, int from, int to, long number) {
        int name = EventLineParser.nameIndex(line, from, to);
        if (name < 0) {
            return mark(line, from, to, number);
        }
        Optional<TraceEvent> event = parser.parse(line, from, name, to, number);
        event.ifPresent(found -> {
            clock = parser.clock();
            events.add(found);
            ledger.understand();
        });
        return event.isPresent();
    }

    /// Takes a line if it is another one that recordings have.
    public boolean offerOther(byte[] line, int from, int to, long number) {
        boolean comment = line[from] == '#';
        boolean known = (comment || EventLineParser.nameIndex(line, from, to) < 0) && isOther(line, from, to, number);
        if (known) {
            ledger.understand();
        }
        return known;
    }

    private boolean isOther(byte[] line, int from, int to, long number) {
        if (otherEvent(line, from, to)) {
            return true;
        }
        String text = Ascii.text(line, from, Math.min(to, from + 300));
        if (text.startsWith("#")) {
            heading(text, number);
            return true;
        }
        Matcher lost = LOST.matcher(text);
        if (lost.matches()) {
            long count = lost.group(2) == null ? -1 : Long.parseLong(lost.group(2));
            events.add(new Lost(number, Integer.parseInt(lost.group(1)), count));
            return true;
        }
        Matcher given = CPUS.matcher(text);
        if (given.matches()) {
            cpus = Integer.parseInt(given.group(1));
            return true;
        }
        boolean recording = heading || !events.isEmpty();
        return recording
                && (STACK.matcher(text).matches() || GRAPH.matcher(text).matches());
    }

    /// A heading of ftrace, or a comment of somebody.
    private void heading(String text, long number) {
        heading |= text.startsWith("# tracer:");
        Matcher written = WRITTEN.matcher(text);
        Matcher latency = LATENCY.matcher(text);
        Matcher buffer = BUFFER.matcher(text);
        Matcher version = KERNEL.matcher(text);
        if (written.matches()) {
            overwritten += Long.parseLong(written.group(2)) - Long.parseLong(written.group(1));
            cpus = Integer.parseInt(written.group(3));
        } else if (latency.matches()) {
            cpus = Integer.parseInt(latency.group(1));
        } else if (buffer.matches()) {
            events.add(new Lost(number, Integer.parseInt(buffer.group(1)), -1));
        } else if (version.matches()) {
            kernel = version.group(1);
        }
    }

    private boolean mark(byte[] line, int from, int to, long number) {
        int name = Ascii.indexOf(line, from, to, MARK);
        if (name < 0) {
            return false;
        }
        Optional<TraceEvent.Stamp> stamp = otherStamps.parse(line, from, name);
        stamp.ifPresent(found -> {
            events.add(new Marked(
                    number, found, Ascii.text(line, name + MARK.length, to).strip()));
            ledger.understand();
        });
        return stamp.isPresent();
    }

    /// Another event: a stamp, and behind it a name with a colon.
    private boolean otherEvent(byte[] line, int from, int to) {
        int at = from;
        while (true) {
            at = Ascii.indexOf(line, at, to, COLON);
            if (at < 0) {
                return false;
            }
            int name = Ascii.skipBlanks(line, at + 1, to);
            if (otherStamps.parse(line, from, name).isPresent() && isEvent(line, name, to)) {
                return true;
            }
            at++;
        }
    }

    private boolean isEvent(byte[] line, int name, int to) {
        Matcher event = EVENT.matcher(Ascii.text(line, name, Math.min(to, name + 200)));
        if (!event.matches()) {
            return false;
        }
        String found = event.group(1);
        if (found != null) {
            others.merge(found, 1L, Long::sum);
        }
        return true;
    }

    /// Whether the heading of a recording was met.
    public boolean hasHeading() {
        return heading;
    }

    /// The recording, when there are no lines any more.
    public Recording finish() {
        return Recording.of(events, new Recording.Frame(clock, cpus, Math.max(overwritten, 0), kernel, others));
    }
}
