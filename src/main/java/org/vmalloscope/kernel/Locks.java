package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.SimulatedMemory;

/// Spinlocks and mutexes: a word that is 1 while the lock is held.
///
/// Only one CPU runs at a time, so a lock never contends, and taking one that is held would wait for ever: that is a
/// BUG.
public final class Locks {
    private final SimulatedMemory memory;
    private final NoteSink notes;

    Locks(SimulatedMemory memory, NoteSink notes) {
        this.memory = memory;
        this.notes = notes;
    }

    /// Takes the lock whose word is at `address`.
    public void take(String name, long address) {
        if (isHeld(address)) {
            throw new KernelBug("deadlock: " + name + " is held already");
        }
        notes.note(new LockTaken(name, address));
        memory.storeQuietly(address, 1);
    }

    /// Takes the lock unless it is held.
    public boolean tryTake(String name, long address) {
        if (isHeld(address)) {
            return false;
        }
        take(name, address);
        return true;
    }

    public void release(String name, long address) {
        if (!isHeld(address)) {
            throw new KernelBug("unlock: " + name + " is not held");
        }
        notes.note(new LockReleased(name, address));
        memory.storeQuietly(address, 0);
    }

    /// An RCU read section begins; it holds nothing up, and is told all the same.
    public void rcuReadLock() {
        notes.note(new LockTaken("rcu", 0));
    }

    public void rcuReadUnlock() {
        notes.note(new LockReleased("rcu", 0));
    }

    private boolean isHeld(long address) {
        return memory.load(address) != 0;
    }
}
