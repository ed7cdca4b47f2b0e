package org.vmalloscope.trace.tracepoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vmalloscope.trace.tracepoint.TraceEvent.Allocated;
import org.vmalloscope.trace.tracepoint.TraceEvent.Freed;
import org.vmalloscope.trace.tracepoint.TraceEvent.Lost;
import org.vmalloscope.trace.tracepoint.TraceEvent.Marked;
import org.vmalloscope.trace.tracepoint.TraceEvent.Purged;

/// Follows each area through a recording.
final class LifeReader {
    private final List<TraceEvent> events;
    private final List<AreaLife> lives = new ArrayList<>();
    /// The areas that are there, by unsigned address, as indexes into `lives`.
    private final TreeMap<Long, Integer> there = new TreeMap<>(Long::compareUnsigned);

    LifeReader(List<TraceEvent> events) {
        this.events = events;
    }

    List<AreaLife> lives() {
        for (int index = 0; index < events.size(); index++) {
            switch (events.get(index)) {
                case Allocated allocated when allocated.failed() -> {}
                case Allocated allocated -> allocated(allocated, index);
                case Freed freed -> freed(freed, index);
                case Purged purged -> purged(purged, index);
                case Marked marked -> {}
                case Lost lost -> {}
            }
        }
        return lives;
    }

    private void allocated(Allocated event, int index) {
        overlapping(event.start(), event.end()).forEach(life -> end(life, index));
        there.put(event.start(), lives.size());
        lives.add(new AreaLife(
                event.start(), event.size(), OptionalInt.of(index), OptionalInt.empty(), OptionalInt.empty()));
    }

    /// The areas that share an address with `[start, end)`; one of unknown size holds at least its first page.
    private List<Integer> overlapping(long start, long end) {
        List<Integer> found = new ArrayList<>();
        Map.Entry<Long, Integer> below = there.lowerEntry(start);
        if (below != null && Long.compareUnsigned(lives.get(below.getValue()).end(), start) > 0) {
            found.add(below.getValue());
        }
        if (Long.compareUnsigned(start, end) < 0) {
            found.addAll(there.subMap(start, end).values());
        }
        return found;
    }

    private void end(int life, int index) {
        AreaLife was = lives.get(life);
        there.remove(was.start());
        lives.set(life, new AreaLife(was.start(), was.size(), was.allocated(), was.freed(), OptionalInt.of(index)));
    }

    private void freed(Freed event, int index) {
        Integer life = there.get(event.start());
        if (life == null || lives.get(life).freed().isPresent()) {
            there.put(event.start(), lives.size());
            lives.add(new AreaLife(event.start(), 0, OptionalInt.empty(), OptionalInt.of(index), OptionalInt.empty()));
            return;
        }
        AreaLife was = lives.get(life);
        lives.set(life, new AreaLife(was.start(), was.size(), was.allocated(), OptionalInt.of(index), was.gone()));
    }

    private void purged(Purged event, int index) {
        if (event.count() == 0 || Long.compareUnsigned(event.start(), event.end()) >= 0) {
            return;
        }
        for (int life : List.copyOf(there.subMap(event.start(), event.end()).values())) {
            if (lives.get(life).freed().isPresent()) {
                end(life, index);
            }
        }
    }
}
