package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// Kernels' files in the window: opened, looked at in tables, written.
final class KernelModelTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final Path ALL = SAMPLES.resolve("6.12-2cpu-plain/vmallocinfo.4-all.txt");
    private static final Path UNLOADED = SAMPLES.resolve("6.12-2cpu-plain/vmallocinfo.6-unloaded.txt");
    private static final Path TRACE = SAMPLES.resolve("6.12-2cpu-plain/trace.1-boot.txt");
    private static final Path HASHED = SAMPLES.resolve("6.12-2cpu-hashed/vmallocinfo.4-all.txt");
    private static final String TEXT = "machine i386 cpus=1 ram=16M\nboot\na = vmalloc 4K\n";

    private final ResourceBundle words = ResourceBundle.getBundle("org.vmalloscope.ui.window", Locale.ENGLISH);
    private final SessionModel session = new SessionModel(words);
    private final Opener opener = new Opener(session, Runnable::run, Runnable::run);
    private final Workers workers = new Workers(Runnable::run, Runnable::run);
    private final KernelModel model = new KernelModel(session, workers, words);

    KernelModelTest() {
        opener.kernelFileProperty().addListener((property, was, now) -> now.ifPresent(model::show));
    }

    private List<String> column(String name) {
        int column = model.rows().columns().indexOf(name);
        return model.rows().rows().stream().map(row -> row.get(column)).toList();
    }

    @Test
    void aVmallocinfoIsPlayedAsATextThatBelongsToNoFile() {
        opener.open(ALL);
        assertEquals("", opener.errorProperty().get());
        assertEquals(467, session.areasProperty().get());
        assertEquals(
                "vmallocinfo.4-all.vms",
                opener.editor().documentProperty().get().name());
        assertEquals(Optional.empty(), opener.editor().documentProperty().get().file());
        assertTrue(opener.editor().dirtyProperty().get());
        assertEquals(
                "vmallocinfo.4-all.txt: 467 areas, played from there. All 467 lines were understood."
                        + " Uncertain: which shape the kernel's tree had; what is free.",
                model.notice(model.reportProperty().get().orElseThrow()));
    }

    @Test
    void aRecordingStandsBeforeItsFirstEvent() {
        opener.open(TRACE);
        assertEquals("boot", session.statement());
        assertEquals(0, session.areasProperty().get());
        assertEquals(List.of(KernelTab.GROWTH, KernelTab.COMPARE), model.tabs());
        session.end();
        assertEquals(
                100,
                session.momentProperty().get().orElseThrow().areas().stream()
                        .filter(va -> !va.hasFlag(VmapArea.VM_LAZY_FREE))
                        .count());
    }

    @Test
    void aGzippedFileIsKnownByItsContent(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(ALL));
        }
        opener.open(Files.write(folder.resolve("mine.txt.gz"), packed.toByteArray()));
        assertEquals("mine.vms", opener.editor().documentProperty().get().name());
        assertEquals(467, session.areasProperty().get());
    }

    @Test
    void aHashedFileLeavesTheScenarioOpen() {
        opener.open("one.vms", TEXT);
        session.end();
        long position = session.positionProperty().get();
        opener.open(HASHED);
        assertEquals("one.vms", opener.editor().documentProperty().get().name());
        assertEquals(TEXT, opener.editor().text());
        assertEquals(position, session.positionProperty().get());
        KernelReport report = model.reportProperty().get().orElseThrow();
        assertFalse(report.isPlayable());
        assertTrue(report.isHidden());
        assertEquals(
                "vmallocinfo.4-all.txt is not played: its addresses are hashed, so where the areas were is not known:"
                        + " no tree can be made of it, and nothing can go on from it.",
                model.notice(report));
        model.choose(KernelTab.ORDER);
        assertEquals(465, model.rows().rows().size());
    }

    @Test
    void whatIsOfNoKernelIsRefusedInOneLine(@TempDir Path folder) throws IOException {
        opener.open("one.vms", TEXT);
        opener.open(Files.write(folder.resolve("noise.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3}));
        assertTrue(
                opener.errorProperty().get().startsWith(folder.resolve("noise.gz") + ": not a text file"),
                opener.errorProperty()::get);
        assertEquals("one.vms", opener.editor().documentProperty().get().name());
        assertEquals(Optional.empty(), model.reportProperty().get());
    }

    @Test
    void numbersSortAsNumbersAndTheFilterLooksIntoAllCells() {
        opener.open(ALL);
        model.choose(KernelTab.CALLERS);
        List<String> own = column("caller");
        assertEquals(43, own.size());
        model.rows().sort(model.rows().columns().indexOf("areas"), true);
        assertEquals(List.of("286", "108", "16"), column("areas").subList(0, 3));
        model.rows().filterProperty().set("LOAD_MODULE");
        assertEquals(List.of("load_module+0x7cf/0x1e00"), column("caller"));
        model.rows().filterProperty().set("");
        model.rows().unsort();
        assertEquals(own, column("caller"));
    }

    @Test
    void everyTableOfAFileHasRows() {
        opener.open(ALL);
        List<String> empty = new ArrayList<>();
        for (KernelTab tab : model.tabs()) {
            model.choose(tab);
            if (model.rows().rows().isEmpty()) {
                empty.add(tab.label());
            }
        }
        assertEquals(List.of("difference", "leaks"), empty);
        assertEquals(
                List.of(words.getString("kernel.second.none")), model.rows().remarks());
    }

    @Test
    void aSecondFileShowsWhatIsGone() {
        opener.open(ALL);
        model.compareWith(UNLOADED);
        assertEquals(Optional.of(KernelTab.DIFFERENCE), model.tabProperty().get());
        assertEquals(List.of("vmallocinfo.4-all.txt", "vmallocinfo.6-unloaded.txt"), model.snapshots());
        long gone = column("change").stream().filter("gone"::equals).count();
        long appeared = column("change").stream().filter("appeared"::equals).count();
        assertEquals(
                appeared + " appeared, " + gone + " gone, " + (467 - gone) + " in both.",
                model.rows().remarks().getFirst());
        assertTrue(gone > 100, gone + " gone");
        model.fromProperty().set(1);
        model.toProperty().set(0);
        model.refresh();
        assertEquals(gone, column("change").stream().filter("appeared"::equals).count());
    }

    @Test
    void aSecondFileWithoutAreasIsRefusedInALine() {
        opener.open(ALL);
        model.compareWith(TRACE);
        assertEquals(
                "trace.1-boot.txt: no vmallocinfo is in it, so there is nothing to compare with",
                model.messageProperty().get());
        assertEquals(1, model.snapshots().size());
    }

    @Test
    void theComparisonHidesNoDifference() {
        opener.open(TRACE);
        model.choose(KernelTab.COMPARE);
        assertEquals(148, model.rows().rows().size());
        long equal = column("verdict").stream().filter("equal"::equals).count();
        model.rows().differentOnlyProperty().set(true);
        assertEquals(148 - equal, model.rows().rows().size());
        assertTrue(equal > 0 && equal < 148, equal + " equal");
        assertEquals(
                "148 allocations: " + equal + " where 2.6.32 would have put them, " + (148 - equal) + " elsewhere.",
                model.rows().remarks().getFirst());
        assertTrue(model.rows().remarks().get(1).contains("newer algorithm"));
    }

    @Test
    void theShownRowsAreExported(@TempDir Path folder) throws IOException {
        opener.open(ALL);
        model.choose(KernelTab.CALLERS);
        model.rows().filterProperty().set("load_module");
        Path file = folder.resolve("callers.csv");
        model.export(file);
        assertEquals(
                "caller,areas,bytes,pages,largest\nload_module+0x7cf/0x1e00,286,17981440,4104,1089536\n",
                Files.readString(file));
        assertEquals("Written: " + file, model.messageProperty().get());
        model.export(folder);
        assertEquals(
                "Not written: " + folder + ": this is a folder, not a file",
                model.messageProperty().get());
    }

    @Test
    void aRowIsSelectedInTheDiagramsWhileItsAreaIsThere() {
        opener.open(ALL);
        model.choose(KernelTab.LARGEST);
        model.select(model.rows().rows().getFirst());
        String selected = session.links().selectedProperty().get();
        assertTrue(selected.startsWith("va:"), selected);
        assertEquals(
                column("start").getFirst(),
                AreaModel.of(session, selected).orElseThrow().address());
        session.start();
        model.select(model.rows().rows().getFirst());
        assertEquals(
                "No area begins at " + column("start").getFirst() + " at this position of the run.",
                model.messageProperty().get());
    }

    @Test
    void whatIsWrittenCanBeOpenedAgain(@TempDir Path folder) throws IOException {
        opener.open(ALL);
        long vmlist =
                session.momentProperty().get().orElseThrow().view().vmlist().size();
        List<String> faults = new ArrayList<>();
        KernelWriting writing = new KernelWriting(session, workers);
        Path info = folder.resolve("info.txt");
        writing.vmallocinfo(info, faults::add);
        assertEquals(vmlist, Files.readAllLines(info).size());
        opener.open(TRACE);
        Path trace = folder.resolve("trace.txt");
        writing.tracepoints(trace, faults::add);
        writing.tracepoints(folder, faults::add);
        assertEquals(List.of("", "", folder + ": this is a folder, not a file"), faults);
        String text = Files.readString(trace, StandardCharsets.UTF_8);
        assertEquals(
                148,
                text.lines().filter(line -> line.contains(" alloc_vmap_area: ")).count());
        opener.open(info);
        assertEquals(vmlist, session.areasProperty().get());
    }
}
