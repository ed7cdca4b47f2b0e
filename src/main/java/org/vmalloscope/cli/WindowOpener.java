package org.vmalloscope.cli;

import java.util.Optional;

/// Opens the window and stays until it is closed.
@FunctionalInterface
public interface WindowOpener {
    /// `file` is the scenario to open, the default one if there is none; returns an exit code.
    int open(Optional<String> file);
}
