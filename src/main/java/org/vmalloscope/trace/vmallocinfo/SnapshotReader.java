package org.vmalloscope.trace.vmallocinfo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vmalloscope.trace.input.Ascii;
import org.vmalloscope.trace.input.LineLedger;
import org.vmalloscope.trace.vmallocinfo.AreaLineParser.Result;

/// Collects the lines of vmallocinfo out of a text: one snapshot or several.
///
/// A new snapshot begins where the area of the first line comes again, and behind a line that names vmallocinfo. A
/// line that was wrapped is put together again: what follows it is tried as its continuation, if it is no line of its
/// own. A line that is not understood is held back until that is known.
public final class SnapshotReader {
    private static final byte[] NAME = Ascii.of("vmallocinfo");
    private static final int LONGEST_TITLE = 80;

    private final LineLedger ledger;
    private final AreaLineParser parser = new AreaLineParser();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private SnapshotBuilder current = new SnapshotBuilder("");
    private byte[] held = new byte[256];
    private int heldLength;
    private long heldNumber;
    private long lastNumber;
    private Result heldResult = Result.OTHER;
    private long prefixed;

    public SnapshotReader(LineLedger ledger) {
        this.ledger = ledger;
    }

    /// Takes a line if it begins as one of vmallocinfo.
    public boolean offer(byte[] line, int from, int to, long number) {
        Result result = parser.parse(line, from, to);
        if (result == Result.OTHER) {
            return false;
        }
        settle();
        hold(line, from, to, number);
        heldResult = result;
        if (result != Result.FAULTY) {
            add(line, number);
        }
        return true;
    }

    private void add(byte[] line, long number) {
        if (current.startsAgain(parser)) {
            restart("");
        }
        prefixed += parser.prefixTo > parser.prefixFrom ? 1 : 0;
        current.add(parser, line, number);
    }

    private void restart(String title) {
        if (current.count() > 0) {
            snapshots.add(current.build());
        }
        current = new SnapshotBuilder(title);
    }

    /// Takes a line if it names vmallocinfo: the heading of another snapshot.
    public boolean offerHeading(byte[] line, int from, int to) {
        if (Ascii.indexOf(line, from, to, NAME) < 0) {
            return false;
        }
        settle();
        restart(Ascii.text(line, from, Math.min(to, from + LONGEST_TITLE)).strip());
        ledger.understand();
        return true;
    }

    /// Takes a line if it continues the one before it.
    public boolean offerContinuation(byte[] line, int from, int to, long number) {
        boolean follows = heldResult != Result.OTHER && number == lastNumber + 1;
        if (follows && (continues(line, from, to, false) || continues(line, from, to, true))) {
            lastNumber = number;
            ledger.understand();
            return true;
        }
        return false;
    }

    private boolean continues(byte[] line, int from, int to, boolean blank) {
        int length = heldLength + (blank ? 1 : 0) + to - from;
        byte[] joined = Arrays.copyOf(held, length);
        if (blank) {
            joined[heldLength] = ' ';
        }
        System.arraycopy(line, from, joined, length - (to - from), to - from);
        if (parser.parse(joined, 0, length) != Result.UNDERSTOOD) {
            return false;
        }
        if (heldResult == Result.FAULTY) {
            add(joined, heldNumber);
        } else {
            current.replaceLast(parser, joined, heldResult == Result.UNKNOWN_WORDS);
        }
        heldResult = Result.UNDERSTOOD;
        held = joined;
        heldLength = length;
        return true;
    }

    private void hold(byte[] line, int from, int to, long number) {
        if (held.length < to - from) {
            held = new byte[to - from];
        }
        heldLength = to - from;
        System.arraycopy(line, from, held, 0, heldLength);
        heldNumber = number;
        lastNumber = number;
    }

    /// Now the line that was held back has no continuation any more.
    private void settle() {
        switch (heldResult) {
            case OTHER -> {}
            case FAULTY -> ledger.skip(heldNumber, held, 0, heldLength);
            case UNDERSTOOD, UNKNOWN_WORDS -> ledger.understand();
        }
        heldResult = Result.OTHER;
    }

    /// The snapshots, when there are no lines any more.
    public List<Snapshot> finish() {
        settle();
        restart("");
        return List.copyOf(snapshots);
    }

    /// Areas before which something stood on their line.
    public long prefixed() {
        return prefixed;
    }
}
