package org.vmalloscope.diagram;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.SpaceContents.Item;
import org.vmalloscope.diagram.SpaceContents.State;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The strip of the address space: areas with their guard pages, what lies between them, the mapped pages beneath, and
/// the addresses where areas begin.
///
/// @param top of the areas
/// @param tall height of the areas
record SpaceStrip(Moment moment, SpaceScale scale, Frame frame, double top, double tall) {
    /// Px below the areas that the page table and the addresses take.
    static final double BELOW = 35;

    private static final double NAMED = 24;
    private static final double NARROWEST_NAMED = 12;
    private static final double BOXED = 4;
    private static final double DRAWN = 1.5;
    private static final double COLUMN = 2;
    private static final TextFont NAME = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(10.5, Weight.MEDIUM);
    private static final TextFont MONO = TextFont.mono(11, Weight.SEMIBOLD);

    void addTo(Pen pen) {
        SpaceContents contents = moment.space();
        pen.box(scale.left(), top, scale.right() - scale.left(), tall, 0, Role.HOLE);
        pen.box(scale.left(), top + tall, scale.right() - scale.left(), 1, 0, Role.HOLE_BASE);
        between(pen, contents.items());
        items(pen, contents);
        folds(pen);
        mapped(pen, contents.mapped());
        ticks(pen, contents.items());
    }

    private double low(long from, long to) {
        return Math.min(scale.x(from), scale.x(to));
    }

    private double wide(long from, long to) {
        return Math.abs(scale.x(to) - scale.x(from));
    }

    private boolean isSeen(long from, long to) {
        double x = low(from, to);
        return frame.showsColumns(x, x + wide(from, to));
    }

    /// The page that the search keeps free below an area, and what alignment left unused.
    private void between(Pen pen, List<Item> items) {
        for (int at = 1; at < items.size(); at++) {
            Item below = items.get(at - 1);
            Item item = items.get(at);
            long gapEnd = Math.min(item.from() - below.to(), Machine.PAGE_SIZE) + below.to();
            if (item.state() == State.RESERVED || !isSeen(below.to(), item.from())) {
                continue;
            }
            if (gapEnd > below.to() && wide(below.to(), gapEnd) >= 2) {
                pen.box(low(below.to(), gapEnd), top + 2, wide(below.to(), gapEnd), tall - 4, 0, Role.GAP);
            }
            padding(pen, item, gapEnd);
        }
        if (!items.isEmpty()) {
            padding(pen, items.getFirst(), moment.space().start());
        }
    }

    private void padding(Pen pen, Item item, long lowest) {
        long from =
                Long.compareUnsigned(item.from() - item.padding(), lowest) < 0 ? lowest : item.from() - item.padding();
        if (item.padding() == 0 || from == item.from()) {
            return;
        }
        double x = low(from, item.from());
        double wide = wide(from, item.from());
        if (wide >= 3) {
            pen.box(x, top + 2, wide, tall - 4, 0, Role.PADDING);
            String words = "padding " + Sizes.pages(item.from() - from >>> Machine.PAGE_SHIFT);
            double text = TextMetrics.width(words, SMALL);
            if (text + 16 < wide
                    && scale.folds().stream().noneMatch(fold -> fold.left() < x + wide && fold.right() > x)) {
                double middle = x + wide / 2;
                pen.box(middle - text / 2 - 4, top + tall / 2 - 8, text + 8, 16, 2, Role.HOLE);
                pen.text(middle, top + tall / 2, Anchor.MIDDLE, SMALL, Role.TEXT_THIRD, words);
            }
        }
    }

    private void items(Pen pen, SpaceContents contents) {
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (Item item : contents.items()) {
            double x = low(item.from(), item.to());
            double wide = wide(item.from(), item.to());
            if (!frame.showsColumns(x, x + wide)) {
                continue;
            }
            boolean selected = id(item).equals(frame.options().selected());
            if (wide < DRAWN && !selected && !contents.isChanged(item)) {
                if (Math.abs(x - drawnTo) >= COLUMN) {
                    pen.box(x, top, COLUMN, tall, 0, item.kind().mark());
                    drawnTo = x;
                }
            } else {
                item(pen, contents, item, x, Math.max(wide, DRAWN));
            }
        }
    }

    private String id(Item item) {
        if (item.address() == 0) {
            return "";
        }
        return item.state() == State.RESERVED
                ? ListsColumns.vmId(moment.view(), new VmStruct(moment.view().memory(), item.address()))
                : moment.id(new VmapArea(moment.view().memory(), item.address()));
    }

