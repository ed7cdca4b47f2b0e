package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;

final class LocksTest {
    private final Ground ground = new Ground(Machine.I386);
    private final Locks locks = ground.kernel().locks();
    private final long lock = ground.root();

    @Test
    void aLockIsOneWhileItIsHeld() {
        locks.take("vmlist_lock", lock);
        assertEquals(1, ground.memory().load(lock));
        locks.release("vmlist_lock", lock);
        assertEquals(0, ground.memory().load(lock));
        assertEquals(List.of(new LockTaken("vmlist_lock", lock), new LockReleased("vmlist_lock", lock)), ground.told());
    }

    @Test
    void takingALockThatIsHeldIsAKernelBug() {
        locks.take("vmlist_lock", lock);
        KernelBug bug = assertThrows(KernelBug.class, () -> locks.take("vmlist_lock", lock));
        assertEquals("deadlock: vmlist_lock is held already", bug.text());
        assertEquals(List.of(new LockTaken("vmlist_lock", lock)), ground.told());
    }

    @Test
    void tryingALockThatIsHeldOnlyFails() {
        assertTrue(locks.tryTake("purge_lock", lock));
        assertFalse(locks.tryTake("purge_lock", lock));
        assertEquals(List.of(new LockTaken("purge_lock", lock)), ground.told());
        locks.release("purge_lock", lock);
        assertTrue(locks.tryTake("purge_lock", lock));
    }

    @Test
    void releasingALockThatIsNotHeldIsAKernelBug() {
        KernelBug bug = assertThrows(KernelBug.class, () -> locks.release("purge_lock", lock));
        assertEquals("unlock: purge_lock is not held", bug.text());
        assertEquals(List.of(), ground.told());
    }

    @Test
    void anRcuReadSectionIsToldAndMayNest() {
        locks.rcuReadLock();
        locks.rcuReadLock();
        locks.rcuReadUnlock();
        locks.rcuReadUnlock();
        assertEquals(
                List.of(
                        new LockTaken("rcu", 0),
                        new LockTaken("rcu", 0),
                        new LockReleased("rcu", 0),
                        new LockReleased("rcu", 0)),
                ground.told());
    }

    @Test
    void storesToALockBelongToTheNoteBefore() {
        boolean[] loud = {false};
        ground.memory().observe((slot, was, now, quiet) -> loud[0] |= !quiet);
        locks.take("vmlist_lock", lock);
        locks.release("vmlist_lock", lock);
        assertFalse(loud[0]);
    }
}
