package org.vmalloscope.inspect;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.diagram.Moment;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.StatementBegun;

/// A lock that is held at a position, and by whom.
///
/// Every statement gives its locks back, unless the kernel dies in it; so what the current statement did tells all.
///
/// @param address the lock's word; 0 for an RCU read section
/// @param function the function that took it
/// @param event the event that took it, from 1
public record HeldLock(String lock, long address, int cpu, String function, long event) {
    /// The locks that are held at a position, which is `position` events into the run, in the order of taking.
    public static List<HeldLock> at(Moment moment, long position) {
        List<HeldLock> held = new ArrayList<>();
        List<String> running = new ArrayList<>();
        int cpu = 0;
        long event = position - moment.soFar().size();
        for (Event happened : moment.soFar()) {
            event++;
            if (happened instanceof StatementBegun begun) {
                cpu = begun.cpu();
            } else if (happened instanceof CpuChanged changed) {
                cpu = changed.cpu();
            } else if (happened instanceof FunctionEntered entered) {
                running.add(entered.function());
            } else if (happened instanceof FunctionLeft && !running.isEmpty()) {
                running.removeLast();
            } else if (happened instanceof LockTaken taken) {
                String function = running.isEmpty() ? "" : running.getLast();
                held.add(new HeldLock(taken.lock(), taken.address(), cpu, function, event));
            } else if (happened instanceof LockReleased released) {
                release(held, released);
            }
        }
        return List.copyOf(held);
    }

    private static void release(List<HeldLock> held, LockReleased released) {
        for (int index = held.size() - 1; index >= 0; index--) {
            HeldLock lock = held.get(index);
            if (lock.address() == released.address() && lock.lock().equals(released.lock())) {
                held.remove(index);
                return;
            }
        }
    }
}
