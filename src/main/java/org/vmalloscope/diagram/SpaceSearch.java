package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.journal.Note.ObjectAllocated;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The search for a hole that the statement under the cursor is making, or has made last.
///
/// @param tried the candidates so far, in order
/// @param va the struct of the area that a place is looked for; 0 for a per-CPU group, which has several
/// @param padding bytes that alignment leaves unused below the place that was chosen
/// @param group whether places are looked for several areas at once, from the top downwards
/// @param flushedSince whether the TLBs were flushed after the last candidate
record SpaceSearch(List<HoleTried> tried, long va, long padding, boolean group, boolean flushedSince) {
    SpaceSearch {
        tried = List.copyOf(tried);
    }

    /// Reads the events of a statement: a search begins when a function that searches is entered, and anew when it
    /// takes its lock again.
    static SpaceSearch of(List<Event> soFar) {
        List<HoleTried> tried = new ArrayList<>();
        long area = 0;
        long padding = 0;
        boolean group = false;
        boolean again = false;
        boolean flushed = false;
        for (Event event : soFar) {
            switch (event) {
                case FunctionEntered(String function, var arguments)
                when isSearch(function) -> {
                    tried.clear();
                    padding = 0;
                    area = 0;
                    group = function.equals("pcpu_get_vm_areas");
                }
                case ObjectAllocated(String type, long address, long bytes)
                when type.equals(VmapArea.TYPE.name()) -> area = address;
                case LockTaken(String lock, long address) -> again |= lock.equals("vmap_area_lock");
                case HoleTried candidate -> {
                    if (again) {
                        tried.clear();
                    }
                    again = false;
                    flushed = false;
                    tried.add(candidate);
                }
                case AlignmentPadded(long start, long end) -> padding = end - start;
                case TlbFlushed flush -> flushed = true;
                default -> {
                    // Nothing else is part of a search.
                }
            }
        }
        return new SpaceSearch(tried, group ? 0 : area, padding, group, flushed);
    }

    private static boolean isSearch(String function) {
        return function.equals("alloc_vmap_area") || function.equals("pcpu_get_vm_areas");
    }

    boolean isEmpty() {
        return tried.isEmpty();
    }

    /// The places that are chosen: those since the last one that was rejected.
    List<HoleTried> chosen() {
        int first = tried.size();
        while (first > 0 && tried.get(first - 1).verdict() == Verdict.CHOSEN) {
            first--;
        }
        return tried.subList(first, tried.size());
    }
}
