package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.Statement.Boot;
import org.vmalloscope.scenario.Statement.Cpu;
import org.vmalloscope.scenario.Statement.Early;
import org.vmalloscope.scenario.Statement.FreeVmArea;
import org.vmalloscope.scenario.Statement.GetVmArea;
import org.vmalloscope.scenario.Statement.Ioremap;
import org.vmalloscope.scenario.Statement.Iounmap;
import org.vmalloscope.scenario.Statement.KmallocFail;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PcpuFreeVmAreas;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;
import org.vmalloscope.scenario.Statement.Rcu;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Statement.Vfree;
import org.vmalloscope.scenario.Statement.VmMapRam;
import org.vmalloscope.scenario.Statement.VmUnmapAliases;
import org.vmalloscope.scenario.Statement.VmUnmapRam;
import org.vmalloscope.scenario.Statement.VmUnmapRamAt;
import org.vmalloscope.scenario.Statement.Vmalloc;
import org.vmalloscope.scenario.Statement.Vmap;
import org.vmalloscope.scenario.Statement.Vunmap;

class ScenarioParserTest {
    private static final String BOOTED = "machine x86_64 cpus=2 ram=16M\nboot\n";

    @Test
    void everyStatementOfTheLanguageIsRead() {
        Scenario scenario = Scenarios.parsed("""
                machine i386 cpus=3 ram=64M
                early size=5000 align=64k
                kmalloc_fail 7
                boot
                cpu 2
                a = vmalloc 1
                b = vmalloc_user 2K
                c = vmalloc_32 3m
                d = vmalloc_exec 1G
                e = vmap 0
                f = ioremap 0x1f000
                g = get_vm_area 4294967295
                h = vm_map_ram 1k
                p = pcpu_get_vm_areas offsets=0,64K sizes=32K,4K align=0
                vfree a
                vunmap b
                iounmap 0xF87fe000
                free_vm_area f
                vm_unmap_ram h
                vm_unmap_ram 0x0 4294967295
                pcpu_free_vm_areas p
                vm_unmap_aliases
                rcu
                """);
        assertEquals(new MachineLine(Machine.I386, 3, 64 << 20), scenario.machine());
        assertEquals(
                List.of(
                        new Early(5000, 65536),
                        new KmallocFail(7),
                        new Boot(),
                        new Cpu(2),
                        new Vmalloc("a", Flavour.VMALLOC, 1),
                        new Vmalloc("b", Flavour.VMALLOC_USER, 2048),
                        new Vmalloc("c", Flavour.VMALLOC_32, 3 << 20),
                        new Vmalloc("d", Flavour.VMALLOC_EXEC, 1 << 30),
                        new Vmap("e", 0),
                        new Ioremap("f", 0x1f000),
                        new GetVmArea("g", 0xffff_ffffL),
                        new VmMapRam("h", 1024),
                        new PcpuGetVmAreas("p", List.of(0L, 65536L), List.of(32768L, 4096L), 0),
                        new Vfree(new Target.ByName("a")),
                        new Vunmap(new Target.ByName("b")),
                        new Iounmap(new Target.ByAddress(0xf87fe000L)),
                        new FreeVmArea("f"),
                        new VmUnmapRam("h"),
                        new VmUnmapRamAt(0, 0xffff_ffffL),
                        new PcpuFreeVmAreas("p"),
                        new VmUnmapAliases(),
                        new Rcu()),
                steps(scenario));
    }

    @Test
    void sizesGoUpToTheLargestUnsignedLong() {
        assertEquals(
                List.of(
                        new Boot(),
                        new GetVmArea("a", -1),
                        new GetVmArea("b", Long.MIN_VALUE),
                        new GetVmArea("c", -1),
                        new Vfree(new Target.ByAddress(-1))),
                steps(Scenarios.parsed(BOOTED + """
                        a = get_vm_area 18446744073709551615
                        b = get_vm_area 8589934592G
                        c = get_vm_area 0xffffffffffffffff
                        vfree 0x0ffffffffffffffff
                        """)));
    }

    @Test
    void optionsMayComeInAnyOrder() {
        Scenario scenario = Scenarios.parsed("""
                machine ram=1M cpus=64 x86_64
                early align=1 size=2
                boot
                p = pcpu_get_vm_areas align=4K sizes=4K offsets=0
                """);
        assertEquals(new MachineLine(Machine.X86_64, 64, 1 << 20), scenario.machine());
        assertEquals(
                List.of(new Early(2, 1), new Boot(), new PcpuGetVmAreas("p", List.of(0L), List.of(4096L), 4096)),
                steps(scenario));
    }

