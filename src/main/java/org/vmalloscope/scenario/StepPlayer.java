package org.vmalloscope.scenario;

import java.util.List;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.kernel.Allocator;
import org.vmalloscope.kernel.Allocator.Allocation;
import org.vmalloscope.kernel.Allocator.Deferred;
import org.vmalloscope.kernel.Allocator.Handle;
import org.vmalloscope.kernel.Kernel;
import org.vmalloscope.kernel.KernelBug;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootChain;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.Boot;
import org.vmalloscope.scenario.Statement.Cpu;
import org.vmalloscope.scenario.Statement.Early;
import org.vmalloscope.scenario.Statement.FreeVmArea;
import org.vmalloscope.scenario.Statement.Freeing;
import org.vmalloscope.scenario.Statement.GetVmArea;
import org.vmalloscope.scenario.Statement.Ioremap;
import org.vmalloscope.scenario.Statement.Iounmap;
import org.vmalloscope.scenario.Statement.KmallocFail;
import org.vmalloscope.scenario.Statement.PcpuFreeVmAreas;
import org.vmalloscope.scenario.Statement.PcpuGetVmAreas;
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

/// Plays one step of a scenario on a kernel: looks names up, calls the function, binds what came back.
final class StepPlayer {
    private final Kernel kernel;
    private final Allocator allocator;
    private final BootChain boot;
    private final Bindings bindings;

    StepPlayer(Kernel kernel, Allocator allocator, BootChain boot, Bindings bindings) {
        this.kernel = kernel;
        this.allocator = allocator;
        this.boot = boot;
        this.bindings = bindings;
    }

    /// Plays the step with that number (from 0). A refused step leaves no trace.
    Outcome play(int number, Line line) {
        if (line.statement() instanceof Freeing freeing
                && !(freeing instanceof Vfree)
                && freeing.freedName().isPresent()) {
            String name = freeing.freedName().get();
            if (bindings.handle(name).allocation().address() == 0) {
                return new Outcome.Refused(
                        line.error(1, "'" + name + "' is NULL here: its allocation failed, and only vfree takes NULL"));
            }
        }
        kernel.beginStatement(number);
        try {
            return call(line.statement());
        } catch (KernelBug bug) {
            kernel.notes().note(new Died(bug.text()));
            return new Outcome.Died(bug.text());
        }
    }

    private Outcome call(Statement.Step step) {
        return switch (step) {
            case Binding binding -> allocate(binding);
            case Freeing freeing -> {
                free(freeing);
                yield new Outcome.Done();
            }
            case Early early -> new Outcome.Address(allocator.registerEarly(early.size(), early.align()));
            case Boot() -> {
                allocator.init();
                yield new Outcome.Done();
            }
            case StartKernel() -> {
                boot.startKernel();
                yield new Outcome.Done();
            }
            case Cpu(int cpu) -> {
                kernel.switchCpu(cpu);
                yield new Outcome.Done();
            }
            case VmUnmapRamAt(long address, long count) -> {
                allocator.vmUnmapRam(address, count);
                yield new Outcome.Done();
            }
            case VmUnmapAliases() -> {
                allocator.vmUnmapAliases();
                yield new Outcome.Done();
            }
            case Rcu() -> new Outcome.Count(allocator.runDeferred(Deferred.RCU));
            case Touch(Target target, long page) -> {
                long address = addressOf(target) + (page << Machine.PAGE_SHIFT);
                yield new Outcome.Touched(
                        kernel.pageTables().touch(kernel.machine().abi().wrap(address)));
            }
            case KmallocFail(long n) -> {
                kernel.armFailure(n);
                yield new Outcome.Done();
            }
            case Statement.Recorded event -> recorded(event);
        };
    }

    private Outcome allocate(Binding binding) {
        return switch (binding) {
            case Vmalloc(String name, var flavour, long size) -> bound(name, allocator.vmalloc(flavour, size), 0);
            case Vmap(String name, long count) -> bound(name, allocator.vmap(count), count);
            case VmMapRam(String name, long count) -> bound(name, allocator.vmMapRam(count), count);
            case Ioremap(String name, long size) -> bound(name, allocator.ioremap(size), 0);
            case GetVmArea(String name, long size) -> bound(name, allocator.getVmArea(size), 0);
            case PcpuGetVmAreas group -> group(group);
            case Statement.Area(String name, var area) -> bound(name, allocator.place(area), 0);
        };
    }

    private Outcome recorded(Statement.Recorded event) {
        if (kernel.control().currentCpu() != event.cpu()) {
            kernel.switchCpu(event.cpu());
        }
        return switch (event) {
            case Statement.RecordedAlloc alloc when alloc.failed() -> new Outcome.Address(0);
            case Statement.RecordedAlloc alloc ->
                new Outcome.Address(allocator.recordedAlloc(alloc.start(), alloc.size()));
            case Statement.RecordedFree free -> new Outcome.Count(allocator.recordedFree(free.start()) ? 1 : 0);
            case Statement.RecordedPurge purge ->
                new Outcome.Count(allocator.recordedPurge(purge.start(), purge.end()));
        };
    }

    private Outcome bound(String name, long address, long count) {
        return bound(name, new Allocation(address, 0), count);
    }

    private Outcome bound(String name, Allocation allocation, long count) {
        bindings.bind(name, new Handle(allocation, kernel.control().sequence()), count);
        return new Outcome.Address(allocation.address());
    }

    private Outcome group(PcpuGetVmAreas step) {
        int areas = step.sizes().size();
        Allocation group = allocator.pcpuGetVmAreas(step.offsets(), step.sizes(), step.align());
        Outcome one = bound(step.name(), group, areas);
        List<Long> addresses = group.object() == 0 ? List.of() : allocator.pcpuAddresses(group, areas);
        return addresses.isEmpty() ? one : new Outcome.Addresses(addresses);
    }

    private void free(Freeing step) {
        switch (step) {
            case Vfree(Target target) -> allocator.vfree(taken(target));
            case Vunmap(Target target) -> allocator.vunmap(taken(target));
            case Iounmap(Target target) -> allocator.iounmap(taken(target));
            case FreeVmArea(String name) -> allocator.freeVmArea(taken(name));
            case VmUnmapRam(String name) -> {
                long count = bindings.count(name);
                allocator.vmUnmapRam(taken(name).allocation().address(), count);
            }
            case PcpuFreeVmAreas(String name) -> {
                int areas = (int) bindings.count(name);
                allocator.pcpuFreeVmAreas(taken(name), areas);
            }
        }
    }

    private long taken(Target target) {
        return switch (target) {
            case Target.ByName(String name) -> taken(name).allocation().address();
            case Target.ByAddress(long address) -> address;
        };
    }

    private long addressOf(Target target) {
        return switch (target) {
            case Target.ByName(String name) ->
                bindings.handle(name).allocation().address();
            case Target.ByAddress(long address) -> address;
        };
    }

    /// What a name stands for; the name is unbound from now on.
    private Handle taken(String name) {
        Handle handle = bindings.handle(name);
        bindings.unbind(name);
        return handle;
    }
}
