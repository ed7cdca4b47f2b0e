package org.vmalloscope.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.Boot;
import org.vmalloscope.scenario.Statement.BreakpointLine;
import org.vmalloscope.scenario.Statement.Cpu;
import org.vmalloscope.scenario.Statement.Early;
import org.vmalloscope.scenario.Statement.FreeVmArea;
import org.vmalloscope.scenario.Statement.GetVmArea;
import org.vmalloscope.scenario.Statement.Ioremap;
import org.vmalloscope.scenario.Statement.Iounmap;
import org.vmalloscope.scenario.Statement.KernelLine;
import org.vmalloscope.scenario.Statement.KmallocFail;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PcpuFreeVmAreas;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;
import org.vmalloscope.scenario.Statement.PercpuLine;
import org.vmalloscope.scenario.Statement.Rcu;
import org.vmalloscope.scenario.Statement.StartKernel;
import org.vmalloscope.scenario.Statement.Touch;
import org.vmalloscope.scenario.Statement.Vfree;
import org.vmalloscope.scenario.Statement.VmMapRam;
import org.vmalloscope.scenario.Statement.VmUnmapAliases;
import org.vmalloscope.scenario.Statement.VmUnmapRam;
import org.vmalloscope.scenario.Statement.VmUnmapRamAt;
import org.vmalloscope.scenario.Statement.Vmalloc;
import org.vmalloscope.scenario.Statement.Vmap;
import org.vmalloscope.scenario.Statement.Vunmap;

/// The writer of the scenario language, in its canonical spelling.
///
/// Sizes get the largest of K, M and G that divides them, addresses are lower-case hex, words stand one blank apart,
/// options in the order of the grammar; a comment after a statement stands two blanks from it. Lines keep their
/// numbers, so the text parses to a scenario equal to the one printed.
public final class ScenarioPrinter {
    private static final String SUFFIXES = "KMG";
    private static final int SUFFIX_SHIFT = 10;

    private ScenarioPrinter() {}

    /// The whole scenario, each line ended by LF.
    public static String print(Scenario scenario) {
        String[] rows = new String[scenario.rows()];
        Arrays.fill(rows, "");
        rows[scenario.machineLine() - 1] = print(scenario.machine());
        for (Scenario.SettingLine setting : scenario.settings()) {
            rows[setting.line() - 1] = print(setting.setting());
        }
        for (Line line : scenario.lines()) {
            rows[line.line() - 1] = print(line.statement());
        }
        for (PlacedBreakpoint placed : scenario.breakpoints()) {
            rows[placed.line() - 1] = print(new BreakpointLine(placed.breakpoint()));
        }
        for (Comment comment : scenario.comments()) {
            String before = rows[comment.line() - 1];
            rows[comment.line() - 1] = before + (before.isEmpty() ? "#" : "  #") + comment.text();
        }
        StringBuilder text = new StringBuilder();
        for (String row : rows) {
            text.append(row).append('\n');
        }
        return text.toString();
    }

    /// One statement, without the end of the line.
    public static String print(Statement statement) {
        String name = statement instanceof Binding binding ? binding.name() + " = " : "";
        String arguments = arguments(statement);
        return name + statement.keyword() + (arguments.isEmpty() ? "" : " " + arguments);
    }

