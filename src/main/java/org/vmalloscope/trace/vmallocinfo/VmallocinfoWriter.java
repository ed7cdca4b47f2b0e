package org.vmalloscope.trace.vmallocinfo;

import java.util.List;
import java.util.Locale;
import org.vmalloscope.kernel.KernelConfig;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// Writes what /proc/vmallocinfo of Linux 2.6.32 prints, built without NUMA.
///
/// Kernel: s_show of mm/vmalloc.c. It walks vmlist, so blocks and areas that are lazily freed are not in it. The size
/// of each of the simulator's functions is 0x100.
public final class VmallocinfoWriter {
    private static final int IOREMAP = VmStruct.VM_IOREMAP;
    private static final List<String> FLAGS = List.of(" ioremap", " vmalloc", " vmap", " user", " vpages");

    private VmallocinfoWriter() {}

    /// The text for a state: a line for each vm_struct, in the order of vmlist.
    public static String text(VmallocView view) {
        StringBuilder text = new StringBuilder();
        for (VmStruct vm : view.vmlist()) {
            line(text, view, vm);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, VmallocView view, VmStruct vm) {
        KernelConfig config = view.config();
        text.append(pointer(config, vm.addr()))
                .append('-')
                .append(pointer(config, config.machine().abi().wrap(vm.addr() + vm.size())))
                .append(String.format(Locale.ROOT, " %7d", vm.size()));
        if (vm.caller() != 0) {
            text.append(' ').append(symbol(view, vm.caller()));
        }
        if (vm.nrPages() != 0) {
            text.append(" pages=").append((int) vm.nrPages());
        }
        if (vm.physAddr() != 0) {
            text.append(" phys=").append(Long.toHexString(vm.physAddr()));
        }
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            text.append((vm.flags() & IOREMAP << bit) != 0 ? FLAGS.get(bit) : "");
        }
        text.append('\n');
    }

    /// `0x` and %p.
    private static String pointer(KernelConfig config, long value) {
        int digits = config.machine().abi().wordBytes() * 2;
        return String.format(Locale.ROOT, "0x%0" + digits + "x", value);
    }

    /// sprint_symbol; callers that came from a real kernel have its text.
    private static String symbol(VmallocView view, long address) {
        return view.data()
                .symbols()
                .functionAt(address)
                .map(name -> view.config().callers().contains(name) ? name.replace("[", " [") : name + "+0x0/0x100")
                .orElseGet(() -> "0x" + Long.toHexString(address));
    }
}
