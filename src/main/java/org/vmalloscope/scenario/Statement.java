package org.vmalloscope.scenario;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;

/// What one line of a scenario asks for.
///
/// Sizes are in bytes and unsigned, so on x86_64 they can be negative as a `long`; counts are in pages, 0 to 2^32-1.
/// A record checks what holds on every machine; whether a size fits the machine's word was checked by the parser.
public sealed interface Statement {
    /// The largest number of pages an `unsigned int` argument holds.
    long MAX_COUNT = 0xffff_ffffL;

    /// The largest number of areas in a per-CPU group.
    int MAX_AREAS = 64;

    /// The word that names the statement in a scenario.
    String keyword();

    /// A statement that is a step of its own in a trace: all but the machine line, the settings and breakpoints.
    sealed interface Step extends Statement {}

    /// A step that gives its result a name; an older meaning of the name is forgotten, and nothing freed.
    sealed interface Binding extends Step {
        String name();
    }

    /// A step that gives something back and forgets the name it was called by, before the call and whatever happens.
    sealed interface Freeing extends Step {
        /// What is given back.
        Target target();

        /// The name given up; empty when the thing is called by its address.
        default Optional<String> freedName() {
            return target().freedName();
        }
    }

    /// The machine the scenario runs on.
    record MachineLine(Machine machine, int cpus, long ramBytes) implements Statement {
        public MachineLine {
            Checks.require(cpus >= 1 && cpus <= machine.nrCpus(), "cpus", cpus);
        }

        @Override
        public String keyword() {
            return "machine";
        }
    }

    /// A place for a debugger to stop; no step, and nothing that the machine knows of.
    record BreakpointLine(Breakpoint breakpoint) implements Statement {
        @Override
        public String keyword() {
            return "breakpoint";
        }
    }

    /// A statement about the whole run, which stands between the machine line and the first step.
    sealed interface Setting extends Statement {}

    /// The kernel whose boot code is played; vmalloc is that of 2.6.32 in any case.
    record KernelLine(PercpuKernel kernel) implements Setting {
        public KernelLine {
            if (kernel == PercpuKernel.V2_6_30) {
                throw new IllegalArgumentException("kernel " + kernel.label());
            }
        }

        @Override
        public String keyword() {
            return "kernel";
        }
    }

    /// How start_kernel makes the per-CPU first chunk.
    record PercpuLine(BootSetup setup) implements Setting {
        @Override
        public String keyword() {
            return "percpu";
        }
    }

    /// An area registered before boot: vm_area_register_early.
    record Early(long size, long align) implements Step {
        public Early {
            Checks.require(size != 0, "size", size);
            Checks.require(Long.bitCount(align) == 1, "align", align);
        }

        @Override
        public String keyword() {
            return "early";
        }
    }

    /// The boot of the allocator: vmalloc_init.
    record Boot() implements Step {
        @Override
        public String keyword() {
            return "boot";
        }
    }

    /// The whole boot: start_kernel, from the per-CPU first chunk to vmalloc_init.
    record StartKernel() implements Step {
        @Override
        public String keyword() {
            return "start_kernel";
        }
    }

    /// The CPU that the statements after it run on.
    record Cpu(int cpu) implements Step {
        public Cpu {
            Checks.require(cpu >= 0, "cpu", cpu);
        }

        @Override
        public String keyword() {
            return "cpu";
        }
    }

    /// Memory from vmalloc or one of its relatives.
    record Vmalloc(String name, Flavour flavour, long size) implements Binding {
        public Vmalloc {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return flavour.function();
        }
    }

    /// Fresh pages mapped with vmap.
    record Vmap(String name, long count) implements Binding {
        public Vmap {
            Checks.requireName(name);
            Checks.requireCount(count, 0);
        }

        @Override
        public String keyword() {
            return "vmap";
        }
    }

    /// An area reserved as ioremap does; nothing is mapped.
    record Ioremap(String name, long size) implements Binding {
        public Ioremap {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "ioremap";
        }
    }

    /// An area reserved with get_vm_area.
    record GetVmArea(String name, long size) implements Binding {
        public GetVmArea {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "get_vm_area";
        }
    }

    /// Fresh pages mapped with vm_map_ram.
    record VmMapRam(String name, long count) implements Binding {
        public VmMapRam {
            Checks.requireName(name);
            Checks.requireCount(count, 1);
        }

        @Override
        public String keyword() {
            return "vm_map_ram";
        }
    }