    private static String arguments(Statement statement) {
        return switch (statement) {
            case MachineLine line -> line.machine().label() + " cpus=" + line.cpus() + " ram=" + size(line.ramBytes());
            case BreakpointLine line -> line.breakpoint().text();
            case Early early -> "size=" + size(early.size()) + " align=" + size(early.align());
            case Boot boot -> "";
            case StartKernel start -> "";
            case KernelLine line -> line.kernel().series();
            case PercpuLine line -> percpu(line.setup());
            case Cpu cpu -> Integer.toString(cpu.cpu());
            case Vmalloc vmalloc -> size(vmalloc.size());
            case Vmap vmap -> Long.toString(vmap.count());
            case Ioremap ioremap -> size(ioremap.size());
            case GetVmArea area -> size(area.size());
            case VmMapRam ram -> Long.toString(ram.count());
            case PcpuGetVmAreas group ->
                "offsets=" + sizes(group.offsets()) + " sizes=" + sizes(group.sizes()) + " align="
                        + size(group.align());
            case Vfree vfree -> target(vfree.target());
            case Vunmap vunmap -> target(vunmap.target());
            case Iounmap iounmap -> target(iounmap.target());
            case FreeVmArea area -> area.name();
            case VmUnmapRam ram -> ram.name();
            case VmUnmapRamAt ram -> address(ram.address()) + " " + ram.count();
            case PcpuFreeVmAreas group -> group.name();
            case Touch touch -> target(touch.target()) + (touch.page() == 0 ? "" : " " + touch.page());
            case VmUnmapAliases aliases -> "";
            case Rcu rcu -> "";
            case KmallocFail fail -> Long.toString(fail.n());
            case Statement.Area area -> area(area.area());
            case Statement.RecordedAlloc alloc ->
                address(alloc.start()) + " size=" + size(alloc.size()) + " align=" + size(alloc.align()) + " vstart="
                        + address(alloc.vstart()) + " vend=" + address(alloc.vend())
                        + (alloc.failed() ? " failed=1" : "") + cpu(alloc);
            case Statement.RecordedFree free -> address(free.start()) + cpu(free);
            case Statement.RecordedPurge purge ->
                address(purge.start()) + " " + address(purge.end())
                        + (purge.count() == 0 ? "" : " count=" + purge.count()) + cpu(purge);
        };
    }

    /// The way, and the sizes that are not the usual ones.
    private static String percpu(BootSetup setup) {
        return setup.way().label()
                + unusual("static", setup.staticSize(), BootSetup.USUAL_STATIC)
                + unusual("reserved", setup.reservedSize(), BootSetup.USUAL_RESERVED)
                + unusual("dyn", setup.dynSize(), BootSetup.USUAL_DYN)
                + (setup.bootmem().isPresent()
                        ? " bootmem=" + size(setup.bootmem().getAsLong())
                        : "");
    }

    private static String unusual(String key, long bytes, long usual) {
        return bytes == usual ? "" : " " + key + "=" + size(bytes);
    }

    private static String cpu(Statement.Recorded event) {
        return event.cpu() == 0 ? "" : " cpu=" + event.cpu();
    }

    private static String area(ImportedArea area) {
        StringBuilder text = new StringBuilder(address(area.address()))
                .append(" size=")
                .append(size(area.size()))
                .append(" kind=")
                .append(area.kind().label());
        area.words().stream().sorted().forEach(word -> text.append(',').append(word.label()));
        text.append(area.pages() == 0 ? "" : " pages=" + area.pages());
        text.append(area.phys() == 0 ? "" : " phys=" + address(area.phys()));
        area.caller().ifPresent(caller -> text.append(" caller=").append(caller));
        return text.toString();
    }

    private static String target(Target target) {
        return switch (target) {
            case Target.ByName named -> named.name();
            case Target.ByAddress at -> address(at.address());
        };
    }

    private static String address(long address) {
        return "0x" + Long.toHexString(address);
    }

    private static String sizes(List<Long> sizes) {
        return sizes.stream().map(ScenarioPrinter::size).collect(Collectors.joining(","));
    }

    private static String size(long size) {
        int steps = Math.min(Long.numberOfTrailingZeros(size) / SUFFIX_SHIFT, SUFFIXES.length());
        if (size == 0 || steps == 0) {
            return Long.toUnsignedString(size);
        }
        return Long.toUnsignedString(size >>> (steps * SUFFIX_SHIFT)) + SUFFIXES.charAt(steps - 1);
    }
}
