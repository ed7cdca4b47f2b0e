package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.BootmemExhausted;
import org.vmalloscope.journal.Note.BootmemFreed;
import org.vmalloscope.journal.Note.BootmemTaken;
import org.vmalloscope.journal.Note.Died;
import org.vmalloscope.journal.Note.Level;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.Printed;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.journal.Note.Touch;
import org.vmalloscope.journal.Store;
import org.vmalloscope.journal.TreeCase;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.Abi;
import org.vmalloscope.scenario.ShippedScenarios;

/// What holds for every sentence, and for the whole bundle.
class EverySentenceTest {
    private static final int LONGEST = 200;

    /// Where the simulator keeps its own words.
    private static final long CONTROL = 0x0100_0000_0000L;

    /// What no shipped scenario shows.
    private static final List<String> RARE = List.of("""
            machine i386 cpus=1 ram=8M
            boot
            p = pcpu_get_vm_areas offsets=0,32K sizes=8K,8K align=4K
            below = pcpu_get_vm_areas offsets=0,24K sizes=8K,8K align=4K
            """, """
            machine i386 cpus=1 ram=8M
            boot
            p = pcpu_get_vm_areas offsets=0,32K sizes=8K,8K align=4K
            above = pcpu_get_vm_areas offsets=0,28K sizes=8K,8K align=4K
            """, """
            machine i386 cpus=1 ram=8M
            early size=4K align=4K
            boot
            regs = ioremap 8K
            """, """
            machine i386 cpus=1 ram=8M
            boot
            low = vmalloc 4K
            high = ioremap 500K
            higher = ioremap 500K
            wrapped = get_vm_area 4290000000
            one = vm_map_ram 1
            many = vm_map_ram 40
            touching = ioremap 8K
            vm_unmap_ram many
            vm_unmap_ram 0xf8801000 40
            """);

    static Stream<Named<String>> shipped() {
        return ShippedScenarios.all().stream().map(shipped -> Named.of(shipped.fileName(), shipped.text()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void isShortAndPlain(String scenario) {
        Narrator narrator = new Narrator();
        PlayedRun.of(scenario).forEach(Phrases.ofDefaultLocale(), (event, names) -> {
            String sentence = narrator.sentence(event, names);
            assertAll(
                    sentence,
                    () -> assertFalse(sentence.isBlank()),
                    () -> assertTrue(sentence.length() <= LONGEST),
                    () -> assertFalse(sentence.contains("null")),
                    () -> assertFalse(sentence.contains("{")),
                    () -> assertFalse(sentence.contains("?")),
                    () -> assertFalse(sentence.contains(event.getClass().getSimpleName())),
                    () -> assertFalse(sentence.contains("org.")),
                    () -> assertFalse(sentence.contains("@")));
        });
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> used = new TreeSet<>();
        Phrases recording = key -> {
            used.add(key);
            return Phrases.ofDefaultLocale().pattern(key);
        };
        Narrator narrator = new Narrator(recording);
        Stream.concat(shipped().map(Named::getPayload), RARE.stream())
                .map(PlayedRun::of)
                .forEach(run -> run.forEach(recording, narrator::sentence));
        PlayedRun run = PlayedRun.of(RARE.getFirst());
        run.machine().seek(run.machine().length());
        AreaNames names = run.names(recording);
        rareEvents(names.view()).forEach(event -> narrator.sentence(event, names));
        Set<String> unused = new TreeSet<>(Phrases.keys());
        unused.removeAll(used);
        unused.removeIf(key -> key.startsWith("size."));
        assertEquals(Set.of(), unused);
    }

    private static Stream<Event> rareEvents(VmallocView view) {
        Stream<String> lines = Stream.of(
                "336", "337", "633", "862", "869", "947", "948", "949", "950", "1991", "2119", "2125", "2126", "2139");
        Stream<String> ends = Stream.of(
                "oops: NULL pointer dereference", "use after free: pages array", "unaligned page-table range");
        Stream<Event> deaths =
                Stream.concat(lines.map(line -> "mm/vmalloc.c:" + line), ends).map(Died::new);
        long flags =
                view.areas().getFirst().address() + VmapArea.TYPE.field("flags").offset(Abi.ILP32);
        Store toNoObject = new Store(view.memory().slotOf(CONTROL), 0, 1);
        Store setAndCleared = new Store(view.memory().slotOf(flags), 1, 6);
        PageTouched stale = new PageTouched(0, 0xf87fe000L, Touch.STALE);
        Stream<Event> boot = Stream.of(
                new BootmemTaken(0xc1000000L, 65_536),
                new BootmemFreed(0xc1000000L, 0),
                new BootmemExhausted(65_536),
                new StaticCopied(1, 0xc1010000L, 30_000),
                new Printed(Level.INFO, "PERCPU: Embedded 16 pages"));
        return Stream.of(deaths, boot, Stream.of(toNoObject, setAndCleared, stale))
                .flatMap(events -> events);
    }

    @Test
    void treeCasesAreToldInTheirOwnWords() {
        for (TreeCase treeCase : TreeCase.values()) {
            assertEquals(treeCase.words(), Phrases.ofDefaultLocale().say("case." + Phrases.keyOf(treeCase)));
        }
    }

    @Test
    void argumentsStandWhereThePatternSays() {
        Phrases phrases = key -> "{1} then {0}, {x} and {";
        assertEquals("b then a, {x} and {", phrases.say("", "a", "b"));
    }
}
