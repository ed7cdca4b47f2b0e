package org.vmalloscope.laws;

import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.scenario.Line;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.Statement;

/// What must hold of vmalloc's state between any two statements.
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
        List<AreaInvariants.Reading> areas = new AreaInvariants(view).check();
        Set<Long> chained = new VmlistInvariants(view, areas, unmapsByAddress).check();
        new LazyInvariants(view, areas, chained, unmapsByAddress).check();
        new BlockInvariants(view, unmapsByAddress).check();
        new GroundInvariants(view, areas).check();
        TlbInvariants.check(view);
    }

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }

    static void require(boolean holds, String rule, long at) {
        if (!holds) {
            throw new AssertionError(rule + " at 0x" + Long.toHexString(at));
        }
    }

    static void equal(String rule, long at, long expected, long actual) {
        if (expected != actual) {
            throw new AssertionError(rule + " at 0x" + Long.toHexString(at) + ": expected " + shown(expected)
                    + ", found " + shown(actual));
        }
    }

    private static String shown(long value) {
        return value >= 0 && value < 1L << 31 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
