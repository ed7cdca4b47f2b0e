package org.vmalloscope.trace.imported;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaKind;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// What changed between two snapshots: areas that are only in one of them.
///
/// With true addresses, and with hashes of the same boot, an area is the same when start, size, caller and kind are.
/// When one
/// of the two has zeros, only how many there are of each size, caller and kind can be compared.
///
/// @param appeared areas of the later one that the earlier does not have
/// @param gone areas of the earlier one that the later does not have
/// @param stayed how many are in both
/// @param byAddress whether addresses were compared
public record SnapshotDifference(
        Snapshot earlier, Snapshot later, List<Area> appeared, List<Area> gone, int stayed, boolean byAddress) {
    private record Key(long start, long size, String caller, AreaKind kind) {}

    public SnapshotDifference {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    public static SnapshotDifference between(Snapshot earlier, Snapshot later) {
        boolean byAddress = earlier.mode() == later.mode() && earlier.mode() != AddressMode.ZEROED;
        Map<Key, Deque<Area>> before = new HashMap<>();
        for (Area area : earlier.areas()) {
            before.computeIfAbsent(key(area, byAddress), missing -> new ArrayDeque<>())
                    .add(area);
        }
        List<Area> appeared = new ArrayList<>();
        int stayed = 0;
        for (Area area : later.areas()) {
            Deque<Area> same = before.getOrDefault(key(area, byAddress), new ArrayDeque<>());
            if (same.poll() == null) {
                appeared.add(area);
            } else {
                stayed++;
            }
        }
        List<Area> gone = new ArrayList<>();
        before.values().forEach(gone::addAll);
        gone.sort(Comparator.comparingLong(Area::line));
        return new SnapshotDifference(earlier, later, appeared, gone, stayed, byAddress);
    }

    private static Key key(Area area, boolean byAddress) {
        return new Key(byAddress ? area.start() : 0, area.size(), area.caller(), area.kind());
    }

    /// Every area that appeared or is gone.
    public Table areas() {
        return areas(Integer.MAX_VALUE);
    }

    /// The areas that are gone, then those that appeared: at most so many of each.
    public Table areas(int most) {
        List<List<String>> rows = new ArrayList<>();
        gone.stream().limit(most).forEach(area -> rows.add(row("gone", earlier, area)));
        appeared.stream().limit(most).forEach(area -> rows.add(row("appeared", later, area)));
        return new Table(List.of("change", "start", "bytes", "kind", "caller"), rows, remarks());
    }

    private static List<String> row(String change, Snapshot snapshot, Area area) {
        return List.of(
                change,
                SnapshotTables.address(snapshot, area.start()),
                Long.toString(area.size()),
                area.kind().label(),
                area.caller());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remarks.add(appeared.size() + " appeared, " + gone.size() + " gone, " + stayed + " in both.");
        if (!byAddress) {
            remarks.add("Addresses cannot be compared here: areas are told apart by size, kind and caller alone.");
        } else if (earlier.mode() == AddressMode.HASHED) {
            remarks.add("Addresses are hashed: this holds when both are from the same boot.");
        }
        return remarks;
    }

    /// By caller, what was added and not given back in between: a leak, or something that is there to stay.
    public Table leaks() {
        Map<String, long[]> sums = new HashMap<>();
        for (Area area : appeared) {
            add(sums, area, 1);
        }
        for (Area area : gone) {
            add(sums, area, -1);
        }
        List<List<String>> rows = sums.entrySet().stream()
                .filter(entry -> entry.getValue()[2] > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, long[]> entry) -> -entry.getValue()[2])
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> List.of(
                        entry.getKey(),
                        Long.toString(entry.getValue()[0]),
                        Long.toString(entry.getValue()[1]),
                        Long.toString(entry.getValue()[2])))
                .toList();
        return new Table(List.of("caller", "appeared", "gone", "bytes_more"), rows, remarks());
    }

    private static void add(Map<String, long[]> sums, Area area, int sign) {
        String caller = area.caller().isEmpty() ? "(" + area.kind().label() + ")" : area.caller();
        long[] sum = sums.computeIfAbsent(caller, missing -> new long[3]);
        sum[sign > 0 ? 0 : 1]++;
        sum[2] += sign * area.size();
    }
}
