package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vmalloscope.kernel.Listing;

/// The listings and the engine agree: what the engine says it is at can be read, and what can be read is shown by some
/// shipped scenario.
class ListingsTest {
    private static final Path FOLDER = Path.of("resources/org/vmalloscope/kernel/listings");

    /// The kernel calls it only when it finds no memory for the index of blocks, which does not happen here; it has its
    /// test in VmapAreasTest.
    private static final Set<String> UNREACHED = Set.of("free_vmap_area");

    /// Steps of the boot that are named and not played.
    private static final Set<String> NAMED = Set.of("setup_arch", "mem_init", "kmem_cache_init");

    /// `function:label` of every line that the shipped scenarios reach.
    private static final Set<String> REACHED = new TreeSet<>();

    private static final Set<String> ENTERED = new TreeSet<>();

    @BeforeAll
    static void playAll() throws IOException {
        LinesOfRuns lines = new LinesOfRuns((function, line) -> REACHED.add(function + ":" + line.label()));
        for (Path file : ScenarioFiles.shipped()) {
            lines.play(ScenarioFiles.read(file));
        }
        ENTERED.addAll(lines.entered());
    }

    private static List<Listing> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(name -> Listing.of(name.substring(0, name.length() - ".txt".length()))
                            .orElseThrow())
                    .toList();
        }
    }

    /// `function:label` of every line that can be reached.
    private static Set<String> labels(Listing listing) {
        Set<String> labels = new TreeSet<>();
        for (Listing.Line line : listing.lines()) {
            if (!line.label().isEmpty()) {
                labels.add(listing.function() + ":" + line.label());
            }
        }
        return labels;
    }

    @Test
    void everyListingHasFiveToFortyLines() throws IOException {
        List<Listing> all = all();
        assertEquals(58, all.size());
        for (Listing listing : all) {
            int lines = listing.lines().size();
            assertTrue(lines >= 5 && lines <= 40, listing.function() + " has " + lines + " lines");
        }
    }

    @Test
    void everyListingBeginsWithItsFunctionAndFitsThePane() throws IOException {
        for (Listing listing : all()) {
            assertTrue(listing.lines().getFirst().text().startsWith(listing.function() + "("), listing.function());
            for (Listing.Line line : listing.lines()) {
                assertTrue(line.text().length() <= 64, listing.function() + ": " + line.text());
            }
        }
    }

    @Test
    void everyLineThatIsReportedIsInTheListingOfItsFunction() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Listing listing : all()) {
            written.addAll(labels(listing));
        }
        Set<String> unwritten = new TreeSet<>(REACHED);
        unwritten.removeAll(written);
        assertEquals(Set.of(), unwritten);
    }

    @Test
    void everyLineIsReachedByAShippedScenario() throws IOException {
        Set<String> unreached = new TreeSet<>();
        for (Listing listing : all()) {
            if (!UNREACHED.contains(listing.function())) {
                unreached.addAll(labels(listing));
            }
        }
        unreached.removeAll(REACHED);
        assertEquals(Set.of(), unreached);
    }

    @Test
    void everyFunctionThatIsEnteredHasAListing() {
        Set<String> without = new TreeSet<>(ENTERED);
        without.removeIf(function -> Listing.of(function).isPresent() || NAMED.contains(function));
        assertEquals(Set.of(), without);
    }
}
