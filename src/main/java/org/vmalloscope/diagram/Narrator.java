package org.vmalloscope.diagram;

import java.util.Optional;
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
import org.vmalloscope.journal.Note.Remark;
import org.vmalloscope.journal.Note.Remarked;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.StatementBegun;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.Store;

/// The narrator of a run: one sentence for every event, or two where the second says what the first one means.
///
/// What a sentence says is exact and true at the position right after the event. Immutable; may be used on any
/// thread.
public final class Narrator {
    private final Phrases phrases;

    /// A narrator in the language of the default locale.
    public Narrator() {
        this(Phrases.ofDefaultLocale());
    }

    Narrator(Phrases phrases) {
        this.phrases = phrases;
    }

    /// The sentence for an event; `names` are those of the position right after it.
    public String sentence(Event event, AreaNames names) {
        PageSentences pages = new PageSentences(phrases, names);
        return switch (event) {
            case Store store -> new StoreSentences(phrases, names).sentence(store);
            case FunctionEntered entered -> new CallSentences(phrases, names).entered(entered);
            case FunctionLeft left -> new CallSentences(phrases, names).left(left);
            case TreeDescent descent -> new TreeSentences(phrases, names).descent(descent);
            case RotationBegun rotation -> new TreeSentences(phrases, names).rotation(rotation);
            case Recoloured recoloured -> new TreeSentences(phrases, names).recoloured(recoloured);
            case HoleTried tried -> new SearchSentences(phrases, names).tried(tried);
            case AlignmentPadded padded -> new SearchSentences(phrases, names).padded(padded);
            case LazyAreaFound found -> pages.found(found);
            case PagesMapped mapped -> pages.mapped(mapped);
            case PagesUnmapped unmapped -> pages.unmapped(unmapped);
            case CacheFlushed flushed -> pages.cacheFlushed(flushed);
            case TlbFlushed flushed -> pages.tlbFlushed(flushed);
            case PageTouched touched ->
                phrases.say(
                        "touch." + touched.outcome().label(),
                        touched.cpu(),
                        names.pointer(touched.address()),
                        Addresses.full(touched.address()));
            case PagesTaken(long taken, long left) -> phrases.say("ram.taken", Sizes.pages(taken), Sizes.count(left));
            case PagesReturned(long given, long left) ->
                phrases.say("ram.returned", Sizes.pages(given), Sizes.count(left));
            case PagesExhausted() -> phrases.say("ram.exhausted");
            case BootmemTaken(long start, long bytes) ->
                phrases.say("bootmem.taken", Sizes.exactBytes(bytes), Addresses.full(start));
            case BootmemFreed(long start, long bytes) ->
                phrases.say("bootmem.freed", Sizes.exactBytes(bytes), Addresses.full(start));
            case BootmemExhausted(long bytes) -> phrases.say("bootmem.exhausted", Sizes.exactBytes(bytes));
            case StaticCopied(int cpu, long start, long bytes) ->
                phrases.say("bootmem.copied", Sizes.exactBytes(bytes), cpu, Addresses.full(start));
            case PageTableMade(long start) -> phrases.say("bootmem.page-table", Addresses.full(start));
            case Remarked(Remark remark) -> phrases.say("remark." + Phrases.keyOf(remark));
            case ThresholdCrossed(long lazy, long limit) ->
                phrases.say("purge.threshold", Sizes.count(lazy), Sizes.count(limit));
            case StatementBegun begun -> begun(begun, names);
            case CpuChanged(int cpu) -> phrases.say("statement.cpu", cpu);
            case FailureArmed(long countdown) -> phrases.say("statement.fail", Sizes.count(countdown));
            case RcuQueued queued -> phrases.say("rcu.queued." + queued.what().label(), names.pointer(queued.object()));
            case RcuRan ran -> phrases.say("rcu.ran." + ran.what().label(), names.pointer(ran.object()));
            case LockTaken(String lock, long address) -> lock("taken", lock, address, names);
            case LockReleased(String lock, long address) -> lock("released", lock, address, names);
            case ObjectAllocated allocated -> allocated(allocated, names);
            case ObjectFreed(String type, long address) -> freed(type, address, names);
            case AllocationFailed(String type) -> phrases.say("slab.failed", type);
            case Printed printed -> phrases.say("printk." + Phrases.keyOf(printed.level()), printed.text());
            case Warned(String text) -> phrases.say("warn", text);
            case Died(String text) -> new DeathSentences(phrases).died(text);
        };
    }

    private String begun(StatementBegun begun, AreaNames names) {
        String number = Sizes.count(begun.statement() + 1L);
        Optional<String> name = names.boundBy(begun.statement());
        return name.map(bound -> phrases.say("statement.binds", number, begun.cpu(), bound))
                .orElseGet(() -> phrases.say("statement", number, begun.cpu()));
    }

    private String lock(String done, String lock, long address, AreaNames names) {
        if (address == 0) {
            return phrases.say("rcu-read." + done);
        }
        String object = names.pointer(address);
        return object.equals(lock)
                ? phrases.say("lock." + done, lock)
                : phrases.say("lock." + done + ".of", lock, object);
    }

    private String allocated(ObjectAllocated object, AreaNames names) {
        String bytes = Sizes.exactBytes(object.bytes());
        String address = Addresses.full(object.address());
        return names.owner(object.address())
                .map(owner -> phrases.say("slab.allocated.for", object.type(), bytes, address, owner))
                .orElseGet(() -> phrases.say("slab.allocated", object.type(), bytes, address));
    }

    private String freed(String type, long address, AreaNames names) {
        String place = Addresses.full(address);
        return names.owner(address)
                .map(owner -> phrases.say("slab.freed.of", type, place, owner))
                .orElseGet(() -> phrases.say("slab.freed", type, place));
    }
}
