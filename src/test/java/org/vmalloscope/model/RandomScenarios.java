package org.vmalloscope.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.vmalloscope.kernel.Allocator.Flavour;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.percpu.BootSetup;
import org.vmalloscope.kernel.percpu.PercpuKernel;
import org.vmalloscope.kernel.percpu.PercpuWay;
import org.vmalloscope.scenario.Outcome;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ScenarioPrinter;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.KernelLine;
import org.vmalloscope.scenario.Statement.MachineLine;
import org.vmalloscope.scenario.Statement.PercpuLine;
import org.vmalloscope.scenario.Statement.Setting;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Target;

/// Scenarios made by chance: the same seed, profile and length make the same one.
///
/// The model plays along while they are made, so that no name that is NULL is freed by what does not take NULL, and
/// wrong addresses are interesting ones. A scenario ends early when the kernel dies, and before a step whose outcome
/// the specification leaves open.
public final class RandomScenarios {
    private enum Kind {
        MEMORY,
        AREA,
        RAM,
        GROUP
    }

    private final Random random;
    private final Profile profile;
    private final MachineLine line;
    private final RandomSizes sizes;
    private final NaiveVmalloc model;
    private final List<String> lot = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Scenario header;
    private final Map<String, Kind> alive = new LinkedHashMap<>();
    private final List<String> touchable = new ArrayList<>();
    private int names;
    private boolean startsKernel;
    private boolean ended;

    private RandomScenarios(Profile profile, long seed) {
        this.random = new Random(seed);
        this.profile = profile;
        boolean wide = random.nextInt(profile == Profile.EXHAUST ? 4 : 2) == 0;
        int cpus = random.nextInt(20) == 0 ? 32 : 1 + random.nextInt(8);
        Machine machine = wide ? Machine.X86_64 : Machine.I386;
        this.line = new MachineLine(machine, cpus, RandomSizes.ram(random, profile, NaiveMachine.of(machine)));
        this.sizes = new RandomSizes(random, profile, line);
        this.header = header(line, settings());
        this.model = new NaiveVmalloc(header);
        for (String entry : profile.weights.split(", ", -1)) {
            String[] words = entry.split(" ", -1);
            for (int i = Integer.parseInt(words[1]); i > 0; i--) {
                lot.add(words[0]);
            }
        }
    }

    /// A scenario of at most that many steps, of the profile that the seed chooses.
    public static Scenario of(long seed, int steps) {
        Profile[] profiles = Profile.values();
        return of(profiles[Math.floorMod(seed, profiles.length)], seed, steps);
    }

    /// A scenario of a profile.
    public static Scenario of(Profile profile, long seed, int steps) {
        RandomScenarios made = new RandomScenarios(profile, seed);
        made.make(steps);
        return scenario(made.header, made.steps);
    }

    /// The scenario that goes through those steps on the machine of another and with its settings; they must follow the
    /// rules of the language.
    public static Scenario scenario(Scenario header, List<Step> steps) {
        return header(
                header.machine(),
                header.settings().stream().map(Scenario.SettingLine::setting).toList(),
                steps);
    }

    private static Scenario header(MachineLine machine, List<Setting> settings) {
        return header(machine, settings, List.of());
    }

    private static Scenario header(MachineLine machine, List<Setting> settings, List<Step> steps) {
        StringBuilder text = new StringBuilder(ScenarioPrinter.print(machine)).append('\n');
        settings.forEach(setting -> text.append(ScenarioPrinter.print(setting)).append('\n'));
        steps.forEach(step -> text.append(ScenarioPrinter.print(step)).append('\n'));
        return switch (ScenarioParser.parse(text.toString())) {
            case Scenario scenario -> scenario;
            case ScenarioErrors errors -> throw new IllegalArgumentException(errors.first() + " in\n" + text);
        };
    }

