package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Journal;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.LockReleased;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.ObjectFreed;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.Warned;
import org.vmalloscope.journal.Store;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// Looks for events by what they are about: a kind (`rotation`, `tlb flush`), a function, a field (`va_start`),
/// a lock, a message, or a value in hex.
public final class EventSearch {
    private static final int MOST_FOUND = 10_000;

    private final TimeMachine time;
    private final FieldLocator fields;

    /// Searches the run of a time machine, whose position stays; names are those of the memory of now.
    public EventSearch(TimeMachine time, VmallocView view, Births births) {
        this.time = time;
        this.fields = new FieldLocator(new AreaNames(births, view));
    }

    /// The positions after the events that a text is found in, ascending, at most 10,000.
    public List<Long> find(String text) {
        return find(text, () -> false, searched -> {});
    }

    /// The same; between statements `cancelled` is asked, and `progress` told the event up to which all is searched.
    /// When it is cancelled, what was found until then is the answer.
    public List<Long> find(String text, BooleanSupplier cancelled, LongConsumer progress) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Long> found = new ArrayList<>();
        Journal journal = time.journal();
        for (int statement = 0; statement < journal.statements() && found.size() < MOST_FOUND; statement++) {
            if (cancelled.getAsBoolean()) {
                break;
            }
            List<Event> events = time.detail(statement).events();
            for (int index = 0; index < events.size() && found.size() < MOST_FOUND; index++) {
                if (words(events.get(index)).toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.add(journal.eventStart(statement) + index + 1);
                }
            }
            progress.accept(journal.eventEnd(statement));
        }
        return found;
    }

    private String words(Event event) {
        String kind = EventKind.of(event).name().replace('_', ' ') + " ";
        if (event instanceof Store store) {
            String field =
                    fields.atSlot(store.slot()).map(FieldLocator.Place::member).orElse("");
            return kind + field + " 0x" + Long.toHexString(store.was()) + " 0x" + Long.toHexString(store.now());
        }
        return kind + aboutNote(event);
    }

    private static String aboutNote(Event event) {
        if (event instanceof FunctionEntered entered) {
            return entered.function();
        } else if (event instanceof FunctionLeft left) {
            return left.function();
        } else if (event instanceof LockTaken taken) {
            return taken.lock();
        } else if (event instanceof LockReleased released) {
            return released.lock();
        } else if (event instanceof Printed printed) {
            return printed.text();
        } else if (event instanceof Warned warned) {
            return warned.text();
        } else if (event instanceof Died died) {
            return died.text();
        } else if (event instanceof ObjectAllocated allocated) {
            return allocated.type();
        } else if (event instanceof ObjectFreed freed) {
            return freed.type();
        }
        return "";
    }
}
