package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFileReader;

/// What a real kernel told can be read aloud like everything else.
final class ImportedSentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"6.12-2cpu-plain/vmallocinfo.1-boot.txt", "6.12-2cpu-plain/trace.1-boot.txt"})
    void everyEventHasASentence(String sample) throws IOException {
        String text;
        try (InputStream in = Files.newInputStream(Path.of("src/test/resources/samples", sample))) {
            text = ImportedScenario.of(KernelFileReader.read(sample, in));
        }
        Narrator narrator = new Narrator();
        PlayedRun.of(text).forEach(Phrases.ofDefaultLocale(), (event, names) -> {
            String sentence = narrator.sentence(event, names);
            assertAll(
                    sentence,
                    () -> assertFalse(sentence.isBlank()),
                    () -> assertFalse(sentence.contains("null")),
                    () -> assertFalse(sentence.contains("{")));
        });
    }
}
