package org.vmalloscope.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// The checker: says of every rule whether it holds in a memory.
public final class Rules {
    private Rules() {}

    /// A verdict on every rule, in their order; `work` is what the kernel is doing.
    public static List<Verdict> check(VmallocView view, Work work) {
        Map<Rule, List<Breach>> byRule = new EnumMap<>(Rule.class);
        breaches(view)
                .forEach(breach -> byRule.computeIfAbsent(breach.rule(), rule -> new ArrayList<>())
                        .add(breach));
        return Arrays.stream(Rule.values())
                .map(rule -> Verdict.of(rule, byRule.getOrDefault(rule, List.of()), work))
                .toList();
    }

    /// All places where a rule does not hold, a few of each kind.
    public static List<Breach> breaches(VmallocView view) {
        Findings findings = new Findings();
        Probe probe = new Probe(view);
        List<Reading> listed = new AreaRules(view, probe, findings).check();
        VmlistRules vmlist = new VmlistRules(view, probe, findings, listed);
        vmlist.check();
        new LazyRules(view, findings, listed).check(vmlist.chained());
        new BlockRules(view, probe, findings, listed).check();
        new GroundRules(view, probe, findings, listed).check();
        return findings.all();
    }
}