    /// Every third scenario goes through the whole boot, one in twenty of them with too little memory for some ways.
    private List<Setting> settings() {
        startsKernel = random.nextInt(3) == 0;
        if (!startsKernel) {
            return List.of();
        }
        PercpuKernel kernel = random.nextBoolean() ? PercpuKernel.V2_6_31 : PercpuKernel.V2_6_32;
        List<PercpuWay> ways = PercpuWay.of(kernel);
        long ofStatic = BootSetup.LEAST_STATIC + random.nextInt(200_000);
        OptionalLong bootmem =
                random.nextInt(20) == 0 ? OptionalLong.of(random.nextInt(4 << 20)) : OptionalLong.empty();
        return List.of(
                new KernelLine(kernel),
                new PercpuLine(new BootSetup(
                        ways.get(random.nextInt(ways.size())),
                        ofStatic,
                        random.nextBoolean() ? 0 : random.nextInt(20_000),
                        random.nextBoolean() ? 0 : random.nextInt(40_000),
                        bootmem)));
    }

    private void make(int wanted) {
        int early = random.nextInt(profile == Profile.EARLY ? 12 : 3);
        for (int i = 0; i < early; i++) {
            long align = 1L << random.nextInt(random.nextInt(4) == 0 ? 22 : 13);
            add(new Statement.Early(sizes.early(), align));
            if (random.nextInt(20) == 0) {
                add(random.nextBoolean() ? new Statement.VmUnmapAliases() : new Statement.Rcu());
            }
        }
        if (profile == Profile.EARLY && random.nextInt(40) == 0) {
            add(new Statement.KmallocFail(1L + random.nextInt(4)));
        }
        add(startsKernel ? new Statement.StartKernel() : new Statement.Boot());
        if (random.nextInt(4) == 0) {
            add(new Statement.GetVmArea(named(Kind.AREA), NaiveMachine.PAGE)); // ends, on i386, where blocks begin
        }
        while (!ended && steps.size() < wanted) {
            boolean full = alive.size() > profile.alive && random.nextBoolean();
            chance(full ? "free" : lot.get(random.nextInt(lot.size())));
        }
    }

    private void add(Step step) {
        if (ended || model.refuses(step)) {
            return;
        }
        try {
            ended = model.play(step) instanceof Outcome.Died;
            steps.add(step);
        } catch (UnspecifiedException open) {
            ended = true;
        }
    }

