package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.vmalloscope.kernel.Grove.node;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.memory.Abi;

/// Small trees whose shape is known.
final class RbTreeTest {
    private static int[] upTo(int last) {
        return IntStream.rangeClosed(1, last).toArray();
    }

    @Test
    void anEmptyTreeHasNeitherRootNorFirst() {
        Grove grove = Grove.of();
        assertEquals(List.of(0L, 0L), List.of(grove.tree().root(), grove.tree().first()));
    }

    @Test
    void ascendingNumbersRotateTheTreeToTheLeft() {
        List<String> shapes = new ArrayList<>();
        Grove grove = Grove.of();
        for (int number : upTo(8)) {
            grove.insert(number);
            shapes.add(grove.shape());
        }
        assertEquals(
                List.of(
                        "1b",
                        "1b(- 2r)",
                        "2b(1r 3r)",
                        "2b(1b 3b(- 4r))",
                        "2b(1b 4b(3r 5r))",
                        "2b(1b 4r(3b 5b(- 6r)))",
                        "2b(1b 4r(3b 6b(5r 7r)))",
                        "4b(2r(1b 3b) 6r(5b 7b(- 8r)))"),
                shapes);
    }

    @Test
    void descendingNumbersGiveTheMirrorImage() {
        assertEquals(
                "5b(3r(2b(1r -) 4b) 7r(6b 8b))",
                Grove.of(8, 7, 6, 5, 4, 3, 2, 1).shape());
    }

    @Test
    void anInnerGrandchildIsRotatedOutwardsFirst() {
        Grove grove = Grove.of(1, 3);
        grove.insert(2);
        assertEquals("2b(1r 3r)", grove.shape());
        assertEquals(
                List.of(
                        new RotationBegun(false, node(3), TreeCase.INSERT_INNER_CHILD),
                        new Recoloured(node(2), true, TreeCase.INSERT_OUTER_CHILD),
                        new Recoloured(node(1), false, TreeCase.INSERT_OUTER_CHILD),
                        new RotationBegun(true, node(1), TreeCase.INSERT_OUTER_CHILD),
                        new Recoloured(node(2), true, TreeCase.INSERT_ROOT)),
                grove.told());
    }

    @Test
    void aRedUncleIsOnlyRecoloured() {
        Grove grove = Grove.of(2, 1, 3);
        grove.insert(4);
        assertEquals("2b(1b 3b(- 4r))", grove.shape());
        assertEquals(
                List.of(
                        new Recoloured(node(1), true, TreeCase.INSERT_RED_UNCLE),
                        new Recoloured(node(3), true, TreeCase.INSERT_RED_UNCLE),
                        new Recoloured(node(2), false, TreeCase.INSERT_RED_UNCLE),
                        new Recoloured(node(2), true, TreeCase.INSERT_ROOT)),
                grove.told());
    }

    @Test
    void aLeafUnderABlackParentOnlyAssuresTheRoot() {
        Grove grove = Grove.of(2);
        grove.insert(1);
        assertEquals(List.of(new Recoloured(node(2), true, TreeCase.INSERT_ROOT)), grove.told());
    }

    @Test
    void erasingTheOnlyNodeEmptiesTheTree() {
        Grove grove = Grove.of(1);
        grove.erase(1);
        assertEquals("-", grove.shape());
        assertEquals(List.of(), grove.told());
    }

    @Test
    void erasingARedLeafChangesNothingElse() {
        Grove grove = Grove.of(upTo(5));
        grove.erase(5);
        assertEquals("2b(1b 4b(3r -))", grove.shape());
        assertEquals(List.of(), grove.told());
    }

    @Test
    void theOnlyChildTakesThePlaceAndTurnsBlack() {
        Grove grove = Grove.of(upTo(4));
        grove.erase(3);
        assertEquals("2b(1b 4b)", grove.shape());
        assertEquals(List.of(new Recoloured(node(4), true, TreeCase.ERASE_DONE)), grove.told());
    }

    @Test
    void erasingTheRootPromotesItsSuccessor() {
        Grove grove = Grove.of(upTo(8));
        grove.erase(4);
        assertEquals("5b(2r(1b 3b) 7r(6b 8b))", grove.shape());
        assertEquals(
                List.of(
                        new Recoloured(node(5), true, TreeCase.ERASE_SUCCESSOR),
                        new Recoloured(node(7), false, TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(6), true, TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(8), true, TreeCase.ERASE_OUTER_NEPHEW),
                        new RotationBegun(true, node(6), TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(5), true, TreeCase.ERASE_DONE)),
                grove.told());
    }

    @Test
    void aSuccessorRightBelowKeepsItsOwnRightChild() {
        Grove grove = Grove.of(upTo(5));
        grove.erase(4);
        assertEquals("2b(1b 5b(3r -))", grove.shape());
        assertEquals(List.of(new Recoloured(node(5), true, TreeCase.ERASE_SUCCESSOR)), grove.told());
    }

