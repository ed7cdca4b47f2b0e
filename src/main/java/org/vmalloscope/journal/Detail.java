package org.vmalloscope.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Everything that happened in one statement: its events in order, how many stores each of them completes, and the
/// lines
/// of listings that were reached between them.
///
/// A quiet store belongs to the event before it, so an event may complete none, one or many stores.
public final class Detail {
    private final int statement;
    private final List<Event> events;
    private final int[] storesAfter;
    private final List<LineReached> lines;
    private final int[] linesUntil;

    private Detail(Collector made) {
        this.statement = made.statement;
        this.events = Collections.unmodifiableList(made.events);
        this.storesAfter = Arrays.copyOf(made.storesAfter, made.events.size());
        this.lines = Collections.unmodifiableList(made.lines);
        this.linesUntil = Arrays.copyOf(made.linesUntil, made.events.size());
    }

    /// The statement's number, from 0.
    public int statement() {
        return statement;
    }

    /// The events, first to last.
    public List<Event> events() {
        return events;
    }

    /// Stores of this statement that are done after its first `count` events.
    public int storesAfter(int count) {
        return count == 0 ? 0 : storesAfter[count - 1];
    }

    /// The lines that were reached after its first `count` events and before the next one.
    public List<LineReached> linesAfter(int count) {
        int from = count == 0 ? 0 : linesUntil[count - 1];
        return lines.subList(from, count < linesUntil.length ? linesUntil[count] : lines.size());
    }

    /// All lines that were reached, first to last.
    public List<LineReached> lines() {
        return lines;
    }

    /// The number (from 1) of the event that completes the `store`-th store of this statement (from 0).
    int eventOfStore(int store) {
        int low = 0;
        int high = events.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (storesAfter[middle] > store) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low + 1;
    }

    /// Collects the events of a statement while it is played again, and holds its stores against the journal.
    static final class Collector implements EventSink {
        private final int statement;
        private final Journal journal;
        private final List<Event> events = new ArrayList<>();
        private final List<LineReached> lines = new ArrayList<>();
        private int[] storesAfter = new int[32];
        private int[] linesUntil = new int[32];
        private int stores;

        Collector(int statement, Journal journal) {
            this.statement = statement;
            this.journal = journal;
        }

        @Override
        public void stored(int slot, long was, long now, boolean quiet) {
            int store = journal.storeStart(statement) + stores;
            if (store >= journal.storeEnd(statement)
                    || journal.slot(store) != slot
                    || journal.was(store) != was
                    || journal.now(store) != now) {
                throw new IllegalStateException("statement " + statement + " played again differs at store " + store);
            }
            stores++;
            if (!quiet) {
                add(new Store(slot, was, now));
            } else if (!events.isEmpty()) {
                storesAfter[events.size() - 1] = stores;
            }
        }

        @Override
        public void note(Note note) {
            add(note);
        }

        @Override
        public void line(String label, Argument... values) {
            lines.add(new LineReached(label, List.of(values)));
        }

        private void add(Event event) {
            if (events.size() == storesAfter.length) {
                storesAfter = Arrays.copyOf(storesAfter, storesAfter.length * 2);
                linesUntil = Arrays.copyOf(linesUntil, linesUntil.length * 2);
            }
            storesAfter[events.size()] = stores;
            linesUntil[events.size()] = lines.size();
            events.add(event);
        }

        Detail detail() {
            long expected = journal.eventEnd(statement) - journal.eventStart(statement);
            if (events.size() != expected || stores != journal.storeEnd(statement) - journal.storeStart(statement)) {
                throw new IllegalStateException("statement " + statement + " played again has " + events.size()
                        + " events instead of " + expected);
            }
            return new Detail(this);
        }
    }
}
