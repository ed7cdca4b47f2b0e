package org.vmalloscope.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.diagram.Addresses;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.Purpose;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.lesson.Ask.Part;
import org.vmalloscope.lesson.Prediction.Entry;

/// Asks for a node of the tree: which one turns red, rotates, becomes the root.
record NodePredictor(Stage stage, Wording words) {
    private static final int MOST = 4;

    Prediction of(Question question, Part part) throws CannotAskException {
        List<VmapArea> rights = rights(part);
        String key = "node." + part.name().toLowerCase(Locale.ROOT);
        if (rights.isEmpty()) {
            throw new CannotAskException(words.say(key + ".none", question.statement() + 1));
        }
        Draft draft = draft(rights, words.say(key + ".asks"), null);
        String result = rights.size() > 1 ? ".results" : ".result";
        draft.result(words.say(key + result, names(rights))).because(because(part), decided(part));
        return draft.done(question, stage, Comparator.comparing(choice -> choice.text()));
    }

    private List<VmapArea> rights(Part part) {
        Scene before = stage.before();
        Scene after = stage.after();
        return switch (part) {
            case RED -> turned(before, after, false);
            case BLACK -> turned(before, after, true);
            case ROOT -> after.root().stream().toList();
            case ROTATES ->
                stage.events().stream()
                        .filter(RotationBegun.class::isInstance)
                        .limit(1)
                        .map(event -> area(((RotationBegun) event).node()))
                        .toList();
            case REPLACES ->
                stage.events().stream()
                        .filter(NodePredictor::isSuccessor)
                        .limit(1)
                        .map(event -> area(((Recoloured) event).node()))
                        .toList();
        };
    }

    private static boolean isSuccessor(Event event) {
        return event instanceof Recoloured recoloured && recoloured.treeCase() == TreeCase.ERASE_SUCCESSOR;
    }

    /// The areas, before and after, of another colour after than before.
    private static List<VmapArea> turned(Scene before, Scene after, boolean black) {
        return after.areas().stream()
                .filter(va -> after.isBlack(va) == black)
                .filter(va -> before.at(va.address())
                        .map(was -> before.isBlack(was) != black)
                        .orElse(false))
                .toList();
    }

    private VmapArea area(long node) {
        return stage.after().view().areaOfNode(node);
    }

