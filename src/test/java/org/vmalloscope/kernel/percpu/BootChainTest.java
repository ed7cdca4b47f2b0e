package org.vmalloscope.kernel.percpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.PageTableMade;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.Remark;
import org.vmalloscope.journal.Note.Remarked;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.kernel.AddressMap;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.Vmalloc2632;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.memory.SimulatedMemory;

/// The boot by each way: where the first chunk comes to lie, who knows of it, and what vmalloc_init makes of it.
final class BootChainTest {
    private static final long PAGE = 4096;
    private static final int CPUS = 3;
    private static final long QUEUE = 40_000;

    /// A boot on a computer with three CPUs.
    private static final class Boot {
        final KernelConfig config;
        final SimulatedMemory memory;
        final List<Note> notes = new ArrayList<>();
        final Vmalloc2632 vmalloc;

        Boot(Machine machine) {
            config = new KernelConfig(machine, CPUS, 4096);
            memory = Vmalloc2632.powerOn(config);
            vmalloc = Vmalloc2632.onto(config, memory, notes::add);
        }

        static Boot of(Machine machine, PercpuKernel version, BootSetup setup) {
            Boot boot = new Boot(machine);
            boot.start(version, setup);
            return boot;
        }

        void start(PercpuKernel version, BootSetup setup) {
            new BootChain(vmalloc.kernel(), vmalloc, version, setup).startKernel();
        }

        VmallocView view() {
            return Vmalloc2632.view(config, memory);
        }

        PercpuView percpu() {
            return PercpuView.of(view());
        }

        <T extends Note> List<T> notes(Class<T> kind) {
            return notes.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        List<String> calls() {
            return notes(FunctionEntered.class).stream()
                    .map(FunctionEntered::function)
                    .filter(function -> !function.startsWith("__"))
                    .toList();
        }

        List<String> imported() {
            return view().areas().stream()
                    .map(va -> Long.toHexString(va.vaStart()) + "+" + va.range().bytes() / PAGE)
                    .toList();
        }

        List<String> mapped() {
            return view().ground().mapped().all().stream()
                    .map(PageRange::toString)
                    .toList();
        }
    }

    static Stream<Arguments> ways() {
        return Stream.of(Machine.values())
                .flatMap(machine -> Stream.of(PercpuKernel.V2_6_31, PercpuKernel.V2_6_32)
                        .flatMap(kernel ->
                                PercpuWay.of(kernel).stream().map(way -> Arguments.of(machine, kernel, way))));
    }

