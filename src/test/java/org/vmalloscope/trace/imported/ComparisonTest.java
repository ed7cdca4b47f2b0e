package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vmalloscope.trace.tracepoint.TracepointWriter;

/// Where a kernel put what it was asked for, and where 2.6.32 would have.
final class ComparisonTest {
    private static Comparison ofScenario(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TracepointWriter.write(Samples.scenario(text), out);
        return Comparison.of(Samples.read(out.toByteArray()));
    }

    @Test
    void theSimulated2632AgreesWithItself() throws IOException {
        Comparison comparison = ofScenario("""
                machine x86_64 cpus=1 ram=64M
                boot
                a = vmalloc 16K
                b = vmalloc 4K
                c = ioremap 100K
                vfree b
                d = vmalloc 4K
                vm_unmap_aliases
                rcu
                e = vmalloc 8K
                f = vmalloc 4K
                r = vm_map_ram 3
                big = vmalloc 4M
                """);
        assertEquals(9, comparison.answers().size());
        assertEquals(9, comparison.equal());
        assertEquals(0, comparison.different());
    }

    @Test
    void theKernelOfTheBootTracePacksCloser() throws IOException {
        Comparison comparison = Comparison.of(Samples.open(Samples.BOOT_TRACE));
        assertEquals(148, comparison.answers().size());
        assertEquals(102, comparison.equal());
        assertEquals(
                List.of("2", "8192", "4096", "0xffffc90000005000", "0xffffc90000006000", "kernel_lower"),
                comparison.differences().rows().getFirst());
        assertTrue(comparison.differences().remarks().stream().anyMatch(remark -> remark.contains("newer algorithm")));
        assertEquals(148, comparison.all().rows().size());
        assertEquals(
                46,
                comparison.all().rows().stream()
                        .filter(row -> !row.getLast().equals("equal"))
                        .count());
    }

    @Test
    void areasOfTheReadingBeforeAreInTheWay() throws IOException {
        KernelFile trace = Samples.open("6.12-4cpu-numa-fork/trace.clock-mono.txt");
        assertEquals(0, Comparison.of(trace).equal());
        KernelFile before = Samples.open("6.12-4cpu-numa-fork/vmallocinfo.3-after.txt");
        Comparison known = Comparison.of(trace.after(before));
        assertTrue(known.answers().stream()
                .noneMatch(answer -> answer.simulated().equals(OptionalLong.of(0xffffc90000000000L))));
    }

    @Test
    void withoutAllocationsThereIsNothingToCompare() {
        assertThrows(NotPlayableException.class, () -> Comparison.of(Samples.open(Samples.BOOT)));
    }
}
