package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.lesson.Prediction.Entry;

/// Asks about the two lists: what follows an area, and what stands first on vmlist.
record ListPredictor(Stage stage, Wording words) {
    Prediction next(Question question, String name) throws CannotAskException {
        Scene after = stage.after();
        List<VmapArea> areas = after.areas();
        int at = areas.indexOf(after.area(name)
                .orElseThrow(() -> new CannotAskException(
                        "no area is called '" + name + "' after statement " + (question.statement() + 1))));
        boolean last = at == areas.size() - 1;
        Choice none = new Choice(words.say("next.none"), new Answer.Word("nothing"), words.say("why.list-order"));
        Draft draft = new Draft(words.say("next.asks", name), words.say("area.hint"), Entry.NOTHING);
        draft.right(last ? none : choice(after, areas.get(at + 1), ""));
        VmapArea newest = areas.getLast();
        draft.wrong(choice(after, newest, words.say("why.list-order")));
        for (int index = at + 2; index < areas.size(); index++) {
            draft.wrong(choice(after, areas.get(index), words.say("why.list-order")));
        }
        for (VmapArea va : areas) {
            if (va.address() != areas.get(at).address()) {
                draft.wrong(choice(after, va, words.say("why.list-order")));
            }
        }
        draft.wrong(none);
        draft.result(
                last
                        ? words.say("next.result.none", name)
                        : words.say("next.result", name, after.name(areas.get(at + 1))));
        List<String> why = new ArrayList<>(stage.sentences(event -> isNext(event, areas.get(at)), 2));
        why.add(words.say("next.order"));
        draft.because(why, stage.last(event -> isNext(event, areas.get(at))));
        return draft.done(question, stage, Comparator.comparing(choice -> choice.text()));
    }

    private boolean isNext(Event event, VmapArea va) {
        return event instanceof Store store && stage.after().view().memory().addressOf(store.slot()) == va.list();
    }

    private Choice choice(Scene scene, VmapArea va, String why) {
        String text =
                words.say("area.at", scene.name(va), Addresses.of(starts(scene)).shown(va.vaStart()));
        return new Choice(text, new Answer.Area(va.address()), Optional.of(va.range()), why);
    }

    private static List<Long> starts(Scene scene) {
        return scene.areas().stream().map(VmapArea::vaStart).toList();
    }

    Prediction firstOnVmlist(Question question) throws CannotAskException {
        Scene after = stage.after();
        List<VmStruct> chain = after.view().vmlist();
        if (chain.size() < 2) {
            throw new CannotAskException(
                    "vmlist has fewer than two entries after statement " + (question.statement() + 1));
        }
        VmStruct right = chain.getFirst();
        Draft draft = new Draft(words.say("vmlist.asks"), words.say("choose.hint"), Entry.NOTHING);
        List<Long> starts = chain.stream().map(VmStruct::addr).toList();
        Addresses shown = Addresses.of(starts);
        draft.right(vm(after, right, shown, ""));
        draft.wrong(vm(after, chain.getLast(), shown, words.say("why.vmlist")));
        for (VmStruct vm : chain) {
            draft.wrong(vm(after, vm, shown, words.say("why.vmlist")));
        }
        draft.result(words.say("vmlist.result", name(after, right)));
        draft.because(
                stage.sentences(this::isHead, 2).isEmpty()
                        ? List.of(words.say("vmlist.unchanged"))
                        : stage.sentences(this::isHead, 2),
                stage.last(this::isHead));
        return draft.done(question, stage, AddressPredictor.order());
    }

    private boolean isHead(Event event) {
        return event instanceof Store store
                && stage.after().view().memory().addressOf(store.slot())
                        == stage.after().view().data().vmlist();
    }

    private static String name(Scene scene, VmStruct vm) {
        return scene.names().owner(vm.address()).orElseGet(() -> Addresses.full(vm.addr()));
    }

    private Choice vm(Scene scene, VmStruct vm, Addresses shown, String why) {
        String text = words.say("area.at", name(scene, vm), shown.shown(vm.addr()));
        return new Choice(text, new Answer.Address(vm.addr()), why);
    }
}
