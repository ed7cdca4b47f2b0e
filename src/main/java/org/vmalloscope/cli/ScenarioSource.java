package org.vmalloscope.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;

/// Where commands get scenarios from: a scenario's own file, or a file that a real kernel printed.
final class ScenarioSource {
    private final Console console;

    ScenarioSource(Console console) {
        this.console = console;
    }

    /// The text of a scenario, or of the one that a kernel's file makes; `-` is standard input.
    String text(String file) throws IOException {
        try (InputStream in = new BufferedInputStream(console.reader().open(file), KernelFileReader.SNIFFED)) {
            return isKernels(in) ? ImportedScenario.of(KernelFileReader.read(file, in)) : ScenarioReader.read(file, in);
        }
    }

    /// What a kernel's file holds.
    KernelFile kernelFile(String file) throws IOException {
        try (InputStream in = console.reader().open(file)) {
            return KernelFileReader.read(file, in);
        }
    }

    /// Looks at the beginning of a stream, and leaves it where it was.
    private static boolean isKernels(InputStream in) throws IOException {
        in.mark(KernelFileReader.SNIFFED);
        byte[] head;
        try {
            head = in.readNBytes(KernelFileReader.SNIFFED);
        } catch (IOException unreadable) {
            in.reset();
            return false;
        }
        in.reset();
        return KernelFileReader.looksLikeOne(head);
    }
}