    private void item(Pen pen, SpaceContents contents, Item item, double x, double wide) {
        Pen parts = new Pen();
        if (item.state() == State.PENDING) {
            parts.box(x + 1, top + 1, wide - 2, tall - 2, 3, Role.HOLE_PENDING);
        } else if (wide < BOXED) {
            parts.box(x, top, wide, tall, 0, item.kind().mark());
        } else {
            parts.box(x, top, wide, tall, 3, item.kind().area());
            guard(parts, item);
            contents.block(item).ifPresent(block -> pagesOf(parts, item, block));
        }
        label(parts, item, x, wide);
        if (contents.isChanged(item)) {
            Highlight.rings(new Bounds(x, top, wide, tall), 3, EnumSet.of(Highlight.CHANGED))
                    .forEach(parts::add);
        }
        pen.thing(item.state() == State.PENDING ? "" : id(item), tip(item), parts);
    }

    private void guard(Pen parts, Item item) {
        double wide = wide(item.bodyEnd(), item.to());
        if (item.guard() && wide >= 2) {
            parts.box(
                    low(item.bodyEnd(), item.to()),
                    top,
                    wide,
                    tall,
                    2,
                    item.kind().guard());
        }
    }

    /// What of a block is handed out, and what is dirty, as a strip inside it.
    private void pagesOf(Pen parts, Item item, VmapBlock block) {
        if (tall < 34 || scale.page() < 0.5) {
            return;
        }
        BlockCells cells = new BlockCells(moment, block, false);
        runs(parts, item, cells.handedOutPages(), Role.BIT_ALLOCATED);
        runs(parts, item, cells.dirtyPages(), Role.BIT_DIRTY_SOLID);
    }

    private void runs(Pen parts, Item item, BitSet bits, Role role) {
        for (int from = bits.nextSetBit(0); from >= 0; from = bits.nextSetBit(bits.nextClearBit(from))) {
            long start = item.from() + (long) from * Machine.PAGE_SIZE;
            long end = item.from() + (long) bits.nextClearBit(from) * Machine.PAGE_SIZE;
            parts.box(low(start, end), top + tall - 7, wide(start, end), 5, 0, role);
        }
    }

    private void label(Pen parts, Item item, double x, double wide) {
        if (wide < NARROWEST_NAMED) {
            return;
        }
        double body = Math.min(wide, wide(item.from(), item.bodyEnd()));
        double left = scale.highFirst() ? x + wide - body : x;
        double tear = left + body;
        for (SpaceScale.Fold fold : scale.folds()) {
            if (!fold.stretch().hole() && fold.left() >= left && fold.right() <= left + body) {
                tear = Math.min(tear, fold.left());
                break;
            }
        }
        body = tear - left;
        boolean pending = item.state() == State.PENDING;
        String name = name(item);
        String pages = item.guard() ? Sizes.pagesAndGuard(item.pages() - 1) : Sizes.pages(item.pages());
        String first = pending && TextMetrics.width(name + " goes here", NAME) + 10 < body ? name + " goes here" : name;
        double nameWidth = TextMetrics.width(first, NAME);
        if (wide < NAMED && body < nameWidth + 4 || nameWidth + 8 > body) {
            return;
        }
        boolean both = tall >= 36 && TextMetrics.width(pages, SMALL) + 12 < body;
        double plate = both ? Math.max(nameWidth, TextMetrics.width(pages, SMALL)) : nameWidth;
        double middle = left + body / 2;
        double high = both ? 30 : 17;
        Role ink = pending ? Role.TEXT_CHOSEN : item.kind().plate();
        if (!pending) {
            parts.box(
                    middle - plate / 2 - 4,
                    top + tall / 2 - high / 2,
                    plate + 8,
                    high,
                    2,
                    item.kind().plate());
        }
        parts.text(middle, top + tall / 2 - (both ? 7 : 0), Anchor.MIDDLE, NAME, ink, first);
        if (both) {
            parts.text(middle, top + tall / 2 + 8, Anchor.MIDDLE, SMALL, ink, pages);
        }
    }

    String name(Item item) {
        if (item.address() == 0) {
            return "";
        }
        return item.state() == State.RESERVED
                ? moment.names().owner(item.address()).orElse("reserved")
                : moment.names().area(new VmapArea(moment.view().memory(), item.address()));
    }

