package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.ObjectFreed;
import org.vmalloscope.kernel.RadixTree.Item;

@ParameterizedClass
@EnumSource(Machine.class)
final class RadixTreeTest {
    private static final int INDICES = 1 << 23;

    private final Machine machine;
    private final Ground ground;
    private final RadixTree tree;
    private final TreeMap<Long, Long> model = new TreeMap<>();
    private final Set<Long> nodes = new HashSet<>();

    RadixTreeTest(Machine machine) {
        this.machine = machine;
        ground = new Ground(machine);
        tree = ground.kernel().radixTree(ground.root());
    }

    private void insert(long index) {
        long item = 0xc200_0000L + index * 8;
        tree.insert(index, item);
        model.put(index, item);
        followNodes();
    }

    private void delete(long index) {
        Long item = model.remove(index);
        assertEquals(item == null ? 0 : item, tree.delete(index));
        followNodes();
    }

    private void followNodes() {
        for (Note note : ground.told()) {
            switch (note) {
                case ObjectAllocated(String type, long address, long bytes) -> nodes.add(address);
                case ObjectFreed(String type, long address) -> nodes.remove(address);
                default -> throw new AssertionError(note);
            }
        }
    }

    private void check() {
        assertEquals(items(model), RadixTree.items(ground.memory(), ground.root()));
        assertEquals(nodesNeeded(), nodes.size(), "nodes for " + model.keySet());
    }

    private static List<Item> items(Map<Long, Long> model) {
        List<Item> items = new ArrayList<>();
        model.forEach((index, item) -> items.add(new Item(index, item)));
        return items;
    }

    /// Nodes of a tree that is no higher than its largest index needs.
    private int nodesNeeded() {
        int height = 0;
        while (!model.isEmpty() && model.lastKey() >>> 6 * height != 0) {
            height++;
        }
        int count = 0;
        for (int level = 1; level <= height; level++) {
            int bits = 6 * level;
            count += (int) model.keySet().stream()
                    .map(index -> index >>> bits)
                    .distinct()
                    .count();
        }
        return count;
    }

    @Test
    void randomOperationsDoWhatATreeMapDoes() {
        Random random = Ground.random("RadixTreeTest " + machine);
        for (int turn = 0; turn < 4_000; turn++) {
            long index = random.nextInt(1 << random.nextInt(24));
            boolean growing = random.nextInt(turn < 2_000 ? 3 : 6) > 1;
            if (growing && !model.containsKey(index) && turn < 2_000) {
                insert(index);
            } else if (!model.isEmpty()) {
                Long near = model.ceilingKey(index);
                delete(near == null ? index : near);
            }
            assertEquals(model.getOrDefault(index, 0L), tree.lookup(index));
            if (turn % 40 == 0) {
                check();
            }
        }
        List.copyOf(model.keySet()).forEach(this::delete);
        check();
        assertEquals(Set.of(), nodes, "all nodes are freed");
    }

    @Test
    void indexZeroAloneNeedsNoNode() {
        insert(0);
        check();
        assertEquals(Set.of(), nodes);
        assertEquals(List.of(model.get(0L), 0L, 0L), List.of(tree.lookup(0), tree.lookup(1), tree.lookup(INDICES)));
    }

    @Test
    void theTreeGrowsAboveWhatItHolds() {
        List<Integer> counts = new ArrayList<>();
        for (long index : new long[] {0, 63, 64, 4095, 4096, 262_143, 262_144, INDICES - 1}) {
            insert(index);
            check();
            counts.add(nodes.size());
        }
        assertEquals(List.of(0, 1, 3, 4, 7, 9, 13, 16), counts);
    }

    @Test
    void theTreeShrinksWhenOnlyLowIndicesAreLeft() {
        for (long index : new long[] {0, 5, INDICES - 1}) {
            insert(index);
        }
        assertEquals(7, nodes.size());
        delete(INDICES - 1);
        check();
        assertEquals(1, nodes.size());
        delete(5);
        check();
        assertEquals(0, nodes.size());
    }

    @Test
    void aHighIndexAloneKeepsItsPath() {
        insert(INDICES - 1);
        check();
        assertEquals(4, nodes.size());
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        insert(7);
        int[] stores = {0};
        ground.memory().observe((slot, was, now, quiet) -> stores[0]++);
        delete(8);
        delete(7L << 40);
        assertEquals(0, stores[0]);
        check();
    }

    @Test
    void aNodeThatIsUsedAgainBringsNoOldItems() {
        insert(1);
        insert(2);
        delete(1);
        delete(2);
        insert(3);
        check();
        assertEquals(List.of(0L, 0L), List.of(tree.lookup(1), tree.lookup(2)));
    }
}
