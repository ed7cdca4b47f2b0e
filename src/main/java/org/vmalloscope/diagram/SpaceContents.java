package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmallocView.NumberedBlock;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Kind;

/// What stands in the address space at a moment, by ascending address: read once, drawn at any scale.
///
/// Besides the areas of vmap_area_list these are the ranges that early vm_structs reserve before boot has made
/// areas of them, and the place that a search has chosen and not yet filled.
final class SpaceContents {
    /// So many pages in which nothing begins or ends may be folded.
    static final int FOLDABLE_PAGES = 30;

    /// The pages of a block that are shown grow in steps of so many.
    private static final int BLOCK_STEP = 16;

    private final long start;
    private final long end;
    private final SpaceSearch search;
    private final List<Item> items;
    private final Map<Long, VmapBlock> blocks = new HashMap<>();
    private final List<PageRange> mapped;
    private final List<Stretch> foldable;
    private final Set<Long> changed;

    /// Why a range is taken.
    enum State {
        /// An area of vmap_area_list.
        AREA,
        /// A vm_struct registered before boot, which has no area yet.
        RESERVED,
        /// Chosen by the search going on.
        PENDING
    }

    /// A range that is taken.
    ///
    /// @param guard whether its last page is a guard page
    /// @param padding bytes below it that the search left unused to align it
    /// @param address of its struct; 0 for a place chosen for one of a group
    record Item(long from, long to, State state, Kind kind, boolean guard, long padding, long address) {
        long pages() {
            return to - from + Machine.PAGE_SIZE - 1 >>> Machine.PAGE_SHIFT;
        }

        /// The end of the pages that may be used.
        long bodyEnd() {
            return guard ? to - Machine.PAGE_SIZE : to;
        }
    }

    /// A run of pages in which nothing begins or ends.
    ///
    /// @param hole whether it is free; else it is inside an area
    /// @param after whether something stands below it
    /// @param before whether something stands above it
    record Stretch(long from, long to, boolean hole, boolean after, boolean before) {
        double pages() {
            return (to - from) / (double) Machine.PAGE_SIZE;
        }
    }

    private SpaceContents(Moment moment) {
        VmallocView view = moment.view();
        PageRange space = space(moment);
        start = space.start();
        end = space.end();
        search = SpaceSearch.of(moment.soFar());
        for (NumberedBlock numbered : view.blocks()) {
            blocks.put(numbered.block().va().address(), numbered.block());
        }
        changed = ChangedAreas.of(moment);
        mapped = view.ground().mapped().all();
        items = items(moment);
        foldable = stretches();
    }

    /// The machine's vmalloc space, and whatever areas of a real kernel lie outside. When that is more than can be
    /// measured: the areas alone, or the space alone.
    private static PageRange space(Moment moment) {
        Machine machine = moment.view().config().machine();
        long low = machine.vmallocStart();
        long high = machine.vmallocEnd() + (machine.vmallocEnd() & 1);
        List<VmapArea> areas = moment.areas();
        if (areas.isEmpty()) {
            return new PageRange(low, high);
        }
        long first = areas.getFirst().vaStart();
        long last = areas.getLast().vaEnd();
        long from = Long.compareUnsigned(first, low) < 0 ? first : low;
        long to = Long.compareUnsigned(last, high) > 0 ? last : high;
        if (to - from > 0) {
            return new PageRange(from, to);
        }
        return last - first > 0 ? new PageRange(first, last) : new PageRange(low, high);
    }

    /// Reads the memory of a moment.
    static SpaceContents of(Moment moment) {
        return new SpaceContents(moment);
    }

    private List<Item> items(Moment moment) {
        List<Item> found = new ArrayList<>();
        Set<Long> listed = new HashSet<>();
        PageRange shown = new PageRange(start, end);
        for (VmapArea va : moment.areas()) {
            if (!shown.contains(va.vaStart())) {
                continue;
            }
            Optional<SlabObject> object = moment.view().ground().objectAt(va.address());
            boolean guard = object.map(moment.births()::hasGuard).orElse(false);
            long padding = object.map(moment.births()::paddingBelow).orElse(0L);
            found.add(new Item(
                    va.vaStart(), va.vaEnd(), State.AREA, moment.kinds().of(va), guard, padding, va.address()));
            listed.add(va.vaStart());
        }
        if (!moment.view().vmapInitialized()) {
            for (VmStruct vm : moment.view().vmlist()) {
                if (vm.addr() != 0 && !listed.contains(vm.addr())) {
                    long vmEnd = vm.addr() + vm.size();
                    found.add(new Item(vm.addr(), vmEnd, State.RESERVED, Kind.EARLY, false, 0, vm.address()));
                }
            }
        }
        for (HoleTried chosen : search.chosen()) {
            if (!listed.contains(chosen.start())) {
                found.add(pending(moment, chosen));
            }
        }
        found.removeIf(item -> !isInside(item.from()));
        found.replaceAll(this::cut);
        found.sort(Comparator.comparingLong(item -> item.from() - start));
        return found;
    }

