package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.lesson.Prediction.Entry;

/// Asks questions that are answered with a number.
record AmountPredictor(Stage stage, Wording words) {
    static final Comparator<Choice> ORDER = Comparator.comparingLong(
            choice -> choice.answer() instanceof Answer.Amount(long value) ? value : Long.MAX_VALUE);
    private static final int MOST = 4;

    private static Choice number(long value, String why) {
        return new Choice(Sizes.number(value), new Answer.Amount(value), why);
    }

    private static Choice pages(long value, String why) {
        return new Choice(Sizes.pages(value), new Answer.Amount(value), why);
    }

    Prediction flushes(Question question) throws CannotAskException {
        List<Event> events = stage.events();
        long right = count(events, TlbFlushed.class);
        long purged = count(events, PagesUnmapped.class);
        long lazy = stage.after().areas().stream()
                .filter(va -> va.hasFlag(VmapArea.VM_LAZY_FREE) && !va.hasFlag(VmapArea.VM_LAZY_FREEING))
                .count();
        Draft draft = new Draft(words.say("flushes.asks"), words.say("amount.hint"), Entry.AMOUNT);
        draft.right(number(right, ""));
        draft.wrong(number(purged, words.say("why.flush-each")));
        draft.wrong(number(right == 0 ? 1 : 0, words.say(right == 0 ? "why.flush-later" : "why.flush-now")));
        draft.wrong(number(stage.run().config().cpus(), words.say("why.flush-cpu")));
        draft.wrong(number(Math.max(lazy, 2), words.say(right == 0 ? "why.flush-later" : "why.flush-each")));
        draft.wrong(number(right + 2, words.say("why.flush-each")));
        draft.wrong(number(right + 1, words.say("why.flush-each")));
        List<String> why = new ArrayList<>(stage.sentences(
                event -> event instanceof ThresholdCrossed
                        || event instanceof LazyAreaFound
                        || event instanceof TlbFlushed,
                MOST));
        if (right == 0) {
            why.addAll(stage.sentences(new YesNoPredictor(stage, words)::isLazyMark, 2));
            why.add(words.say("flushes.none", stage.after().view().vmapLazyNr()));
        }
        draft.result(right == 0 ? words.say("flushes.result.none") : words.say("flushes.result", right))
                .because(why, stage.first(TlbFlushed.class::isInstance));
        return draft.done(question, stage, ORDER);
    }

