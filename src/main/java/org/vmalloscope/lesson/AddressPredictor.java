package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.diagram.Sizes;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.PagesExhausted;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.lesson.Prediction.Entry;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Binding;

/// Asks where an allocation will be. The wrong answers are places where it would be if the search worked otherwise:
/// without gap page, without guard page, with a gap on both sides, into a range that is freed but not purged.
record AddressPredictor(Stage stage, Wording words) {
    private static final long PAGE = Machine.PAGE_SIZE;

    Prediction of(Question question, String name) throws CannotAskException {
        Statement statement = stage.scenario().lines().get(question.statement()).statement();
        if (statement instanceof Statement.VmMapRam ram
                && ram.count() <= machine().vmapMaxAlloc()) {
            return new BlockPredictor(stage, words).address(question, ram);
        }
        if (!(statement instanceof Binding binding) || !binding.name().equals(name)) {
            throw new CannotAskException("statement " + (question.statement() + 1) + " does not give '" + name + "'");
        }
        long right = stage.address();
        long bytes = bytes(binding);
        Places places = new Places(stage.before(), name, bytes, align(), right, stage.shown());
        Draft draft = new Draft(words.say("address.asks", name), words.say("address.hint"), Entry.ADDRESS);
        draft.right(choice(places, right, ""));
        wrong(places).forEach(cand -> draft.wrong(choice(places, cand.address(), cand.why())));
        draft.result(result(places, right)).because(because(), decided());
        return draft.done(question, stage, order());
    }

    static Comparator<Choice> order() {
        return Comparator.comparingLong(
                choice -> choice.answer() instanceof Answer.Address(long address) ? address - 1 + Long.MIN_VALUE : 0);
    }

    private Machine machine() {
        return stage.run().config().machine();
    }

    /// What is known about the places where the area could be.
    private record Places(Scene scene, String name, long bytes, long align, long right, Addresses shown) {
        long aligned(long address) {
            return address + align - 1 & -align;
        }

        PageRange range(long address) {
            return new PageRange(address, address + bytes);
        }
    }

    /// A wrong address and what is wrong with it.
    private record Candidate(long address, String why) {}

    /// Bytes of addresses that it takes, guard page included.
    private static long bytes(Binding binding) throws CannotAskException {
        return switch (binding) {
            case Statement.Vmalloc made -> whole(made.size()) + PAGE;
            case Statement.Ioremap made -> whole(made.size()) + PAGE;
            case Statement.GetVmArea made -> whole(made.size()) + PAGE;
            case Statement.Vmap made -> made.count() * PAGE + PAGE;
            case Statement.VmMapRam made -> made.count() * PAGE;
            case Statement.PcpuGetVmAreas made ->
                throw new CannotAskException("a per-CPU group has several addresses: ask about something else");
            case Statement.Area made ->
                throw new CannotAskException("an imported area stands where its line says: ask about something else");
        };
    }

    private static long whole(long bytes) {
        return bytes + PAGE - 1 & -PAGE;
    }

    private long align() {
        return stage.events().stream()
                .filter(FunctionEntered.class::isInstance)
                .map(FunctionEntered.class::cast)
                .filter(entered -> entered.function().equals("alloc_vmap_area"))
                .flatMap(entered -> entered.arguments().stream())
                .filter(argument -> argument.name().equals("align"))
                .map(argument -> Math.max(PAGE, argument.value()))
                .findFirst()
                .orElse(PAGE);
    }

    private Choice choice(Places places, long address, String why) {
        if (address == 0) {
            return new Choice(words.say("address.null"), new Answer.Address(0), why);
        }
        String text = words.say("address.at", places.shown().shown(address), where(places, address));
        return new Choice(text, new Answer.Address(address), Optional.of(places.range(address)), why);
    }

    /// Where an address is, in words that say nothing about whether it is right.
    private String where(Places places, long address) {
        Scene scene = places.scene();
        Optional<VmapArea> inside = scene.around(address);
        if (inside.isPresent()) {
            VmapArea va = inside.get();
            boolean guard = address == va.vaEnd() - PAGE && address != va.vaStart();
            String key = guard
                    ? "where.guard"
                    : va.hasFlag(VmapArea.VM_LAZY_FREE) && address == va.vaStart() ? "where.freed" : "where.inside";
            return words.say(key, scene.name(va));
        }
        Optional<VmapArea> below = scene.below(address);
        Optional<VmapArea> above = scene.above(address);
        String first = below.map(va -> after(scene.name(va), address - va.vaEnd() >>> Machine.PAGE_SHIFT))
                .orElseGet(() -> address == machine().vmallocStart()
                        ? words.say("where.start")
                        : words.say(
                                "where.from-start",
                                Sizes.pages(address - machine().vmallocStart() >>> Machine.PAGE_SHIFT)));
        boolean touches = above.isPresent() && above.get().vaStart() == address + places.bytes();
        return touches ? words.say("where.touching", first, scene.name(above.get())) : first;
    }

    private String after(String name, long pages) {
        return pages == 0 ? words.say("where.right-after", name) : words.say("where.after", Sizes.pages(pages), name);
    }

