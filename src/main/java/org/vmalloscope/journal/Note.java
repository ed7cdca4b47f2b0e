package org.vmalloscope.journal;

import java.util.List;
import java.util.Optional;

/// An event that explains and changes nothing: it stands between the stores, in order.
///
/// Addresses are in bytes; `va` and `node` are the addresses of simulated objects, `start` and `end` bound ranges
/// `[start, end)`.
public sealed interface Note extends Event {

    /// A statement of the scenario begins; `statement` counts from 0.
    record StatementBegun(int statement, int cpu) implements Note {}

    /// A simulated function was entered.
    record FunctionEntered(String function, List<Argument> arguments) implements Note {
        public FunctionEntered {
            arguments = List.copyOf(arguments);
        }
    }

    /// A simulated function returned, with its result if it has one.
    record FunctionLeft(String function, Optional<Argument> result) implements Note {}

    /// One node of a descent through the tree was compared, and where the descent went.
    record TreeDescent(Purpose purpose, long va, long compared, long with, Turn turn) implements Note {}

    /// What a descent looks for.
    enum Purpose {
        SEARCH_START,
        INSERT_PLACE,
        EXACT_START,
        AROUND_HOLE
    }

    /// Where a descent goes from a node.
    enum Turn {
        LEFT,
        RIGHT,
        FOUND
    }

    /// The search for a hole compared a candidate range with what is in its way; `va` is 0 when that is the end
    /// of the space or nothing.
    record HoleTried(long start, long end, Verdict verdict, long va) implements Note {}

    /// What became of a candidate range.
    enum Verdict {
        CHOSEN,
        /// The area `va` begins before the candidate would end.
        COLLIDES_ABOVE,
        /// The area `va` ends after the candidate would begin.
        COLLIDES_BELOW,
        /// The candidate would end after the allowed end.
        BEYOND_END,
        /// Start plus size wraps around the machine's word.
        WRAPS,
        /// The candidate would begin before the allowed start.
        BELOW_START
    }

    /// Bytes left unused below a new area to align it.
    record AlignmentPadded(long start, long end) implements Note {}

    /// A rotation of the tree begins at `node`, an rb_node.
    record RotationBegun(boolean left, long node, TreeCase treeCase) implements Note {}

    /// A node of the tree is about to be painted.
    record Recoloured(long node, boolean black, TreeCase treeCase) implements Note {}

    /// A purge found a lazily freed area.
    record LazyAreaFound(long va, long start, long end) implements Note {}

    /// vmap_lazy_nr went over lazy_max_pages; both in pages.
    record ThresholdCrossed(long lazyNr, long lazyMaxPages) implements Note {}

    record PagesMapped(long start, long end) implements Note {}

    record PagesUnmapped(long start, long end) implements Note {}

    /// flush_cache_vmap, or flush_cache_vunmap.
    record CacheFlushed(boolean unmapping, long start, long end) implements Note {}

    /// flush_tlb_kernel_range.
    record TlbFlushed(long start, long end) implements Note {}

    /// A CPU read an address.
    record PageTouched(int cpu, long address, Touch outcome) implements Note {}

    /// What became of a read.
    enum Touch {
        /// The TLB knew the page.
        HIT("hit"),
        /// The TLB knew it, and the page table does not any more.
        STALE("stale"),
        /// The page table knew it, and the TLB does now.
        FILLED("filled"),
        /// Nobody knew it.
        FAULT("fault");

        private final String label;

        Touch(String label) {
            this.label = label;
        }

        /// The word used in traces.
        public String label() {
            return label;
        }
    }

    /// An object waits for a grace period from now on.
    record RcuQueued(RcuKind what, long object, long vaStart) implements Note {}

    /// The callback of an object that waited for a grace period runs.
    record RcuRan(RcuKind what, long object, long vaStart) implements Note {}

    /// What RCU frees.
    enum RcuKind {
        VMAP_AREA("va"),
        VMAP_BLOCK("vb");

        private final String label;

        RcuKind(String label) {
            this.label = label;
        }

        /// The word used in traces.
        public String label() {
            return label;
        }
    }

    record LockTaken(String lock, long address) implements Note {}

    record LockReleased(String lock, long address) implements Note {}

    /// A slab object of that struct was handed out.
    record ObjectAllocated(String type, long address, long bytes) implements Note {}

    record ObjectFreed(String type, long address) implements Note {}

    /// A kmalloc failed because the scenario asked for it.
    record AllocationFailed(String type) implements Note {}

    /// So many physical pages were taken, one by one, and so many are left.
    record PagesTaken(long pages, long left) implements Note {}

    record PagesReturned(long pages, long left) implements Note {}

    /// A page was asked for when none was free.
    record PagesExhausted() implements Note {}

    record CpuChanged(int cpu) implements Note {}

    /// The N-th kmalloc from now will fail.
    record FailureArmed(long countdown) implements Note {}

    /// A kernel message, without its level prefix and newline.
    record Printed(Level level, String text) implements Note {}

    /// Severity of a kernel message.
    enum Level {
        WARNING,
        INFO
    }

    /// The boot code took a block of physical memory; `start` is its address in the linear map.
    record BootmemTaken(long start, long bytes) implements Note {}

    /// The boot code gave memory back, perhaps 0 bytes of it.
    record BootmemFreed(long start, long bytes) implements Note {}

    /// The boot code asked for more memory than there is.
    record BootmemExhausted(long bytes) implements Note {}

    /// The static per-CPU area was copied into the unit of a CPU, at `start` in the linear map.
    record StaticCopied(int cpu, long start, long bytes) implements Note {}

    /// A page table was made for the addresses from that one on.
    record PageTableMade(long start) implements Note {}

    /// What the simulator has to say about how it plays a part of the boot.
    record Remarked(Remark remark) implements Note {}

    /// Remarks.
    enum Remark {
        /// Stock kernels hand the address of the block on; here NULL goes on, as articles draw the chain.
        STOCK_KERNELS_HAND_ON_THE_BLOCK,
        /// The function does much that is not played.
        NOT_PLAYED
    }

    /// A WARN with its message, or file and line if it has none.
    record Warned(String text) implements Note {}

    /// A BUG or an oops: the simulated kernel ends here.
    record Died(String text) implements Note {}
}
