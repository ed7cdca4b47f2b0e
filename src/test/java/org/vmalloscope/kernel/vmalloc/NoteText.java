package org.vmalloscope.kernel.vmalloc;

import java.util.stream.Collectors;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.*;
import org.vmalloscope.kernel.Machine;

/// Notes as short lines that do not depend on the machine's addresses.
///
/// `S+3` is the third page above VMALLOC_START, `E-3` the third below the last page bound in vmalloc space,
/// `vmap_area#2` the object that the second slab allocation made.
record NoteText(VmallocView view) {
    String line(Note note) {
        return switch (note) {
            case StatementBegun(int statement, int cpu) -> "begin " + statement + " cpu" + cpu;
            case FunctionEntered(var function, var arguments) ->
                "enter " + function + arguments.stream().map(this::argument).collect(Collectors.joining());
            case FunctionLeft(var function, var result) ->
                "leave " + function + result.map(this::argument).orElse("");
            case TreeDescent(var purpose, long va, long compared, long with, var turn) ->
                "descend " + purpose + " " + place(va) + " " + place(compared) + " " + place(with) + " " + turn;
            case HoleTried(long start, long end, var verdict, long va) ->
                "hole " + range(start, end) + " " + verdict + " " + place(va);
            case AlignmentPadded(long start, long end) -> "padding " + range(start, end);
            case RotationBegun(boolean left, long node, var why) ->
                "rotate " + (left ? "left " : "right ") + place(node) + " " + why;
            case Recoloured(long node, boolean black, var why) ->
                "paint " + (black ? "black " : "red ") + place(node) + " " + why;
            case LazyAreaFound(long va, long start, long end) -> "lazy " + place(va) + " " + range(start, end);
            case ThresholdCrossed(long lazy, long most) -> "threshold " + lazy + " > " + most;
            case PagesMapped(long start, long end) -> "map " + range(start, end);
            case PagesUnmapped(long start, long end) -> "unmap " + range(start, end);
            case CacheFlushed(boolean unmapping, long start, long end) ->
                (unmapping ? "flush_cache_vunmap " : "flush_cache_vmap ") + range(start, end);
            case TlbFlushed(long start, long end) -> "flush_tlb " + range(start, end);
            case PageTouched(int cpu, long address, var outcome) ->
                "touch cpu" + cpu + " " + place(address) + " " + outcome;
            case RcuQueued(var what, long object, long vaStart) -> "call_rcu " + place(object) + " " + place(vaStart);
            case RcuRan(var what, long object, long vaStart) -> "rcu_ran " + place(object) + " " + place(vaStart);
            case LockTaken(var lock, long address) -> "lock " + lock;
            case LockReleased(var lock, long address) -> "unlock " + lock;
            case ObjectAllocated(var type, long address, long bytes) -> "kmalloc " + type + " " + bytes;
            case ObjectFreed(var type, long address) -> "kfree " + place(address);
            case AllocationFailed(var type) -> "kmalloc " + type + " fails";
            case PagesTaken(long pages, long left) -> "pages -" + pages;
            case PagesReturned(long pages, long left) -> "pages +" + pages;
            case PagesExhausted() -> "pages exhausted";
            case BootmemTaken(long start, long bytes) -> "bootmem " + bytes;
            case BootmemFreed(long start, long bytes) -> "free_bootmem " + bytes;
            case BootmemExhausted(long bytes) -> "bootmem " + bytes + " fails";
            case PageTableMade(long start) -> "table " + Long.toHexString(start);
            case Remarked(Remark remark) -> "remark " + remark;
            case StaticCopied(int cpu, long start, long bytes) -> "copy cpu" + cpu + " " + bytes;
            case CpuChanged(int cpu) -> "cpu " + cpu;
            case FailureArmed(long countdown) -> "kmalloc_fail " + countdown;
            case Printed(var level, var text) -> "printk " + text;
            case Warned(var text) -> "warn " + text;
            case Died(var text) -> "died " + text;
        };
    }

    private String argument(Argument argument) {
        return " " + argument.name() + "="
                + switch (argument.form()) {
                    case ADDRESS -> place(argument.value());
                    case SIZE, COUNT, FLAGS -> Long.toUnsignedString(argument.value());
                    case NUMBER -> Long.toString(argument.value());
                };
    }

    private String range(long start, long end) {
        return place(start) + ".." + place(end);
    }

    private String place(long address) {
        if (address == 0) {
            return "NULL";
        }
        return view.ground()
                .objectAt(address)
                .map(object -> object.type().name() + "#" + object.sequence())
                .orElseGet(() -> vmallocPlace(address));
    }

    private String vmallocPlace(long address) {
        Machine machine = view.config().machine();
        long end = machine.vmallocEnd() & Machine.PAGE_MASK;
        boolean inside = Long.compareUnsigned(address, machine.vmallocStart()) >= 0
                && Long.compareUnsigned(address, end) <= 0
                && address % Machine.PAGE_SIZE == 0;
        if (address == machine.vmallocEnd()) {
            return "END";
        }
        if (!inside) {
            return "0x" + Long.toHexString(address);
        }
        long above = (address - machine.vmallocStart()) / Machine.PAGE_SIZE;
        long below = (end - address) / Machine.PAGE_SIZE;
        return above < below ? "S+" + above : "E-" + below;
    }
}
