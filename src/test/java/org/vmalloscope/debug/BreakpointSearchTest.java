package org.vmalloscope.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.diagram.Births;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Place;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.scenario.PlacedBreakpoint;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioErrors;
import org.vmalloscope.scenario.ScenarioParser;
import org.vmalloscope.scenario.ShippedScenarios;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;

/// Where breakpoints are hit.
final class BreakpointSearchTest {
    private static final String LAZY = """
            machine i386 cpus=1 ram=16M
            boot
            a = vmalloc 8K
            b = vmalloc 20K
            vfree a
            vfree b
            vm_unmap_aliases
            """;

    /// A scenario that was played, and the hits of its breakpoints.
    private record Played(Run run, Births births, BreakpointSearch search) {
        static Played of(String text) {
            return switch (ScenarioParser.parse(text)) {
                case ScenarioErrors errors -> fail(errors.toString());
                case Scenario scenario -> {
                    Births births = new Births(scenario.machine().machine(), scenario::nameBoundBy);
                    Run run = new Run(scenario, births);
                    while (run.hasNext()) {
                        run.next();
                    }
                    yield new Played(
                            run,
                            births,
                            new BreakpointSearch(
                                    run,
                                    births,
                                    scenario.breakpoints().stream()
                                            .map(PlacedBreakpoint::breakpoint)
                                            .toList()));
                }
            };
        }

        List<Place> forward() {
            List<Place> hits = new ArrayList<>();
            Place here = Place.after(0);
            for (Optional<Place> hit = search.next(here, () -> false, told -> {});
                    hit.isPresent();
                    hit = search.next(hit.get(), () -> false, told -> {})) {
                hits.add(hit.get());
            }
            return hits;
        }

        List<Place> backward() {
            List<Place> hits = new ArrayList<>();
            Place here = Place.after(run.journal().events());
            for (Optional<Place> hit = search.previous(here, () -> false, told -> {});
                    hit.isPresent();
                    hit = search.previous(hit.get(), () -> false, told -> {})) {
                hits.addFirst(hit.get());
            }
            return hits;
        }

        TimeMachine time() {
            return run.timeMachine();
        }

        /// The positions after which a value of memory is another one than right before, by going through the whole
        /// run.
        List<Long> changes(ToLongFunction<TimeMachine> value) {
            TimeMachine time = time();
            List<Long> changes = new ArrayList<>();
            long before = value.applyAsLong(time);
            while (time.forward()) {
                long now = value.applyAsLong(time);
                if (now != before) {
                    changes.add(time.position());
                }
                before = now;
            }
            return changes;
        }
    }

    private static List<Long> positions(List<Place> hits) {
        assertTrue(hits.stream().allMatch(hit -> hit.lines() == 0), hits.toString());
        return hits.stream().map(Place::position).toList();
    }

    @Test
    void aFunctionIsStoppedInRightAfterItWasEntered() {
        Played played = Played.of(LAZY + "breakpoint function __purge_vmap_area_lazy\n");
        List<Place> hits = played.forward();
        assertEquals(1, hits.size());
        assertTrue(played.time().eventAt(hits.getFirst().position()) instanceof FunctionEntered entered
                && entered.function().equals("__purge_vmap_area_lazy"));
    }

    @Test
    void aKindStopsAfterEachEventOfIt() {
        Played played = Played.of(LAZY + "c = vmalloc 4K\nd = vmalloc 4K\ne = vmalloc 4K\nbreakpoint on rotation\n");
        TimeMachine time = played.time();
        List<Long> rotations = IntStream.rangeClosed(1, (int) time.length())
                .filter(event -> time.eventAt(event) instanceof RotationBegun)
                .mapToObj(event -> (long) event)
                .toList();
        assertFalse(rotations.isEmpty());
        assertEquals(rotations, positions(played.forward()));
    }

    @Test
    void aLineIsStoppedAtEachTimeItIsReached() {
        Played played = Played.of(LAZY + "breakpoint line __purge_vmap_area_lazy:11\n");
        List<Place> hits = played.forward();
        assertEquals(2, hits.size(), "two areas are unmapped");
        assertTrue(hits.stream().allMatch(hit -> hit.lines() > 0));
    }

    @Test
    void aWatchedVariableStopsWhereItChanges() {
        Played played = Played.of(LAZY + "breakpoint watch vmap_lazy_nr\n");
        List<Long> changes =
                played.changes(time -> played.run().view(time.memory()).vmapLazyNr());
        assertEquals(3, changes.size());
        assertEquals(changes, positions(played.forward()));
    }

    @Test
    void aConditionStopsWhereItBecomesTrue() {
        Played played = Played.of(LAZY + "breakpoint if vmap_lazy_nr > 3\n");
        List<Long> over =
                played.changes(time -> played.run().view(time.memory()).vmapLazyNr() > 3 ? 1 : 0);
        assertEquals(2, over.size(), "over it, and under it again");
        assertEquals(List.of(over.getFirst()), positions(played.forward()));
    }

    @Test
    void aFieldOfANamedAreaIsWatched() {
        Played played = Played.of(LAZY + "breakpoint watch a.flags\n");
        List<Long> changes = played.changes(time -> played.run().view(time.memory()).areas().stream()
                .filter(va -> va.vaEnd() - va.vaStart() == 0x3000)
                .mapToLong(va -> va.flags() + 100)
                .findFirst()
                .orElse(0));
        // Appearing in the list and leaving it are no changes of the field.
        assertEquals(changes.subList(1, changes.size() - 1), positions(played.forward()));
    }

    @Test
    void aVariableOfTheFunctionThatRunsIsLookedAtFirst() {
        Played played = Played.of(LAZY + "breakpoint if va.va_end == 0xf8808000\n");
        List<Place> hits = played.forward();
        assertFalse(hits.isEmpty());
        played.run().view(played.time().memory());
    }

    @Test
    void whatNothingIsCalledIsNeverHit() {
        assertEquals(
                List.of(), Played.of(LAZY + "breakpoint watch nobody.flags\n").forward());
        assertEquals(
                List.of(),
                Played.of(LAZY + "breakpoint if a.no_such_field == 1\n").forward());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void hitsForwardAreHitsBackward(ShippedScenario shipped) {
        String text = shipped.text().endsWith("\n") ? shipped.text() : shipped.text() + "\n";
        Played played = Played.of(text + """
                breakpoint on flush
                breakpoint on warning
                breakpoint watch vmap_area_root
                breakpoint if vmap_lazy_nr > 2
                breakpoint if va.va_start > 0
                breakpoint line __purge_vmap_area_lazy:9
                """);
        List<Place> forward = played.forward();
        assertEquals(forward, played.backward());
        assertEquals(
                forward,
                IntStream.range(0, played.run().journal().statements())
                        .boxed()
                        .flatMap(statement -> played.search().in(statement).stream())
                        .toList());
    }

    static List<ShippedScenario> shipped() {
        return ShippedScenarios.all().stream()
                .filter(shipped -> shipped.text().length() < 3000)
                .toList();
    }
}
