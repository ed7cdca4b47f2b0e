package org.vmalloscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.journal.Note;
import org.vmalloscope.journal.TimeMachine;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.scenario.ShippedScenarios.ShippedScenario;
import org.vmalloscope.scenario.Statement.Binding;

/// A shipped scenario that was played, and what can be asked about it. Statements are called by their line's
/// words, or by these and `#2` where a second line has the same.
final class ShippedRun {
    private static final long PAGE = 4096;

    private final Run run;
    private final TimeMachine machine;
    private final List<List<Note>> notes = new ArrayList<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, Integer> statements = new HashMap<>();

    private ShippedRun(ShippedScenario shipped) {
        List<Note> told = new ArrayList<>();
        run = new Run(Scenarios.parsed(shipped.text()), told::add);
        while (run.hasNext()) {
            Line line = run.scenario().lines().get(run.played());
            int same = 1;
            while (statements.containsKey(same == 1 ? line.text() : line.text() + " #" + same)) {
                same++;
            }
            statements.put(same == 1 ? line.text() : line.text() + " #" + same, notes.size());
            Outcome outcome = run.next();
            if (line.statement() instanceof Binding binding) {
                outcomes.put(binding.name(), outcome);
            }
            notes.add(List.copyOf(told));
            told.clear();
        }
        machine = run.timeMachine();
    }

    static ShippedRun of(String fileName) {
        return ShippedScenarios.all().stream()
                .filter(shipped -> shipped.fileName().equals(fileName))
                .map(ShippedRun::new)
                .findFirst()
                .orElseThrow();
    }

    private int statement(String words) {
        assertTrue(statements.containsKey(words), "no statement '" + words + "'");
        return statements.getOrDefault(words, -1);
    }

    /// The addresses that a name was given; 0 is NULL.
    List<Long> addresses(String name) {
        Outcome outcome = outcomes.get(name);
        if (outcome instanceof Outcome.Addresses group) {
            return group.addresses();
        }
        return outcome instanceof Outcome.Address one ? List.of(one.address()) : fail("no address for " + name);
    }

    long address(String name) {
        return addresses(name).getFirst();
    }

    /// The state after a statement.
    VmallocView after(String words) {
        machine.seek(run.journal().eventEnd(statement(words)));
        return run.view(machine.memory());
    }

    VmallocView atEnd() {
        machine.seek(machine.length());
        return run.view(machine.memory());
    }

    /// The notes of one kind in a statement, in order.
    <T extends Note> List<T> notes(String words, Class<T> kind) {
        return notes.get(statement(words)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// The notes of one kind in the whole run.
    <T extends Note> List<T> notes(Class<T> kind) {
        return notes.stream()
                .flatMap(List::stream)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    // Claims

    ShippedRun isAt(String name, long address) {
        assertEquals(Long.toHexString(address), Long.toHexString(address(name)), name);
        return this;
    }

    /// Bytes from the start of one name to the start of another.
    ShippedRun isApart(String low, String high, long bytes) {
        assertEquals(bytes, address(high) - address(low), low + " to " + high);
        return this;
    }

    ShippedRun isNull(String name) {
        return isAt(name, 0);
    }

    /// The area of a name, at the end, has so many pages, and so many of them are mapped.
    ShippedRun hasPages(String name, long pages, long mapped) {
        PageRange range = atEnd().areaStartingAt(address(name)).range();
        assertEquals(pages, range.bytes() / PAGE, "pages of " + name);
        assertEquals(mapped, mappedPages(atEnd(), range), "mapped pages of " + name);
        return this;
    }

    static long mappedPages(VmallocView view, PageRange range) {
        return view.ground().mapped().within(range.start(), range.end()).stream()
                .mapToLong(run -> {
                    long start = Long.compareUnsigned(run.start(), range.start()) > 0 ? run.start() : range.start();
                    long end = Long.compareUnsigned(run.end(), range.end()) < 0 ? run.end() : range.end();
                    return (end - start) / PAGE;
                })
                .sum();
    }

    ShippedRun isLazyAfter(String words, int pages) {
        assertEquals(pages, after(words).vmapLazyNr(), "lazy pages after " + words);
        return this;
    }

    ShippedRun isFreeAfter(String words, long pages) {
        assertEquals(pages, after(words).ground().control().freePages(), "free pages after " + words);
        return this;
    }

    ShippedRun waitsAfter(String words, long objects) {
        assertEquals(objects, after(words).ground().control().rcuPending(), "waiting after " + words);
        return this;
    }

    ShippedRun hasFlushedAfter(String words, long flushes) {
        assertEquals(flushes, after(words).ground().control().tlbFlushes(), "TLB flushes after " + words);
        return this;
    }

    ShippedRun hasAreasAfter(String words, Long... starts) {
        List<String> expected = List.of(starts).stream().map(Long::toHexString).toList();
        List<String> found = after(words).areas().stream()
                .map(VmapArea::vaStart)
                .map(Long::toHexString)
                .toList();
        assertEquals(expected, found, "areas after " + words);
        return this;
    }
}
