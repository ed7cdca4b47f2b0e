package org.vmalloscope.journal;

import java.util.Arrays;

/// The history of a run, packed: every store (slot, was, now: 20 bytes), and where each statement ends.
///
/// Positions: a *store position* counts stores from 0; an *event position* counts events (visible stores and
/// notes) of the whole run, so that position 0 is before everything and position n after the n-th event. Notes
/// are not kept: they are made again by playing a statement once more, see [TimeMachine].
///
/// Invariant: `storeEnd` and `eventEnd` are non-decreasing, and the last storeEnd never exceeds the number of stores.
/// Entries are held in chunks of 512, so that growing never copies and a short run costs little.
public final class Journal {
    private static final int CHUNK_BITS = 9;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private int[][] slots = new int[8][];
    private long[][] was = new long[8][];
    private long[][] now = new long[8][];
    private int stores;

    private int[] storeEnd = new int[16];
    private long[] eventEnd = new long[16];
    private int statements;

    /// Appends a store.
    void append(int slot, long wasValue, long nowValue) {
        int chunk = stores >>> CHUNK_BITS;
        if (chunk == slots.length) {
            slots = Arrays.copyOf(slots, chunk * 2);
            was = Arrays.copyOf(was, chunk * 2);
            now = Arrays.copyOf(now, chunk * 2);
        }
        int index = stores & (CHUNK - 1);
        if (index == 0) {
            slots[chunk] = new int[CHUNK];
            was[chunk] = new long[CHUNK];
            now[chunk] = new long[CHUNK];
        }
        slots[chunk][index] = slot;
        was[chunk][index] = wasValue;
        now[chunk][index] = nowValue;
        stores++;
    }

    /// Marks the end of a statement that had so many events.
    void endStatement(long events) {
        if (statements == storeEnd.length) {
            storeEnd = Arrays.copyOf(storeEnd, statements * 2);
            eventEnd = Arrays.copyOf(eventEnd, statements * 2);
        }
        storeEnd[statements] = stores;
        eventEnd[statements] = events() + events;
        statements++;
    }

    /// Stores so far.
    public int stores() {
        return stores;
    }

    /// Statements that have ended.
    public int statements() {
        return statements;
    }

    /// Events so far: the last event position.
    public long events() {
        return statements == 0 ? 0 : eventEnd[statements - 1];
    }

    public int slot(int store) {
        return slots[store >>> CHUNK_BITS][store & (CHUNK - 1)];
    }

    public long was(int store) {
        return was[store >>> CHUNK_BITS][store & (CHUNK - 1)];
    }

    public long now(int store) {
        return now[store >>> CHUNK_BITS][store & (CHUNK - 1)];
    }

    /// Store position at which a statement (from 0) begins.
    public int storeStart(int statement) {
        return statement == 0 ? 0 : storeEnd[statement - 1];
    }

    /// Store position at which a statement ends.
    public int storeEnd(int statement) {
        return storeEnd[statement];
    }

    /// Event position before the first event of a statement.
    public long eventStart(int statement) {
        return statement == 0 ? 0 : eventEnd[statement - 1];
    }

    /// Event position after the last event of a statement.
    public long eventEnd(int statement) {
        return eventEnd[statement];
    }

    /// The statement that the event at a position (from 1) belongs to.
    public int statementOfEvent(long position) {
        if (position < 1 || position > events()) {
            throw new IndexOutOfBoundsException("event " + position + " of " + events());
        }
        int found = Arrays.binarySearch(eventEnd, 0, statements, position);
        return firstWithEnd(found < 0 ? -found - 1 : found, position);
    }

    private int firstWithEnd(int candidate, long position) {
        int statement = candidate;
        while (statement > 0 && eventEnd[statement - 1] >= position) {
            statement--;
        }
        return statement;
    }

    /// The statement that made a store (from 0).
    public int statementOfStore(int store) {
        int low = 0;
        int high = statements - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (storeEnd[middle] > store) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Bytes of heap held by the arrays of this journal: what the decision record's numbers are made of.
    public long heapBytes() {
        long chunks = (stores + CHUNK - 1L) / CHUNK;
        long arrayHeader = 16;
        return chunks * (3 * arrayHeader + CHUNK * 20L)
                + 3 * (arrayHeader + slots.length * 8L)
                + 2 * arrayHeader
                + storeEnd.length * 12L;
    }
}
