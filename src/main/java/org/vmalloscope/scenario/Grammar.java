package org.vmalloscope.scenario;

import static org.vmalloscope.scenario.Result.AREA;
import static org.vmalloscope.scenario.Result.GROUP;
import static org.vmalloscope.scenario.Result.MEMORY;
import static org.vmalloscope.scenario.Result.RAM;
import static org.vmalloscope.scenario.Season.AFTER_BOOT;
import static org.vmalloscope.scenario.Season.ALWAYS;
import static org.vmalloscope.scenario.Season.BEFORE_BOOT;
import static org.vmalloscope.scenario.Season.BOOT;
import static org.vmalloscope.scenario.Season.FIRST;
import static org.vmalloscope.scenario.Season.HEADER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.scenario.Statement.Boot;
import org.vmalloscope.scenario.Statement.Cpu;
import org.vmalloscope.scenario.Statement.Early;
import org.vmalloscope.scenario.Statement.FreeVmArea;
import org.vmalloscope.scenario.Statement.GetVmArea;
import org.vmalloscope.scenario.Statement.Ioremap;
import org.vmalloscope.scenario.Statement.Iounmap;
import org.vmalloscope.scenario.Statement.KmallocFail;
import org.vmalloscope.scenario.Statement.PcpuFreeVmAreas;
import org.vmalloscope.scenario.Statement.Rcu;
import org.vmalloscope.scenario.Statement.StartKernel;
import org.vmalloscope.scenario.Statement.Vfree;
import org.vmalloscope.scenario.Statement.VmMapRam;
import org.vmalloscope.scenario.Statement.VmUnmapAliases;
import org.vmalloscope.scenario.Statement.Vmalloc;
import org.vmalloscope.scenario.Statement.Vmap;
import org.vmalloscope.scenario.Statement.Vunmap;

/// The statements of the language: a new one is a record in [Statement], an entry here and a case in
/// [ScenarioPrinter].
final class Grammar {
    private static final Set<Result> BY_ADDRESS = EnumSet.of(MEMORY, AREA, RAM);

    private static final Map<String, Form> FORMS = index(List.of(
            Form.of(FIRST, "machine x86_64|i386 cpus=N ram=SIZE", Arguments::machineLine),
            Form.of(HEADER, "kernel 2.6.31|2.6.32", Arguments::kernelLine),
            Form.of(
                    HEADER,
                    "percpu embed-auto|embed|4k|lpage|page [static=SIZE] [reserved=SIZE] [dyn=SIZE] [bootmem=SIZE]",
                    Arguments::percpuLine),
            Form.of(
                    BEFORE_BOOT,
                    "early size=SIZE align=SIZE",
                    words -> new Early(words.positiveSize("size"), words.powerOfTwo("align"))),
            Form.of(BOOT, "boot", words -> new Boot()),
            Form.of(BOOT, "start_kernel", words -> new StartKernel()),
            Form.of(ALWAYS, "cpu N", words -> new Cpu(words.cpu())),
            vmalloc(Flavour.VMALLOC),
            vmalloc(Flavour.VMALLOC_USER),
            vmalloc(Flavour.VMALLOC_32),
            vmalloc(Flavour.VMALLOC_EXEC),
            Form.giving(MEMORY, "vmap COUNT", words -> new Vmap(words.name(), words.count(0))),
            Form.giving(AREA, "ioremap SIZE", words -> new Ioremap(words.name(), words.size())),
            Form.giving(AREA, "get_vm_area SIZE", words -> new GetVmArea(words.name(), words.size())),
            Form.giving(RAM, "vm_map_ram COUNT", words -> new VmMapRam(words.name(), words.count(1))),
            Form.giving(GROUP, "pcpu_get_vm_areas offsets=S,S,.. sizes=S,S,.. align=SIZE", Arguments::pcpuGetVmAreas),
            Form.of(AFTER_BOOT, "vfree NAME|ADDR", words -> new Vfree(words.target(BY_ADDRESS))),
            Form.of(AFTER_BOOT, "vunmap NAME|ADDR", words -> new Vunmap(words.target(BY_ADDRESS))),
            Form.of(AFTER_BOOT, "iounmap NAME|ADDR", words -> new Iounmap(words.target(BY_ADDRESS))),
            Form.of(AFTER_BOOT, "free_vm_area NAME", words -> new FreeVmArea(words.freed(AREA))),
            Form.of(AFTER_BOOT, "vm_unmap_ram NAME' or 'vm_unmap_ram ADDR COUNT", Arguments::vmUnmapRam),
            Form.of(AFTER_BOOT, "pcpu_free_vm_areas NAME", words -> new PcpuFreeVmAreas(words.freed(GROUP))),
            Form.of(AFTER_BOOT, "touch NAME|ADDR [PAGE]", Arguments::touch),
            Form.of(ALWAYS, "vm_unmap_aliases", words -> new VmUnmapAliases()),
            Form.of(ALWAYS, "rcu", words -> new Rcu()),
            Form.of(ALWAYS, "kmalloc_fail N", words -> new KmallocFail(words.nth())),
            Form.of(ALWAYS, BreakpointReader.USAGE, Arguments::breakpoint),
            Form.giving(MEMORY, ImportedArguments.AREA, words -> new ImportedArguments(words).area()),
            Form.of(AFTER_BOOT, ImportedArguments.ALLOC, words -> new ImportedArguments(words).alloc()),
            Form.of(AFTER_BOOT, ImportedArguments.FREE, words -> new ImportedArguments(words).free()),
            Form.of(AFTER_BOOT, ImportedArguments.PURGE, words -> new ImportedArguments(words).purge())));

    /// The statements that may come before boot, as a message lists them.
    static final String BEFORE_BOOT_LIST = FORMS.values().stream()
            .filter(form -> form.season() == BEFORE_BOOT || form.season() == ALWAYS)
            .filter(form -> !form.keyword().equals("breakpoint"))
            .map(Form::keyword)
            .collect(Collectors.joining(", "));

    private Grammar() {}

    static Optional<Form> form(String keyword) {
        return Optional.ofNullable(FORMS.get(keyword));
    }

    static Set<String> keywords() {
        return FORMS.keySet();
    }

    private static Form vmalloc(Flavour flavour) {
        return Form.giving(
                MEMORY, flavour.function() + " SIZE", words -> new Vmalloc(words.name(), flavour, words.size()));
    }

    private static Map<String, Form> index(List<Form> forms) {
        Map<String, Form> index = new LinkedHashMap<>();
        forms.forEach(form -> index.put(form.keyword(), form));
        return Collections.unmodifiableMap(index);
    }
}
