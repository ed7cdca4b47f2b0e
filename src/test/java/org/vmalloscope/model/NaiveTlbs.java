package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vmalloscope.journal.Note.Touch;

/// What each CPU remembers of the page table: 64 slots, filled in turn; and what of that is stale.
final class NaiveTlbs {
    private static final int SLOTS = 64;

    private final Map<Integer, long[]> slots = new HashMap<>();
    private final Map<Integer, Integer> fills = new HashMap<>();
    private final Map<Integer, Set<Long>> stale = new HashMap<>();

    Touch touch(int cpu, long address, boolean mapped) {
        long page = address & -PAGE;
        for (long known : slots.getOrDefault(cpu, new long[0])) {
            if (page != 0 && known == page) {
                return stale.getOrDefault(cpu, Set.of()).contains(page) ? Touch.STALE : Touch.HIT;
            }
        }
        if (!mapped) {
            return Touch.FAULT;
        }
        int turn = fills.merge(cpu, 1, Integer::sum) - 1;
        long[] mine = slots.computeIfAbsent(cpu, made -> new long[SLOTS]);
        stale.computeIfAbsent(cpu, made -> new TreeSet<>()).remove(mine[turn % SLOTS]);
        mine[turn % SLOTS] = page;
        return Touch.FILLED;
    }

    void unmapped(long start, long end) {
        slots.forEach((cpu, pages) -> {
            for (long page : pages) {
                if (page != 0 && !less(page, start) && less(page, end)) {
                    stale.computeIfAbsent(cpu, made -> new TreeSet<>()).add(page);
                }
            }
        });
    }

    void flushed(long start, long end) {
        slots.forEach((cpu, pages) -> {
            for (int slot = 0; slot < SLOTS; slot++) {
                if (pages[slot] != 0 && !less(pages[slot], start) && less(pages[slot], end)) {
                    stale.getOrDefault(cpu, new TreeSet<>()).remove(pages[slot]);
                    pages[slot] = 0;
                }
            }
        });
    }
}
