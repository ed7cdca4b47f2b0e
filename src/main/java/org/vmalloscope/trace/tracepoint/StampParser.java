package org.vmalloscope.trace.tracepoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vmalloscope.trace.input.Ascii;
import org.vmalloscope.trace.tracepoint.TraceEvent.Stamp;

/// What stands before an event: `TASK-PID [CPU] FLAGS TIME:`, read from right to left.
///
/// Also without FLAGS (trace-cmd), with `( TGID)` after the pid, with a blank between task and pid (perf), and as
/// the latency format has it: `TASK-PID CPU+FLAGS TIMEus+:`.
final class StampParser {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_MICRO = 1000;

    private final Map<String, String> tasks = new HashMap<>();
    private byte[] line = new byte[0];
    private int from;
    private int end;
    private long time;
    private Clock clock = Clock.SECONDS;

    /// The clock of the last stamp that was read.
    Clock clock() {
        return clock;
    }

    /// Reads the stamp that ends before `name`, where the event's name begins.
    Optional<Stamp> parse(byte[] bytes, int lineFrom, int name) {
        line = bytes;
        from = lineFrom;
        end = Ascii.trimEnd(bytes, lineFrom, name);
        skipGroup();
        if (end == from || line[end - 1] != ':') {
            return Optional.empty();
        }
        end = Ascii.trimEnd(line, from, end - 1);
        int timeFrom = wordStart();
        if (!time(timeFrom, end)) {
            return Optional.empty();
        }
        end = Ascii.trimEnd(line, from, timeFrom);
        return task(cpu());
    }

    /// perf names the group of an event before it: `vmalloc:`.
    private void skipGroup() {
        int start = wordStart();
        boolean group = end > start && line[end - 1] == ':' && line[start] >= 'a' && line[start] <= 'z';
        if (group) {
            end = Ascii.trimEnd(line, from, start);
        }
    }

    private int wordStart() {
        int i = end;
        while (i > from && !Ascii.isBlank(line[i - 1])) {
            i--;
        }
        return i;
    }

    /// `12.345678`, or digits alone, or digits and `us` and a mark of the latency format.
    private boolean time(int timeFrom, int timeTo) {
        int dot = Ascii.indexOf(line, timeFrom, timeTo, new byte[] {'.'});
        if (dot < 0) {
            int us = Ascii.indexOf(line, timeFrom, timeTo, new byte[] {'u', 's'});
            time = Ascii.decimal(line, timeFrom, us < 0 ? timeTo : us);
            clock = us < 0 ? Clock.TICKS : Clock.SECONDS;
            boolean good = time >= 0 && time < Long.MAX_VALUE / NANOS_PER_MICRO;
            time *= us < 0 ? 1 : NANOS_PER_MICRO;
            return good || us < 0 && time >= 0;
        }
        int digits = timeTo - dot - 1;
        long seconds = Ascii.decimal(line, timeFrom, dot);
        long fraction = Ascii.decimal(line, dot + 1, timeTo);
        clock = Clock.SECONDS;
        if (seconds < 0 || seconds > Integer.MAX_VALUE || fraction < 0 || digits > NANO_DIGITS) {
            return false;
        }
        for (int i = digits; i < NANO_DIGITS; i++) {
            fraction *= 10;
        }
        time = seconds * 1_000_000_000L + fraction;
        return true;
    }

    /// The CPU; -1 when none is told.
    private int cpu() {
        int start = wordStart();
        int cpu = bracketed(start, end);
        if (cpu < 0) {
            int flagsStart = start;
            int flagsEnd = end;
            end = Ascii.trimEnd(line, from, start);
            start = wordStart();
            cpu = bracketed(start, end);
            if (cpu < 0) {
                end = flagsEnd;
                return latency(flagsStart, flagsEnd);
            }
        }
        end = Ascii.trimEnd(line, from, start);
        return cpu;
    }

    private int bracketed(int start, int stop) {
        boolean brackets = stop - start > 2 && line[start] == '[' && line[stop - 1] == ']';
        return brackets ? small(start + 1, stop - 1) : -1;
    }

    private int small(int start, int stop) {
        long value = Ascii.decimal(line, start, stop);
        return value > 1 << 16 ? -1 : (int) value;
    }

    /// `0d..1`: the CPU and the flags in one word.
    private int latency(int start, int stop) {
        int digits = start;
        while (digits < stop && Ascii.isDigit(line[digits])) {
            digits++;
        }
        int cpu = small(start, digits);
        if (cpu < 0 || digits == stop) {
            return -1;
        }
        end = Ascii.trimEnd(line, from, start);
        return cpu;
    }

    private Optional<Stamp> task(int cpu) {
        if (end > from && line[end - 1] == ')') {
            while (end > from && line[end - 1] != '(') {
                end--;
            }
            end = Ascii.trimEnd(line, from, Math.max(end - 1, from));
        }
        int pidFrom = end;
        while (pidFrom > from && Ascii.isDigit(line[pidFrom - 1])) {
            pidFrom--;
        }
        int pid = small31(pidFrom, end);
        boolean separated = pidFrom > from && (line[pidFrom - 1] == '-' || Ascii.isBlank(line[pidFrom - 1]));
        if (pid < 0 || !separated) {
            return Optional.empty();
        }
        int taskFrom = Ascii.skipBlanks(line, from, pidFrom - 1);
        int taskTo = Ascii.trimEnd(line, taskFrom, pidFrom - 1);
        return Optional.of(new Stamp(time, cpu, once(Ascii.text(line, taskFrom, taskTo)), pid));
    }

    private int small31(int start, int stop) {
        long value = Ascii.decimal(line, start, stop);
        return value > Integer.MAX_VALUE ? -1 : (int) value;
    }

    private String once(String task) {
        return Objects.requireNonNullElse(tasks.putIfAbsent(task, task), task);
    }
}
