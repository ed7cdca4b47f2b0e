package org.vmalloscope.diagram;

import java.util.Arrays;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.StatementBegun;

/// The kind of every event of a run and the calls they belong to: a listener while the run is played, then what a
/// timeline is drawn from.
///
/// One byte an event, and none for 64 events of the same kind, as a long search has them. Calls are kept up to
/// 1,000,000; of later ones only the depth is known. Not safe for use by several threads at once; hand it on when the
/// run has been played.
public final class EventLog implements EventSink {
    private static final EventKind[] KINDS = EventKind.values();
    private static final int STORE = code(EventKind.STORE);

    private final EventPyramid pyramid = new EventPyramid();
    private final CallLog calls = new CallLog();
    private byte[][] blocks = new byte[64][];
    private final byte[] open = new byte[EventPyramid.BLOCK];
    private int openKinds;
    private int openStores;
    private int openDepth;
    private long events;

    /// A call of a function: `first` and `last` are its first and last event in the run (from 1), `depth`
    /// counts from 0.
    public record Call(String function, long first, long last, int depth) {}

    @Override
    public void stored(int slot, long was, long now, boolean quiet) {
        if (!quiet) {
            add(STORE);
        }
    }

    @Override
    public void note(Note note) {
        if (note instanceof StatementBegun) {
            calls.closeAll(events);
        } else if (note instanceof FunctionEntered entered) {
            calls.entered(entered.function(), events + 1);
        }
        add(code(EventKind.of((Event) note)));
        if (note instanceof FunctionLeft) {
            calls.left(events);
        }
    }

    private void add(int kind) {
        int at = (int) events & EventPyramid.BLOCK - 1;
        open[at] = (byte) kind;
        openKinds |= 1 << kind;
        openStores += kind == STORE ? 1 : 0;
        openDepth = Math.max(openDepth, calls.depth());
        events++;
        if (at == EventPyramid.BLOCK - 1) {
            close();
        }
    }

    private void close() {
        int block = (int) ((events - 1) >>> EventPyramid.BLOCK_BITS);
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        blocks[block] =
                Integer.bitCount(openKinds) == 1 ? UNIFORM[Integer.numberOfTrailingZeros(openKinds)] : open.clone();
        pyramid.add(block, openKinds, openStores, openDepth);
        openKinds = 0;
        openStores = 0;
        openDepth = 0;
    }

    /// Shared by all blocks of one kind.
    private static final byte[][] UNIFORM = uniform();

    private static byte[][] uniform() {
        byte[][] blocks = new byte[KINDS.length][EventPyramid.BLOCK];
        for (int kind = 0; kind < blocks.length; kind++) {
            Arrays.fill(blocks[kind], (byte) kind);
        }
        return blocks;
    }

    @SuppressWarnings("EnumOrdinal") // one byte an event; the codes never leave this object
    private static int code(EventKind kind) {
        return kind.ordinal();
    }

    /// The bit of a kind in sums.
    static int bit(EventKind kind) {
        return 1 << code(kind);
    }

    /// Events of the run so far.
    public long events() {
        return events;
    }

    /// The kind of an event, counted from 1.
    public EventKind kind(long event) {
        return KINDS[kindAt(event - 1)];
    }

    private byte kindAt(long index) {
        int block = (int) (index >>> EventPyramid.BLOCK_BITS);
        int at = (int) index & EventPyramid.BLOCK - 1;
        return isWhole(block) ? blocks[block][at] : open[at];
    }

    private boolean isWhole(long block) {
        return block < events >>> EventPyramid.BLOCK_BITS;
    }

    /// What the events from `first` to `last` (from 1, both included) are, summed up. Where the stretch is longer than
    /// some blocks of 64, it is rounded to whole ones.
    EventPyramid.Sum sum(long first, long last) {
        EventPyramid.Sum sum = new EventPyramid.Sum();
        long from = Math.max(0, first - 1);
        long end = Math.min(events, last);
        if (end - from > 4L * EventPyramid.BLOCK) {
            from = from >>> EventPyramid.BLOCK_BITS << EventPyramid.BLOCK_BITS;
            end = Math.min(events >>> EventPyramid.BLOCK_BITS, end >>> EventPyramid.BLOCK_BITS)
                    << EventPyramid.BLOCK_BITS;
            pyramid.sum(from >>> EventPyramid.BLOCK_BITS, end >>> EventPyramid.BLOCK_BITS, sum);
            from = last >= events ? end : last;
            end = Math.min(events, last);
        }
        for (long index = from; index < end; index++) {
            byte kind = kindAt(index);
            sum.kinds |= 1 << kind;
            sum.stores += kind == STORE ? 1 : 0;
        }
        return sum;
    }

    /// The first event from `first` to `last` of a kind, or 0.
    long find(EventKind kind, long first, long last) {
        int wanted = code(kind);
        long index = first - 1;
        while (index < last) {
            long block = index >>> EventPyramid.BLOCK_BITS;
            long next = (block + 1) << EventPyramid.BLOCK_BITS;
            if (isWhole(block) && !holds(block, wanted)) {
                index = leap(block + 1, wanted) << EventPyramid.BLOCK_BITS;
                continue;
            }
            for (; index < Math.min(next, last); index++) {
                if (kindAt(index) == wanted) {
                    return index + 1;
                }
            }
        }
        return 0;
    }

    private boolean holds(long block, int kind) {
        EventPyramid.Sum sum = new EventPyramid.Sum();
        pyramid.sum(block, block + 1, sum);
        return (sum.kinds & 1 << kind) != 0;
    }

    /// The first block from `block` on that has a kind, skipping ever larger stretches without it.
    private long leap(long block, int kind) {
        long whole = events >>> EventPyramid.BLOCK_BITS;
        long from = block;
        long length = 1;
        while (from < whole) {
            EventPyramid.Sum sum = new EventPyramid.Sum();
            pyramid.sum(from, Math.min(whole, from + length), sum);
            if ((sum.kinds & 1 << kind) == 0) {
                from = Math.min(whole, from + length);
                length *= 2;
            } else if (length == 1) {
                return from;
            } else {
                length = 1 + length / 4;
            }
        }
        return whole;
    }

    /// The calls that touch the events from `first` to `last` and are known by name, in the order of entering.
    public List<Call> calls(long first, long last) {
        return calls.between(first, last, events);
    }

    /// Calls that touch those events, or more.
    int countCalls(long first, long last) {
        return calls.count(first, last);
    }

    /// The event up to which all calls are known by name.
    long callsKnownTo() {
        return calls.knownTo(events);
    }
}
