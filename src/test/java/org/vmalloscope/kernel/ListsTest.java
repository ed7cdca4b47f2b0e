package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Machine.class)
final class ListsTest {
    private final Ground ground;
    private final Lists lists;
    private final long head;
    private final long a;
    private final long b;
    private final long c;

    ListsTest(Machine machine) {
        ground = new Ground(machine);
        lists = ground.kernel().lists();
        head = node();
        a = node();
        b = node();
        c = node();
    }

    private long node() {
        return ground.kernel().slab().allocate(Ground.PLATE);
    }

    @BeforeEach
    void initialiseTheHead() {
        lists.init(head);
    }

    /// The nodes in the order of the next pointers; the previous pointers must lead back.
    private List<Long> nodes() {
        List<Long> nodes = new ArrayList<>();
        for (long node = lists.next(head); node != head; node = lists.next(node)) {
            assertEquals(node, lists.next(lists.prev(node)));
            nodes.add(node);
        }
        assertEquals(nodes.isEmpty() ? head : nodes.getLast(), lists.prev(head));
        return nodes;
    }

    @Test
    void anEmptyListIsAHeadThatPointsToItself() {
        assertTrue(lists.isEmpty(head));
        assertEquals(List.of(), nodes());
    }

    @Test
    void addPutsANodeRightAfterAndAddTailRightBefore() {
        lists.add(a, head);
        lists.add(b, head);
        lists.addTail(c, head);
        assertFalse(lists.isEmpty(head));
        assertEquals(List.of(b, a, c), nodes());
    }

    @Test
    void addAfterANodeOfTheListKeepsTheRest() {
        lists.add(a, head);
        lists.addTail(b, head);
        lists.add(c, a);
        assertEquals(List.of(a, c, b), nodes());
    }

    @Test
    void aReaderOnADeletedNodeStillFindsTheNextOne() {
        lists.addTail(a, head);
        lists.addTail(b, head);
        lists.addTail(c, head);
        lists.delRcu(b);
        assertEquals(List.of(a, c), nodes());
        assertEquals(List.of(c, Lists.LIST_POISON2), List.of(lists.next(b), lists.prev(b)));
    }

    @Test
    void aNodeDeletedAndInitialisedIsOnNoList() {
        lists.addTail(a, head);
        lists.addTail(b, head);
        lists.delInit(a);
        assertEquals(List.of(b), nodes());
        assertTrue(lists.isEmpty(a));
        lists.delInit(b);
        assertTrue(lists.isEmpty(head));
    }
}