    private String tip(Item item) {
        String state = switch (item.state()) {
            case AREA -> TreeDiagram.words(item.kind());
            case RESERVED -> "reserved before boot: a vm_struct, no area yet";
            case PENDING -> "chosen by the search";
        };
        return name(item) + ": " + Addresses.full(item.from()) + " to " + Addresses.full(item.to()) + "\n"
                + (item.guard() ? Sizes.pagesAndGuard(item.pages() - 1) : Sizes.pages(item.pages())) + ", " + state;
    }

    private void folds(Pen pen) {
        for (SpaceScale.Fold fold : scale.folds()) {
            if (!frame.showsColumns(fold.left(), fold.right())) {
                continue;
            }
            String size = Sizes.bytes(fold.to() - fold.from());
            double middle = fold.middle();
            if (fold.stretch().hole()) {
                zigzag(pen, fold, size);
            } else {
                Role plate =
                        kindOf(fold).map(Item::kind).map(kind -> kind.plate()).orElse(Role.PLATE);
                pen.box(fold.left() + 4, top - 3, fold.width() - 8, tall + 6, 0, plate);
                tear(pen, fold.left() + 4);
                tear(pen, fold.right() - 4);
                if (TextMetrics.width(size, SMALL) + 12 < fold.width()) {
                    pen.text(middle, top + tall / 2, Anchor.MIDDLE, SMALL, plate, size);
                }
            }
        }
    }

    private Optional<Item> kindOf(SpaceScale.Fold fold) {
        SpaceContents contents = moment.space();
        int at = contents.firstEndingAfter(fold.from());
        return at < contents.items().size() ? Optional.of(contents.items().get(at)) : Optional.empty();
    }

    private void tear(Pen pen, double x) {
        double step = (tall + 6) / 4;
        double y = top - 3;
        pen.add(new Path(
                Path.straights(x, y, x + 3, y + step, x - 3, y + 2 * step, x + 3, y + 3 * step, x, y + 4 * step),
                Role.FOLD));
    }

    private void zigzag(Pen pen, SpaceScale.Fold fold, String size) {
        double middle = fold.middle();
        double y = top + tall / 2;
        pen.box(fold.left() + 1, top - 1, fold.width() - 2, tall + 3, 0, Role.PLATE);
        double half = Math.min(10, fold.width() / 3);
        pen.line(fold.left() + 3, y + 6, middle - half, y + 6, Role.FOLD_LINE);
        pen.line(middle + half, y + 6, fold.right() - 3, y + 6, Role.FOLD_LINE);
        pen.add(new Path(
                Path.straights(
                        middle - half,
                        y + 6,
                        middle - half / 2,
                        y + 6,
                        middle - 2,
                        y - 1,
                        middle + 3,
                        y + 13,
                        middle + half / 2 + 1,
                        y + 6,
                        middle + half,
                        y + 6),
                Role.FOLD));
        if (TextMetrics.width(size, SMALL) + 2 < fold.width()) {
            pen.text(middle, y - 9, Anchor.MIDDLE, SMALL, Role.TEXT_SECOND, size);
        }
    }

    private void mapped(Pen pen, List<PageRange> ranges) {
        double y = top + tall + 6;
        pen.box(scale.left(), y + 2, scale.right() - scale.left(), 1, 0, Role.RULE);
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (PageRange range : ranges) {
            double x = low(range.start(), range.end());
            double wide = Math.max(1, wide(range.start(), range.end()));
            if (frame.showsColumns(x, x + wide) && Math.abs(x + wide - drawnTo) >= 1) {
                pen.box(x, y, wide, 6, 0, Role.MAPPED);
                drawnTo = x + wide;
            }
        }
    }

    private void ticks(Pen pen, List<Item> items) {
        Addresses addresses = Addresses.of(items.stream().map(Item::from).toList());
        double y = top + tall + 17;
        double taken = scale.highFirst() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (Item item : items) {
            double x = scale.x(item.from());
            if (!frame.showsColumns(x - 60, x + 60)) {
                continue;
            }
            String digits = addresses.shown(item.from());
            double text = TextMetrics.width(digits, MONO);
            boolean free = scale.highFirst() ? x + text / 2 + 8 < taken : x - text / 2 - 8 > taken;
            double left = x - text / 2;
            if (free && left >= 2 && left + text <= scale.right() + 20) {
                pen.box(x, y - 4, 1, 5, 0, Role.BASELINE);
                pen.runs(x, y + 9, Anchor.MIDDLE, MONO, Run.address(digits, Role.TEXT_SECOND));
                taken = scale.highFirst() ? left : left + text;
            }
        }
    }
}
