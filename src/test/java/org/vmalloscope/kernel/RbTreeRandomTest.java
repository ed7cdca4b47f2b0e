package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.FunctionLeft;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.memory.Abi;

/// Random trees held against a [TreeSet], their invariants checked after every change.
final class RbTreeRandomTest {
    private static final int CHANGES = 20_000;

    /// The mirror images of a case of the repair.
    private enum Side {
        LEFT,
        RIGHT,
        /// The case has no mirror image.
        BOTH
    }

    private static final Set<Side> MIRRORED = EnumSet.of(Side.LEFT, Side.RIGHT);
    private static final Set<Side> ALONE = EnumSet.of(Side.BOTH);

    private final Map<TreeCase, Set<Side>> seen = new EnumMap<>(TreeCase.class);
    private int paintedWithUncle;

    @ParameterizedTest
    @EnumSource(Abi.class)
    void twentyThousandChangesDoWhatATreeSetDoesAndMeetEveryCase(Abi abi) {
        Random random = Ground.random("RbTreeRandomTest " + abi);
        Grove grove = new Grove(abi, this::see);
        TreeSet<Integer> model = new TreeSet<>();
        for (int change = 0; change < CHANGES; change++) {
            int largest = 4 << change / 100 % 7;
            int number = random.nextInt(Grove.NUMBERS);
            Integer near = model.size() > random.nextInt(largest) ? model.ceiling(number) : null;
            if (near != null) {
                model.remove(near);
                grove.erase(near);
            } else if (model.add(number)) {
                grove.insert(number);
            }
            assertEquals(List.copyOf(model), grove.checked(), "after change " + change);
        }
        assertEquals(everyCase(), seen);
    }

    private static Map<TreeCase, Set<Side>> everyCase() {
        Map<TreeCase, Set<Side>> cases = new EnumMap<>(TreeCase.class);
        for (TreeCase each : TreeCase.values()) {
            cases.put(
                    each,
                    switch (each) {
                        case INSERT_ROOT, ERASE_SUCCESSOR, ERASE_DONE -> ALONE;
                        case INSERT_RED_UNCLE,
                                INSERT_INNER_CHILD,
                                INSERT_OUTER_CHILD,
                                ERASE_RED_SIBLING,
                                ERASE_BLACK_NEPHEWS,
                                ERASE_INNER_NEPHEW,
                                ERASE_OUTER_NEPHEW -> MIRRORED;
                    });
        }
        return cases;
    }

    /// Notes which mirror image of a case begins with a note: by the way of its rotation, or, where nothing is
    /// rotated, by the side on which the uncle (the first of three to be painted) or the sibling hangs.
    private void see(Grove grove, Note note) {
        switch (note) {
            case RotationBegun(boolean left, long node, TreeCase why) -> add(why, left ? Side.LEFT : Side.RIGHT);
            case Recoloured(long node, boolean black, TreeCase why) -> {
                switch (why) {
                    case INSERT_ROOT, ERASE_SUCCESSOR, ERASE_DONE -> add(why, Side.BOTH);
                    case ERASE_BLACK_NEPHEWS -> add(why, side(grove, node));
                    case INSERT_RED_UNCLE -> {
                        if (paintedWithUncle % 3 == 0) {
                            add(why, side(grove, node));
                        }
                        paintedWithUncle++;
                    }
                    case INSERT_INNER_CHILD,
                            INSERT_OUTER_CHILD,
                            ERASE_RED_SIBLING,
                            ERASE_INNER_NEPHEW,
                            ERASE_OUTER_NEPHEW -> {}
                }
            }
            case FunctionEntered call -> {}
            case FunctionLeft call -> {}
            default -> throw new AssertionError(note);
        }
    }

    private static Side side(Grove grove, long node) {
        RbTree tree = grove.tree();
        return tree.left(tree.parent(node)) == node ? Side.LEFT : Side.RIGHT;
    }

    private void add(TreeCase why, Side side) {
        seen.computeIfAbsent(why, key -> EnumSet.noneOf(Side.class)).add(side);
    }
}