    /// Early areas may lie beyond the space: the boot code does not look.
    private boolean isInside(long address) {
        return Long.compareUnsigned(address - start, end - start) < 0;
    }

    /// The part of a range that is in the space; it begins there, and may even wrap around.
    private Item cut(Item item) {
        boolean whole = isInside(item.to() - 1) && Long.compareUnsigned(item.from(), item.to()) < 0;
        return whole
                ? item
                : new Item(item.from(), end, item.state(), item.kind(), false, item.padding(), item.address());
    }

    private Item pending(Moment moment, HoleTried chosen) {
        Optional<SlabObject> object = moment.view().ground().objectAt(search.va());
        boolean guard = object.map(moment.births()::hasGuard).orElse(false);
        return new Item(chosen.start(), chosen.end(), State.PENDING, Kind.BUSY, guard, search.padding(), search.va());
    }

    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        long low = start;
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            add(found, new Stretch(low, item.from(), true, index > 0, true));
            add(found, new Stretch(shownTo(item), item.bodyEnd(), false, true, true));
            low = Math.min(item.to() - start + Machine.PAGE_SIZE, end - start) + start;
        }
        add(found, new Stretch(low, end, true, !items.isEmpty(), false));
        return found;
    }

    private static void add(List<Stretch> found, Stretch stretch) {
        if (stretch.pages() >= FOLDABLE_PAGES) {
            found.add(stretch);
        }
    }

    /// Where the part of an item ends that is never folded: that of a block which has been handed out.
    private long shownTo(Item item) {
        VmapBlock block = blocks.get(item.address());
        if (block == null || item.state() != State.AREA) {
            return item.from();
        }
        int used = usedPages(block, item.pages());
        long shown = Math.max(1, (used + BLOCK_STEP - 1) / BLOCK_STEP) * (long) BLOCK_STEP;
        return item.from() + Math.min(shown, item.pages()) * Machine.PAGE_SIZE;
    }

    private static int usedPages(VmapBlock block, long pages) {
        int word = block.memory().abi().wordBits();
        for (int index = (int) pages / word - 1; index >= 0; index--) {
            long bits = block.allocMap(index) | block.dirtyMap(index);
            if (bits != 0) {
                return index * word + Long.SIZE - Long.numberOfLeadingZeros(bits);
            }
        }
        return 0;
    }

    /// VMALLOC_START, or the lowest area of a real kernel that has some below it.
    long start() {
        return start;
    }

    /// The first address after the last page.
    long end() {
        return end;
    }

    /// What is taken, ascending.
    List<Item> items() {
        return items;
    }

    /// The search of the statement under the cursor.
    SpaceSearch search() {
        return search;
    }

    /// The present pages, as ascending runs.
    List<PageRange> mapped() {
        return mapped;
    }

    /// The runs of pages that may be folded, ascending.
    List<Stretch> foldable() {
        return foldable;
    }

    /// The same with what is offered opened: a stretch is cut where an offer begins and ends.
    List<Stretch> foldableBetween(List<Offer> offers) {
        List<Stretch> cut = foldable;
        for (Offer offer : offers) {
            if (offer.place().isPresent()) {
                cut = cutAt(
                        cutAt(cut, offer.place().get().start()),
                        offer.place().get().end());
            }
        }
        return cut.stream().filter(stretch -> stretch.pages() >= FOLDABLE_PAGES).toList();
    }

    private List<Stretch> cutAt(List<Stretch> stretches, long address) {
        List<Stretch> cut = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (stretch.from() - start < address - start && address - start < stretch.to() - start) {
                cut.add(new Stretch(stretch.from(), address, stretch.hole(), stretch.after(), true));
                cut.add(new Stretch(address, stretch.to(), stretch.hole(), true, stretch.before()));
            } else {
                cut.add(stretch);
            }
        }
        return cut;
    }

    /// The block that an area belongs to.
    Optional<VmapBlock> block(Item item) {
        return item.state() == State.AREA ? Optional.ofNullable(blocks.get(item.address())) : Optional.empty();
    }

    /// Whether the last event is about an area.
    boolean isChanged(Item item) {
        return item.state() == State.AREA && changed.contains(item.address());
    }

    /// The first item that ends after an address.
    int firstEndingAfter(long address) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).to() - start > address - start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
