package org.vmalloscope.inspect;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.vmalloscope.journal.Journal;

/// All stores of a run to one word, oldest first: found by one look through the journal.
///
/// Immutable; may be handed from thread to thread.
public final class FieldHistory {
    private static final int ASK = 1 << 16;

    private final Journal journal;
    private final int[] stores;

    private FieldHistory(Journal journal, int[] stores) {
        this.journal = journal;
        this.stores = stores;
    }

    /// Looks for the stores to the word in a slot; `cancelled` is asked now and then, and ends the search early.
    public static FieldHistory of(Journal journal, int slot, BooleanSupplier cancelled) {
        int[] found = new int[16];
        int count = 0;
        int end = journal.stores();
        for (int store = 0; store < end; store++) {
            if (store % ASK == 0 && cancelled.getAsBoolean()) {
                break;
            }
            if (journal.slot(store) == slot) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = store;
            }
        }
        return new FieldHistory(journal, Arrays.copyOf(found, count));
    }

    /// Stores to the word.
    public int size() {
        return stores.length;
    }

    /// The number of a store in the run, from 0; `index` counts the stores to the word.
    public int store(int index) {
        return stores[index];
    }

    public long was(int index) {
        return journal.was(stores[index]);
    }

    public long now(int index) {
        return journal.now(stores[index]);
    }

    /// The statement (from 0) that made a store.
    public int statement(int index) {
        return journal.statementOfStore(stores[index]);
    }

    /// How many of the stores to the word are among the first so many of the run.
    public int before(int done) {
        int found = Arrays.binarySearch(stores, done);
        return found < 0 ? -found - 1 : found;
    }

    /// About which event a store is, without playing its statement again: within the statement, stores are taken to be
    /// spread evenly.
    public double about(int index) {
        int statement = statement(index);
        double stretch = journal.storeEnd(statement) - journal.storeStart(statement);
        double share = (stores[index] - journal.storeStart(statement) + 1) / stretch;
        return journal.eventStart(statement) + share * (journal.eventEnd(statement) - journal.eventStart(statement));
    }
}
