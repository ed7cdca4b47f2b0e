package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.Field;
import org.vmalloscope.memory.FieldKind;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// Callbacks that wait for a grace period, in one queue for all CPUs, oldest first.
///
/// Kernel: call_rcu, `struct rcu_head`. The queue is a chain of the rcu_heads embedded in the waiting objects;
/// a grace period ends only when the scenario says so.
public final class Rcu {
    static final StructType QUEUE = StructType.named("rcu_queue", 16, 8)
            .field("first", FieldKind.POINTER, 0, 0)
            .field("last", FieldKind.POINTER, 8, 4)
            .build();
    private static final StructType HEAD = StructType.named("rcu_head", 16, 8)
            .field("next", FieldKind.POINTER, 0, 0)
            .field("func", FieldKind.FUNCTION, 8, 4)
            .build();
    private static final Field FIRST = QUEUE.field("first");
    private static final Field LAST = QUEUE.field("last");
    private static final Field NEXT = HEAD.field("next");
    private static final Field FUNC = HEAD.field("func");

    private final SimulatedMemory memory;
    private final Notebook notebook;
    private final NoteSink notes;
    private final long queue;

    Rcu(SimulatedMemory memory, Notebook notebook, NoteSink notes, long queue) {
        this.memory = memory;
        this.notebook = notebook;
        this.notes = notes;
        this.queue = queue;
    }

    /// What is done with an object after its grace period.
    @FunctionalInterface
    public interface Callback {
        /// Gets the address of the rcu_head and of the function that was queued with it.
        void run(long head, long function);
    }

    /// call_rcu: the object waits. `vaStart` is only told.
    public void call(RcuKind what, long object, long head, long function, long vaStart) {
        notes.note(new RcuQueued(what, object, vaStart));
        notebook.add(Control.RCU_PENDING, 1);
        memory.store(head, FUNC, function);
        memory.store(head, NEXT, 0);
        long last = memory.load(queue, LAST);
        if (last == 0) {
            memory.store(queue, FIRST, head);
        } else {
            memory.store(last, NEXT, head);
        }
        memory.store(queue, LAST, head);
    }

    /// A grace period ends: runs every callback that waits, and returns how many there were.
    public long run(Callback callback) {
        long count = 0;
        long head = memory.load(queue, FIRST);
        while (head != 0) {
            long next = memory.load(head, NEXT);
            memory.store(queue, FIRST, next);
            if (next == 0) {
                memory.store(queue, LAST, 0);
            }
            callback.run(head, memory.load(head, FUNC));
            head = next;
            count++;
        }
        return count;
    }

    /// Tells that the callback of an object runs.
    public void ran(RcuKind what, long object, long vaStart) {
        notes.note(new RcuRan(what, object, vaStart));
        notebook.add(Control.RCU_PENDING, -1);
    }
}
