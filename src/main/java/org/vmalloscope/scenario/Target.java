package org.vmalloscope.scenario;

import java.util.Optional;

/// What a freeing statement gives back: something with a name, or whatever lies at an address.
public sealed interface Target {
    /// The name given up; empty for an address.
    Optional<String> freedName();

    /// The result that an earlier statement gave this name.
    record ByName(String name) implements Target {
        public ByName {
            Checks.requireName(name);
        }

        @Override
        public Optional<String> freedName() {
            return Optional.of(name);
        }
    }

    /// An address, right or wrong, within the machine's word.
    record ByAddress(long address) implements Target {
        @Override
        public Optional<String> freedName() {
            return Optional.empty();
        }
    }
}