    /// A group of congruent areas for per-CPU memory: 1 to 64 offsets and as many sizes, in bytes.
    ///
    /// `align` is any size: the kernel itself objects to a bad one.
    record PcpuGetVmAreas(String name, List<Long> offsets, List<Long> sizes, long align) implements Binding {
        public PcpuGetVmAreas {
            Checks.requireName(name);
            offsets = List.copyOf(offsets);
            sizes = List.copyOf(sizes);
            Checks.require(!sizes.isEmpty() && sizes.size() <= MAX_AREAS, "areas", sizes.size());
            Checks.require(offsets.size() == sizes.size(), "offsets", offsets.size());
            Checks.require(!sizes.contains(0L), "size", 0);
        }

        @Override
        public String keyword() {
            return "pcpu_get_vm_areas";
        }
    }

    /// A call of vfree; a NULL name is legal here, and only here.
    record Vfree(Target target) implements Freeing {
        @Override
        public String keyword() {
            return "vfree";
        }
    }

    /// A call of vunmap.
    record Vunmap(Target target) implements Freeing {
        @Override
        public String keyword() {
            return "vunmap";
        }
    }

    /// A call of kfree(remove_vm_area()), as iounmap does.
    record Iounmap(Target target) implements Freeing {
        @Override
        public String keyword() {
            return "iounmap";
        }
    }

    /// A call of free_vm_area for what ioremap or get_vm_area gave.
    record FreeVmArea(String name) implements Freeing {
        public FreeVmArea {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "free_vm_area";
        }

        @Override
        public Target target() {
            return new Target.ByName(name);
        }
    }

    /// A call of vm_unmap_ram for what vm_map_ram gave, with the count it was mapped with.
    record VmUnmapRam(String name) implements Freeing {
        public VmUnmapRam {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "vm_unmap_ram";
        }

        @Override
        public Target target() {
            return new Target.ByName(name);
        }
    }

    /// A call of vm_unmap_ram with an address and a count, neither of which need be right.
    record VmUnmapRamAt(long address, long count) implements Step {
        public VmUnmapRamAt {
            Checks.requireCount(count, 1);
        }

        @Override
        public String keyword() {
            return "vm_unmap_ram";
        }
    }

    /// A call of pcpu_free_vm_areas for what pcpu_get_vm_areas gave.
    record PcpuFreeVmAreas(String name) implements Freeing {
        public PcpuFreeVmAreas {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "pcpu_free_vm_areas";
        }

        @Override
        public Target target() {
            return new Target.ByName(name);
        }
    }

    /// A read of a page by the current CPU: the n-th page (from 0) of what a name stands for, or stood for last, or the
    /// n-th from an address on.
    record Touch(Target target, long page) implements Step {
        public Touch {
            Checks.requireCount(page, 0);
        }

        @Override
        public String keyword() {
            return "touch";
        }
    }

    /// A call of vm_unmap_aliases.
    record VmUnmapAliases() implements Step {
        @Override
        public String keyword() {
            return "vm_unmap_aliases";
        }
    }

    /// The end of a grace period: all queued RCU callbacks run.
    record Rcu() implements Step {
        @Override
        public String keyword() {
            return "rcu";
        }
    }

    /// The order that the n-th counted kmalloc from now (n >= 1) fails, once; it replaces an earlier pending one.
    record KmallocFail(long n) implements Step {
        public KmallocFail {
            Checks.requireCount(n, 1);
        }

        @Override
        public String keyword() {
            return "kmalloc_fail";
        }
    }

    /// An area of a real kernel, at the address where that had it.
    record Area(String name, ImportedArea area) implements Binding {
        public Area {
            Checks.requireName(name);
        }

        @Override
        public String keyword() {
            return "area";
        }
    }

    /// An event of a real kernel, as a recording of its tracepoints tells it; on CPU `cpu`.
    sealed interface Recorded extends Step {
        int cpu();
    }

    /// alloc_vmap_area: `size` bytes at a multiple of `align` in `[vstart, vend]` were given out at `start`, or, when
    /// it
    /// `failed`, could not be.
    record RecordedAlloc(long start, long size, long align, long vstart, long vend, boolean failed, int cpu)
            implements Recorded {
        @Override
        public String keyword() {
            return "recorded_alloc";
        }
    }

    /// free_vmap_area_noflush of the area at `start`.
    record RecordedFree(long start, int cpu) implements Recorded {
        @Override
        public String keyword() {
            return "recorded_free";
        }
    }

    /// purge_vmap_area_lazy of `count` areas between `start` and `end`.
    record RecordedPurge(long start, long end, long count, int cpu) implements Recorded {
        @Override
        public String keyword() {
            return "recorded_purge";
        }
    }
}