    private String names(List<VmapArea> areas) {
        List<String> names = areas.stream().map(va -> stage.after().name(va)).toList();
        return names.size() == 1
                ? names.getFirst()
                : words.say("and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /// Nodes that are likely to be taken for the right one: those that something happens to, then the rest.
    private Draft draft(List<VmapArea> rights, String asks, @Nullable VmapArea not) {
        Draft draft = new Draft(asks, words.say("node.hint"), Entry.NOTHING);
        rights.forEach(va -> draft.alsoRight(new Answer.Area(va.address())));
        draft.right(choice(rights.getFirst(), ""));
        Map<Long, VmapArea> pool = new LinkedHashMap<>();
        Scene before = stage.before();
        Scene after = stage.after();
        for (Event event : stage.events()) {
            switch (event) {
                case RotationBegun rotation -> put(pool, area(rotation.node()));
                case Recoloured recoloured -> put(pool, area(recoloured.node()));
                case TreeDescent descent
                when descent.purpose() == Purpose.INSERT_PLACE ->
                    put(pool, new VmapArea(after.view().memory(), descent.va()));
                default -> {
                    // Nothing that happens to a node.
                }
            }
        }
        after.areas().stream().filter(va -> before.at(va.address()).isEmpty()).forEach(va -> put(pool, va));
        before.root().ifPresent(va -> put(pool, va));
        after.root().ifPresent(va -> put(pool, va));
        after.areas().forEach(va -> put(pool, va));
        for (VmapArea va : pool.values()) {
            boolean known = after.at(va.address()).isPresent()
                    || before.at(va.address()).isPresent();
            boolean itself = not != null && va.address() == not.address();
            if (known && !itself) {
                draft.wrong(choice(va, fate(va)));
            }
        }
        return draft;
    }

    private static void put(Map<Long, VmapArea> pool, VmapArea va) {
        pool.putIfAbsent(va.address(), va);
    }

    /// What happens to a node, in a sentence.
    private String fate(VmapArea va) {
        Scene before = stage.before();
        Scene after = stage.after();
        Optional<VmapArea> was = before.at(va.address());
        Optional<VmapArea> now = after.at(va.address());
        if (now.isEmpty()) {
            return words.say("fate.erased", before.name(va));
        }
        String name = after.name(now.get());
        String colour = colour(after.isBlack(now.get()));
        if (was.isEmpty()) {
            return words.say("fate.new", name, colour);
        }
        String old = colour(before.isBlack(was.get()));
        boolean root = after.root().map(top -> top.address() == va.address()).orElse(false);
        String key = root ? "fate.root" : old.equals(colour) ? "fate.stays" : "fate.turns";
        return words.say(key, name, colour);
    }

    private String colour(boolean black) {
        return words.say(black ? "black" : "red");
    }

    private Choice choice(VmapArea va, String why) {
        Scene after = stage.after();
        boolean there = after.at(va.address()).isPresent();
        Scene scene = there ? after : stage.before();
        VmapArea seen = new VmapArea(scene.view().memory(), va.address());
        List<Long> starts =
                new ArrayList<>(scene.areas().stream().map(VmapArea::vaStart).toList());
        String text =
                words.say("area.at", scene.name(seen), Addresses.of(starts).shown(seen.vaStart()));
        if (stage.before().at(va.address()).isEmpty()) {
            text = words.say("area.new", scene.name(seen));
        }
        return new Choice(text, new Answer.Area(va.address()), Optional.of(seen.range()), why);
    }

    private List<String> because(Part part) {
        List<Event> events = stage.events();
        List<String> sentences = stage.sentencesAt(
                number -> events.get(number - 1) instanceof RotationBegun
                        || events.get(number - 1) instanceof Recoloured recoloured && isTold(number, recoloured, part),
                MOST);
        return sentences.isEmpty() ? List.of(words.say("node.quiet")) : sentences;
    }

    private boolean isTold(int number, Recoloured recoloured, Part part) {
        return stage.changes(number) || part == Part.ROOT && recoloured.treeCase() == TreeCase.INSERT_ROOT;
    }

    private Optional<Integer> decided(Part part) {
        return switch (part) {
            case RED -> stage.first(event -> event instanceof Recoloured recoloured && !recoloured.black());
            case BLACK -> stage.first(event -> event instanceof Recoloured recoloured && recoloured.black());
            case ROTATES -> stage.first(RotationBegun.class::isInstance);
            case REPLACES -> stage.first(NodePredictor::isSuccessor);
            case ROOT -> stage.last(RotationBegun.class::isInstance).or(() -> stage.last(Recoloured.class::isInstance));
        };
    }

    Prediction parent(Question question, String name) throws CannotAskException {
        Scene after = stage.after();
        VmapArea va = after.area(name)
                .orElseThrow(() -> new CannotAskException(
                        "no area is called '" + name + "' after statement " + (question.statement() + 1)));
        long parent = after.view().tree().parent(va.rbNode());
        if (parent == 0) {
            throw new CannotAskException("'" + name + "' is the root: it has no parent");
        }
        VmapArea right = after.view().areaOfNode(parent);
        Draft draft = draft(List.of(right), words.say("parent.asks", name), va);
        List<String> why = new ArrayList<>(stage.sentences(
                event -> event instanceof TreeDescent descent && descent.purpose() == Purpose.INSERT_PLACE, MOST));
        why.addAll(stage.sentences(RotationBegun.class::isInstance, 2));
        draft.result(words.say("parent.result", name, after.name(right)))
                .because(
                        why.isEmpty() ? List.of(words.say("node.quiet")) : why,
                        stage.last(event -> event instanceof RotationBegun
                                || event instanceof TreeDescent descent && descent.purpose() == Purpose.INSERT_PLACE));
        return draft.done(question, stage, Comparator.comparing(choice -> choice.text()));
    }
}