    @Test
    void eachKernelHasItsWays() {
        assertEquals(
                List.of("embed-auto", "embed", "4k", "lpage"),
                PercpuWay.of(PercpuKernel.V2_6_31).stream()
                        .map(PercpuWay::label)
                        .toList());
        assertEquals(
                List.of("embed-auto", "embed", "page"),
                PercpuWay.of(PercpuKernel.V2_6_32).stream()
                        .map(PercpuWay::label)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayEndsInTheSetupAndInVmallocInit(Machine machine, PercpuKernel kernel, PercpuWay way) {
        Boot boot = Boot.of(machine, kernel, BootSetup.usual(way));
        List<String> calls = boot.calls();
        assertEquals(List.of("start_kernel", "setup_arch", "setup_per_cpu_areas"), calls.subList(0, 3));
        int setup = calls.indexOf("pcpu_setup_first_chunk");
        assertTrue(setup > 3, calls::toString);
        assertTrue(calls.indexOf("pcpu_chunk_relocate") > setup);
        assertEquals(
                List.of("mm_init", "mem_init", "kmem_cache_init", "vmalloc_init"),
                calls.subList(calls.indexOf("mm_init"), calls.indexOf("vmalloc_init") + 1));
        assertTrue(boot.view().vmapInitialized());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theQueueOfEachCpuIsInItsUnit(Machine machine, PercpuKernel kernel, PercpuWay way) {
        Boot boot = Boot.of(machine, kernel, BootSetup.usual(way));
        PercpuView percpu = boot.percpu();
        assertTrue(percpu.baseAddr() != 0);
        assertEquals(
                IntStream.range(0, CPUS)
                        .mapToLong(cpu -> percpu.baseAddr() + cpu * percpu.unitSize() + QUEUE)
                        .boxed()
                        .toList(),
                IntStream.range(0, CPUS)
                        .mapToLong(cpu -> boot.view().queue(cpu).address())
                        .boxed()
                        .toList());
        for (int cpu = 0; cpu < CPUS; cpu++) {
            long head = boot.view().queue(cpu).free();
            assertEquals(head, boot.memory.load(head), "vmalloc_init made an empty list there");
        }
        boot.vmalloc.kernel().switchCpu(1);
        assertTrue(boot.vmalloc.vmMapRam(2) != 0);
        assertEquals(
                List.of(0, 1, 0),
                IntStream.range(0, CPUS)
                        .mapToObj(cpu -> boot.view().freeBlocks(cpu).size())
                        .toList());
        assertEquals(1, boot.view().cpuOf(boot.view().freeBlocks(1).getFirst()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsOnVmlistIsImportedWhereTheChunkLies(Machine machine, PercpuKernel kernel, PercpuWay way) {
        Boot boot = Boot.of(machine, kernel, BootSetup.usual(way));
        PercpuView percpu = boot.percpu();
        boolean embedded = way == PercpuWay.EMBED;
        assertEquals(!embedded, percpu.registered().isPresent());
        assertEquals(percpu.registered().stream().toList(), boot.view().vmlist());
        List<String> chunk =
                embedded ? List.of() : List.of(Long.toHexString(percpu.baseAddr()) + "+" + percpu.chunkSize() / PAGE);
        assertEquals(chunk, boot.imported());
        assertEquals(percpu.baseAddr(), percpu.firstVm().addr());
        assertEquals(CPUS * percpu.unitSize(), percpu.firstVm().size());
    }

    @Test
    void embeddingStaysInTheBlockOfBootmem() {
        for (PercpuKernel kernel : List.of(PercpuKernel.V2_6_31, PercpuKernel.V2_6_32)) {
            Boot boot = Boot.of(Machine.X86_64, kernel, BootSetup.usual(PercpuWay.EMBED));
            assertEquals(new AddressMap(Machine.X86_64).bootmem(), boot.percpu().baseAddr());
            assertEquals(122_880, boot.percpu().unitSize());
            assertEquals(30, boot.percpu().pagesOf(2));
            assertEquals(List.of(), boot.mapped());
            assertTrue(boot.percpu().schunk().immutable());
            assertEquals(kernel == PercpuKernel.V2_6_31, boot.calls().contains("setup_pcpu_embed"));
            List<String> told =
                    boot.notes(Printed.class).stream().map(Printed::text).toList();
            String embedded = "PERCPU: Embedded 30 pages at ffff880032000000, static data 90584 bytes";
            assertEquals(kernel == PercpuKernel.V2_6_31 ? List.of(embedded) : List.of(), told);
        }
    }

    @Test
    void embeddingGivesBackWhatTheSmallestUnitHasTooMuch() {
        BootSetup small = new BootSetup(PercpuWay.EMBED, 40 << 10, 4096, 4096, OptionalLong.empty());
        Boot boot = Boot.of(Machine.I386, PercpuKernel.V2_6_32, small);
        assertEquals(64 << 10, boot.percpu().unitSize());
        assertEquals(
                IntStream.range(0, CPUS)
                        .mapToObj(cpu -> new BootmemFreed(0xf200c000L + cpu * 0x10000L, 0x4000))
                        .toList(),
                boot.notes(BootmemFreed.class));
    }

    @Test
    void embeddingWithoutABaseAddressMapsTheBlockOnceMore() {
        Boot boot = Boot.of(Machine.X86_64, PercpuKernel.V2_6_32, BootSetup.usual(PercpuWay.EMBED_AUTO));
        assertEquals(Machine.X86_64.vmallocStart(), boot.percpu().baseAddr());
        assertEquals(List.of("[0xffffc90000000000, 0xffffc9000005a000)"), boot.mapped());
        assertEquals(boot.percpu().firstVm(), boot.percpu().registered().orElseThrow());
        assertTrue(boot.notes.contains(new Remarked(Remark.STOCK_KERNELS_HAND_ON_THE_BLOCK)));
        assertEquals(
                new AddressMap(Machine.X86_64).bootmem() + 122_880,
                boot.percpu().page(1, 0),
                "the pages are those of the block");
    }

    @Test
    void singlePagesAreThereForTheStaticAreaAlone() {
        Boot boot = Boot.of(Machine.I386, PercpuKernel.V2_6_31, BootSetup.usual(PercpuWay.SINGLE_PAGES));
        assertEquals(25 * PAGE, boot.percpu().unitSize(), "static and reserved; the dynamic area gets the rest");
        assertEquals(23, boot.percpu().pagesOf(0));
        assertEquals(
                List.of("[0xf87fe000, 0xf8815000)", "[0xf8817000, 0xf882e000)", "[0xf8830000, 0xf8847000)"),
                boot.mapped());
        assertEquals(CPUS * 23, boot.notes(StaticCopied.class).size());
        assertEquals(
                CPUS * BootSetup.USUAL_STATIC,
                boot.notes(StaticCopied.class).stream()
                        .mapToLong(StaticCopied::bytes)
                        .sum());
        assertEquals(
                List.of(new PageTableMade(0xf8400000L), new PageTableMade(0xf8800000L)),
                boot.notes(PageTableMade.class));
        assertEquals(3624, boot.percpu().dchunk().orElseThrow().freeSize());
    }

    @Test
    void largePagesRegisterThemselvesAtAMultipleOfTwoMiB() {
        Boot boot = new Boot(Machine.X86_64);
        boot.vmalloc.registerEarly(8192, PAGE);
        boot.start(PercpuKernel.V2_6_31, BootSetup.usual(PercpuWay.LARGE_PAGES));
        assertEquals(0xffffc90000200000L, boot.percpu().baseAddr());
        assertEquals(2 << 20, boot.percpu().unitSize());
        assertEquals(30, boot.percpu().pagesOf(1));
        assertEquals(List.of("ffffc90000000000+2", "ffffc90000200000+1536"), boot.imported());
        VmStruct own = boot.percpu().registered().orElseThrow();
        assertTrue(own.address() != boot.percpu().firstVm().address());
        assertEquals(
                List.of(own.addr(), 0xffffc90000000000L),
                boot.view().vmlist().stream().map(VmStruct::addr).toList());
        assertEquals(List.of("[0xffffc90000200000, 0xffffc90000800000)"), boot.mapped());
        assertEquals(
                CPUS * ((2L << 20) - 122_880),
                boot.notes(BootmemFreed.class).stream()
                        .mapToLong(BootmemFreed::bytes)
                        .sum());
    }

    @Test
    void pagesOfTheNewerKernelAreAllThere() {
        Boot boot = Boot.of(Machine.X86_64, PercpuKernel.V2_6_32, BootSetup.usual(PercpuWay.PAGE));
        assertEquals(25, boot.percpu().pagesOf(2));
        assertEquals(List.of("[0xffffc90000000000, 0xffffc9000004b000)"), boot.mapped());
        assertEquals(
                0xffffc90000000000L, boot.notes(StaticCopied.class).getFirst().start());
        assertTrue(boot.percpu().schunk().immutable());
    }

    static Stream<Arguments> tooLittle() {
        return Stream.of(
                Arguments.of(PercpuKernel.V2_6_31, PercpuWay.EMBED_AUTO, 3 * 122_880L),
                Arguments.of(PercpuKernel.V2_6_32, PercpuWay.EMBED, 3 * 122_880L),
                Arguments.of(PercpuKernel.V2_6_31, PercpuWay.SINGLE_PAGES, 3 * 23 * PAGE),
                Arguments.of(PercpuKernel.V2_6_31, PercpuWay.LARGE_PAGES, 3 * (2L << 20)),
                Arguments.of(PercpuKernel.V2_6_32, PercpuWay.PAGE, 3 * 25 * PAGE));
    }

    @ParameterizedTest
    @MethodSource("tooLittle")
    void oneByteTooLittleIsAPanic(PercpuKernel kernel, PercpuWay way, long needed) {
        BootSetup enough = with(way, needed);
        assertTrue(Boot.of(Machine.X86_64, kernel, enough).view().vmapInitialized());
        Boot boot = new Boot(Machine.X86_64);
        assertEquals(
                "Failed to initialized percpu areas.",
                assertThrows(KernelBug.class, () -> boot.start(kernel, with(way, needed - 1)))
                        .text());
        assertEquals(0, boot.percpu().baseAddr());
        assertTrue(!boot.view().vmapInitialized());
        List<String> told =
                boot.notes(Printed.class).stream().map(Printed::text).toList();
        boolean tells = way == PercpuWay.EMBED_AUTO;
        assertEquals(tells ? List.of("PERCPU: failed to allocate 368640 bytes for embedding") : List.of(), told);
    }

    private static BootSetup with(PercpuWay way, long bootmem) {
        return new BootSetup(
                way, BootSetup.USUAL_STATIC, BootSetup.USUAL_RESERVED, BootSetup.USUAL_DYN, OptionalLong.of(bootmem));
    }

    @Test
    void whatWasTakenBeforeAPanicIsGivenBackLastFirst() {
        Boot boot = new Boot(Machine.I386);
        assertThrows(KernelBug.class, () -> boot.start(PercpuKernel.V2_6_31, with(PercpuWay.SINGLE_PAGES, 2 * PAGE)));
        assertEquals(
                List.of(new BootmemFreed(0xf2001000L, PAGE), new BootmemFreed(0xf2000000L, PAGE)),
                boot.notes(BootmemFreed.class));
    }

    @Test
    void aChunkBehindAllMemoryIsAnOops() {
        Boot boot = new Boot(Machine.I386);
        boot.vmalloc.registerEarly(111L << 20, PAGE);
        boot.vmalloc.registerEarly(900L << 10, PAGE);
        String text = assertThrows(
                        KernelBug.class, () -> boot.start(PercpuKernel.V2_6_32, BootSetup.usual(PercpuWay.EMBED_AUTO)))
                .text();
        assertTrue(text.startsWith("oops: access to 0xff7"), text);
    }

    @Test
    void withoutAReservedAreaTheStaticChunkHasTheDynamicOne() {
        BootSetup setup = new BootSetup(PercpuWay.EMBED, 90_584, 0, 24_104, OptionalLong.empty());
        PercpuView percpu = Boot.of(Machine.X86_64, PercpuKernel.V2_6_31, setup).percpu();
        assertEquals(Optional.empty(), percpu.dchunk());
        assertEquals(percpu.schunk().address(), percpu.firstChunk());
        assertEquals(List.of(-90_584L, 114_688L - 90_584), percpu.schunk().map());
        assertEquals(percpu.slots() - 4, percpu.slotOf(percpu.schunk()).orElseThrow());
    }
}
