package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vmalloscope.picture.TextWriter;
import org.vmalloscope.trace.imported.ImportedScenario;
import org.vmalloscope.trace.imported.KernelFileReader;

/// Areas of real kernels, which lie where the simulated machine would not put them, in every diagram.
final class ImportedDiagramsTest {
    private static final List<Frame> PANES = List.of(Frame.of(880, 400), Frame.of(1400, 700));
    private static final List<Frame> STRIPS = List.of(Frame.of(1000, 142), Frame.of(1400, 142));

    private static PlayedRun imported(InputStream in) throws IOException {
        return PlayedRun.of(ImportedScenario.of(KernelFileReader.read("file", in)) + "n = vmalloc 16K\nvfree n\n");
    }

    private static void check(PlayedRun run) {
        int statements = run.journal().statements();
        for (int statement : List.of(1, 2, 3, statements / 2, statements - 1, statements)) {
            Moment moment = run.afterStatement(statement);
            for (Diagram diagram : Diagram.values()) {
                for (Frame frame : diagram == Diagram.SPACE ? STRIPS : PANES) {
                    assertEquals(
                            List.of(),
                            PictureRules.violations(diagram.draw(moment, frame)),
                            diagram + " after " + statement + " in " + frame);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.12-2cpu-plain/vmallocinfo.4-all.txt",
                "6.12-2cpu-hashed/vmallocinfo.9-kptr1.txt",
                "6.1-2cpu-plain-vmx/vmallocinfo.5-forks.txt",
                "6.12-2cpu-plain/trace.1-boot.txt"
            })
    void filesOfRealKernelsAreDrawnByTheRules(String sample) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("src/test/resources/samples", sample))) {
            check(imported(in));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x000003ffe0000000-0x000003ffe0005000   20480 low+0x1/0x2 pages=4 vmalloc\n",
                "0xffff800008000000-0xffff800008005000   20480 arm+0x1/0x2 pages=4 vmalloc\n",
                "0xe0800000-0xe0805000   20480 narrow+0x1/0x2 pages=4 vmalloc\n",
                "0xffffffffffff0000-0xfffffffffffff000   61440 top+0x1/0x2 vmap\n"
            })
    void areasAnywhereAreDrawn(String line) throws IOException {
        PlayedRun run = imported(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        check(run);
        String words = new TextWriter()
                .write(DiagramFigure.draw(
                        Diagram.SPACE, run.afterStatement(2), ViewOptions.DEFAULT, "title", "source", "caption"));
        String name = line.split("[ +]+", 4)[2];
        assertTrue(words.contains(name), words);
    }
}
