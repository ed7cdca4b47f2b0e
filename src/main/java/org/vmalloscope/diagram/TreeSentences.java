package org.vmalloscope.diagram;

import org.vmalloscope.diagram.FieldLocator.Place;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Note.TreeDescent;
import org.vmalloscope.journal.Store;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.kernel.RbTree;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// Sentences about the red-black tree: descents, rotations, colours, and the word that holds parent and colour.
record TreeSentences(Phrases phrases, AreaNames names) {
    private static final long BLACK = 1;

    String descent(TreeDescent descent) {
        String purpose = Phrases.keyOf(descent.purpose());
        String key = "descent." + purpose + "." + Phrases.keyOf(descent.turn());
        String area = names.area(new VmapArea(names.view().memory(), descent.va()));
        return phrases.say(key, area, Addresses.full(descent.with()), Addresses.full(descent.compared()));
    }

    String rotation(RotationBegun rotation) {
        RbTree tree = names.view().tree();
        long rising = rotation.left() ? tree.right(rotation.node()) : tree.left(rotation.node());
        String key = rotation.left() ? "tree.rotate-left" : "tree.rotate-right";
        return phrases.say(key, node(rotation.node()), node(rising), words(rotation.treeCase()));
    }

    String recoloured(Recoloured recoloured) {
        boolean already = names.view().tree().isBlack(recoloured.node()) == recoloured.black();
        String key = already ? "tree.painted.already" : "tree.painted";
        return phrases.say(key, node(recoloured.node()), color(recoloured.black()), words(recoloured.treeCase()));
    }

    private String words(TreeCase treeCase) {
        return phrases.say("case." + Phrases.keyOf(treeCase));
    }

    private String color(boolean black) {
        return phrases.say(black ? "tree.black" : "tree.red");
    }

    private String node(long node) {
        return names.area(names.view().areaOfNode(node));
    }

    /// A store to the word that holds the parent of a node and, in its lowest bit, its colour.
    String parentColor(Place place, Store store) {
        long node = names.view().memory().addressOf(store.slot());
        String owner = place.owner();
        long now = store.now() & ~BLACK;
        String was = parent(node, store.was() & ~BLACK);
        String color = color((store.now() & BLACK) == BLACK);
        String colorWas = color((store.was() & BLACK) == BLACK);
        if (isLinked(node, store)) {
            return now == 0 ? phrases.say("tree.first") : phrases.say("tree.linked", owner, node(now));
        }
        if (now == node) {
            return phrases.say("tree.cleared", owner, was);
        }
        if (now == (store.was() & ~BLACK)) {
            return phrases.say(store.was() == store.now() ? "tree.same" : "tree.turns", owner, color);
        }
        boolean sameColor = color.equals(colorWas);
        String key = sameColor ? "tree.parent" : "tree.parent-and-color";
        return phrases.say(key, owner, was, parent(node, now), colorWas, color);
    }

    private String parent(long node, long parent) {
        if (parent == 0) {
            return names.pointer(0);
        }
        return parent == node ? phrases.say("name.itself") : node(parent);
    }

    /// Whether the store makes a node that was in no tree a red leaf: its parent does not point back to it yet.
    /// Before its range is set, a node is only being cleared.
    private boolean isLinked(long node, Store store) {
        long was = store.was() & ~BLACK;
        if ((store.now() & BLACK) == BLACK || was != node && store.was() != 0) {
            return false;
        }
        if (names.view().areaOfNode(node).vaEnd() == 0) {
            return false;
        }
        RbTree tree = names.view().tree();
        return store.now() == 0
                ? tree.root() != node
                : tree.left(store.now()) != node && tree.right(store.now()) != node && !rises(node, store.now());
    }

    /// Whether the node is on its way up in a rotation: its parent is its own child already.
    private boolean rises(long node, long parent) {
        RbTree tree = names.view().tree();
        return tree.left(node) == parent || tree.right(node) == parent;
    }
}
