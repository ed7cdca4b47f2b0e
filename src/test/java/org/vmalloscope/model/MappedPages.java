package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.less;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The present pages of the model: start to end of each maximal run.
final class MappedPages {
    final TreeMap<Long, Long> runs = new TreeMap<>(Long::compareUnsigned);

    void add(long start, long end) {
        long low = start;
        long high = end;
        Map.@Nullable Entry<Long, Long> below = runs.floorEntry(start);
        if (below != null && !less(below.getValue(), start)) {
            low = below.getKey();
            if (less(high, below.getValue())) {
                high = below.getValue();
            }
        }
        Map.@Nullable Entry<Long, Long> above = runs.floorEntry(high);
        while (above != null && !less(above.getKey(), low)) {
            if (less(high, above.getValue())) {
                high = above.getValue();
            }
            runs.remove(above.getKey());
            above = runs.floorEntry(high);
        }
        runs.put(low, high);
    }

    void remove(long start, long end) {
        Map.@Nullable Entry<Long, Long> run = runs.lowerEntry(end);
        while (run != null && less(start, run.getValue())) {
            runs.remove(run.getKey());
            if (less(run.getKey(), start)) {
                runs.put(run.getKey(), start);
            }
            if (less(end, run.getValue())) {
                runs.put(end, run.getValue());
            }
            run = runs.lowerEntry(end);
        }
    }

    boolean hasAny(long start, long end) {
        Map.@Nullable Entry<Long, Long> run = runs.lowerEntry(end);
        return run != null && less(start, run.getValue());
    }

    boolean hasAll(long start, long end) {
        Map.@Nullable Entry<Long, Long> run = runs.floorEntry(start);
        return run != null && !less(run.getValue(), end);
    }
}
