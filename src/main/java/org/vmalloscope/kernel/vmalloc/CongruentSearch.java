package org.vmalloscope.kernel.vmalloc;

import static org.vmalloscope.journal.Argument.address;
import static org.vmalloscope.journal.Argument.count;
import static org.vmalloscope.journal.Argument.number;
import static org.vmalloscope.journal.Argument.size;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.above;
import static org.vmalloscope.kernel.vmalloc.Arithmetic.below;

import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Turn;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.RbTree;

/// One search for the base of a group of areas, from the top downwards, while vmap_area_lock is held: `next` and
/// `prev` are the areas around the place looked at.
///
/// Kernel: the middle of pcpu_get_vm_areas, pvm_find_next_prev and pvm_determine_end, mm/vmalloc.c, 2.6.32.
final class CongruentSearch {
    private static final String FIND_NEXT_PREV = "pvm_find_next_prev";
    private static final String DETERMINE_END = "pvm_determine_end";

    private final Kernel kernel;
    private final VmapAreas areas;
    private final RbTree tree;
    private final Arithmetic arithmetic;
    private final PcpuVmAreas.Request request;
    private final int last;
    private final long vmallocStart;
    private final long vmallocEnd;
    private VmapArea next;
    private VmapArea prev;
    private long base;

    /// `last` is the area with the highest offset; the bounds are aligned.
    CongruentSearch(
            Kernel kernel, VmapAreas areas, PcpuVmAreas.Request request, int last, long vmallocStart, long vmallocEnd) {
        this.kernel = kernel;
        this.areas = areas;
        this.tree = areas.tree();
        this.arithmetic = new Arithmetic(kernel.machine().abi());
        this.request = request;
        this.last = last;
        this.vmallocStart = vmallocStart;
        this.vmallocEnd = vmallocEnd;
        this.next = areas.area(0);
        this.prev = areas.area(0);
    }

    /// Where the group begins, once it was found.
    long base() {
        return base;
    }

    private long start(int area) {
        return request.offsets().get(area);
    }

    private long end(int area) {
        return arithmetic.add(start(area), request.sizes().get(area));
    }

    /// Begins at `hole`; false when there is no room.
    boolean run(long hole) {
        long lastEnd = end(last);
        kernel.line("around", number("area", last), number("term_area", last));
        boolean any = findNextPrev(hole);
        kernel.line("empty", address("next", next.address()), address("prev", prev.address()));
        if (!any) {
            kernel.line("top");
            base = arithmetic.add(vmallocEnd, -lastEnd);
            return true;
        }
        int area = last;
        int termArea = last;
        kernel.line("base");
        base = arithmetic.add(determineEnd(), -end(area));
        while (true) {
            kernel.line("under", address("base", base), number("area", area), number("term_area", termArea));
            if (below(arithmetic.add(base, lastEnd), arithmetic.add(vmallocStart, lastEnd))) {
                told(area, Verdict.BELOW_START, areas.area(0));
                return false;
            }
            if (collides(area)) {
                termArea = area;
                continue;
            }
            kernel.line("step");
            told(area, Verdict.CHOSEN, next);
            area = (area + request.count() - 1) % request.count();
            kernel.line("done", number("area", area));
            if (area == termArea) {
                return true;
            }
            kernel.line("look");
            findNextPrev(arithmetic.add(base, end(area)));
        }
    }

    /// Whether an area of the group does not fit at the base; then the base is lower afterwards.
    private boolean collides(int area) {
        kernel.line("above", address("next", next.address()), address("prev", prev.address()));
        if (!next.isNull() && below(next.vaStart(), arithmetic.add(base, end(area)))) {
            told(area, Verdict.COLLIDES_ABOVE, next);
            kernel.line("down");
            base = arithmetic.add(determineEnd(), -end(area));
            return true;
        }
        kernel.line("below");
        if (!prev.isNull() && above(prev.vaEnd(), arithmetic.add(base, start(area)))) {
            told(area, Verdict.COLLIDES_BELOW, prev);
            kernel.line("move");
            next = prev;
            prev = before(next);
            kernel.line("lower", address("next", next.address()), address("prev", prev.address()));
            base = arithmetic.add(determineEnd(), -end(area));
            return true;
        }
        return false;
    }

    private void told(int area, Verdict verdict, VmapArea va) {
        kernel.notes()
                .note(new HoleTried(
                        arithmetic.add(base, start(area)), arithmetic.add(base, end(area)), verdict, va.address()));
    }

    private VmapArea before(VmapArea va) {
        return areas.ofNode(tree.prev(va.rbNode()));
    }

    /// pvm_find_next_prev: the areas around an end address; false for an empty tree.
    private boolean findNextPrev(long end) {
        kernel.enter(FIND_NEXT_PREV, address("end", end));
        VmapArea va = lastSeen(end);
        kernel.line("none", address("va", va.address()));
        if (va.isNull()) {
            kernel.line("empty");
            kernel.leave(FIND_NEXT_PREV, count("found", 0));
            return false;
        }
        kernel.line("above");
        if (above(va.vaEnd(), end)) {
            kernel.line("next");
            next = va;
            prev = before(va);
        } else {
            kernel.line("prev");
            prev = va;
            next = areas.ofNode(tree.next(va.rbNode()));
        }
        kernel.line("back", address("next", next.address()), address("prev", prev.address()));
        kernel.leave(FIND_NEXT_PREV, count("found", 1));
        return true;
    }

    /// The area at which a descent for an end address arrives.
    private VmapArea lastSeen(long end) {
        kernel.line("root");
        long n = tree.root();
        VmapArea va = areas.area(0);
        kernel.line("while", address("va", 0), address("n", areas.ofNode(n).address()));
        while (n != 0) {
            va = areas.ofNode(n);
            kernel.line("ends", address("va", va.address()));
            boolean left = below(end, va.vaEnd());
            boolean right = above(end, va.vaEnd());
            Turn turn = left ? Turn.LEFT : right ? Turn.RIGHT : Turn.FOUND;
            kernel.notes().note(new TreeDescent(Purpose.AROUND_HOLE, va.address(), end, va.vaEnd(), turn));
            if (!left && !right) {
                kernel.line("exact");
                break;
            }
            kernel.line(left ? "left" : "right");
            n = left ? tree.left(n) : tree.right(n);
            kernel.line("while", address("n", areas.ofNode(n).address()));
        }
        return va;
    }

    /// pvm_determine_end: the highest aligned end below `next`, while `next` and `prev` move down to enclose it.
    private long determineEnd() {
        kernel.enter(
                DETERMINE_END,
                address("next", next.address()),
                address("prev", prev.address()),
                size("align", request.align()));
        kernel.line("top");
        long addr = kernel.machine().vmallocEnd() & -request.align();
        kernel.line("any", address("addr", addr));
        if (!next.isNull()) {
            kernel.line("lower");
            addr = lower(next.vaStart() & -request.align(), addr);
        }
        kernel.line("while", address("addr", addr));
        while (!prev.isNull() && above(prev.vaEnd(), addr)) {
            kernel.line("move");
            next = prev;
            addr = next.vaStart() & -request.align();
            kernel.line("before", address("next", next.address()), address("addr", addr));
            prev = before(next);
            kernel.line("while", address("prev", prev.address()));
        }
        kernel.line("back");
        return kernel.leave(DETERMINE_END, address("addr", addr));
    }

    private static long lower(long a, long b) {
        return below(a, b) ? a : b;
    }
}
