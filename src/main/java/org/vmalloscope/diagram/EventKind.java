package org.vmalloscope.diagram;

import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.AllocationFailed;
import org.vmalloscope.journal.Note.BootmemExhausted;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.BootmemTaken;
import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.CpuChanged;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.FailureArmed;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.ObjectFreed;
import org.vmalloscope.journal.Note.PageTableMade;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.PagesExhausted;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesReturned;
import org.vmalloscope.journal.Note.PagesTaken;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.Remarked;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.Store;

/// What kind of thing happened, as a timeline tells events apart.
public enum EventKind {
    /// A word of memory was written.
    STORE,
    /// A function was entered.
    CALL,
    /// A function returned.
    RETURN,
    /// A rotation of the tree begins.
    ROTATION,
    /// A node of the tree is painted.
    RECOLOUR,
    /// A step of a search: a node compared, a hole tried.
    SEARCH,
    /// A page was read.
    TOUCH,
    MAP,
    UNMAP,
    TLB_FLUSH,
    CACHE_FLUSH,
    RCU,
    LOCK,
    /// A slab object or a page frame was taken or given back, or could not be had.
    MEMORY,
    PRINTK,
    WARN,
    /// A BUG or an oops.
    BUG,
    /// Anything else that is said and changes nothing.
    NOTE;

    /// The kind of an event.
    public static EventKind of(Event event) {
        return switch (event) {
            case Store store -> STORE;
            case FunctionEntered entered -> CALL;
            case FunctionLeft left -> RETURN;
            case RotationBegun rotation -> ROTATION;
            case Recoloured recoloured -> RECOLOUR;
            case TreeDescent descent -> SEARCH;
            case HoleTried tried -> SEARCH;
            case AlignmentPadded padded -> SEARCH;
            case PagesMapped mapped -> MAP;
            case PagesUnmapped unmapped -> UNMAP;
            case PageTouched touched -> TOUCH;
            case TlbFlushed flushed -> TLB_FLUSH;
            case CacheFlushed flushed -> CACHE_FLUSH;
            case RcuQueued queued -> RCU;
            case RcuRan ran -> RCU;
            case LockTaken taken -> LOCK;
            case LockReleased released -> LOCK;
            case ObjectAllocated allocated -> MEMORY;
            case ObjectFreed freed -> MEMORY;
            case AllocationFailed failed -> MEMORY;
            case PagesTaken taken -> MEMORY;
            case PagesReturned returned -> MEMORY;
            case PagesExhausted exhausted -> MEMORY;
            case BootmemTaken taken -> MEMORY;
            case BootmemFreed freed -> MEMORY;
            case BootmemExhausted exhausted -> MEMORY;
            case StaticCopied copied -> MEMORY;
            case PageTableMade made -> MEMORY;
            case Remarked remarked -> NOTE;
            case Printed printed -> PRINTK;
            case Warned warned -> WARN;
            case Died died -> BUG;
            case StatementBegun begun -> NOTE;
            case CpuChanged changed -> NOTE;
            case FailureArmed armed -> NOTE;
            case LazyAreaFound found -> NOTE;
            case ThresholdCrossed crossed -> NOTE;
        };
    }
}
