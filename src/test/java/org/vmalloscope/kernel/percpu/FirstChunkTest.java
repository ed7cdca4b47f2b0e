package org.vmalloscope.kernel.percpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.PercpuRun.Mode;
import org.vmalloscope.kernel.percpu.PercpuRun.Setup;

/// What distinguishes the ways to make a first chunk.
final class FirstChunkTest {
    private static final long BASE = 0xffff880001000000L;
    private static final FirstChunkRequest USUAL = new FirstChunkRequest(40_000, 8192, 20_480, -1);

    private static PercpuRun made(PercpuKernel version, Mode mode, long mask, FirstChunkRequest request) {
        return PercpuRun.of(new Setup(version, Machine.X86_64, mode, new PossibleCpus(mask), request, BASE, false));
    }

    @Test
    void embeddingLeavesVmlistEmpty() {
        PercpuRun run = made(PercpuKernel.V2_6_30, Mode.EMBED, 3, USUAL);
        assertEquals(List.of(), run.vmlist());
        assertEquals(BASE, run.state().baseAddr());
        assertTrue(run.state().schunk().immutable());
    }

    @Test
    void singlePagesRegisterFirstVm() {
        PercpuRun run = made(PercpuKernel.V2_6_30, Mode.SETUP, 3, USUAL);
        assertEquals(1, run.vmlist().size());
        assertEquals(Machine.X86_64.vmallocStart(), run.vmlist().getFirst().addr());
        assertEquals(2 * run.state().unitSize(), run.vmlist().getFirst().size());
        assertEquals(20, run.state().populated());
    }

    @Test
    void impossibleCpusHaveUnitsFrom2631On() {
        PercpuRun run = made(PercpuKernel.V2_6_31, Mode.EMBED, 0b1010, USUAL);
        assertEquals(4 * run.state().unitSize(), run.state().chunkSize());
        assertEquals(
                List.of(1, 3), run.copies().stream().map(copy -> copy.cpu()).toList());
        assertEquals(4, run.freed().size());
    }

    @Test
    void theReservedChunkIsOnNoSlotList() {
        PercpuState state = made(PercpuKernel.V2_6_31, Mode.EMBED, 1, USUAL).state();
        assertTrue(state.reservedIsStatic());
        assertEquals(OptionalInt.empty(), state.schunk().slot());
        assertTrue(state.dchunk().orElseThrow().slot().isPresent());
        PercpuState alone = made(PercpuKernel.V2_6_31, Mode.EMBED, 1, new FirstChunkRequest(40_000, 8192, 0, -1))
                .state();
        assertEquals(Optional.empty(), alone.dchunk());
        assertEquals(OptionalInt.empty(), alone.schunk().slot());
    }

    @Test
    void aUnitThatIsNoWholePagesIsABug() {
        FirstChunkRequest odd = new FirstChunkRequest(40_000, 0, 0, 65_537);
        assertEquals(
                Optional.of("mm/percpu.c:1105"),
                made(PercpuKernel.V2_6_30, Mode.SETUP, 1, odd).bug());
        assertEquals(
                Optional.of("mm/percpu.c:1070"),
                made(PercpuKernel.V2_6_31, Mode.SETUP, 1, odd).bug());
    }

    @Test
    void aUnitBelowTheMinimumIsABug() {
        FirstChunkRequest small = new FirstChunkRequest(4096, 0, 0, 8192);
        assertEquals(
                Optional.of("mm/percpu.c:1106"),
                made(PercpuKernel.V2_6_30, Mode.SETUP, 1, small).bug());
    }

    @Test
    void slotsGrowWithThePowersOfTwo() {
        assertEquals(1, FirstChunk.slotOf(4));
        assertEquals(7, FirstChunk.slotOf(960));
        assertEquals(12, FirstChunk.slotOf(21_440));
        assertEquals(14, FirstChunk.slotOf(65_536));
    }
}
