package org.vmalloscope.trace.imported;

import java.util.Map;
import java.util.TreeMap;

/// Ranges of addresses that do not overlap.
final class AreaPlaces {
    private final TreeMap<Long, Long> ends = new TreeMap<>(Long::compareUnsigned);

    /// Takes `[start, end)`; false when a part of it is taken.
    boolean take(long start, long end) {
        Map.Entry<Long, Long> below = ends.lowerEntry(end);
        if (below != null && Long.compareUnsigned(below.getValue(), start) > 0) {
            return false;
        }
        ends.put(start, end);
        return true;
    }
}
