package org.vmalloscope.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.Freeing;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Target;

/// A second vmalloc: what each statement does to the state that traces show, with maps and lists and no memory.
///
/// It knows nothing of trees, so colours, parents and the root are not predicted. What the specification leaves open
/// ends it with an [UnspecifiedException].
public final class NaiveVmalloc {
    final World world;
    final RamBlocks blocks;
    private final VmFunctions vms;
    private final NaiveBoot boot;
    private final Map<String, Meaning> names = new HashMap<>();
    /// The address that each name stands for, or stood for last.
    private final Map<String, Long> touched = new HashMap<>();

    /// What a name stands for: an address (0 for NULL), the vms behind it if the statement that gave it returns them,
    /// and the pages asked for.
    private record Meaning(long address, List<Vm> vms, long count) {}

    /// The machine of a scenario, switched on.
    public NaiveVmalloc(Scenario scenario) {
        this(scenario, Flaw.NONE);
    }

    /// The same with a mistake in it.
    public NaiveVmalloc(Scenario scenario, Flaw flaw) {
        MachineLine line = scenario.machine();
        long ram = Long.divideUnsigned(line.ramBytes(), NaiveMachine.PAGE);
        world = new World(NaiveMachine.of(line.machine()), line.cpus(), ram, flaw);
        blocks = new RamBlocks(world);
        vms = new VmFunctions(world);
        boot = new NaiveBoot(world, vms, scenario);
    }

    /// Whether a step would free a name that is NULL by a function that does not take NULL: a script error.
    public boolean refuses(Step step) {
        return step instanceof Freeing freeing
                && !(freeing instanceof Statement.Vfree)
                && freeing.freedName().filter(this::isNull).isPresent();
    }

    private boolean isNull(String name) {
        return meaning(name).address() == 0;
    }

    /// Plays a step that [#refuses] does not refuse.
    public Outcome play(Step step) {
        world.happenings = new ArrayList<>();
        try {
            return call(step);
        } catch (NaiveDeath death) {
            return new Outcome.Died(String.valueOf(death.getMessage()));
        }
    }

    /// The events of the last step.
    public List<Happening> happenings() {
        return world.happenings;
    }

    /// The starts of all areas, ascending.
    List<Long> areaStarts() {
        return List.copyOf(world.space.areas.keySet());
    }

    /// The addresses on vmlist.
    List<Long> vmStarts() {
        return world.vmlist.stream().map(vm -> vm.addr).toList();
    }

    /// The starts of all blocks.
    List<Long> blockStarts() {
        return blocks.byIndex.values().stream().map(block -> block.area.start).toList();
    }

    /// Pages that can still be freed lazily before a purge comes.
    long pagesToLimit() {
        return NaiveMachine.lazyMaxPages(world.cpus) - world.lazyNr;
    }

    private Outcome call(Step step) {
        return switch (step) {
            case Binding binding -> bind(binding);
            case Freeing freeing -> free(freeing);
            case Statement.Early(long size, long align) -> new Outcome.Address(vms.registerEarly(size, align));
            case Statement.Boot() -> done(vms::boot);
            case Statement.StartKernel() -> done(boot::startKernel);
            case Statement.Cpu(int cpu) -> done(() -> world.cpu = cpu);
            case Statement.VmUnmapRamAt(long address, long count) -> done(() -> blocks.unmap(address, count));
            case Statement.VmUnmapAliases() -> done(blocks::unmapAliases);
            case Statement.Rcu() -> new Outcome.Count(world.runRcu());
            case Statement.Touch(Target target, long page) -> touch(target, page);
            case Statement.KmallocFail(long n) -> done(() -> world.failure = n);
            case Statement.Recorded recorded -> throw new IllegalArgumentException("what was recorded has no model");
        };
    }

    private static Outcome done(Runnable call) {
        call.run();
        return new Outcome.Done();
    }

    private Outcome bind(Binding binding) {
        return switch (binding) {
            case Statement.Vmalloc(String name, Flavour flavour, long size) -> {
                boolean user = flavour == Flavour.VMALLOC_USER;
                Vm vm = vms.vmalloc(size, user ? NaiveMachine.PAGE : 1);
                if (vm != null && user) {
                    vm.flags |= Vm.USERMAP;
                }
                yield bound(name, vm, 0);
            }
            case Statement.Vmap(String name, long count) -> bound(name, vms.vmap(count), count);
            case Statement.Ioremap(String name, long size) -> bound(name, vms.ioremap(size), 0);
            case Statement.GetVmArea(String name, long size) -> bound(name, vms.getVmArea(size, 1, Vm.ALLOC), 0);
            case Statement.VmMapRam(String name, long count) ->
                bound(name, new Meaning(blocks.map(count), List.of(), count));
            case Statement.PcpuGetVmAreas(String name, List<Long> offsets, List<Long> sizes, long align) -> {
                List<Vm> group = vms.getGroup(offsets, sizes, align);
                Outcome one = bound(name, new Meaning(group.isEmpty() ? 0 : 1, group, 0));
                List<Long> addresses = group.stream().map(vm -> vm.addr).toList();
                yield group.isEmpty() ? one : new Outcome.Addresses(addresses);
            }
            case Statement.Area area -> throw new IllegalArgumentException("what was imported has no model");
        };
    }

    private Outcome bound(String name, @Nullable Vm vm, long count) {
        return bound(name, vm == null ? new Meaning(0, List.of(), count) : new Meaning(vm.addr, List.of(vm), count));
    }

    private Outcome bound(String name, Meaning meaning) {
        names.put(name, meaning);
        touched.put(name, meaning.address());
        return new Outcome.Address(meaning.address());
    }

    private Outcome free(Freeing freeing) {
        return switch (freeing) {
            case Statement.Vfree(Target target) -> free(target, vms::vfree);
            case Statement.Vunmap(Target target) -> free(target, vms::vunmap);
            case Statement.Iounmap(Target target) -> free(target, vms::iounmap);
            case Statement.FreeVmArea(String name) -> {
                Meaning meaning = taken(name);
                yield done(() -> vms.freeVmArea(meaning.vms().getFirst()));
            }
            case Statement.VmUnmapRam(String name) -> {
                Meaning meaning = taken(name);
                yield done(() -> blocks.unmap(meaning.address(), meaning.count()));
            }
            case Statement.PcpuFreeVmAreas(String name) -> {
                Meaning meaning = taken(name);
                yield done(() -> vms.freeGroup(meaning.vms()));
            }
        };
    }

    private Outcome touch(Target target, long page) {
        long start = switch (target) {
            case Target.ByName(String name) -> touched.getOrDefault(name, 0L);
            case Target.ByAddress(long known) -> known;
        };
        long address = world.machine.wrap(start + page * NaiveMachine.PAGE);
        long first = address & -NaiveMachine.PAGE;
        boolean mapped = world.mapped.hasAll(first, first + 1);
        return new Outcome.Touched(world.tlbs.touch(world.cpu, address, mapped));
    }

    private Outcome free(Target target, LongConsumer call) {
        long address = switch (target) {
            case Target.ByName(String name) -> taken(name).address();
            case Target.ByAddress(long known) -> known;
        };
        return done(() -> call.accept(address));
    }

    private Meaning meaning(String name) {
        Meaning meaning = names.get(name);
        if (meaning == null) {
            throw new IllegalArgumentException("no name " + name);
        }
        return meaning;
    }

    private Meaning taken(String name) {
        Meaning meaning = meaning(name);
        names.remove(name);
        return meaning;
    }
}
