package org.vmalloscope.scenario;

import java.util.List;
import org.vmalloscope.journal.Note.Touch;

/// How a step ended.
public sealed interface Outcome {
    /// The step returned nothing.
    record Done() implements Outcome {}

    /// The step returned an address, 0 for NULL.
    record Address(long address) implements Outcome {}

    /// The step returned the addresses of a group, in the order they were asked for.
    record Addresses(List<Long> addresses) implements Outcome {
        public Addresses {
            addresses = List.copyOf(addresses);
        }
    }

    /// The step returned a number.
    record Count(long value) implements Outcome {}

    /// A page was read, or could not be.
    record Touched(Touch outcome) implements Outcome {}

    /// The simulated kernel hit a BUG or an oops: no step can follow.
    record Died(String text) implements Outcome {}

    /// The step cannot be played: a name that is NULL was to be freed by a call that does not take NULL.
    record Refused(ScenarioError error) implements Outcome {}
}
