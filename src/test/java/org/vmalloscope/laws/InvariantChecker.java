package org.vmalloscope.laws;

import java.util.List;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.rules.Breach;
import org.vmalloscope.rules.Breach.Excuse;
import org.vmalloscope.rules.RuleWords;
import org.vmalloscope.rules.Rules;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement;

/// Holds the rules against vmalloc's state between any two statements.
///
/// Some counters are exact only while nothing is unmapped twice, which takes a vm_unmap_ram by address: for scenarios
/// that do so, those rules are looser. Broken rules are thrown as [AssertionError] with the rule and the place.
public final class InvariantChecker {
    private final boolean unmapsByAddress;

    /// Rules for a scenario that unmaps by address, or for one that never does.
    public InvariantChecker(boolean unmapsByAddress) {
        this.unmapsByAddress = unmapsByAddress;
    }

    /// The rules for a scenario.
    public static InvariantChecker of(Scenario scenario) {
        boolean byAddress =
                scenario.lines().stream().map(Line::statement).anyMatch(Statement.VmUnmapRamAt.class::isInstance);
        return new InvariantChecker(byAddress);
    }

    /// Checks a memory between two statements of a living kernel.
    public void check(VmallocView view) {
        List<Breach> breaches = Rules.breaches(view).stream()
                .filter(breach -> !isAllowed(breach.excuse()))
                .toList();
        if (!breaches.isEmpty()) {
            RuleWords words = new RuleWords(address -> "0x" + Long.toHexString(address));
            throw new AssertionError(breaches.stream()
                    .map(breach -> breach.rule().key() + ": " + words.sentence(breach))
                    .toList()
                    .toString());
        }
    }

    private boolean isAllowed(Excuse excuse) {
        return switch (excuse) {
            case NONE -> false;
            case EARLY -> true;
            case TWICE -> unmapsByAddress;
        };
    }
}
