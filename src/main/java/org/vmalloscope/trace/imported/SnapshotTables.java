package org.vmalloscope.trace.imported;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaKind;
import org.vmalloscope.trace.vmallocinfo.AreaTable;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// What one snapshot holds, in tables.
public final class SnapshotTables {
    private static final int LARGEST = 20;
    private static final int PERCENT = 1000;

    private SnapshotTables() {}

    private static final class Sum {
        private long areas;
        private long bytes;
        private long pages;
        private long guards;
        private long largest;

        private void add(Area area) {
            areas++;
            bytes += area.size();
            pages += area.pages().orElse(0);
            guards += area.guardBytes();
            largest = Math.max(largest, area.size());
        }
    }

    private static <K> Map<K, Sum> sums(Snapshot snapshot, Function<Area, K> key) {
        Map<K, Sum> sums = new HashMap<>();
        for (Area area : snapshot.areas()) {
            sums.computeIfAbsent(key.apply(area), missing -> new Sum()).add(area);
        }
        return sums;
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    /// Areas by who asked for them, most bytes first.
    public static Table callers(Snapshot snapshot) {
        List<List<String>> rows = sums(snapshot, SnapshotTables::asker).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Sum> entry) -> -entry.getValue().bytes)
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> List.of(
                        entry.getKey(),
                        text(entry.getValue().areas),
                        text(entry.getValue().bytes),
                        text(entry.getValue().pages),
                        text(entry.getValue().largest)))
                .toList();
        return new Table(List.of("caller", "areas", "bytes", "pages", "largest"), rows, List.of());
    }

    private static String asker(Area area) {
        return area.caller().isEmpty() ? "(" + area.kind().label() + ")" : area.caller();
    }

    /// Areas by kind, in the order of [AreaKind].
    public static Table kinds(Snapshot snapshot) {
        Map<AreaKind, Sum> sums = new TreeMap<>(sums(snapshot, Area::kind));
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((kind, sum) ->
                rows.add(List.of(kind.label(), text(sum.areas), text(sum.bytes), text(sum.pages), text(sum.largest))));
        return new Table(List.of("kind", "areas", "bytes", "pages", "largest"), rows, List.of());
    }

    /// What guard pages take, by kind.
    public static Table guards(Snapshot snapshot) {
        Map<AreaKind, Sum> sums = new TreeMap<>(sums(snapshot, Area::kind));
        List<List<String>> rows = new ArrayList<>();
        sums.forEach((kind, sum) -> rows.add(List.of(
                kind.label(), text(sum.areas), text(sum.bytes), text(sum.guards), share(sum.guards, sum.bytes))));
        return new Table(
                List.of("kind", "areas", "bytes", "guard_bytes", "share"),
                rows,
                List.of(
                        "Guard pages are not in the file: one is counted where the kernel adds one. They take addresses,"
                                + " no memory."));
    }

    private static String share(long part, long whole) {
        long tenths = whole == 0 ? 0 : part * PERCENT / whole;
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /// The gaps between areas by size, in powers of two.
    public static Table holes(Snapshot snapshot) {
        if (snapshot.mode() != AddressMode.REAL) {
            return new Table(
                    List.of("from_bytes", "to_bytes", "holes", "bytes"),
                    List.of(),
                    List.of("The addresses are " + snapshot.mode().label() + ": gaps between areas are not known."));
        }
        Holes holes = Holes.of(snapshot);
        TreeMap<Long, long[]> classes = new TreeMap<>();
        for (long size : holes.sizes()) {
            long[] sums = classes.computeIfAbsent(Long.highestOneBit(size), missing -> new long[2]);
            sums[0]++;
            sums[1] += size;
        }
        List<List<String>> rows = new ArrayList<>();
        classes.forEach(
                (from, sums) -> rows.add(List.of(text(from), text(2 * from - 1), text(sums[0]), text(sums[1]))));
        return new Table(
                List.of("from_bytes", "to_bytes", "holes", "bytes"),
                rows,
                List.of(
                        holes.sizes().size() + " holes between areas, " + holes.bytes() + " bytes, the largest "
                                + holes.largest() + ".",
                        snapshot.guess().hasNodes()
                                ? "Not all of it is free: this kernel keeps freed ranges in pools that the file does not show."
                                : "What lies below the first area and above the last is not counted."));
    }

    /// The largest areas.
    public static Table largest(Snapshot snapshot) {
        return largest(snapshot, LARGEST);
    }

    /// The largest areas, at most so many.
    public static Table largest(Snapshot snapshot, int most) {
        AreaTable areas = snapshot.areas();
        List<List<String>> rows = IntStream.range(0, areas.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer index) -> -areas.bytes(index))
                        .thenComparing(index -> index))
                .limit(most)
                .map(areas::get)
                .map(area -> List.of(
                        address(snapshot, area.start()),
                        text(area.size()),
                        area.kind().label(),
                        area.pages().isPresent() ? text(area.pages().getAsLong()) : "",
                        area.caller()))
                .toList();
        return new Table(List.of("start", "bytes", "kind", "pages", "caller"), rows, List.of());
    }

    /// The areas as the file has them: what is certain even when addresses are not.
    public static Table order(Snapshot snapshot) {
        return order(snapshot, Integer.MAX_VALUE);
    }

    /// The areas as the file has them, at most so many.
    public static Table order(Snapshot snapshot, int most) {
        AreaTable areas = snapshot.areas();
        Set<Long> starts = new HashSet<>();
        for (int index = 0; index < areas.size(); index++) {
            starts.add(areas.start(index));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Area area : areas.subList(0, Math.min(most, areas.size()))) {
            boolean known = snapshot.mode() != AddressMode.ZEROED;
            String touches = known ? starts.contains(area.end()) ? "yes" : "no" : "";
            rows.add(List.of(text(area.line()), text(area.size()), area.kind().label(), touches, area.caller()));
        }
        String remark = switch (snapshot.mode()) {
            case REAL -> "touches: another area begins where this one ends.";
            case HASHED ->
                "Addresses are hashed: order and sizes only. touches: the same hash stands at the end of this area"
                        + " and at the start of another. How large the gaps are is not known.";
            case ZEROED -> "Addresses are zeroed: order and sizes only. Gaps are not known.";
        };
        return new Table(List.of("line", "bytes", "kind", "touches", "caller"), rows, List.of(remark));
    }

    /// An address, and a hash or nothing as what it is.
    static String address(Snapshot snapshot, long value) {
        String digits = String.format(snapshot.wide() ? "0x%016x" : "0x%08x", value);
        return switch (snapshot.mode()) {
            case REAL -> digits;
            case HASHED -> "hash:" + digits;
            case ZEROED -> "";
        };
    }
}
