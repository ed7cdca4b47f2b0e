package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vmalloscope.trace.vmallocinfo.AreaWord;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// Every file of a real kernel, and what a script that knows nothing of this reader counts in it.
final class SampleCountsTest {
    private static List<String> counted() throws IOException {
        return Files.readAllLines(Samples.FOLDER.resolve("counts.tsv")).stream()
                .skip(1)
                .toList();
    }

    @Test
    void everySampleHasExactlyWhatTheScriptCounts() throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : Samples.names()) {
            found.add(row(name, Samples.open(name)));
        }
        assertEquals(String.join("\n", counted()), String.join("\n", found));
    }

    private static String row(String name, KernelFile file) {
        Snapshot snapshot = file.last().orElse(null);
        long unpurged = snapshot == null
                ? 0
                : snapshot.areas().stream()
                        .filter(area -> area.words().contains(AreaWord.UNPURGED))
                        .count();
        return String.join(
                "\t",
                name,
                Long.toString(file.lines().total()),
                Integer.toString(snapshot == null ? 0 : snapshot.areas().size()),
                Long.toString(snapshot == null ? 0 : snapshot.bytes()),
                Long.toString(unpurged),
                snapshot == null ? "-" : snapshot.mode().label(),
                Long.toString(file.recording().allocations()),
                Long.toString(file.recording().failures()),
                Long.toString(file.recording().frees()),
                Long.toString(file.recording().purges()));
    }

    @Test
    void everyLineOfEverySampleIsUnderstood() throws IOException {
        for (String name : Samples.names()) {
            KernelFile file = Samples.open(name);
            assertEquals(List.of(), file.lines().quoted(), name);
            assertEquals(file.lines().total(), file.lines().understood(), name);
            assertEquals(
                    0,
                    file.snapshots().stream().mapToLong(Snapshot::strangeWords).sum(),
                    name);
            assertTrue(file.snapshots().size() <= 1, name);
        }
    }

    @Test
    void theKernelsAreGuessedFromWhatTheyPrint() throws IOException {
        Set<String> guesses = new TreeSet<>();
        for (String name : Samples.names()) {
            Samples.open(name)
                    .last()
                    .ifPresent(snapshot -> guesses.add(name.substring(0, 4) + " "
                            + snapshot.mode().label() + " " + snapshot.guess().text()));
        }
        assertEquals(
                Set.of(
                        "6.1- real 4.19 to 6.8",
                        "6.1- real 5.10 to 6.8",
                        "6.12 hashed 5.10 or later",
                        "6.12 hashed 6.9 or later",
                        "6.12 real 6.9 or later",
                        "6.12 zeroed 5.10 or later"),
                guesses);
    }

    @Test
    void aHashedReadingHasTheOrderOfTheTrueOneOfTheSameMoment() throws IOException {
        Snapshot hashed =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.9-kptr0.txt").last().orElseThrow();
        Snapshot real =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.9-kptr1.txt").last().orElseThrow();
        assertEquals(beginning(real), beginning(hashed));
    }

    /// The first lines, because the kernel went on between the two readings.
    private static List<List<String>> beginning(Snapshot snapshot) {
        return SnapshotTables.order(snapshot).rows().subList(0, 60);
    }
}
