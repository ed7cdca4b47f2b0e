package org.vmalloscope.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.vmalloscope.model.RandomScenarios;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.scenario.Statement.Binding;
import org.vmalloscope.scenario.Statement.Freeing;
import org.vmalloscope.scenario.Statement.Step;
import org.vmalloscope.scenario.Target;

/// Makes a scenario shorter while it still shows what it was found for: drops runs of statements, long runs
/// first, and with them the frees of names that nothing gives any more.
final class Shrinker {
    private final Scenario header;
    private final Predicate<Scenario> shows;
    private List<Step> steps;

    private Shrinker(Scenario scenario, Predicate<Scenario> shows) {
        this.header = scenario;
        this.shows = shows;
        this.steps = scenario.lines().stream().map(Line::statement).toList();
    }

    /// The shortest scenario found; `shows` must hold of the one given, and holds of the result. No single
    /// statement of the result can be dropped.
    static Scenario shortest(Scenario scenario, Predicate<Scenario> shows) {
        Shrinker shrinker = new Shrinker(scenario, shows);
        while (shrinker.pass()) {
            shrinker = new Shrinker(RandomScenarios.scenario(shrinker.header, shrinker.steps), shows);
        }
        return RandomScenarios.scenario(shrinker.header, shrinker.steps);
    }

    private boolean pass() {
        int before = steps.size();
        for (int run = Math.max(1, before / 2); run >= 1; run /= 2) {
            for (int first = steps.size() - run; first > -run; first -= run) {
                tryWithout(Math.max(0, first), run);
            }
        }
        return steps.size() < before;
    }

    private void tryWithout(int first, int run) {
        List<Step> fewer = new ArrayList<>(steps.subList(0, Math.min(first, steps.size())));
        fewer.addAll(steps.subList(Math.min(first + run, steps.size()), steps.size()));
        List<Step> repaired = repaired(fewer);
        if (repaired.size() < steps.size()
                && repaired.stream().anyMatch(Shrinker::boots)
                && shows.test(RandomScenarios.scenario(header, repaired))) {
            steps = repaired;
        }
    }

    static boolean boots(Step step) {
        return step instanceof Statement.Boot || step instanceof Statement.StartKernel;
    }

    private static List<Step> repaired(List<Step> broken) {
        Map<String, Binding> bound = new HashMap<>();
        Set<String> known = new HashSet<>();
        List<Step> repaired = new ArrayList<>();
        for (Step step : broken) {
            if (step instanceof Binding binding) {
                bound.put(binding.name(), binding);
                if (binding instanceof Statement.PcpuGetVmAreas) {
                    known.remove(binding.name());
                } else {
                    known.add(binding.name());
                }
            } else if (step instanceof Statement.Touch(Target.ByName(String name), long page)
                    && !known.contains(name)) {
                continue;
            } else if (step instanceof Freeing freeing && freeing.freedName().isPresent()) {
                Binding binding = bound.remove(freeing.freedName().get());
                if (binding == null || !takes(freeing, binding)) {
                    continue;
                }
            }
            repaired.add(step);
        }
        return repaired;
    }

    private static boolean takes(Freeing freeing, Binding binding) {
        return switch (freeing) {
            case Statement.FreeVmArea area ->
                binding instanceof Statement.Ioremap || binding instanceof Statement.GetVmArea;
            case Statement.VmUnmapRam ram -> binding instanceof Statement.VmMapRam;
            case Statement.PcpuFreeVmAreas group -> binding instanceof Statement.PcpuGetVmAreas;
            case Statement.Vfree any -> !(binding instanceof Statement.PcpuGetVmAreas);
            case Statement.Vunmap any -> !(binding instanceof Statement.PcpuGetVmAreas);
            case Statement.Iounmap any -> !(binding instanceof Statement.PcpuGetVmAreas);
        };
    }
}
