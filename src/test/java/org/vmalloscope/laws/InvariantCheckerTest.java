package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.SimulatedMemory;
import org.vmalloscope.memory.StructType;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;

/// The checker notices what it is there for: a sound memory passes, and one wrong word in it does not.
class InvariantCheckerTest {
    private static final Scenario SCENARIO = ScenarioFiles.parsed("""
            machine x86_64 cpus=2 ram=16M
            early size=8K align=4K
            boot
            a = vmalloc 8K
            b = vmap 3
            c = vm_map_ram 4
            d = ioremap 16K
            e = vmalloc 12K
            f = get_vm_area 4K
            cpu 1
            g = vm_map_ram 64
            h = vmalloc 20K
            i = vmalloc 4K
            vfree i
            vm_unmap_aliases
            vfree e
            vm_unmap_ram c
            """);

    private final Run run = Run.toEnd(SCENARIO);
    private final SimulatedMemory memory = copy(run);
    private final VmallocView view = run.view(memory);
    private final InvariantChecker checker = InvariantChecker.of(SCENARIO);

    private static SimulatedMemory copy(Run run) {
        var machine = run.timeMachine();
        machine.seek(machine.length());
        return machine.snapshot();
    }

    /// A word made wrong, and a part of what the checker says about it.
    private record Wrong(String name, Runnable mistake, String said) {}

    private VmapArea area(int number) {
        return view.areas().get(number);
    }

    private VmapBlock block(int number) {
        return view.blocks().get(number).block();
    }

    private void set(long object, StructType type, String field, long value) {
        memory.store(object, type.field(field), value);
    }

    private List<Wrong> mistakes() {
        VmStruct vm = view.vmlist().getLast();
        return List.of(
                new Wrong("the root is red", () -> paint(view.tree().root()), "tree-root"),
                new Wrong("a leaf changes colour", () -> paint(redLeaf()), "tree-heights"),
                new Wrong(
                        "an area grows into the next",
                        () -> set(area(1), "va_end", area(2).vaStart() + 1),
                        "tree-order"),
                new Wrong("an area is turned round", () -> set(area(1), "va_end", area(1).vaStart()), "tree-order"),
                new Wrong("an area lacks its flag", () -> set(area(1), "flags", 0), "vm-area"),
                new Wrong("a vm_struct is smaller", () -> set(vm, "size", 4096), "vm-area"),
                new Wrong("a vm_struct holds all pages", () -> set(vm, "nr_pages", 4096), "frames"),
                new Wrong("vmlist loses its head", this::beheadVmlist, "vm-listed"),
                new Wrong("vmap_lazy_nr is wrong", () -> store(view.data().vmapLazyNr(), 1), "lazy-nr"),
                new Wrong("a block counts a free page", () -> set(block(0), "free", 1021), "block-counts"),
                new Wrong("a block counts a dirty page", () -> set(block(0), "dirty", 5), "block-counts"),
                new Wrong("a page is dirty unasked", () -> set(block(0), "dirty_map", 0x1f), "block-maps"),
                new Wrong("a block changes its queue", () -> set(block(0), "vbq", block(1).vbq()), "block-lists"),
                new Wrong("a block has another area", () -> set(block(0), "va", area(1).address()), "block-index"),
                new Wrong(
                        "a free list is cut",
                        () -> store(view.queue(1).free(), view.queue(1).free()),
                        "block-lists"),
                new Wrong("a lock is held", () -> store(view.data().vmapAreaLock(), 1), "quiet"),
                new Wrong("the purge lock is held", () -> store(view.data().purgeLock(), 1), "quiet"),
                new Wrong("a block's lock is held", () -> store(block(1).address(), 1), "quiet"),
                new Wrong("the RCU queue is lost", () -> store(rcuQueue(), 0), "rcu-queue"));
    }

    private void set(VmapArea area, String field, long value) {
        set(area.address(), VmapArea.TYPE, field, value);
    }

    private void set(VmapBlock block, String field, long value) {
        set(block.address(), VmapBlock.TYPE, field, value);
    }

    private void set(VmStruct vm, String field, long value) {
        set(vm.address(), VmStruct.TYPE, field, value);
    }

    private void store(long address, long value) {
        memory.store(address, value);
    }

    private void paint(long node) {
        store(node, memory.load(node) ^ 1);
    }

    private long redLeaf() {
        return view.areas().stream()
                .map(VmapArea::rbNode)
                .filter(node -> !view.tree().isBlack(node) && view.tree().left(node) == 0)
                .findFirst()
                .orElseThrow();
    }

    private void beheadVmlist() {
        VmStruct second = view.vmlist().get(2);
        set(view.vmlist().getFirst(), "next", second.address());
    }

    private long rcuQueue() {
        return view.data().symbols().address("rcu_queue");
    }

    @Test
    void aSoundMemoryPasses() {
        checker.check(view);
    }

    @TestFactory
    Stream<DynamicTest> aWrongWordIsNoticed() {
        return mistakes().stream().map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> notice(wrong)));
    }

    private void notice(Wrong wrong) {
        SimulatedMemory sound = memory.replica();
        try {
            wrong.mistake().run();
            AssertionError broken = assertThrows(AssertionError.class, () -> checker.check(view));
            String said = String.valueOf(broken.getMessage());
            assertTrue(said.contains(wrong.said()), said);
        } finally {
            putBack(sound);
        }
        checker.check(view);
    }

    /// Every mistake starts from the same memory: what the last one changed is put back.
    private void putBack(SimulatedMemory sound) {
        for (int store = 0; store < run.journal().stores(); store++) {
            int slot = run.journal().slot(store);
            memory.restore(slot, sound.loadSlot(slot));
        }
    }

    @Test
    void noPointerOfTreeAndListCanBeWrong() {
        int word = memory.abi().wordBytes();
        for (VmapArea area : view.areas()) {
            for (int i = 0; i < 5; i++) {
                long address = area.rbNode() + (long) i * word;
                long was = memory.load(address);
                for (long wrong : new long[] {
                    0, area(0).rbNode(), area(3).list(), view.data().vmapAreaList()
                }) {
                    if (wrong != was) {
                        store(address, wrong);
                        assertThrows(AssertionError.class, () -> checker.check(view));
                    }
                }
                store(address, was);
            }
        }
        checker.check(view);
    }
}
