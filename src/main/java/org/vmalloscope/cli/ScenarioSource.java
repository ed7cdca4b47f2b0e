package org.vmalloscope.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;
import org.vmalloscope.trace.imported.ScenarioText;

/// Where commands get scenarios from: a scenario's own file, or a file that a real kernel printed.
final class ScenarioSource {
    private final Console console;

    ScenarioSource(Console console) {
        this.console = console;
    }

    /// The text of a scenario, or of the one that a kernel's file makes; `-` is standard input.
    String text(String file) throws IOException {
        try (InputStream in = console.reader().open(file)) {
            return ScenarioText.read(file, in).text();
        }
    }

    /// Reads a file that the window will open, to refuse it while there is none; a kernel's file also opens when it
    /// cannot be played.
    void check(String file) throws IOException {
        try (InputStream stream = console.reader().open(file);
                InputStream in = new BufferedInputStream(stream, KernelFileReader.SNIFFED)) {
            if (!KernelFileReader.isAhead(in)) {
                ScenarioText.read(file, in);
            }
        }
    }

    /// What a kernel's file holds.
    KernelFile kernelFile(String file) throws IOException {
        try (InputStream in = console.reader().open(file)) {
            return KernelFileReader.read(file, in);
        }
    }
}