    private static long count(List<Event> events, Class<? extends Event> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    Prediction lazyNr(Question question) throws CannotAskException {
        long was = stage.before().view().vmapLazyNr();
        long right = stage.after().view().vmapLazyNr();
        long added = stage.before().areas().stream()
                .filter(va -> !va.hasFlag(VmapArea.VM_LAZY_FREE))
                .filter(va -> stage.after()
                        .at(va.address())
                        .map(now -> now.hasFlag(VmapArea.VM_LAZY_FREE))
                        .orElse(true))
                .mapToLong(va -> va.range().bytes() >>> Machine.PAGE_SHIFT)
                .sum();
        Draft draft = new Draft(words.say("lazy.asks"), words.say("amount.hint"), Entry.AMOUNT);
        draft.right(pages(right, ""));
        draft.wrong(pages(Math.max(0, was + added - 1), words.say("why.lazy-guard")));
        draft.wrong(pages(was + added, words.say("why.lazy-purged")));
        draft.wrong(pages(was, words.say("why.lazy-same")));
        draft.wrong(pages(0, words.say("why.lazy-zero")));
        draft.wrong(pages(added, words.say("why.lazy-adds")));
        draft.wrong(pages(right + 1, words.say("why.lazy-guard")));
        draft.result(words.say("lazy.result", Sizes.pages(right)));
        List<String> why = new ArrayList<>(stage.sentences(
                event -> event instanceof ThresholdCrossed || event instanceof LazyAreaFound || isLazyNr(event), MOST));
        if (why.isEmpty()) {
            why.add(words.say("lazy.nothing"));
        }
        draft.because(why, stage.last(this::isLazyNr));
        return draft.done(question, stage, ORDER);
    }

    private boolean isLazyNr(Event event) {
        return event instanceof Store store
                && stage.after().view().memory().addressOf(store.slot())
                        == stage.after().view().data().vmapLazyNr();
    }

    Prediction waiting(Question question) throws CannotAskException {
        long right = stage.after().view().ground().control().rcuPending();
        long was = stage.before().view().ground().control().rcuPending();
        Draft draft = new Draft(words.say("waiting.asks"), words.say("amount.hint"), Entry.AMOUNT);
        draft.right(number(right, ""));
        draft.wrong(number(was, words.say("why.waiting-same")));
        draft.wrong(number(0, words.say("why.waiting-none")));
        draft.wrong(number(right + 1, words.say("why.waiting-count")));
        draft.wrong(number(right + 2, words.say("why.waiting-count")));
        draft.result(words.say("waiting.result", Sizes.count(right)));
        List<String> why =
                new ArrayList<>(stage.sentences(event -> event instanceof RcuQueued || event instanceof RcuRan, MOST));
        if (why.isEmpty()) {
            why.add(words.say("waiting.nothing"));
        }
        draft.because(why, stage.last(event -> event instanceof RcuQueued || event instanceof RcuRan));
        return draft.done(question, stage, ORDER);
    }

    Prediction areaPages(Question question, String name) throws CannotAskException {
        VmapArea va = stage.after()
                .area(name)
                .orElseThrow(() -> new CannotAskException(
                        "no area is called '" + name + "' after statement " + (question.statement() + 1)));
        long right = va.range().bytes() >>> Machine.PAGE_SHIFT;
        Draft draft = new Draft(words.say("pages.asks", name), words.say("amount.hint"), Entry.AMOUNT);
        draft.right(pages(right, ""));
        draft.wrong(pages(right - 1, words.say("why.pages-guard")));
        draft.wrong(pages(right + 1, words.say("why.pages-gap")));
        draft.wrong(pages(right + 2, words.say("why.pages-two")));
        draft.result(words.say("pages.result", name, Sizes.pages(right)));
        List<String> why = stage.sentences(event -> isWord(event, va, "va_start") || isWord(event, va, "va_end"), 2);
        draft.because(
                why.isEmpty() ? List.of(words.say("pages.unchanged", name)) : why,
                stage.last(event -> isWord(event, va, "va_end")));
        return draft.done(question, stage, ORDER);
    }

    private boolean isWord(Event event, VmapArea va, String field) {
        return event instanceof Store store
                && stage.after().view().memory().addressOf(store.slot())
                        == va.address()
                                + VmapArea.TYPE.field(field).offset(va.memory().abi());
    }

    Prediction distance(Question question, String from, String to) throws CannotAskException {
        long right = Math.abs(stage.addressOf(to) - stage.addressOf(from));
        Scene after = stage.after();
        VmapArea lower = after.around(Math.min(stage.addressOf(to), stage.addressOf(from)))
                .orElseThrow(() -> new CannotAskException("'" + from + "' or '" + to + "' is not there"));
        long body = lower.range().bytes();
        Draft draft = new Draft(words.say("distance.asks", from, to), words.say("choose.hint"), Entry.NOTHING);
        draft.right(bytes(right, ""));
        draft.wrong(bytes(body - Machine.PAGE_SIZE, words.say("why.distance-none")));
        draft.wrong(bytes(body, words.say("why.distance-guard")));
        draft.wrong(bytes(body + Machine.PAGE_SIZE, words.say("why.distance-gap")));
        draft.wrong(bytes(body + 2 * Machine.PAGE_SIZE, words.say("why.distance-gap")));
        draft.result(words.say("distance.result", from, to, Sizes.exactBytes(right)));
        List<String> why = new ArrayList<>();
        why.add(words.say("distance.area", after.name(lower), Sizes.pages(body >>> Machine.PAGE_SHIFT)));
        why.addAll(stage.sentences(HoleTried.class::isInstance, 3));
        draft.because(why, stage.last(HoleTried.class::isInstance));
        return draft.done(question, stage, ORDER);
    }

    private static Choice bytes(long value, String why) {
        return new Choice(Sizes.exactBytes(value), new Answer.Amount(value), why);
    }
}