    private List<Candidate> wrong(Places places) {
        List<Candidate> found = new ArrayList<>();
        Scene scene = places.scene();
        long start = machine().vmallocStart();
        lazy(places, found);
        lessAligned(places, found);
        tooSmall(places, found);
        gapOnBothSides(places, found);
        Optional<VmapArea> below = places.right() == 0 ? Optional.empty() : scene.below(places.right());
        below.ifPresent(va -> {
            String name = scene.name(va);
            found.add(new Candidate(places.aligned(va.vaEnd()), words.say("why.no-gap", name)));
            found.add(new Candidate(places.aligned(va.vaEnd() - PAGE), words.say("why.no-guard", name)));
        });
        if (!scene.areas().isEmpty()) {
            VmapArea last = scene.areas().getLast();
            long above = places.aligned(last.vaEnd() + PAGE);
            found.add(new Candidate(above, words.say(places.right() == 0 ? "why.no-room" : "why.first-fit")));
        }
        Optional<VmapArea> first = scene.around(start);
        first.ifPresent(va -> found.add(new Candidate(start, words.say("why.taken", scene.name(va)))));
        found.add(new Candidate(places.aligned(start + PAGE), words.say("why.no-gap-at-start")));
        found.add(new Candidate(0, words.say("why.not-null")));
        found.add(new Candidate(places.aligned(start + 2 * PAGE), words.say("why.no-gap-at-start")));
        found.removeIf(candidate -> candidate.address() == places.right());
        return found;
    }

    private void lazy(Places places, List<Candidate> found) {
        for (VmapArea va : places.scene().areas()) {
            if (va.hasFlag(VmapArea.VM_LAZY_FREE)) {
                found.add(new Candidate(
                        va.vaStart(), words.say("why.lazy", places.scene().name(va))));
                return;
            }
        }
    }

    /// Where it would be with the alignment of a page, and with half of its own.
    private void lessAligned(Places places, List<Candidate> found) {
        if (places.align() == PAGE || places.right() == 0) {
            return;
        }
        long from = places.scene()
                .below(places.right())
                .map(va -> va.vaEnd() + PAGE)
                .orElse(machine().vmallocStart());
        String why = words.say("why.aligned", Sizes.exactBytes(places.align()));
        found.add(new Candidate(from + places.align() / 2 - 1 & -(places.align() / 2), why));
        found.add(new Candidate(from, why));
    }

    /// The lowest hole that is more than a gap page, and less than what is needed.
    private void tooSmall(Places places, List<Candidate> found) {
        long from = machine().vmallocStart();
        for (VmapArea va : places.scene().areas()) {
            long room = va.vaStart() - from;
            if (room > 0 && room < places.bytes()) {
                String why = words.say(
                        "why.too-small",
                        places.scene().name(va),
                        Sizes.pages(room >>> Machine.PAGE_SHIFT),
                        places.name(),
                        Sizes.count(places.bytes() >>> Machine.PAGE_SHIFT));
                found.add(new Candidate(from, why));
                return;
            }
            from = va.vaEnd() + PAGE;
        }
    }

    /// Where it would be if a page had to stay free above an area too.
    private void gapOnBothSides(Places places, List<Candidate> found) {
        Optional<VmapArea> above = places.scene().above(places.right());
        if (places.right() == 0 || above.isEmpty() || above.get().vaStart() != places.right() + places.bytes()) {
            return;
        }
        long at = places.aligned(above.get().vaEnd() + PAGE);
        for (VmapArea va : places.scene().areas()) {
            boolean ahead = Long.compareUnsigned(va.vaStart(), at) >= 0;
            if (ahead && Long.compareUnsigned(at + places.bytes() + PAGE, va.vaStart()) <= 0) {
                break;
            }
            at = ahead || va.range().contains(at) ? places.aligned(va.vaEnd() + PAGE) : at;
        }
        found.add(new Candidate(at, words.say("why.symmetric", places.scene().name(above.get()))));
    }

    private String result(Places places, long right) {
        return right == 0
                ? words.say("address.result.null", places.name())
                : words.say("address.result", places.name(), places.shown().shown(right), where(places, right));
    }

    /// The search for the area itself: a nested one for its pages array comes after.
    private List<String> because() {
        List<Event> own = own();
        List<String> sentences =
                new ArrayList<>(stage.sentences(event -> own.contains(event) && event instanceof HoleTried, 4));
        sentences.addAll(stage.sentences(
                event -> own.contains(event) && event instanceof AlignmentPadded
                        || event instanceof Printed
                        || event instanceof PagesExhausted,
                2));
        return sentences.isEmpty() ? List.of(words.say("address.no-search")) : sentences;
    }

    private List<Event> own() {
        List<Event> own = new ArrayList<>();
        for (Event event : stage.events()) {
            own.add(event);
            if (event instanceof HoleTried tried && tried.verdict() == Verdict.CHOSEN) {
                int next = own.size();
                if (next < stage.events().size() && stage.events().get(next) instanceof AlignmentPadded padded) {
                    own.add(padded);
                }
                break;
            }
        }
        return own;
    }

    private Optional<Integer> decided() {
        return stage.first(event -> event instanceof HoleTried tried && tried.verdict() == Verdict.CHOSEN)
                .or(() -> stage.last(HoleTried.class::isInstance));
    }
}
