package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.trace.tracepoint.AreaLife;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaKind;
import org.vmalloscope.trace.vmallocinfo.AreaWord;

/// What a real kernel's file becomes when it is played.
final class ImportedScenarioTest {
    private static VmallocView end(Run run) {
        return run.view(run.memory());
    }

    private static List<List<Long>> ranges(VmallocView view) {
        return view.areas().stream()
                .map(va -> List.of(va.vaStart(), va.vaEnd()))
                .toList();
    }

    @Test
    void everyAreaOfTheFileIsWhereTheKernelHadIt() throws IOException {
        for (String name : Samples.names()) {
            KernelFile file = Samples.open(name);
            if (file.snapshots().isEmpty() || name.contains("hashed") && !name.contains("kptr1")) {
                continue;
            }
            VmallocView view = end(Samples.played(file));
            AreaPlaces places = new AreaPlaces();
            List<Area> kept = file.last().orElseThrow().areas().stream()
                    .filter(area -> places.take(area.start(), area.end()))
                    .sorted(Comparator.comparing(Area::start, Long::compareUnsigned))
                    .toList();
            assertEquals(
                    kept.stream().map(area -> List.of(area.start(), area.end())).toList(), ranges(view), name);
            assertEquals(
                    kept.stream()
                            .filter(area -> area.kind() != AreaKind.UNPURGED && area.kind() != AreaKind.VM_MAP_RAM)
                            .map(Area::start)
                            .toList(),
                    view.vmlist().stream().map(VmStruct::addr).toList(),
                    name);
            long lazy = kept.stream()
                    .filter(area -> area.words().contains(AreaWord.UNPURGED))
                    .mapToLong(area -> area.size() / 4096)
                    .sum();
            assertEquals(lazy, view.vmapLazyNr(), name);
        }
    }

    @Test
    void statementsGoOnFromTheImportedState() throws IOException {
        String text = ImportedScenario.of(Samples.open(Samples.BOOT));
        Scenario scenario =
                Samples.scenario(text + "n = vmalloc 16K\nvfree kernel_clone\nvunmap irq_init_percpu_irqstack\n"
                        + "iounmap acpi_os_map_iomem\nvm_unmap_aliases\nrcu\n");
        Run run = Run.toEnd(scenario);
        assertEquals(scenario.lines().size(), run.played());
        List<Area> areas = Samples.open(Samples.BOOT).last().orElseThrow().areas();
        long freed = areas.stream()
                .filter(area -> area.words().contains(AreaWord.UNPURGED))
                .count();
        assertEquals(areas.size() - freed - 3 + 1, end(run).areas().size());
        assertEquals(0, end(run).vmapLazyNr());
    }

    @Test
    void everyVmallocOfTheFileCanBeFreed() throws IOException {
        StringBuilder text = new StringBuilder(ImportedScenario.of(Samples.open(Samples.ALL)));
        Scenario imported = Samples.scenario(text.toString());
        for (String name : imported.names()) {
            if (!name.startsWith("vm_map_ram")) {
                text.append("vfree ").append(name).append('\n');
            }
        }
        Run run = Run.toEnd(Samples.scenario(text + "vm_unmap_aliases\nrcu\n"));
        assertEquals(List.of(), end(run).vmlist());
        assertEquals(3, end(run).areas().size());
        assertEquals(run.config().ramPages(), end(run).ground().control().freePages());
    }

    @Test
    void areasThatOverlapOthersAreLeftOutAndCounted() throws IOException {
        String line = "0xffffc90000000000-0xffffc90000005000   20480 f+0x1/0x2 vmap\n";
        String other = line.replace("00000000-", "00004000-")
                .replace("00005000", "00009000")
                .replace("vmap", "unpurged vm_area");
        String text = ImportedScenario.of(Samples.read(line + other));
        assertTrue(text.contains("# 1 areas overlap others and are left out"), text);
        assertEquals(1, Samples.scenario(text).names().size());
    }

