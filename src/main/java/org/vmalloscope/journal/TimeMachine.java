package org.vmalloscope.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.vmalloscope.memory.MemoryReader;
import org.vmalloscope.memory.SimulatedMemory;

/// A traveller over a journal: a replica of the simulated memory at some event position of the run.
///
/// Going forward writes `now`, going back writes `was`; nothing else is needed, because nothing can change
/// without being journalled. A long way begins at the nearest keyframe instead. Only a position inside a statement
/// needs to know which stores come before it: that statement is then played again on a second replica, the stage,
/// from the state before it, and its events are kept for the next few steps.
///
/// Law: the same position gives the same memory, however it was reached. Not safe for use by several threads at once.
public final class TimeMachine {
    private static final int DETAILS_KEPT = 16;
    private static final long ITEMS_KEPT = 200_000;

    private final Journal journal;
    private final Replica here;
    private final Replica stage;
    private final StatementPlayer player;
    private final Map<Integer, Detail> details = new LinkedHashMap<>(DETAILS_KEPT, 0.75f, true);
    private long position;

    /// Starts at position 0 with a memory that stands before the first statement.
    public TimeMachine(Journal journal, SimulatedMemory initial, StatementPlayer player) {
        this(journal, initial, new Keyframes(), player);
    }

    /// The same, with memories of the same run to begin long ways at; they may become more while the run is played.
    public TimeMachine(Journal journal, SimulatedMemory initial, Keyframes keyframes, StatementPlayer player) {
        this.journal = journal;
        this.here = new Replica(journal, keyframes, initial);
        this.stage = new Replica(journal, keyframes, initial.replica());
        this.player = player;
    }

    /// The replica at the current position. It changes with every move.
    public MemoryReader memory() {
        return here.memory();
    }

    /// A copy of the replica, for whoever needs to keep it.
    public SimulatedMemory snapshot() {
        return here.memory().replica();
    }

    /// Events of the whole run; grows while statements are appended.
    public long length() {
        return journal.events();
    }

    /// The current event position, from 0 to [#length].
    public long position() {
        return position;
    }

    /// The journal that is travelled.
    public Journal journal() {
        return journal;
    }

    /// Stores of the whole run that are done at the current position.
    public int stores() {
        return here.stores();
    }

    /// Stores of the whole run that were done right before the event that led to the current position.
    public int storesBefore() {
        if (position == 0) {
            return 0;
        }
        int statement = statement();
        int before = (int) (position - journal.eventStart(statement)) - 1;
        return journal.storeStart(statement) + detail(statement).storesAfter(before);
    }

    /// The statement whose event was last, or -1 at position 0.
    public int statement() {
        return position == 0 ? -1 : journal.statementOfEvent(position);
    }

    /// The event that led to the current position; none at position 0.
    public Optional<Event> lastEvent() {
        return position == 0 ? Optional.empty() : Optional.of(eventAt(position));
    }

    /// The event with that number in the whole run, from 1.
    public Event eventAt(long number) {
        int statement = journal.statementOfEvent(number);
        return detail(statement).events().get((int) (number - journal.eventStart(statement) - 1));
    }

    /// Moves to an event position; out of range is refused with [IndexOutOfBoundsException].
    public void seek(long target) {
        if (target < 0 || target > length()) {
            throw new IndexOutOfBoundsException("position " + target + " of " + length());
        }
        if (target == 0) {
            here.travel(0);
        } else {
            int statement = journal.statementOfEvent(target);
            if (target == journal.eventEnd(statement)) {
                here.travel(journal.storeEnd(statement));
            } else {
                int count = (int) (target - journal.eventStart(statement));
                int done = detail(statement).storesAfter(count);
                here.travel(journal.storeStart(statement) + done, stage);
            }
        }
        position = target;
    }

    /// One event forward; false at the end.
    public boolean forward() {
        return moveTo(position + 1);
    }

    /// One event back; false at the start.
    public boolean back() {
        return moveTo(position - 1);
    }

    /// To the end of the current statement, or of the next one when this one has ended; false at the end of the run.
    public boolean nextStatement() {
        return position < length() && moveTo(journal.eventEnd(journal.statementOfEvent(position + 1)));
    }