    private void chance(String what) {
        switch (what) {
            case "vmalloc" -> add(new Statement.Vmalloc(named(Kind.MEMORY), flavour(), sizes.bytes()));
            case "vmap" -> add(new Statement.Vmap(named(Kind.MEMORY), sizes.vmapCount()));
            case "ioremap" -> add(new Statement.Ioremap(named(Kind.AREA), sizes.bytes()));
            case "area" -> add(new Statement.GetVmArea(named(Kind.AREA), sizes.bytes()));
            case "ram" -> add(new Statement.VmMapRam(named(Kind.RAM), sizes.ramCount()));
            case "group" -> add(sizes.group(named(Kind.GROUP)));
            case "free" -> free();
            case "aliases" -> add(new Statement.VmUnmapAliases());
            case "rcu" -> add(new Statement.Rcu());
            case "touch" -> touch();
            case "cpu" -> add(new Statement.Cpu(random.nextInt(line.cpus())));
            case "fail" -> add(new Statement.KmallocFail(1L + random.nextInt(6)));
            case "wrong" -> wrong();
            case "limit" -> limit();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private Flavour flavour() {
        return random.nextInt(3) == 0 ? List.of(Flavour.values()).get(random.nextInt(4)) : Flavour.VMALLOC;
    }

    /// A new name, or now and then one that is in use.
    private String named(Kind kind) {
        boolean again = !alive.isEmpty() && random.nextInt(60) == 0;
        String name = again ? anyName() : "n" + ++names;
        alive.put(name, kind);
        touchable.remove(name);
        if (kind != Kind.GROUP) {
            touchable.add(name);
        }
        return name;
    }

    private String anyName() {
        return List.copyOf(alive.keySet()).get(random.nextInt(alive.size()));
    }

    private void free() {
        if (alive.isEmpty()) {
            return;
        }
        String name = anyName();
        Kind kind = alive.get(name);
        if (kind == null) {
            throw new IllegalStateException(name);
        }
        alive.remove(name);
        Step step = freeing(name, kind);
        if (model.refuses(step)) {
            if (kind == Kind.GROUP) {
                return;
            }
            step = new Statement.Vfree(new Target.ByName(name));
        }
        add(step);
    }

    /// Reads a page of something in use or freed, or any address.
    private void touch() {
        long page = random.nextInt(4);
        if (touchable.isEmpty() || random.nextInt(8) == 0) {
            List<Long> starts = model.areaStarts();
            long start = starts.isEmpty() ? 0 : starts.get(random.nextInt(starts.size()));
            add(new Statement.Touch(new Target.ByAddress(start), page));
        } else {
            String name = touchable.get(random.nextInt(touchable.size()));
            add(new Statement.Touch(new Target.ByName(name), page));
        }
    }

    private Step freeing(String name, Kind kind) {
        boolean usual = random.nextInt(10) != 0;
        return switch (kind) {
            case MEMORY -> usual ? new Statement.Vfree(new Target.ByName(name)) : byAddress(new Target.ByName(name));
            case AREA -> usual ? new Statement.FreeVmArea(name) : byAddress(new Target.ByName(name));
            case RAM -> usual ? new Statement.VmUnmapRam(name) : byAddress(new Target.ByName(name));
            case GROUP -> new Statement.PcpuFreeVmAreas(name);
        };
    }

    private Step byAddress(Target target) {
        return switch (random.nextInt(3)) {
            case 0 -> new Statement.Vfree(target);
            case 1 -> new Statement.Vunmap(target);
            default -> new Statement.Iounmap(target);
        };
    }

    /// Makes the pages that wait for a purge as many as may wait, or one less, or one more.
    private void limit() {
        long pages = model.pagesToLimit() - 2 + random.nextInt(3);
        if (pages > 0) {
            String name = named(Kind.AREA);
            add(new Statement.GetVmArea(name, pages * NaiveMachine.PAGE));
            alive.remove(name);
            add(new Statement.FreeVmArea(name));
        }
    }

    /// Frees an address that may hold anything.
    private void wrong() {
        List<Long> starts = random.nextInt(8) == 0 ? model.areaStarts() : model.vmStarts();
        NaiveMachine machine = NaiveMachine.of(line.machine());
        long start = starts.isEmpty() ? machine.start : starts.get(random.nextInt(starts.size()));
        switch (random.nextInt(12)) {
            case 0 -> add(byAddress(new Target.ByAddress(machine.wrap(start + 1 + random.nextInt(4095)))));
            case 1 -> add(byAddress(new Target.ByAddress(machine.wrap(start + NaiveMachine.PAGE))));
            case 2 -> add(byAddress(new Target.ByAddress(random.nextInt(3) * 4096L)));
            case 3, 4 -> add(byAddress(new Target.ByAddress(start)));
            case 5, 6 -> add(new Statement.VmUnmapRamAt(start, machine.maxAlloc() + 1L + random.nextInt(9)));
            default -> wrongInBlock(machine, start);
        }
    }

    private void wrongInBlock(NaiveMachine machine, long otherwise) {
        List<Long> blocks = model.blockStarts();
        if (random.nextInt(40) == 0) {
            long outside = List.of(0L, 4096L, machine.start - 4096, machine.end + 4097, otherwise + 1)
                    .get(random.nextInt(5));
            add(new Statement.VmUnmapRamAt(machine.wrap(outside), 1L + random.nextInt(99)));
        } else if (blocks.isEmpty()) {
            add(new Statement.VmUnmapAliases());
        } else {
            long start = blocks.get(random.nextInt(blocks.size()));
            long page = random.nextInt(machine.blockPages);
            long count = 1L + random.nextInt(random.nextBoolean() ? 4 : machine.maxAlloc());
            add(new Statement.VmUnmapRamAt(start + page * NaiveMachine.PAGE, count));
        }
    }
}
