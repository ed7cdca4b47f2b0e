package org.vmalloscope.ui.model;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.vmalloscope.scenario.ScenarioReader;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFile;
import org.vmalloscope.trace.imported.KernelFileReader;
import org.vmalloscope.trace.imported.NotPlayableException;

/// What a file holds: the text of a scenario, its own or one that was made of what a kernel printed.
///
/// @param name of the text, for titles
/// @param text the scenario; empty when a kernel's file cannot be played
/// @param report of a kernel's file
record FileContent(String name, String text, Optional<KernelReport> report) {
    static final FileContent EMPTY = new FileContent("", "", Optional.empty());

    /// Reads a file; which of the two it is, its beginning tells.
    static FileContent read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        ScenarioReader reader = new ScenarioReader(InputStream.nullInputStream());
        try (InputStream stream = reader.open(file.toString());
                InputStream in = new BufferedInputStream(stream, KernelFileReader.SNIFFED)) {
            return KernelFileReader.isAhead(in)
                    ? imported(name, KernelFileReader.read(file.toString(), in))
                    : new FileContent(name, ScenarioReader.read(file.toString(), in), Optional.empty());
        }
    }

    private static FileContent imported(String name, KernelFile file) {
        try {
            String text = ImportedScenario.of(file);
            return new FileContent(scenarioName(name), text, Optional.of(KernelReport.of(file, "")));
        } catch (NotPlayableException unfit) {
            return new FileContent(name, "", Optional.of(KernelReport.of(file, unfit.reason())));
        }
    }

    private static String scenarioName(String name) {
        return name.replaceFirst("\\.gz$", "").replaceFirst("\\.(txt|log|dat)$", "") + ".vms";
    }
}
