package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Turn;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.Lines;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.memory.MemoryReader;

/// The first-fit search of alloc_vmap_area: one descent to the area where to begin, then a walk upwards.
///
/// Kernel: the middle of alloc_vmap_area, mm/vmalloc.c, 2.6.32, quirks included: the descent forgets what it
/// had found when it meets an area that ends below the start, and the walk keeps one unused page above every
/// area it passes.
final class HoleSearch {
    private final RbTree tree;
    private final Arithmetic arithmetic;
    private final MemoryReader memory;
    private final NoteSink notes;
    private final Lines lines;

    HoleSearch(Kernel kernel, RbTree tree, Arithmetic arithmetic) {
        this(kernel.memory(), tree, kernel.notes(), kernel.lines(), arithmetic);
    }

    private HoleSearch(MemoryReader memory, RbTree tree, NoteSink notes, Lines lines, Arithmetic arithmetic) {
        this.tree = tree;
        this.arithmetic = arithmetic;
        this.memory = memory;
        this.notes = notes;
        this.lines = lines;
    }

    /// A search that tells nobody of its steps, for what would be found.
    static HoleSearch silent(MemoryReader memory, RbTree tree) {
        NoteSink nobody = note -> {};
        return new HoleSearch(memory, tree, nobody, new Lines(nobody), new Arithmetic(memory.abi()));
    }

    /// What the search came to: the start of a hole, or none.
    record Hole(boolean found, long start) {
        static final Hole NONE = new Hole(false, 0);
    }

    /// Searches for `size` bytes at a multiple of `align`, beginning at `vstart`; vmap_area_lock is held.
    Hole find(long size, long align, long vstart, long vend) {
        lines.line("begin");
        long unaligned = vstart;
        long addr = arithmetic.align(vstart, align);
        lines.line("wraps", "addr", addr);
        if (wraps(addr, size)) {
            return rejected(addr, size, Verdict.WRAPS);
        }
        long n = firstOrNext(startingArea(addr, size), addr);
        lines.line("while", "first", pointer(n));
        while (n != 0) {
            VmapArea first = area(n);
            long end = arithmetic.add(addr, size);
            if (!above(end, first.vaStart()) || above(end, vend)) {
                break;
            }
            Verdict why = below(first.vaStart(), addr) ? Verdict.COLLIDES_BELOW : Verdict.COLLIDES_ABOVE;
            notes.note(new HoleTried(addr, end, why, first.address()));
            lines.line("beyond");
            unaligned = arithmetic.add(first.vaEnd(), Machine.PAGE_SIZE);
            addr = arithmetic.align(unaligned, align);
            lines.line("wraps-too", "addr", addr);
            if (wraps(addr, size)) {
                return rejected(addr, size, Verdict.WRAPS);
            }
            lines.line("step");
            n = tree.next(n);
            lines.line("while", "first", pointer(n));
        }
        lines.line("fits");
        if (above(arithmetic.add(addr, size), vend)) {
            return rejected(addr, size, Verdict.BEYOND_END);
        }
        notes.note(new HoleTried(addr, arithmetic.add(addr, size), Verdict.CHOSEN, pointer(n)));
        if (addr != unaligned) {
            notes.note(new AlignmentPadded(unaligned, addr));
        }
        return new Hole(true, addr);
    }

    /// The descent: the area at which the walk begins, as its rb_node, or 0.
    private long startingArea(long addr, long size) {
        lines.line("root");
        long first = 0;
        long n = tree.root();
        lines.line("descend", address("first", 0), address("n", pointer(n)));
        while (n != 0) {
            VmapArea va = area(n);
            lines.line("ends");
            boolean left = !below(va.vaEnd(), addr);
            notes.note(new TreeDescent(
                    Purpose.SEARCH_START, va.address(), addr, va.vaEnd(), left ? Turn.LEFT : Turn.RIGHT));
            if (left) {
                lines.line("begins");
                if (first == 0 && below(va.vaStart(), arithmetic.add(addr, size))) {
                    lines.line("take");
                    first = n;
                }
                lines.line("left", "first", pointer(first));
                n = tree.left(n);
            } else {
                lines.line("forget");
                first = n;
                lines.line("right", "first", pointer(first));
                n = tree.right(n);
            }
            lines.line("descend", "n", pointer(n));
        }
        return first;
    }

    /// Where the walk begins: at the next area when the one that was found ends below the start.
    private long firstOrNext(long found, long addr) {
        lines.line("low");
        if (found == 0 || !below(area(found).vaEnd(), addr)) {
            return found;
        }
        lines.line("next");
        return tree.next(found);
    }

    private VmapArea area(long node) {
        return VmapArea.ofRbNode(memory, node);
    }

    /// The area's address, or 0.
    private long pointer(long node) {
        return node == 0 ? 0 : area(node).address();
    }

    private boolean wraps(long addr, long size) {
        return below(arithmetic.add(addr, size - 1), addr);
    }

    private Hole rejected(long addr, long size, Verdict why) {
        notes.note(new HoleTried(addr, arithmetic.add(addr, size), why, 0));
        return Hole.NONE;
    }
}
