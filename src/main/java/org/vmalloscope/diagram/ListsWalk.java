package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// The way along vmlist to the place of a vm_struct, while that is put there or taken off.
///
/// The kernel walks from the front under vmlist_lock; how far follows from the addresses on the chain.
///
/// @param steps the vm_structs that were passed, in order; empty when nobody walks
record ListsWalk(List<Long> steps) {
    static ListsWalk of(Moment moment) {
        boolean inserting = false;
        boolean locked = false;
        long vm = 0;
        for (Event event : moment.soFar()) {
            switch (event) {
                case FunctionEntered(String function, var arguments)
                when function.equals("insert_vmalloc_vm") -> {
                    inserting = true;
                    vm = argument(arguments, "vm").orElse(0L);
                }
                case FunctionLeft(String function, var result)
                when function.equals("insert_vmalloc_vm") -> inserting = false;
                case LockTaken(String lock, long address) when lock.equals("vmlist_lock") -> locked = true;
                case LockReleased(String lock, long address) when lock.equals("vmlist_lock") -> locked = false;
                default -> {
                    // Nothing else is part of the walk.
                }
            }
        }
        return inserting && locked && vm != 0 ? new ListsWalk(passed(moment.view(), vm)) : new ListsWalk(List.of());
    }

    private static Optional<Long> argument(List<Argument> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(name))
                .map(Argument::value)
                .findFirst();
    }

    private static List<Long> passed(VmallocView view, long vm) {
        long addr = new VmStruct(view.memory(), vm).addr();
        List<Long> steps = new ArrayList<>();
        for (VmStruct on : view.vmlist()) {
            if (on.address() == vm || Long.compareUnsigned(on.addr(), addr) >= 0) {
                break;
            }
            steps.add(on.address());
        }
        return List.copyOf(steps);
    }
}
