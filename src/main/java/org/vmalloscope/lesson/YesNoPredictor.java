package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.PagesExhausted;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.lesson.Prediction.Entry;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.scenario.Statement.Binding;

/// Asks questions that are answered with yes or no.
record YesNoPredictor(Stage stage, Wording words) {
    static final Comparator<Choice> ORDER =
            Comparator.comparing((Choice choice) -> !choice.answer().equals(new Answer.Word("yes")));
    private static final int MOST = 4;

    /// A draft with both answers; `why` is what is wrong with the wrong one.
    Draft yesNo(Question question, String asks, boolean yes, String result, String why) {
        Draft draft = new Draft(asks, words.say("choose.hint"), Entry.NOTHING);
        draft.right(new Choice(words.say(yes ? "yes" : "no"), new Answer.Word(yes ? "yes" : "no"), ""));
        draft.wrong(new Choice(words.say(yes ? "no" : "yes"), new Answer.Word(yes ? "no" : "yes"), why));
        return draft.result(result);
    }

    Prediction isNull(Question question, String name) throws CannotAskException {
        boolean binds = stage.scenario().lines().get(question.statement()).statement() instanceof Binding binding
                && binding.name().equals(name);
        if (!binds) {
            throw new CannotAskException("statement " + (question.statement() + 1) + " does not give '" + name + "'");
        }
        boolean isNull = stage.address() == 0;
        List<String> why = new ArrayList<>(stage.sentences(
                event -> isAboutFailing(event)
                        || event instanceof HoleTried tried
                                && (tried.verdict() == Verdict.CHOSEN || tried.verdict() == Verdict.BEYOND_END),
                MOST));
        if (why.isEmpty()) {
            why.add(words.say("null.silent"));
        }
        return yesNo(
                        question,
                        words.say("null.asks", name),
                        isNull,
                        isNull
                                ? words.say("address.result.null", name)
                                : words.say("null.result", name, Addresses.full(stage.address())),
                        words.say(isNull ? "why.null" : "why.not-null"))
                .because(why, stage.last(event -> event instanceof HoleTried || event instanceof PagesExhausted))
                .done(question, stage, ORDER);
    }

    private static boolean isAboutFailing(Event event) {
        return event instanceof Printed || event instanceof PagesExhausted || event instanceof LazyAreaFound;
    }

    Prediction purges(Question question) throws CannotAskException {
        boolean purges = stage.first(LazyAreaFound.class::isInstance).isPresent();
        List<String> why = new ArrayList<>();
        why.add(lazy());
        why.addAll(stage.sentences(
                event -> event instanceof ThresholdCrossed
                        || event instanceof LazyAreaFound
                        || event instanceof TlbFlushed
                        || event instanceof HoleTried tried && tried.verdict() == Verdict.BEYOND_END,
                4));
        return yesNo(
                        question,
                        words.say("purges.asks"),
                        purges,
                        words.say(purges ? "purges.result" : "purges.result.not"),
                        words.say("why.purge"))
                .because(why, stage.first(event -> event instanceof ThresholdCrossed || event instanceof LazyAreaFound))
                .done(question, stage, ORDER);
    }

    private String lazy() {
        return words.say(
                "lazy.now",
                stage.before().view().vmapLazyNr(),
                stage.after().view().vmapLazyNr(),
                stage.run().config().lazyMaxPages());
    }

    Prediction mapped(Question question, Ask.Mapped ask) throws CannotAskException {
        long address = stage.addressOf(ask.name()) + ask.page() * Machine.PAGE_SIZE;
        boolean mapped = stage.after().view().ground().mapped().isMapped(address);
        PageRange page = new PageRange(address, address + Machine.PAGE_SIZE);
        List<String> why = new ArrayList<>(stage.sentences(event -> concerns(event, page), 3));
        if (why.isEmpty()) {
            why.addAll(stage.sentences(this::isLazyMark, 2));
            why.add(words.say(mapped ? "mapped.nothing" : "mapped.never"));
        }
        String where = words.say("page.of", ask.page(), ask.name());
        return yesNo(
                        question,
                        words.say("mapped.asks", where),
                        mapped,
                        words.say(mapped ? "mapped.result" : "mapped.result.not", where, Addresses.full(address)),
                        words.say(mapped ? "why.mapped" : "why.not-mapped"))
                .because(why, stage.last(event -> concerns(event, page)).or(() -> stage.first(this::isLazyMark)))
                .done(question, stage, ORDER);
    }

    private static boolean concerns(Event event, PageRange page) {
        return switch (event) {
            case PagesMapped(long start, long end) -> new PageRange(start, end).overlaps(page);
            case PagesUnmapped(long start, long end) -> new PageRange(start, end).overlaps(page);
            case TlbFlushed(long start, long end) -> new PageRange(start, end).overlaps(page);
            default -> false;
        };
    }

    /// Whether an event marks an area as lazily freed.
    boolean isLazyMark(Event event) {
        return event instanceof Store store
                && (store.now() & VmapArea.VM_LAZY_FREE) != 0
                && (store.was() & VmapArea.VM_LAZY_FREE) == 0
                && isField(store, "flags");
    }

    private boolean isField(Store store, String field) {
        long address = stage.after().view().memory().addressOf(store.slot());
        return stage.before()
                .view()
                .ground()
                .objectAt(address)
                .map(object -> object.type().name().equals("vmap_area")
                        && address - object.address()
                                == VmapArea.TYPE
                                        .field(field)
                                        .offset(stage.after().view().memory().abi()))
                .orElse(false);
    }

    Prediction linkedBack(Question question, String name) throws CannotAskException {
        Scene after = stage.after();
        VmapArea va = after.area(name)
                .orElseThrow(() -> new CannotAskException(
                        "no area is called '" + name + "' after statement " + (question.statement() + 1)));
        boolean linked = va.hasFlag(VmapArea.VM_VM_AREA) && va.privateVm() != 0;
        List<String> why = new ArrayList<>(stage.sentences(event -> isPrivate(event, va), 2));
        why.add(words.say(linked ? "linked.how" : "linked.not", name));
        return yesNo(
                        question,
                        words.say("linked.asks", name),
                        linked,
                        words.say(linked ? "linked.result" : "linked.result.not", name),
                        words.say(linked ? "why.linked" : "why.not-linked"))
                .because(why, stage.last(event -> isPrivate(event, va)))
                .done(question, stage, ORDER);
    }

    private boolean isPrivate(Event event, VmapArea va) {
        return event instanceof Store store
                && stage.after().view().memory().addressOf(store.slot())
                        == va.address()
                                + VmapArea.TYPE
                                        .field("private")
                                        .offset(va.memory().abi());
    }

    Prediction dies(Question question) throws CannotAskException {
        Optional<Integer> death = stage.first(Died.class::isInstance);
        boolean dies = death.isPresent();
        List<String> why = new ArrayList<>(stage.sentences(Died.class::isInstance, 1));
        if (why.isEmpty()) {
            why.addAll(stage.sentences(event -> event instanceof RcuQueued || isLazyMark(event), 2));
            why.add(words.say("dies.lives"));
        }
        return yesNo(
                        question,
                        words.say("dies.asks"),
                        dies,
                        words.say(dies ? "dies.result" : "dies.result.not"),
                        words.say(dies ? "why.dies" : "why.lives"))
                .because(why, death)
                .done(question, stage, ORDER);
    }
}
