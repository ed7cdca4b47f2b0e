package org.vmalloscope.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.journal.Store;

/// A kind of event that a lesson can point at: `first rotation`, `last hole`.
public enum EventWord {
    EVENT(event -> true),
    STORE(Store.class::isInstance),
    CALL(FunctionEntered.class::isInstance),
    DESCENT(TreeDescent.class::isInstance),
    HOLE(HoleTried.class::isInstance),
    CHOICE(event -> event instanceof HoleTried tried && tried.verdict() == Verdict.CHOSEN),
    ROTATION(RotationBegun.class::isInstance),
    RECOLOURING(Recoloured.class::isInstance),
    MAPPING(PagesMapped.class::isInstance),
    UNMAPPING(PagesUnmapped.class::isInstance),
    FLUSH(TlbFlushed.class::isInstance),
    CACHE_FLUSH(CacheFlushed.class::isInstance),
    LAZY_AREA(LazyAreaFound.class::isInstance),
    THRESHOLD(ThresholdCrossed.class::isInstance),
    GRACE_PERIOD(RcuQueued.class::isInstance),
    TOUCH(PageTouched.class::isInstance),
    PRINTK(Printed.class::isInstance);

    private final Predicate<Event> matches;

    EventWord(Predicate<Event> matches) {
        this.matches = matches;
    }

    boolean matches(Event event) {
        return matches.test(event);
    }

    /// The word in a lesson.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EventWord> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(EventWord::word).toList();
    }
}
