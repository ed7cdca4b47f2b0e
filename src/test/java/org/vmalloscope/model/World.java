package org.vmalloscope.model;

import static org.vmalloscope.model.NaiveMachine.PAGE;
import static org.vmalloscope.model.NaiveMachine.less;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The state that all functions of the model share, and what they all do: reserve addresses, free them lazily, purge.
final class World {
    final NaiveMachine machine;
    final int cpus;
    final long ramPages;
    final AddressSpace space;
    final MappedPages mapped = new MappedPages();
    final NaiveTlbs tlbs = new NaiveTlbs();
    final List<Vm> vmlist = new ArrayList<>();
    final Deque<Happening> rcu = new ArrayDeque<>();
    final Flaw flaw;

    long freePages;
    int lazyNr;
    int cpu;
    boolean initialized;

    /// Counted allocations until one fails; 0 when none is to fail.
    long failure;

    /// The events of the statement being played.
    List<Happening> happenings = new ArrayList<>();

    World(NaiveMachine machine, int cpus, long ramPages, Flaw flaw) {
        this.machine = machine;
        this.cpus = cpus;
        this.ramPages = ramPages;
        this.freePages = ramPages;
        this.space = new AddressSpace(machine, flaw);
        this.flaw = flaw;
    }

    /// A counted allocation; false when it is the one that was told to fail.
    boolean kmalloc() {
        if (failure > 0) {
            failure--;
            return failure > 0;
        }
        return true;
    }

    void tell(String what, long start, long end) {
        happenings.add(Happening.range(what, start, end));
        if (what.equals("flush_tlb")) {
            tlbs.flushed(start, end);
        }
    }

    void warn(String text) {
        happenings.add(Happening.message("warn", text));
    }

    void map(long start, long end) {
        tell("map", start, end);
        requireAligned(start, end);
        if (!less(start, end) || mapped.hasAny(start, end)) {
            throw new UnspecifiedException("pages that are mapped already, or none");
        }
        mapped.add(start, end);
        tell("flush_cache_vmap", start, end);
    }

    void unmap(long start, long end) {
        tell("unmap", start, end);
        requireAligned(start, end);
        mapped.remove(start, end);
        tlbs.unmapped(start, end);
    }

    private static void requireAligned(long start, long end) {
        if ((start | end) % PAGE != 0) {
            throw new NaiveDeath("unaligned page-table range");
        }
    }

    /// alloc_vmap_area over the whole space: the lowest room, if need be after a purge.
    @Nullable
    Area reserve(long size, long align) {
        NaiveDeath.bugOn(size == 0, 336);
        if (!kmalloc()) {
            return null;
        }
        OptionalLong room = space.lowestRoom(size, align);
        if (room.isEmpty()) {
            purge();
            room = space.lowestRoom(size, align);
        }
        if (room.isEmpty()) {
            String message = " failed: use vmalloc=<size> to increase size.";
            happenings.add(
                    Happening.message("printk", "vmap allocation for size " + Long.toUnsignedString(size) + message));
            return null;
        }
        long start = room.getAsLong();
        Area area = new Area(start, machine.wrap(start + size), 0);
        space.insert(area);
        return area;
    }

    void flushAndFreeLazily(Area area) {
        tell("flush_cache_vunmap", area.start, area.end);
        freeLazily(area);
    }

    /// free_unmap_vmap_area_noflush.
    void freeLazily(Area area) {
        area.flags |= Area.LAZY;
        lazyNr += area.pages();
        long waiting = machine.wrap(lazyNr);
        long limit = NaiveMachine.lazyMaxPages(cpus);
        if (flaw == Flaw.EAGER_UNMAP) {
            mapped.remove(area.start, area.end);
        }
        if (less(limit, waiting) || (flaw == Flaw.PURGE_AT_LIMIT && waiting == limit)) {
            purge();
        }
    }

    /// Purges what is lazy; nothing happens when nothing is.
    void purge() {
        purge(machine.wrap(-1), 0, false);
    }

    /// __purge_vmap_area_lazy: unmaps the lazy areas in address order, flushes once, then erases them in that
    /// order.
    void purge(long spanStart, long spanEnd, boolean forceFlush) {
        long start = spanStart;
        long end = spanEnd;
        int pages = 0;
        List<Area> purged = new ArrayList<>();
        for (Area area : space.areas.values()) {
            if (area.has(Area.LAZY)) {
                start = less(area.start, start) ? area.start : start;
                end = less(end, area.end) ? area.end : end;
                pages += area.pages();
                unmap(area.start, area.end);
                purged.add(area);
                area.flags = (area.flags & ~Area.LAZY) | Area.PURGING;
            }
        }
        lazyNr -= pages;
        if (pages != 0 || forceFlush) {
            tell("flush_tlb", start, end);
        }
        if (pages != 0) {
            for (Area area : purged) {
                space.erase(area);
                callRcu("va", area.start);
            }
        }
    }

    void callRcu(String kind, long start) {
        happenings.add(Happening.rcu("rcu_queue", kind, start));
        rcu.add(Happening.rcu("rcu_free", kind, start));
    }

    /// Runs all callbacks that wait; their number.
    long runRcu() {
        long count = rcu.size();
        happenings.addAll(rcu);
        rcu.clear();
        return count;
    }
}
