package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vmalloscope.trace.input.LineCount;
import org.vmalloscope.trace.input.LineCount.Quote;
import org.vmalloscope.trace.tracepoint.AreaLife;
import org.vmalloscope.trace.tracepoint.Recording;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.AreaTable;
import org.vmalloscope.trace.vmallocinfo.AreaWord;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// What a kernel's file holds, what of it is uncertain, and which lines were not understood: for people, line by line.
public final class Summary {
    private static final long KIB = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private static final String UNCERTAIN = "uncertain: ";

    private final KernelFile file;
    private final List<String> lines = new ArrayList<>();

    private Summary(KernelFile file) {
        this.file = file;
    }

    /// The lines of the summary.
    public static List<String> of(KernelFile file) {
        Summary summary = new Summary(file);
        summary.write();
        return List.copyOf(summary.lines);
    }

    /// What is uncertain, a phrase each, without the reasons: from the lines of a summary.
    public static List<String> uncertain(List<String> summary) {
        return summary.stream()
                .filter(line -> line.startsWith(UNCERTAIN))
                .map(line -> line.substring(UNCERTAIN.length()))
                .map(line -> line.replaceFirst(": .*", ""))
                .distinct()
                .toList();
    }

    private void write() {
        boolean both = !file.snapshots().isEmpty() && !file.recording().isEmpty();
        lines.add(file.name() + ": "
                + (both
                        ? "/proc/vmallocinfo and vmalloc's tracepoints"
                        : file.recording().isEmpty() ? "/proc/vmallocinfo" : "vmalloc's tracepoints"));
        int number = 1;
        for (Snapshot snapshot : file.snapshots()) {
            if (file.snapshots().size() > 1) {
                lines.add("snapshot " + number++ + ": "
                        + (snapshot.title().isEmpty()
                                ? "from line " + snapshot.areas().line(0)
                                : snapshot.title()));
            }
            snapshot(snapshot);
        }
        if (!file.recording().isEmpty()) {
            recording(file.recording());
        }
        account(file.lines());
    }

    private void snapshot(Snapshot snapshot) {
        AreaTable areas = snapshot.areas();
        lines.add("kernel:    " + snapshot.guess().text() + " ("
                + String.join("; ", snapshot.guess().why()) + ")");
        lines.add("addresses: " + snapshot.mode().label() + ", " + (snapshot.wide() ? "64" : "32") + " bits");
        lines.add("areas:     " + areas.size() + ", " + bytes(snapshot.bytes()));
        if (snapshot.mode() == AddressMode.REAL) {
            Holes holes = Holes.of(snapshot);
            lines.add("holes:     " + holes.sizes().size() + " between areas, " + bytes(holes.bytes())
                    + ", the largest " + bytes(holes.largest()));
        } else {
            lines.add("holes:     not known");
        }
        uncertain(snapshot);
    }

    private void uncertain(Snapshot snapshot) {
        switch (snapshot.mode()) {
            case REAL -> uncertain("which shape the kernel's tree had: it is not in the file, and would be rebuilt");
            case HASHED ->
                uncertain(
                        "where the areas are, and how large the gaps: addresses are hashed. Order, sizes, and which areas"
                                + " touch are certain");
            case ZEROED -> uncertain("where the areas are: addresses are zeroed. Order and sizes are certain");
        }
        if (snapshot.guess().hasNodes()) {
            uncertain("what is free: this kernel keeps freed ranges in pools that the file does not show");
        } else if (unpurged(snapshot.areas()) == 0) {
            uncertain("what is free: areas that wait for a purge, and blocks of vm_map_ram, may not be in the file");
        }
        if (snapshot.disagreeing() > 0) {
            uncertain(snapshot.disagreeing() + " areas whose end - start is not their size: cut or garbled lines");
        }
        if (snapshot.strangeWords() > 0) {
            uncertain(snapshot.strangeWords() + " lines with words that no known kernel prints");
        }
        int overlaps = overlaps(snapshot);
        if (overlaps > 0) {
            uncertain(overlaps + " areas that overlap others: the kernel went on while it was read");
        }
    }

    private void uncertain(String what) {
        lines.add(UNCERTAIN + what);
    }

    private static int unpurged(AreaTable areas) {
        int count = 0;
        for (int index = 0; index < areas.size(); index++) {
            count += areas.is(index, AreaWord.UNPURGED) ? 1 : 0;
        }
        return count;
    }

    private static int overlaps(Snapshot snapshot) {
        AreaPlaces places = new AreaPlaces();
        int overlapping = 0;
        AreaTable areas = snapshot.areas();
        for (int index = 0; snapshot.mode() == AddressMode.REAL && index < areas.size(); index++) {
            boolean free = !areas.agrees(index) || places.take(areas.start(index), areas.end(index));
            overlapping += free ? 0 : 1;
        }
        return overlapping;
    }

    private void recording(Recording recording) {
        Recording.Frame frame = recording.frame();
        lines.add("kernel:    "
                + (frame.kernel().isEmpty() ? "6.2 or later (it has vmalloc's tracepoints)" : frame.kernel()));
        lines.add("CPUs:      " + recording.cpus());
        lines.add("events:    " + recording.allocations() + " allocations (" + recording.failures() + " failed), "
                + recording.frees() + " frees, " + recording.purges() + " purges");
        long before = recording.lives().stream()
                .filter(life -> life.allocated().isEmpty())
                .count();
        lines.add("areas:     " + (recording.lives().size() - before) + " allocated in the recording, "
                + recording.lives().stream().filter(Summary::stays).count() + " of them not freed; " + before
                + " frees of areas from before it, or of per-CPU chunks");
        if (!frame.others().isEmpty()) {
            lines.add("others:    "
                    + frame.others().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    + " events of " + frame.others().size() + " other kinds");
        }
        uncertain("what was there before the recording, and in which order effects came: a line is printed later than"
                + " what it tells");
        if (frame.overwritten() > 0) {
            uncertain(frame.overwritten() + " events were lost before the recording was read");
        }
        if (!recording.gaps().isEmpty()) {
            uncertain(recording.gaps().size() + " gaps, the first in line "
                    + recording.gaps().getFirst().line() + ": events were lost");
        }
    }

    private static boolean stays(AreaLife life) {
        return life.allocated().isPresent() && life.freed().isEmpty();
    }

    private void account(LineCount count) {
        lines.add(
                "lines:     " + count.total() + ", " + count.understood() + " understood, " + count.skipped() + " not");
        for (Quote quote : count.quoted()) {
            lines.add("  line " + quote.line() + ": " + quote.text());
        }
        if (count.skipped() > count.quoted().size()) {
            lines.add("  and " + (count.skipped() - count.quoted().size()) + " more");
        }
        if (file.prefixed() > 0) {
            lines.add("           " + file.prefixed() + " had something before the area, such as a time stamp");
        }
        if (count.cleaned() > 0) {
            lines.add("           " + count.cleaned() + " had colours or NUL bytes, which were taken out");
        }
        if (count.cut() > 0) {
            lines.add("           " + count.cut() + " were too long and were cut after 64 KiB");
        }
        file.fault().ifPresent(fault -> lines.add("           " + fault));
    }

    private static String bytes(long bytes) {
        if (bytes < KIB) {
            return bytes + " bytes";
        }
        int unit = (Long.SIZE - 1 - Long.numberOfLeadingZeros(bytes)) / 10;
        return String.format(Locale.ROOT, "%d bytes (%.1f %s)", bytes, bytes / Math.pow(KIB, unit), UNITS[unit - 1]);
    }
}
