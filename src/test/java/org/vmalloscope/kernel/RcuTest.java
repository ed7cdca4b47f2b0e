package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.vmalloscope.journal.Note.RcuKind;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.RcuRan;

@ParameterizedClass
@EnumSource(Machine.class)
final class RcuTest {
    private static final long FREE_AREA = 0xc100_1000L;
    private static final long FREE_BLOCK = 0xc100_1100L;

    private record Call(long head, long function) {}

    private final Ground ground;
    private final Rcu rcu;

    RcuTest(Machine machine) {
        ground = new Ground(machine);
        rcu = ground.kernel().rcu();
    }

    /// Queues a new object, whose rcu_head is its first two words.
    private long queue(RcuKind kind, long function) {
        long object = ground.kernel().slab().allocate(Ground.PLATE);
        ground.told();
        rcu.call(kind, object, object, function, 0x5000);
        return object;
    }

    private List<Call> run() {
        List<Call> calls = new ArrayList<>();
        long count = rcu.run((head, function) -> calls.add(new Call(head, function)));
        assertEquals(calls.size(), count);
        return calls;
    }

    @Test
    void nothingWaitsAtFirst() {
        assertEquals(List.of(), run());
    }

    @Test
    void callbacksRunOldestFirstEachWithItsFunction() {
        long a = queue(RcuKind.VMAP_AREA, FREE_AREA);
        long b = queue(RcuKind.VMAP_BLOCK, FREE_BLOCK);
        long c = queue(RcuKind.VMAP_AREA, FREE_AREA);
        assertEquals(List.of(new Call(a, FREE_AREA), new Call(b, FREE_BLOCK), new Call(c, FREE_AREA)), run());
    }

    @Test
    void aGracePeriodEndsOnlyOnceForEach() {
        queue(RcuKind.VMAP_AREA, FREE_AREA);
        run();
        assertEquals(List.of(), run());
        long b = queue(RcuKind.VMAP_BLOCK, FREE_BLOCK);
        assertEquals(List.of(new Call(b, FREE_BLOCK)), run());
    }

    @Test
    void waitingAndRunningAreToldAndCounted() {
        long a = queue(RcuKind.VMAP_AREA, FREE_AREA);
        assertEquals(List.of(new RcuQueued(RcuKind.VMAP_AREA, a, 0x5000)), ground.told());
        long b = queue(RcuKind.VMAP_BLOCK, FREE_BLOCK);
        assertEquals(2, ground.kernel().control().rcuPending());
        ground.told();
        rcu.run((head, function) ->
                rcu.ran(function == FREE_AREA ? RcuKind.VMAP_AREA : RcuKind.VMAP_BLOCK, head, 0x5000));
        assertEquals(
                List.of(new RcuRan(RcuKind.VMAP_AREA, a, 0x5000), new RcuRan(RcuKind.VMAP_BLOCK, b, 0x5000)),
                ground.told());
        assertEquals(0, ground.kernel().control().rcuPending());
    }

    @Test
    void aCallbackMayFreeItsObject() {
        long a = queue(RcuKind.VMAP_AREA, FREE_AREA);
        long b = queue(RcuKind.VMAP_AREA, FREE_AREA);
        List<Long> freed = new ArrayList<>();
        rcu.run((head, function) -> {
            ground.kernel().slab().kfree(head);
            freed.add(head);
        });
        assertEquals(List.of(a, b), freed);
    }
}
