package org.vmalloscope.journal;

import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StoreObserver;

/// A memory at some store position of a run, which moves along the journal.
///
/// A short way is gone store by store. A long one begins at the nearest memory that is at hand: a keyframe, or another
/// replica.
final class Replica {
    /// Stores that cost about as much as taking another memory over.
    private static final int LEAP = 1024;

    private final Journal journal;
    private final Keyframes keyframes;
    private final SimulatedMemory memory;
    private int stores;

    /// A replica at store position 0.
    Replica(Journal journal, Keyframes keyframes, SimulatedMemory initial) {
        this.journal = journal;
        this.keyframes = keyframes;
        this.memory = initial;
    }

    SimulatedMemory memory() {
        return memory;
    }

    /// Stores that are done.
    int stores() {
        return stores;
    }

    /// Moves to a store position; `other` may be nearer to it.
    void travel(int target, Replica other) {
        if (Math.abs(other.stores - target) + LEAP < Math.abs(stores - target)) {
            become(other.memory, other.stores);
        }
        travel(target);
    }

    /// Moves to a store position.
    void travel(int target) {
        if (Math.abs(stores - target) > LEAP) {
            keyframes.nearest(target).ifPresent(frame -> {
                if (Math.abs(frame.stores() - target) + LEAP < Math.abs(stores - target)) {
                    become(frame.memory(), frame.stores());
                }
            });
        }
        while (stores < target) {
            memory.restore(journal.slot(stores), journal.now(stores));
            stores++;
        }
        while (stores > target) {
            stores--;
            memory.restore(journal.slot(stores), journal.was(stores));
        }
    }

    /// Plays a statement that begins here, and stands at its end. When it cannot be played, this becomes `other`.
    void play(StatementPlayer player, int statement, EventSink sink, Replica other) {
        memory.observe(sink);
        boolean played = false;
        try {
            player.play(statement, memory, sink);
            played = true;
        } finally {
            memory.observe(StoreObserver.NONE);
            if (!played) {
                become(other.memory, other.stores);
            }
        }
        stores = journal.storeEnd(statement);
    }

    private void become(SimulatedMemory content, int done) {
        memory.become(content);
        stores = done;
    }
}
