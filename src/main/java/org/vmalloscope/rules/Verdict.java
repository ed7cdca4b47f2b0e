package org.vmalloscope.rules;

import java.util.List;

/// Whether a rule holds at a position.
///
/// @param function the function that is at work where the rule is broken in between; empty when that is no function
public record Verdict(Rule rule, State state, List<Breach> breaches, String function) {
    public Verdict {
        breaches = List.copyOf(breaches);
    }

    /// What became of the rule.
    public enum State {
        HOLDS,
        /// Broken while a function is at work that breaks it, and mends it before it is done.
        BETWEEN,
        /// Broken by what these kernels are known to do.
        KNOWN,
        BROKEN
    }

    static Verdict of(Rule rule, List<Breach> breaches, Work work) {
        if (breaches.isEmpty()) {
            return new Verdict(rule, State.HOLDS, breaches, "");
        }
        for (String function : work.running().reversed()) {
            if (rule.isBrokenBy(function)) {
                return new Verdict(rule, State.BETWEEN, breaches, function);
            }
        }
        if (rule.isForRest() && !work.finished()) {
            return new Verdict(rule, State.BETWEEN, breaches, "");
        }
        boolean known = breaches.stream().noneMatch(breach -> breach.excuse() == Breach.Excuse.NONE);
        return new Verdict(rule, known ? State.KNOWN : State.BROKEN, breaches, "");
    }
}
