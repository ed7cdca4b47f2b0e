package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;

class StatementTest {
    @ParameterizedTest
    @MethodSource("impossible")
    void whatNoMachineTakesCannotBeMade(Executable statement) {
        assertThrows(IllegalArgumentException.class, statement);
    }

    static Stream<Executable> impossible() {
        List<Long> many = Collections.nCopies(65, 1L);
        return Stream.of(
                () -> new Statement.MachineLine(Machine.I386, 33, 0),
                () -> new Statement.MachineLine(Machine.X86_64, 0, 0),
                () -> new Statement.KernelLine(PercpuKernel.V2_6_30),
                () -> new BootSetup(PercpuWay.EMBED, BootSetup.LEAST_STATIC - 1, 0, 0, OptionalLong.empty()),
                () -> new BootSetup(PercpuWay.EMBED, BootSetup.USUAL_STATIC, -1, 0, OptionalLong.empty()),
                () -> new BootSetup(PercpuWay.EMBED, BootSetup.MOST, 0, 1, OptionalLong.empty()),
                () -> new Statement.Early(0, 1),
                () -> new Statement.Early(1, 3),
                () -> new Statement.Early(1, 0),
                () -> new Statement.Cpu(-1),
                () -> new Statement.Vmalloc("", Flavour.VMALLOC, 1),
                () -> new Statement.Vmalloc("1a", Flavour.VMALLOC, 1),
                () -> new Statement.Vmap("a", -1),
                () -> new Statement.Vmap("a", 1L << 32),
                () -> new Statement.VmMapRam("a", 0),
                () -> new PcpuGetVmAreas("a", List.of(), List.of(), 1),
                () -> new PcpuGetVmAreas("a", List.of(1L), List.of(0L), 1),
                () -> new PcpuGetVmAreas("a", List.of(1L, 2L), List.of(1L), 1),
                () -> new PcpuGetVmAreas("a", many, many, 1),
                () -> new Statement.FreeVmArea("a b"),
                () -> new Statement.VmUnmapRamAt(0, 0),
                () -> new Statement.KmallocFail(0),
                () -> new Target.ByName("é"));
    }

    @Test
    void freeingGivesUpTheNameButNoAddress() {
        assertEquals(Optional.of("a"), new Statement.Vfree(new Target.ByName("a")).freedName());
        assertEquals(Optional.empty(), new Statement.Iounmap(new Target.ByAddress(0)).freedName());
        assertEquals(Optional.of("a"), new Statement.VmUnmapRam("a").freedName());
    }
}