    @Test
    void keywordsMayBeNames() {
        assertEquals(
                List.of(
                        new Boot(),
                        new Vmalloc("boot", Flavour.VMALLOC, 4096),
                        new Vmalloc("vfree", Flavour.VMALLOC, 4096),
                        new Vfree(new Target.ByName("vfree")),
                        new Vfree(new Target.ByName("boot"))),
                steps(Scenarios.parsed(BOOTED + "boot = vmalloc 4K\nvfree = vmalloc 4K\nvfree vfree\nvfree boot")));
    }

    @Test
    void beforeBootThereMayBeAnythingThatNeedsNone() {
        Scenario scenario = Scenarios.parsed("""
                machine x86_64 cpus=4 ram=1M
                cpu 3
                rcu
                vm_unmap_aliases
                kmalloc_fail 4294967295
                early size=1 align=9223372036854775808
                """);
        assertEquals(
                List.of(
                        new Cpu(3),
                        new Rcu(),
                        new VmUnmapAliases(),
                        new KmallocFail(0xffff_ffffL),
                        new Early(1, Long.MIN_VALUE)),
                steps(scenario));
    }

    @Test
    void aMachineAloneIsAScenario() {
        assertEquals(List.of(), Scenarios.parsed("machine i386 cpus=32 ram=0").lines());
    }

    @Test
    void linesTellTheirNumberTheirWordsAndWhereTheyStand() {
        Scenario scenario =
                Scenarios.parsed("# t\n\nmachine x86_64 cpus=1 ram=1M\n\tboot # now\n\n  a  =\tvmalloc   4K#x\n");
        assertEquals(3, scenario.machineLine());
        assertEquals(6, scenario.rows());
        Line boot = scenario.lines().getFirst();
        Line vmalloc = scenario.lines().getLast();
        assertEquals(4, boot.line());
        assertEquals("boot", boot.text());
        assertEquals(6, vmalloc.line());
        assertEquals("a = vmalloc 4K", vmalloc.text());
        assertEquals("  a  =\tvmalloc   4K#x", vmalloc.source());
        assertEquals(
                List.of(new Word("a", 3), new Word("=", 6), new Word("vmalloc", 8), new Word("4K", 18)),
                vmalloc.words());
        assertEquals(new ScenarioError(6, 18, 2, "too much"), vmalloc.error(3, "too much"));
        assertEquals(new ScenarioError(6, 18, 2, "too much"), vmalloc.error(9, "too much"));
    }

    @Test
    void theTitleIsTheFirstCommentThatSaysSomething() {
        assertEquals(
                Optional.of("What it shows"),
                Scenarios.parsed("#\n#  What it shows \n# more\nmachine i386 cpus=1 ram=0")
                        .title());
        assertEquals(
                Optional.empty(),
                Scenarios.parsed("machine i386 cpus=1 ram=0 #").title());
    }

    @Test
    void namesAreListedOnceInTheOrderOfTheirFirstBinding() {
        Scenario scenario = Scenarios.parsed(BOOTED + "b = vmap 1\na = vmap 1\nvfree b\nb = vmap 2\nc = vmap 1\n");
        assertEquals(List.of("b", "a", "c"), scenario.names());
    }

    @Test
    void aNameCanBeFreedAgainOnceItIsBoundAgain() {
        assertEquals(
                5,
                Scenarios.parsed(BOOTED + "a = vmap 1\nvfree a\na = vmap 1\nvfree a")
                        .lines()
                        .size());
    }

    @Test
    void rowsMayEndAsOnAnySystem() {
        Scenario unix = Scenarios.parsed(BOOTED + "# c\n\na = vmap 1");
        assertEquals(unix, Scenarios.parsed("machine x86_64 cpus=2 ram=16M\r\nboot\r\n# c\r\n\r\na = vmap 1\r\n"));
        assertEquals(unix, Scenarios.parsed("machine x86_64 cpus=2 ram=16M\rboot\r# c\r\ra = vmap 1\r"));
        assertEquals(unix, Scenarios.parsed("\uFEFFmachine x86_64 cpus=2 ram=16M\nboot\n# c\n\na = vmap 1\n"));
    }

    @Test
    void spellingMakesNoDifferenceToEquality() {
        Scenario scenario = Scenarios.parsed(BOOTED + "a = vmalloc 4K # c");
        Scenario same = Scenarios.parsed(BOOTED + "a =  vmalloc 0x1000     # c  ");
        assertEquals(scenario, same);
        assertEquals(scenario.hashCode(), same.hashCode());
        assertNotEquals(
                scenario.lines().getLast().text(), same.lines().getLast().text());
        assertNotEquals(scenario, Scenarios.parsed(BOOTED + "a = vmalloc 4K # d"));
        assertNotEquals(scenario, Scenarios.parsed(BOOTED + "a = vmalloc 8K # c"));
        assertNotEquals(scenario, Scenarios.parsed(BOOTED + "\na = vmalloc 4K # c"));
    }

    private static List<Step> steps(Scenario scenario) {
        return scenario.lines().stream().map(Line::statement).toList();
    }
}
