package org.vmalloscope.rules;

import java.util.List;

/// One place where a rule does not hold.
///
/// @param what which sentence tells it: a key of the bundle
/// @param objects the addresses of the objects that show it, the one at fault first; NULL and wild pointers among them
/// @param expected the number that should be, where numbers are compared
/// @param found the number that is
public record Breach(Rule rule, String what, List<Long> objects, long expected, long found, Excuse excuse) {
    public Breach {
        objects = List.copyOf(objects);
    }

    /// Why a rule may be broken though nothing is wrong with the simulated kernel.
    public enum Excuse {
        NONE,
        /// The kernel lets something be unmapped twice, and counts it twice.
        TWICE,
        /// The kernel registers early areas in descending order.
        EARLY
    }
}
