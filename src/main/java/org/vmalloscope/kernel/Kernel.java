package org.vmalloscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Argument;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.journal.Note.FailureArmed;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.Level;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;

/// The ground of one simulated kernel: its memory and everything vmalloc leans on.
///
/// Holds nothing that changes: two of these over equal memories behave alike, which is what travelling in time
/// depends on.
public final class Kernel {
    static final String RCU_QUEUE = "rcu_queue";

    private final KernelConfig config;
    private final SimulatedMemory memory;
    private final NoteSink notes;
    private final Lines lines;
    private final Control control;
    private final Notebook notebook;
    private final Slab slab;
    private final PagePool pages;
    private final PageTables pageTables;
    private final Locks locks;
    private final Rcu rcu;
    private final Lists lists;
    private final Bitmaps bitmaps;
    private final Bootmem bootmem;
    private final Symbols symbols;

    /// Puts a kernel on a memory that [#powerOn] prepared; notes go to `notes`.
    ///
    /// `types` are the structs its slab hands out besides the ground's own.
    public Kernel(
            KernelConfig config, Symbols symbols, List<StructType> types, SimulatedMemory memory, NoteSink notes) {
        this.config = config;
        this.memory = memory;
        this.notes = notes;
        lines = new Lines(notes);
        this.symbols = symbols;
        AddressMap map = new AddressMap(config.machine());
        control = new Control(memory, map);
        notebook = new Notebook(memory, control);
        slab = new Slab(memory, map, control, notes, slabTypes(types));
        pages = new PagePool(config, control, notebook, notes);
        pageTables = new PageTables(
                memory, control, notebook, new TlbWriter(memory, config, control, notebook, notes), notes);
        locks = new Locks(memory, notes);
        rcu = new Rcu(memory, notebook, notes, symbols.address(RCU_QUEUE));
        lists = new Lists(memory);
        bitmaps = new Bitmaps(memory);
        bootmem = new Bootmem(notebook, control, map, memory.abi().wordBytes(), notes);
    }

    /// All structs of the slab: the ground's own and those of the allocator above it.
    public static List<StructType> slabTypes(List<StructType> types) {
        List<StructType> all = new ArrayList<>(types);
        all.add(RadixTree.NODE);
        return List.copyOf(all);
    }

    /// A memory as the machine has it when it is switched on.
    public static SimulatedMemory powerOn(KernelConfig config) {
        AddressMap map = new AddressMap(config.machine());
        SimulatedMemory memory = map.emptyMemory();
        Notebook notebook = new Notebook(memory, new Control(memory, map));
        notebook.write(Control.FREE_PAGES, config.ramPages());
        notebook.write(Control.HEAP_FRONTIER, map.heap());
        notebook.write(Control.RANGE_FRONTIER, map.ranges());
        return memory;
    }

    /// A statement of the scenario (from 0) begins.
    public void beginStatement(int statement) {
        notes.note(new StatementBegun(statement, control.currentCpu()));
        notebook.write(Control.STATEMENT, statement);
    }

    /// From now on code runs on that CPU.
    public void switchCpu(int cpu) {
        notes.note(new CpuChanged(cpu));
        notebook.write(Control.CURRENT_CPU, cpu);
    }

    /// The N-th counted kmalloc from now fails, once; replaces what was armed before.
    public void armFailure(long countdown) {
        notes.note(new FailureArmed(countdown));
        notebook.write(Control.KMALLOC_FAIL, countdown);
    }

    /// Tells that a function was entered.
    public void enter(String function, Argument... arguments) {
        notes.note(new FunctionEntered(function, List.of(arguments)));
    }

    /// Tells that the function that was entered last reached a line of its listing, and what its variables are now.
    public void line(String label, Argument... values) {
        lines.line(label, values);
    }

    /// The same without variables.
    public void line(String label) {
        lines.line(label);
    }

    /// The same with one address: for long walks, since nothing is made of it when nobody listens.
    public void line(String label, String name, long address) {
        lines.line(label, name, address);
    }

    /// Who tells of lines.
    public Lines lines() {
        return lines;
    }

    /// Tells that a function returned nothing.
    public void leave(String function) {
        notes.note(new FunctionLeft(function, Optional.empty()));
    }

    /// Tells what a function returned, and returns it.
    public long leave(String function, Argument result) {
        notes.note(new FunctionLeft(function, Optional.of(result)));
        return result.value();
    }

    /// printk with KERN_WARNING.
    public void warning(String text) {
        print(Level.WARNING, text);
    }

    /// printk.
    public void print(Level level, String text) {
        notes.note(new Printed(level, text));
    }

    /// WARN.
    public void warn(String text) {
        notes.note(new Warned(text));
    }

    /// BUG_ON at a line of mm/vmalloc.c.
    public static void bugOn(boolean condition, int line) {
        if (condition) {
            throw new KernelBug("mm/vmalloc.c:" + line);
        }
    }

    /// A running purge shows the span it has collected so far; all ones and 0 before anything was found.
    public void showPurge(boolean running, long start, long end, long pageCount) {
        notebook.write(Control.PURGING, running ? 1 : 0);
        notebook.write(Control.PURGE_START, start);
        notebook.write(Control.PURGE_END, end);
        notebook.write(Control.PURGE_PAGES, pageCount);
    }

    /// One more unmapping that would have flushed the TLBs at once, were it not lazy.
    public void countEagerFlush() {
        notebook.add(Control.EAGER_FLUSHES, 1);
    }

    /// A red-black tree of the kernel whose root pointer is at `root`.
    public RbTree tree(long root) {
        return new RbTree(new RbWords.Visible(memory, notes), root);
    }

    /// A radix tree of the kernel whose root struct is at `root`.
    public RadixTree radixTree(long root) {
        return new RadixTree(memory, slab, root);
    }

    public KernelConfig config() {
        return config;
    }

    public Machine machine() {
        return config.machine();
    }

    public SimulatedMemory memory() {
        return memory;
    }

    public NoteSink notes() {
        return notes;
    }

    public Control control() {
        return control;
    }

    public Slab slab() {
        return slab;
    }

    public PagePool pages() {
        return pages;
    }

    public PageTables pageTables() {
        return pageTables;
    }

    public Locks locks() {
        return locks;
    }

    public Rcu rcu() {
        return rcu;
    }

    public Lists lists() {
        return lists;
    }

    public Bootmem bootmem() {
        return bootmem;
    }

    /// From now on the boot code finds that many bytes, from `start` on.
    public void setBootmem(long start, long bytes) {
        notebook.write(Control.BOOTMEM_NEXT, start);
        notebook.write(Control.BOOTMEM_LEFT, bytes);
    }

    public Bitmaps bitmaps() {
        return bitmaps;
    }

    public Symbols symbols() {
        return symbols;
    }
}
