package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.scenario.Statement.GetVmArea;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;
import org.vmalloscope.scenario.Statement.VmUnmapRamAt;

class ScenarioPrinterTest {
    @Test
    void commentsAndEmptyLinesStayWhereTheyAre() {
        Scenario scenario = Scenarios.parsed("""
                   #  Title
                #

                machine  ram=16777216  cpus=1 i386 # small\t
                boot
                \ta\t=\tvmalloc 4096
                early_bird = vmap 1024#odd
                vfree 0xF87FE000

                """);
        assertEquals("""
                #  Title
                #

                machine i386 cpus=1 ram=16M  # small
                boot
                a = vmalloc 4K
                early_bird = vmap 1024  #odd
                vfree 0xf87fe000

                """, ScenarioPrinter.print(scenario));
        assertEquals("a = vmalloc 4096", scenario.lines().get(1).text());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "1023, 1023",
        "1024, 1K",
        "1536, 1536",
        "3145728, 3M",
        "3146752, 3073K",
        "1073741824, 1G",
        "1099511627776, 1024G",
        "0x8000000000000000, 8589934592G",
        "0xffffffffffffffff, 18446744073709551615",
        "0xfffffffffffff000, 18014398509481980K",
    })
    void sizesGetTheLargestUnitThatDividesThem(String given, String printed) {
        String source = "machine x86_64 cpus=1 ram=1M\nboot\na = get_vm_area ";
        assertEquals(source + printed + "\n", ScenarioPrinter.print(Scenarios.parsed(source + given)));
    }

    @Test
    void settingsKeepTheirLinesAndUsualSizesGoUnsaid() {
        Scenario scenario = Scenarios.parsed("""
                machine i386 cpus=1 ram=16M
                # the boot code
                kernel  2.6.31
                percpu bootmem=65536 dyn=24104 4k reserved=0 # one by one

                start_kernel
                """);
        assertEquals("""
                machine i386 cpus=1 ram=16M
                # the boot code
                kernel 2.6.31
                percpu 4k reserved=0 bootmem=64K  # one by one

                start_kernel
                """, ScenarioPrinter.print(scenario));
        assertEquals(PercpuKernel.V2_6_31, scenario.kernel());
        assertEquals(
                new BootSetup(
                        PercpuWay.SINGLE_PAGES,
                        BootSetup.USUAL_STATIC,
                        0,
                        BootSetup.USUAL_DYN,
                        OptionalLong.of(65_536)),
                scenario.bootSetup());
    }

    @Test
    void withoutSettingsItIsTheWayOfArticlesOnTheNewerKernel() {
        Scenario scenario = Scenarios.parsed("machine i386 cpus=1 ram=16M\nstart_kernel\n");
        assertEquals(PercpuKernel.V2_6_32, scenario.kernel());
        assertEquals(BootSetup.usual(PercpuWay.EMBED_AUTO), scenario.bootSetup());
    }

    @Test
    void oneStatementIsPrintedWithoutTheEndOfTheLine() {
        assertEquals("a = get_vm_area 12K", ScenarioPrinter.print(new GetVmArea("a", 12288)));
        assertEquals("vm_unmap_ram 0xffffffffffffffff 7", ScenarioPrinter.print(new VmUnmapRamAt(-1, 7)));
        assertEquals(
                "p = pcpu_get_vm_areas offsets=0,1M sizes=4K,100 align=0",
                ScenarioPrinter.print(new PcpuGetVmAreas("p", List.of(0L, 1L << 20), List.of(4096L, 100L), 0)));
    }

    @Test
    void randomScenariosHaveNoErrors() {
        RandomTexts.assertSound(
                500,
                ScenarioPrinterTest::randomText,
                source -> ScenarioParser.parse(source) instanceof ScenarioErrors errors
                        ? Optional.of(errors.toString())
                        : Optional.empty());
    }

    @Test
    void printedScenariosParseToThemselves() {
        RandomTexts.assertSound(2000, ScenarioPrinterTest::randomText, source -> switch (ScenarioParser.parse(source)) {
            case Scenario scenario -> printingFault(scenario);
            case ScenarioErrors errors -> Optional.empty();
        });
    }

    private static String randomText(Random random) {
        return RandomScenario.text(random, 40);
    }

    private static Optional<String> printingFault(Scenario scenario) {
        String printed = ScenarioPrinter.print(scenario);
        boolean stable = ScenarioParser.parse(printed) instanceof Scenario again
                && again.equals(scenario)
                && ScenarioPrinter.print(again).equals(printed);
        return stable ? Optional.empty() : Optional.of("printed as\n" + printed);
    }

    @Test
    void whatARealKernelToldIsPrintedAsItIsWritten() {
        String text = """
                machine x86_64 cpus=2 ram=1G
                boot
                a = area 0xffffc90000000000 size=20K kind=vmalloc,user,vpages pages=4 caller=f+0x1/0x2[m]
                b = area 0xffffc90000005000 size=8K kind=ioremap phys=0xfed00000
                c = area 0xffffc90000007000 size=8K kind=other,sparse,dma-coherent
                d = area 0xffffc90000009000 size=8K kind=unpurged
                recorded_alloc 0xffffc90000010000 size=20K align=16K vstart=0xffffc90000000000 vend=0xffffe8ffffffffff cpu=1
                recorded_alloc 0xffffe8ffffffffff size=20K align=1 vstart=0xffffc90000000000 vend=0xffffe8ffffffffff failed=1
                recorded_free 0xffffc90000010000
                recorded_purge 0xffffc90000010000 0xffffc90000015000 count=1 cpu=1
                """;
        assertEquals(text, ScenarioPrinter.print(Scenarios.parsed(text)));
    }
}
