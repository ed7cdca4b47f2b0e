package org.vmalloscope.laws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFileReader;

/// The laws of time travel hold for what was imported as for everything else.
final class ImportedLawsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");

    @TempDir
    private Path folder;

    private TimeLaws laws(String sample, String more) throws IOException {
        Path file = folder.resolve("imported.vms");
        try (InputStream in = Files.newInputStream(SAMPLES.resolve(sample))) {
            Files.writeString(file, ImportedScenario.of(KernelFileReader.read(sample, in)) + more);
        }
        return new TimeLaws(new Subject(file, 1));
    }

    private static void check(TimeLaws laws) {
        laws.everyEventIsInTheDetailOfItsStatement();
        laws.jumpingGivesTheMemoryOfTheTargetAlone();
        laws.steppingForwardGivesTheMemoryOfAJump();
        laws.steppingBackToTheStartGivesThePowerOnMemory();
        laws.steppingToTheEndGivesTheLiveMemory();
        laws.aFreshRunStopsAtTheSameMemory();
        laws.statementStepsLandOnStatementBounds();
        laws.searchFindsWhatALinearScanFinds();
    }

    @Test
    void travellingThroughAnImportedStateGivesTheSameMemoryHoweverOneGoes() throws IOException {
        check(laws(
                "6.12-2cpu-plain/vmallocinfo.1-boot.txt",
                "n = vmalloc 64K\nvfree kernel_clone\nm = vm_map_ram 4\nvm_unmap_ram m\nvm_unmap_aliases\nrcu\n"));
    }

    @Test
    void travellingThroughARecordingDoes() throws IOException {
        check(laws("6.12-2cpu-plain/trace.1-boot.txt", "n = vmalloc 64K\nvfree n\n"));
    }
}
