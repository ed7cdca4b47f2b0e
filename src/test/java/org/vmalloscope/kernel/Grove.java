package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.NoteSink;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.memory.Region;
import org.vmalloscope.memory.SimulatedMemory;

/// A red-black tree of numbers from 0 up to 4095: the node of number n is the n-th of an array of nodes.
final class Grove {
    static final int NUMBERS = 1 << 12;
    private static final long ROOT = 0x1000;
    private static final long NODES = 0x2000;
    private static final long STRIDE = 32;

    private final SimulatedMemory memory;
    private final RbTree tree;
    private final List<Note> notes = new ArrayList<>();

    /// Tells `listener` every note when it comes.
    Grove(Abi abi, BiConsumer<Grove, Note> listener) {
        memory =
                new SimulatedMemory(abi, List.of(new Region("tree", ROOT, 0x1000 + NUMBERS * STRIDE, abi.wordBytes())));
        NoteSink sink = note -> {
            notes.add(note);
            listener.accept(this, note);
        };
        tree = new RbTree(new RbWords.Visible(memory, sink), ROOT);
    }

    /// A tree that grew from numbers in that order.
    static Grove of(int... numbers) {
        Grove grove = new Grove(Abi.LP64, (tree, note) -> {});
        for (int number : numbers) {
            grove.insert(number);
        }
        grove.told();
        return grove;
    }

    static long node(int number) {
        return NODES + number * STRIDE;
    }

    static int number(long node) {
        return (int) ((node - NODES) / STRIDE);
    }

    RbTree tree() {
        return tree;
    }

    RbTree reading() {
        return RbTree.reading(memory, ROOT);
    }

    long word(long address) {
        return memory.load(address);
    }

    void insert(int number) {
        long parent = 0;
        boolean left = false;
        for (long node = tree.root(); node != 0; node = left ? tree.left(node) : tree.right(node)) {
            parent = node;
            left = number < number(node);
        }
        tree.link(node(number), parent, left);
        tree.insertColor(node(number));
    }

    void erase(int number) {
        tree.erase(node(number));
    }

    /// What was told since the last time, calls left out; it is forgotten.
    List<Note> told() {
        List<Note> told = notes.stream()
                .filter(note -> !(note instanceof FunctionEntered || note instanceof FunctionLeft))
                .toList();
        notes.clear();
        return told;
    }

    /// The calls since the last time, as `name(number ... )`, `-` for no node; they are forgotten.
    String calls() {
        StringBuilder calls = new StringBuilder();
        for (Note note : notes) {
            if (note instanceof FunctionEntered(String function, var arguments)) {
                calls.append(calls.isEmpty() ? "" : " ").append(function).append('(');
                calls.append(arguments.stream()
                        .map(node -> node.value() == 0 ? "-" : Integer.toString(number(node.value())))
                        .collect(Collectors.joining(" ")));
            } else if (note instanceof FunctionLeft) {
                calls.append(')');
            }
        }
        notes.clear();
        return calls.toString();
    }

    /// The tree as `number colour(left right)`: `2b(1r 3r)`, `-` for a missing child.
    String shape() {
        return shape(tree.root());
    }

    private String shape(long node) {
        if (node == 0) {
            return "-";
        }
        String self = number(node) + (tree.isBlack(node) ? "b" : "r");
        return tree.left(node) == 0 && tree.right(node) == 0
                ? self
                : self + "(" + shape(tree.left(node)) + " " + shape(tree.right(node)) + ")";
    }

    /// The numbers in order; fails when an invariant of the tree does not hold.
    List<Integer> checked() {
        List<Integer> numbers = new ArrayList<>();
        long root = tree.root();
        assertTrue(root == 0 || tree.isBlack(root), "the root is black");
        blackHeight(root, 0, numbers);
        return numbers;
    }

    private int blackHeight(long node, long parent, List<Integer> numbers) {
        if (node == 0) {
            return 1;
        }
        assertEquals(parent, tree.parent(node), "a child leads back to its parent");
        boolean black = tree.isBlack(node);
        assertFalse(!black && !tree.isBlack(parent), "a red node has no red child");
        int left = blackHeight(tree.left(node), node, numbers);
        numbers.add(number(node));
        int right = blackHeight(tree.right(node), node, numbers);
        assertEquals(left, right, "every path has the same number of black nodes");
        return left + (black ? 1 : 0);
    }
}
