package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The constants of both machines, as spec/structures.md and FORMAT.md list them.
final class MachineTest {
    private static String table(Machine machine) {
        return """
                machine          %s
                PAGE_SIZE        %d
                VMALLOC_START    0x%x
                VMALLOC_END      0x%x
                PAGE_OFFSET      0x%x
                kernel image     0x%x
                BITS_PER_LONG    %d
                NR_CPUS          %d
                VMAP_MAX_ALLOC   %d
                VMAP_BBMAP_BITS  %d
                VMAP_BLOCK_SIZE  %d
                IOREMAP_MAX_ORDER %d
                SHMLBA           %d
                """.formatted(
                        machine.label(),
                        Machine.PAGE_SIZE,
                        machine.vmallocStart(),
                        machine.vmallocEnd(),
                        machine.pageOffset(),
                        machine.kernelImage(),
                        machine.abi().wordBits(),
                        machine.nrCpus(),
                        machine.vmapMaxAlloc(),
                        machine.vmapBbmapBits(),
                        machine.vmapBlockSize(),
                        Machine.IOREMAP_MAX_ORDER,
                        Machine.SHMLBA);
    }

    @Test
    void constantsOfX8664AreThoseOfTheKernel() {
        assertEquals("""
                machine          x86_64
                PAGE_SIZE        4096
                VMALLOC_START    0xffffc90000000000
                VMALLOC_END      0xffffe8ffffffffff
                PAGE_OFFSET      0xffff880000000000
                kernel image     0xffffffff81000000
                BITS_PER_LONG    64
                NR_CPUS          64
                VMAP_MAX_ALLOC   64
                VMAP_BBMAP_BITS  1024
                VMAP_BLOCK_SIZE  4194304
                IOREMAP_MAX_ORDER 19
                SHMLBA           4096
                """, table(Machine.X86_64));
    }

    @Test
    void constantsOfI386AreThoseOfTheKernel() {
        assertEquals("""
                machine          i386
                PAGE_SIZE        4096
                VMALLOC_START    0xf87fe000
                VMALLOC_END      0xff7fe000
                PAGE_OFFSET      0xc0000000
                kernel image     0xc1000000
                BITS_PER_LONG    32
                NR_CPUS          32
                VMAP_MAX_ALLOC   32
                VMAP_BBMAP_BITS  64
                VMAP_BLOCK_SIZE  262144
                IOREMAP_MAX_ORDER 19
                SHMLBA           4096
                """, table(Machine.I386));
    }

    @Test
    void lazyPagesGrowWithEveryBitOfTheNumberOfCpus() {
        assertEquals(
                List.of(8192, 16384, 16384, 24576, 24576, 32768, 32768, 40960, 49152, 49152, 57344),
                IntStream.of(1, 2, 3, 4, 7, 8, 15, 16, 32, 63, 64)
                        .mapToObj(Machine::lazyMaxPages)
                        .toList());
        assertEquals(24576, new KernelConfig(Machine.I386, 4, 0).lazyMaxPages());
    }

    @Test
    void aMachineHasOneToNrCpusCpus() {
        assertEquals("between 1 and 64 CPUs, not 0", refused(Machine.X86_64, 0, 1));
        assertEquals("between 1 and 64 CPUs, not 65", refused(Machine.X86_64, 65, 1));
        assertEquals("between 1 and 32 CPUs, not 33", refused(Machine.I386, 33, 1));
        assertEquals("a negative amount of memory", refused(Machine.I386, 32, -1));
    }

    private static String refused(Machine machine, int cpus, long ramPages) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new KernelConfig(machine, cpus, ramPages))
                        .getMessage());
    }
}
