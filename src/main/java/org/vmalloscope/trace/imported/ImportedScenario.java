package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.kernel.ImportedArea;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.scenario.ScenarioPrinter;
import org.vmalloscope.scenario.Statement;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaTable;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// The scenario that begins where a real kernel was, and does what its recording says.
///
/// Each area of the snapshot becomes an `area` statement at its address, in the order of the file, and each event of
/// the recording a `recorded_` statement. Nothing is added: what cannot be placed is left out, and a comment says so.
public final class ImportedScenario {
    /// The most areas and events that a scenario is made of.
    public static final int MOST_STATEMENTS = 300_000;

    private static final int MOST_CALLERS = 20_000;
    private static final long LEAST_RAM = 1L << 30;
    private static final long MOST_RAM_64 = 1L << 46;
    private static final long MOST_RAM_32 = 1L << 31;

    private final KernelFile file;
    private final Optional<Snapshot> snapshot;
    private final Machine machine;
    private final AreaPlaces places = new AreaPlaces();
    private final AreaNaming naming = new AreaNaming();
    private final Set<String> callers = new HashSet<>();
    private final List<String> rows = new ArrayList<>();
    private long pages;
    private int overlapping;
    private int misfits;

    private ImportedScenario(KernelFile file, Optional<Snapshot> snapshot) {
        this.file = file;
        this.snapshot = snapshot;
        boolean narrow = snapshot.map(one -> !one.wide()).orElse(false);
        this.machine = narrow ? Machine.I386 : Machine.X86_64;
    }

    /// The text of the scenario; with several snapshots, of the last one.
    public static String of(KernelFile file) throws NotPlayableException {
        return of(file, file.last());
    }

    /// The text of the scenario that begins with one of the file's snapshots.
    public static String of(KernelFile file, Optional<Snapshot> snapshot) throws NotPlayableException {
        boolean real = snapshot.map(one -> one.mode() == AddressMode.REAL).orElse(true);
        if (!real && file.recording().isEmpty()) {
            throw new NotPlayableException(
                    file.name(),
                    "its addresses are " + snapshot.orElseThrow().mode().label()
                            + ", so where the areas were is not known: no tree can be made of it, and nothing can go on"
                            + " from it",
                    " (`vmalloscope import --table order` shows order and sizes; as root, with"
                            + " kernel.kptr_restrict=1, /proc/vmallocinfo has true addresses)");
        }
        Optional<Snapshot> usable = real ? snapshot : Optional.empty();
        int size = usable.map(one -> one.areas().size()).orElse(0)
                + file.recording().events().size();
        if (size > MOST_STATEMENTS) {
            throw new NotPlayableException(
                    file.name(), size + " areas and events are too many to play: at most " + MOST_STATEMENTS);
        }
        return new ImportedScenario(file, usable).text();
    }

    private String text() {
        snapshot.ifPresent(one -> areas(one.areas()));
        RecordedStatements recorded = new RecordedStatements(file.recording(), machine);
        recorded.addTo(rows);
        StringBuilder text = new StringBuilder();
        title(text, recorded.leftOut());
        text.append(ScenarioPrinter.print(new Statement.MachineLine(
                        machine, Math.min(file.recording().cpus(), machine.nrCpus()), ram())))
                .append("\nboot\n");
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    private void title(StringBuilder text, int leftOut) {
        String name = file.shortName().replaceAll("\\p{Cntrl}", "?");
        text.append("# Imported from ").append(name).append('\n');
        snapshot.ifPresent(
                one -> text.append("# /proc/vmallocinfo, ")
                        .append(one.areas().size())
                        .append(" areas, kernel ")
                        .append(one.guess().text())
                        .append(
                                ".\n# Which tree the kernel had is not in the file: this one is rebuilt, in the order of the file.\n"));
        if (!file.recording().isEmpty()) {
            text.append("# Recorded events: each is done as it is told, whatever 2.6.32 would have done.\n");
        }
        if (snapshot.isEmpty() && !file.snapshots().isEmpty()) {
            text.append("# The vmallocinfo is left out: its addresses are not true ones.\n");
        }
        say(text, overlapping, "areas overlap others and are left out: the file was not read at one moment");
        say(text, misfits, "areas are left out: their addresses are not those of whole pages, or not real");
        say(text, leftOut, "events are left out: what they tell is not possible");
    }

    private static void say(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append("# ").append(count).append(' ').append(what).append('\n');
        }
    }

    private void areas(AreaTable areas) {
        for (int index = 0; index < areas.size(); index++) {
            long start = areas.start(index);
            long last = areas.end(index) - 1;
            boolean fits = areas.agrees(index)
                    && ((start | areas.bytes(index)) & ~Machine.PAGE_MASK) == 0
                    && Long.compareUnsigned(start, last) < 0;
            if (!fits) {
                misfits++;
            } else if (!places.take(start, areas.end(index))) {
                overlapping++;
            } else {
                add(areas.get(index));
            }
        }
    }

    private void add(Area area) {
        long told = Math.min(area.pages().orElse(0), area.size() >>> Machine.PAGE_SHIFT);
        pages += told;
        rows.add(ScenarioPrinter.print(new Statement.Area(
                naming.name(area),
                new ImportedArea(
                        area.start(),
                        area.size(),
                        AreaStatements.kind(area),
                        AreaStatements.words(area),
                        told,
                        machine.abi().wrap(area.phys().orElse(0)),
                        caller(area)))));
    }

    /// The caller as one word; empty when it cannot be one, or when there are too many.
    private Optional<String> caller(Area area) {
        Optional<String> word = AreaStatements.caller(area);
        if (word.isEmpty() || callers.size() >= MOST_CALLERS && !callers.contains(word.get())) {
            return Optional.empty();
        }
        callers.add(word.get());
        return word;
    }

    /// Physical memory: more than is used, because how much the machine had is not told.
    private long ram() {
        long most = machine == Machine.I386 ? MOST_RAM_32 : MOST_RAM_64;
        long used = Math.clamp(pages, 0, most >>> Machine.PAGE_SHIFT) << Machine.PAGE_SHIFT;
        return Math.clamp(Long.highestOneBit(Math.max(used, 1)) << 2, LEAST_RAM, most);
    }
}
