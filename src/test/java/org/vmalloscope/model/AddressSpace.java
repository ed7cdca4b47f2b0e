package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All areas of the model by their start, and the two ways of finding room between them.
final class AddressSpace {
    final TreeMap<Long, Area> areas = new TreeMap<>(Long::compareUnsigned);
    long pcpuHole;
    private final NaiveMachine machine;
    private final Flaw flaw;

    AddressSpace(NaiveMachine machine, Flaw flaw) {
        this.machine = machine;
        this.flaw = flaw;
    }

    @Nullable
    Area startingAt(long address) {
        return areas.get(address);
    }

    void insert(Area area) {
        if (!less(area.start, area.end)) {
            throw new UnspecifiedException("an area that wraps around the end of the address space");
        }
        Map.@Nullable Entry<Long, Area> below = areas.lowerEntry(area.end);
        if (below != null && less(area.start, below.getValue().end)) {
            throw new UnspecifiedException("overlapping areas");
        }
        areas.put(area.start, area);
    }

    /// Takes an area out; the hole for per-CPU areas rises to its end.
    void erase(Area area) {
        areas.remove(area.start);
        if (less(machine.start, area.end) && !less(machine.end, area.end) && less(pcpuHole, area.end)) {
            pcpuHole = area.end;
        }
    }

    /// First fit, lowest address first: areas that end below the aligned start do not count, and above each of the
    /// others a page is left out.
    OptionalLong lowestRoom(long size, long align) {
        long start = machine.align(machine.start, align);
        long addr = start;
        for (Area area : areas.values()) {
            boolean touches = area.end == start;
            if (less(area.end, start) || (touches && flaw == Flaw.TOUCHING_AREA_IGNORED)) {
                continue;
            }
            if (wraps(addr, size)) {
                return OptionalLong.empty();
            }
            long end = end(addr, size);
            if (!less(area.start, end) || less(machine.end, end)) {
                break;
            }
            addr = machine.align(machine.wrap(area.end + (flaw == Flaw.NO_GAP_PAGE ? 0 : PAGE)), align);
        }
        boolean fits = !wraps(addr, size) && !less(machine.end, end(addr, size));
        return fits ? OptionalLong.of(addr) : OptionalLong.empty();
    }

    private boolean wraps(long addr, long size) {
        return less(machine.wrap(addr + size - 1), addr);
    }

    private long end(long addr, long size) {
        long end = machine.wrap(addr + size);
        if (end == 0) {
            throw new UnspecifiedException("a range that ends exactly where addresses wrap");
        }
        return end;
    }

    /// The highest base below the hole at which all areas of a group find room; they may touch their neighbours.
    OptionalLong highestRoom(List<Long> offsets, List<Long> sizes, long align, long lastEnd) {
        long lowest = machine.align(machine.start, align);
        long base = machine.wrap(endBelowHole(align) - lastEnd);
        while (true) {
            if (less(machine.wrap(base + lastEnd), machine.wrap(lowest + lastEnd))) {
                return OptionalLong.empty();
            }
            OptionalLong lower = pushedDown(base, offsets, sizes, align);
            if (lower.isEmpty()) {
                return OptionalLong.of(base);
            }
            base = lower.getAsLong();
        }
    }

    /// Where the highest area of a group may end: at the next area that ends above the hole, and not inside the one
    /// before it.
    private long endBelowHole(long align) {
        long highest = machine.end & -align;
        @Nullable Area next = null;
        for (Area area : areas.descendingMap().values()) {
            long end = next == null || less(highest, next.start & -align) ? highest : next.start & -align;
            if (!less(pcpuHole, area.end) && !less(end, area.end)) {
                return end;
            }
            next = area;
        }
        return next == null || less(highest, next.start & -align) ? highest : next.start & -align;
    }

    /// The next lower base to try when some area of the group does not fit at `base`.
    private OptionalLong pushedDown(long base, List<Long> offsets, List<Long> sizes, long align) {
        for (int i = 0; i < offsets.size(); i++) {
            long start = machine.wrap(base + offsets.get(i));
            long end = machine.wrap(start + sizes.get(i));
            Map.@Nullable Entry<Long, Area> below = areas.lowerEntry(end);
            if (below != null && less(start, below.getValue().end)) {
                long top = below.getKey() & -align;
                return OptionalLong.of(machine.wrap(top - offsets.get(i) - sizes.get(i)));
            }
        }
        return OptionalLong.empty();
    }
}