    @Test
    void aRedSiblingIsRotatedAwayFirst() {
        Grove grove = Grove.of(upTo(6));
        grove.erase(1);
        assertEquals("4b(2b(- 3r) 5b(- 6r))", grove.shape());
        assertEquals(
                List.of(
                        new Recoloured(node(4), true, TreeCase.ERASE_RED_SIBLING),
                        new Recoloured(node(2), false, TreeCase.ERASE_RED_SIBLING),
                        new RotationBegun(true, node(2), TreeCase.ERASE_RED_SIBLING),
                        new Recoloured(node(3), false, TreeCase.ERASE_BLACK_NEPHEWS),
                        new Recoloured(node(2), true, TreeCase.ERASE_DONE)),
                grove.told());
    }

    @Test
    void anInnerRedNephewIsRotatedOutwardsFirst() {
        Grove grove = Grove.of(2, 1, 4, 3);
        grove.erase(1);
        assertEquals("3b(2b 4b)", grove.shape());
        assertEquals(
                List.of(
                        new Recoloured(node(3), true, TreeCase.ERASE_INNER_NEPHEW),
                        new Recoloured(node(4), false, TreeCase.ERASE_INNER_NEPHEW),
                        new RotationBegun(false, node(4), TreeCase.ERASE_INNER_NEPHEW),
                        new Recoloured(node(3), true, TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(2), true, TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(4), true, TreeCase.ERASE_OUTER_NEPHEW),
                        new RotationBegun(true, node(2), TreeCase.ERASE_OUTER_NEPHEW),
                        new Recoloured(node(3), true, TreeCase.ERASE_DONE)),
                grove.told());
    }

    @Test
    void blackNephewsMoveTheMissingBlackUpToTheRoot() {
        Grove grove = Grove.of(upTo(4));
        grove.erase(4);
        grove.told();
        grove.erase(3);
        assertEquals("2b(1r -)", grove.shape());
        assertEquals(
                List.of(
                        new Recoloured(node(1), false, TreeCase.ERASE_BLACK_NEPHEWS),
                        new Recoloured(node(2), true, TreeCase.ERASE_DONE)),
                grove.told());
    }

    @Test
    void repairsAndRotationsAreCallsOfTheirOwn() {
        Grove grove = Grove.of(1, 3);
        grove.insert(2);
        assertEquals("rb_insert_color(2 __rb_rotate_right(3) __rb_rotate_left(1))", grove.calls());
        grove.insert(4);
        grove.calls();
        grove.erase(1);
        assertEquals("rb_erase(1 __rb_erase_color(- 2 __rb_rotate_left(2)))", grove.calls());
        grove.insert(5);
        grove.calls();
        grove.erase(5);
        assertEquals("rb_erase(5)", grove.calls());
    }

    @Test
    void aWalkForwardAndBackMeetsEveryNode() {
        RbTree tree = Grove.of(5, 2, 8, 1, 3, 7, 9, 4, 6).tree();
        List<Integer> forward = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        long last = 0;
        for (long node = tree.first(); node != 0; node = tree.next(node)) {
            forward.add(Grove.number(node));
            last = node;
        }
        for (long node = last; node != 0; node = tree.prev(node)) {
            back.add(Grove.number(node));
        }
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), forward);
        assertEquals(forward.reversed(), back);
    }

    @Test
    void aNodeThatWasClearedIsInNoTreeAndHasNoNeighbours() {
        Grove grove = Grove.of(1, 2, 3);
        assertFalse(grove.tree().isClear(node(2)));
        grove.erase(2);
        grove.tree().clearNode(node(2));
        assertTrue(grove.tree().isClear(node(2)));
        assertEquals(
                List.of(0L, 0L),
                List.of(grove.tree().next(node(2)), grove.tree().prev(node(2))));
    }

    @Test
    void aReaderSeesTheTreeAndCannotChangeIt() {
        Grove grove = Grove.of(1, 2, 3);
        RbTree reading = grove.reading();
        assertEquals(List.of(node(2), node(1)), List.of(reading.root(), reading.first()));
        assertThrows(UnsupportedOperationException.class, () -> reading.erase(node(2)));
        assertThrows(UnsupportedOperationException.class, () -> reading.link(node(4), node(3), false));
        assertEquals("2b(1r 3r)", grove.shape());
    }

    @Test
    void aTreeInTheNotebookTellsNothing() {
        Ground ground = new Ground(Machine.I386);
        RbTree quiet = new RbTree(
                new RbWords.Quiet(ground.memory()), ground.kernel().control().address());
        boolean[] loud = {false};
        ground.memory().observe((slot, was, now, quietly) -> loud[0] |= !quietly);
        long base = ground.kernel().control().address() + 0x800;
        for (int number = 0; number < 3; number++) {
            quiet.link(base + number * 24L, number == 0 ? 0 : base + (number - 1) * 24L, false);
            quiet.insertColor(base + number * 24L);
        }
        quiet.erase(base);
        assertEquals(List.of(base + 24, base + 48), List.of(quiet.root(), quiet.right(quiet.root())));
        assertFalse(loud[0]);
        assertEquals(List.of(), ground.told());
    }

    @Test
    void nodesOfThe32BitMachineAreThreeWordsOfFourBytes() {
        Grove grove = new Grove(Abi.ILP32, (tree, note) -> {});
        grove.insert(2);
        grove.insert(1);
        grove.insert(3);
        assertEquals("2b(1r 3r)", grove.shape());
        assertEquals(
                List.of(1L, node(3), node(1), node(2)),
                List.of(grove.word(node(2)), grove.word(node(2) + 4), grove.word(node(2) + 8), grove.word(node(1))));
    }
}