    /// To the start of the current statement, or of the one before when at its start already; false at the start.
    public boolean previousStatement() {
        return position > 0 && moveTo(journal.eventStart(journal.statementOfEvent(position)));
    }

    private boolean moveTo(long target) {
        if (target < 0 || target > length()) {
            return false;
        }
        seek(target);
        return true;
    }

    /// The position after the first event beyond the current one that matches; statements are played again as needed,
    /// and `cancelled` is asked between them.
    public OptionalLong next(Predicate<Event> wanted, BooleanSupplier cancelled) {
        long from = position;
        OptionalLong found = OptionalLong.empty();
        int first = from == length() ? journal.statements() : journal.statementOfEvent(from + 1);
        for (int statement = first; statement < journal.statements() && found.isEmpty(); statement++) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            found = scan(statement, from, wanted, true);
        }
        return found;
    }

    /// The position after the last event before the current one that matches.
    public OptionalLong previous(Predicate<Event> wanted, BooleanSupplier cancelled) {
        long from = position;
        OptionalLong found = OptionalLong.empty();
        for (int statement = statement(); statement >= 0 && found.isEmpty(); statement--) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            found = scan(statement, from, wanted, false);
        }
        return found;
    }

    private OptionalLong scan(int statement, long from, Predicate<Event> wanted, boolean ascending) {
        Detail detail = detail(statement);
        long start = journal.eventStart(statement);
        int size = detail.events().size();
        for (int step = 0; step < size; step++) {
            int index = ascending ? step : size - 1 - step;
            long number = start + index + 1;
            boolean beyond = ascending ? number > from : number < from;
            if (beyond && wanted.test(detail.events().get(index))) {
                return OptionalLong.of(number);
            }
        }
        return OptionalLong.empty();
    }

    /// The position after the store that gave the word at `address` its present value; none when nothing stored to it
    /// yet.
    public OptionalLong lastWriter(long address) {
        int slot = here.memory().slotOf(address);
        for (int store = here.stores() - 1; store >= 0; store--) {
            if (journal.slot(store) == slot) {
                return OptionalLong.of(positionOfStore(store));
            }
        }
        return OptionalLong.empty();
    }

    /// The position after the next store to the word at `address`.
    public OptionalLong nextWriter(long address) {
        int slot = here.memory().slotOf(address);
        int end = journal.statements() == 0 ? 0 : journal.storeEnd(journal.statements() - 1);
        for (int store = here.stores(); store < end; store++) {
            if (journal.slot(store) == slot) {
                return OptionalLong.of(positionOfStore(store));
            }
        }
        return OptionalLong.empty();
    }

    /// The position after the first store of `value` to the word at `address` that a statement from `statement`
    /// (from 0) on made; none when there is no such store.
    public OptionalLong firstStore(long address, long value, int statement) {
        int slot = here.memory().slotOf(address);
        for (int store = journal.storeStart(statement); store < journal.stores(); store++) {
            if (journal.slot(store) == slot && journal.now(store) == value) {
                return OptionalLong.of(positionOfStore(store));
            }
        }
        return OptionalLong.empty();
    }

    /// The position after the event that completes a store (from 0).
    public long positionOfStore(int store) {
        int statement = journal.statementOfStore(store);
        int event = detail(statement).eventOfStore(store - journal.storeStart(statement));
        return journal.eventStart(statement) + event;
    }

    /// The events of a statement (from 0), made again if they are not at hand. The position stays.
    public Detail detail(int statement) {
        Detail known = details.get(statement);
        if (known != null) {
            return known;
        }
        stage.travel(journal.storeStart(statement), here);
        Detail.Collector collector = new Detail.Collector(statement, journal);
        stage.play(player, statement, collector, here);
        Detail made = collector.detail();
        keep(made);
        return made;
    }

    private void keep(Detail made) {
        details.put(made.statement(), made);
        long kept = details.values().stream().mapToLong(TimeMachine::weight).sum();
        var oldest = details.entrySet().iterator();
        while (details.size() > 1 && (details.size() > DETAILS_KEPT || kept > ITEMS_KEPT)) {
            kept -= weight(oldest.next().getValue());
            oldest.remove();
        }
    }

    /// Events and lines that a detail holds.
    private static long weight(Detail detail) {
        return detail.events().size() + (long) detail.lines().size();
    }
}
