package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.SpaceContents.Item;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.MappedRanges;
import org.vmalloscope.memory.PageRange;

/// The page table as a row of cells, one for each page; the middle of a long area is one cell.
///
/// @param cells ascending
record PageCells(List<Cell> cells) {
    private static final int SHOWN = 6;
    private static final int FIRST = 3;

    /// What a cell stands for.
    enum What {
        /// A page of an area.
        PAGE,
        /// The guard page at the end of one.
        GUARD,
        /// The page that stays free between two.
        GAP,
        /// Several pages of an area.
        MANY,
        /// A free range.
        HOLE
    }

    /// What the page table says.
    enum Entry {
        PRESENT,
        /// Cleared by the statement under the cursor.
        CLEARED,
        /// Some present, some not.
        SOME,
        ABSENT
    }

    /// A cell.
    ///
    /// @param from the first address, `pages` how many pages, `first` the number of the first in its area
    record Cell(What what, Item item, long from, long pages, long first, Entry entry, boolean changed) {}

    static PageCells of(Moment moment) {
        SpaceContents contents = moment.space();
        Reader reader = new Reader(moment);
        List<Item> items = contents.items().stream()
                .filter(item -> item.state() == SpaceContents.State.AREA)
                .toList();
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            reader.area(item);
            if (at + 1 < items.size()) {
                reader.between(item, items.get(at + 1).from());
            }
        }
        return new PageCells(List.copyOf(reader.cells));
    }

    private static final class Reader {
        private final MappedRanges mapped;
        private final List<PageRange> cleared = new ArrayList<>();
        private final Set<PageRange> now = new HashSet<>();
        private final List<Cell> cells = new ArrayList<>();

        Reader(Moment moment) {
            this.mapped = moment.view().ground().mapped();
            for (Event event : moment.soFar()) {
                if (event instanceof PagesUnmapped(long start, long end)) {
                    cleared.add(new PageRange(start, end));
                }
            }
            moment.last().ifPresent(this::last);
        }

        private void last(Event event) {
            switch (event) {
                case PagesMapped(long start, long end) -> now.add(new PageRange(start, end));
                case PagesUnmapped(long start, long end) -> now.add(new PageRange(start, end));
                case PageTouched touched -> {
                    long page = touched.address() & Machine.PAGE_MASK;
                    now.add(new PageRange(page, page + Machine.PAGE_SIZE));
                }
                default -> {
                    // Nothing else is about pages.
                }
            }
        }

        private void area(Item item) {
            long pages = item.bodyEnd() - item.from() >>> Machine.PAGE_SHIFT;
            if (pages <= SHOWN) {
                single(item, 0, pages);
            } else {
                single(item, 0, FIRST);
                add(What.MANY, item, item.from() + FIRST * Machine.PAGE_SIZE, pages - FIRST - 1, FIRST);
                single(item, pages - 1, pages);
            }
            if (item.guard()) {
                add(What.GUARD, item, item.bodyEnd(), 1, pages);
            }
        }

        private void single(Item item, long from, long to) {
            for (long page = from; page < to; page++) {
                add(What.PAGE, item, item.from() + page * Machine.PAGE_SIZE, 1, page);
            }
        }

        private void between(Item item, long next) {
            long pages = next - item.to() >>> Machine.PAGE_SHIFT;
            if (pages > 0) {
                add(pages == 1 ? What.GAP : What.HOLE, item, item.to(), pages, 0);
            }
        }

        private void add(What what, Item item, long from, long pages, long first) {
            PageRange range = new PageRange(from, from + pages * Machine.PAGE_SIZE);
            long present = mapped.within(range.start(), range.end()).stream()
                    .mapToLong(run -> Math.min(run.end() - from, range.bytes()) - Math.max(run.start() - from, 0))
                    .sum();
            Entry entry = Entry.ABSENT;
            if (present == range.bytes()) {
                entry = Entry.PRESENT;
            } else if (present > 0) {
                entry = Entry.SOME;
            } else if (what == What.PAGE && cleared.stream().anyMatch(gone -> gone.overlaps(range))) {
                entry = Entry.CLEARED;
            }
            boolean changed = what != What.GAP
                    && what != What.HOLE
                    && what != What.GUARD
                    && now.stream().anyMatch(touched -> touched.overlaps(range));
            cells.add(new Cell(what, item, from, pages, first, entry, changed));
        }
    }
}