    @Test
    void narrowAddressesMakeANarrowMachine() throws IOException {
        KernelFile file = Samples.read("""
                0xf87fe000-0xf8800000    8192 hpet_enable+0x2d/0x286 phys=fed00000 ioremap
                0xf8802000-0xf8805000   12288 load_module+0x1/0x2 [a_b] pages=2 vmalloc
                """);
        String text = ImportedScenario.of(file);
        assertEquals("""
                machine i386 cpus=1 ram=1G
                boot
                hpet_enable = area 0xf87fe000 size=8K kind=ioremap phys=0xfed00000 caller=hpet_enable+0x2d/0x286
                load_module = area 0xf8802000 size=12K kind=vmalloc pages=2 caller=load_module+0x1/0x2[a_b]
                """, text.substring(text.indexOf("machine")));
        assertEquals(2, end(Samples.played(file)).areas().size());
    }

    @Test
    void hashedAndZeroedAddressesAreNotMadeUp() throws IOException {
        for (String name : List.of("vmallocinfo.4-all.txt", "vmallocinfo.9-kptr2.txt")) {
            KernelFile file = Samples.open("6.12-2cpu-hashed/" + name);
            NotPlayableException refused = assertThrows(NotPlayableException.class, () -> ImportedScenario.of(file));
            assertTrue(String.valueOf(refused.getMessage()).contains("so where the areas were is not known"));
        }
    }

    @Test
    void anEndOfTheRecordingHasTheAreasThatItsEventsLeave() throws IOException {
        for (String name : List.of(
                Samples.BOOT_TRACE,
                "6.12-2cpu-plain/trace.full.txt.gz",
                "6.12-2cpu-tracecmd/trace-cmd-report.txt",
                "6.12-2cpu-perf-lost/trace_pipe.lost.txt.gz",
                "6.12-4cpu-numa-fork/trace_pipe.txt.gz")) {
            KernelFile file = Samples.open(name);
            VmallocView view = end(Samples.played(file));
            List<List<Long>> expected = file.recording().lives().stream()
                    .filter(life -> life.gone().isEmpty() && life.allocated().isPresent())
                    .sorted(Comparator.comparing(AreaLife::start, Long::compareUnsigned))
                    .map(life -> List.of(life.start(), life.end()))
                    .toList();
            assertEquals(expected, ranges(view), name);
            List<Long> waiting = view.areas().stream()
                    .filter(va -> va.hasFlag(VmapArea.VM_LAZY_FREE))
                    .map(VmapArea::vaStart)
                    .toList();
            List<Long> freed = file.recording().lives().stream()
                    .filter(life -> life.gone().isEmpty() && life.allocated().isPresent())
                    .filter(life -> life.freed().isPresent())
                    .map(AreaLife::start)
                    .sorted(Long::compareUnsigned)
                    .toList();
            assertEquals(freed, waiting, name);
        }
    }

    @Test
    void eachEventOfARecordingIsAStepAndTellsItsTime() throws IOException {
        KernelFile file = Samples.open("6.12-4cpu-numa-fork/trace.clock-mono.txt");
        Scenario scenario = Samples.scenario(ImportedScenario.of(file));
        assertEquals(1 + file.recording().events().size(), scenario.lines().size());
        assertEquals(
                "recorded_alloc 0xffffc9000210c000 size=20K align=16K vstart=0xffffc90000000000 vend=0xffffe8ffffffffff"
                        + " cpu=3  # 234.146591 init-1",
                scenario.lines().get(1).source());
    }

    @Test
    void aRecordingGoesOnFromTheReadingBeforeIt() throws IOException {
        KernelFile before = Samples.open("6.12-4cpu-numa-fork/vmallocinfo.2-begin.txt");
        KernelFile trace =
                Samples.open("6.12-4cpu-numa-fork/trace.clock-mono.txt").after(before);
        Scenario scenario = Samples.scenario(ImportedScenario.of(trace));
        List<String> keywords = new ArrayList<>();
        scenario.lines().forEach(line -> keywords.add(line.statement().keyword()));
        assertEquals(294, keywords.stream().filter("area"::equals).count());
        assertEquals(55, keywords.stream().filter("recorded_alloc"::equals).count());
        assertFalse(keywords.lastIndexOf("area") > keywords.indexOf("recorded_alloc"));
        assertEquals(scenario.lines().size(), Run.toEnd(scenario).played());
    }
}
