package org.vmalloscope.trace.vmallocinfo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;

final class VmallocinfoWriterTest {
    private static Run run(String text) {
        return switch (ScenarioParser.parse(text)) {
            case Scenario scenario -> Run.toEnd(scenario);
            case ScenarioErrors errors -> Assertions.fail(errors.first().in("scenario"));
        };
    }

    private static String text(Run run) {
        return VmallocinfoWriter.text(run.view(run.memory()));
    }

    private static KernelFile read(String text) throws IOException {
        return KernelFileReader.read("text", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static KernelFile sample(String name) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("src/test/resources/samples", name))) {
            return KernelFileReader.read(name, in);
        }
    }

    @Test
    void everyKindOfAreaIsPrintedAs2632DoesIt() {
        assertEquals("""
                0xffffc90000000000-0xffffc90000005000   20480 scenario+0x0/0x100 pages=4 vmalloc
                0xffffc90000006000-0xffffc90000009000   12288 scenario+0x0/0x100 pages=2 vmalloc user
                0xffffc9000000a000-0xffffc9000000d000   12288 scenario+0x0/0x100 vmap
                0xffffc90000010000-0xffffc90000013000   12288 scenario+0x0/0x100 ioremap
                0xffffc90000014000-0xffffc90000415000 4198400 scenario+0x0/0x100 pages=1024 vmalloc vpages
                0xffffc90000416000-0xffffc90000419000   12288 scenario+0x0/0x100 pages=2 vmalloc
                0xffffe8fffffe0000-0xffffe8ffffff0000   65536 pcpu_get_vm_areas+0x0/0x100 vmalloc
                """, text(run("""
                        machine x86_64 cpus=1 ram=64M
                        boot
                        a = vmalloc 16K
                        u = vmalloc_user 8K
                        m = vmap 2
                        i = ioremap 8K
                        big = vmalloc 4M
                        p = pcpu_get_vm_areas offsets=0 sizes=64K align=64K
                        gone = vmalloc 4K
                        vfree gone
                        r = vm_map_ram 2
                        """)));
    }

    @Test
    void narrowMachinesHaveNarrowPointersAndEarlyAreasNoCaller() {
        assertEquals("""
                0xf87fe000-0xf8800000    8192 scenario+0x0/0x100 pages=1 vmalloc
                0xf8800000-0xf8801000    4096 vmalloc
                """, text(run("machine i386 cpus=1 ram=64M\nearly size=4K align=4M\nboot\na = vmalloc 4K\n")));
    }

    @Test
    void theTextIsThatOfAnyPosition() {
        Run run = run("machine x86_64 cpus=1 ram=64M\nboot\na = vmalloc 4K\nb = vmalloc 4K\nvfree a\n");
        TimeMachine time = run.timeMachine();
        time.seek(run.journal().eventEnd(1));
        assertEquals(
                "0xffffc90000000000-0xffffc90000002000    8192 scenario+0x0/0x100 pages=1 vmalloc\n",
                VmallocinfoWriter.text(run.view(time.memory())));
        time.seek(0);
        assertEquals("", VmallocinfoWriter.text(run.view(time.memory())));
    }

    @Test
    void whatEveryRecordedScenarioWritesIsReadBackWhole() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/conformance"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".vms")).toList()) {
                Run run = run(new ScenarioReader(InputStream.nullInputStream()).read(file));
                VmallocView view = run.view(run.memory());
                String text = VmallocinfoWriter.text(view);
                if (!text.isEmpty()) {
                    KernelFile back = read(text);
                    assertEquals(0, back.lines().skipped(), file.toString());
                    assertEquals(1, back.snapshots().size(), file.toString());
                    assertEquals(
                            view.vmlist().stream()
                                    .map(VmallocinfoWriterTest::fields)
                                    .toList(),
                            back.snapshots().getFirst().areas().stream()
                                    .map(area -> List.of(
                                            area.start(),
                                            area.size(),
                                            area.pages().orElse(0)))
                                    .toList(),
                            file.toString());
                }
            }
        }
    }

    private static List<Long> fields(VmStruct vm) {
        return List.of(vm.addr(), vm.size(), vm.nrPages());
    }

    @Test
    void anImportedFileIsWrittenAs2632WouldHavePrintedIt() throws IOException {
        for (String name : List.of(
                "6.12-2cpu-plain/vmallocinfo.4-all.txt",
                "6.12-2cpu-plain/vmallocinfo.1-boot.txt",
                "6.1-2cpu-plain-vmx/vmallocinfo.5-forks.txt")) {
            KernelFile file = sample(name);
            KernelFile back = read(text(run(ImportedScenario.of(file))));
            Set<AreaKind> unlisted = Set.of(AreaKind.UNPURGED, AreaKind.VM_MAP_RAM);
            List<Area> expected = file.snapshots().getFirst().areas().stream()
                    .filter(area -> !unlisted.contains(area.kind()))
                    .sorted(Comparator.comparing(Area::start, Long::compareUnsigned))
                    .map(VmallocinfoWriterTest::asOld)
                    .toList();
            assertEquals(
                    expected,
                    back.snapshots().getFirst().areas().stream()
                            .map(VmallocinfoWriterTest::asOld)
                            .toList(),
                    name);
        }
    }

    /// Without what 2.6.32 does not print: nodes, and the word sparse.
    private static Area asOld(Area area) {
        Set<AreaWord> words =
                area.words().stream().filter(word -> word != AreaWord.SPARSE).collect(Collectors.toSet());
        return new Area(0, area.start(), area.end(), area.size(), area.caller(), words, area.pages(), area.phys(), "");
    }
}
