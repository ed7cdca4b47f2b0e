package org.vmalloscope.diagram;

import java.util.EnumSet;
import java.util.function.IntFunction;
import org.vmalloscope.diagram.BlockCells.Region;
import org.vmalloscope.diagram.BlockLanes.Place;
import org.vmalloscope.diagram.BlockLanes.State;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.BitCell;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// A block as a card: its name and counters, and a matrix for each bitmap, or one for both.
///
/// @param pitch px from a cell to the next
/// @param form how the matrices are arranged
/// @param shown the rows of a matrix that are drawn: all, or as many as are used in any block
/// @param merged whether both bitmaps and the page table are one matrix
record BlockCard(Moment moment, int bits, double pitch, Form form, int shown, boolean merged) {
    private static final double HEAD = 24;
    private static final double LABEL = 17;
    private static final double PAD = 9;
    private static final double BETWEEN = 20;
    private static final double FOLD = 14;
    private static final double LEAST_WIDTH = 176;
    private static final double LEAST_WIDE_WIDTH = 188;
    private static final TextFont NAME = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.MEDIUM);

    /// How the pages of a block are arranged.
    ///
    /// @param columns pages in a row
    /// @param stacked whether dirty_map stands below alloc_map, and not beside it
    record Form(int columns, boolean stacked) {}

    /// A card that shows the rows that hold the first `used` pages, and says that the others are free.
    static BlockCard folded(Moment moment, int bits, double pitch, Form form, int used, boolean merged) {
        int rows = Math.clamp((used + form.columns() - 1L) / form.columns(), 1, bits / form.columns());
        return new BlockCard(moment, bits, pitch, form, rows, merged);
    }

    /// A card that shows every page.
    static BlockCard whole(Moment moment, int bits, double pitch, Form form, boolean merged) {
        return new BlockCard(moment, bits, pitch, form, bits / form.columns(), merged);
    }

    private int columns() {
        return form.columns();
    }

    /// The pages that are drawn.
    private int pages() {
        return shown * columns();
    }

    private boolean isFolded() {
        return pages() < bits;
    }

    private double cell() {
        return pitch >= 10 ? pitch - 2 : pitch - 1;
    }

    private double matrix() {
        return columns() * pitch;
    }

    private boolean isStacked() {
        return form.stacked() && !merged;
    }

    double width() {
        double inner = merged || form.stacked() ? matrix() : 2 * matrix() + BETWEEN;
        return Math.max(bits > 64 ? LEAST_WIDE_WIDTH : LEAST_WIDTH, inner + 2 * PAD);
    }

    double height() {
        double maps = (isStacked() ? 2 : 1) * (LABEL + shown * pitch);
        return HEAD + maps + (isFolded() ? FOLD : 0) + PAD;
    }

    void draw(Pen pen, Place place, double x, double y, boolean serves) {
        VmapBlock block = place.block();
        BlockCells cells = new BlockCells(moment, block, serves);
        Pen parts = new Pen();
        Kind kind = place.state() == State.DYING ? Kind.LAZY : Kind.BLOCK;
        parts.box(x, y, width(), height(), 5, kind.card());
        parts.box(x, y, width(), HEAD, 5, kind.plate());
        parts.box(x + 1, y + HEAD, width() - 2, 1, 0, Role.RULE);
        head(parts, block, kind, x, y);
        maps(parts, cells, x + PAD, y + HEAD);
        if (isChanged(block)) {
            Highlight.rings(new Bounds(x, y, width(), height()), 5, EnumSet.of(Highlight.CHANGED))
                    .forEach(parts::add);
        }
        pen.thing(id(block), tip(block, place.state()), parts);
    }

    private void maps(Pen parts, BlockCells cells, double left, double top) {
        double first = top + LABEL;
        if (merged) {
            parts.text(left, top + 9, MONO, Role.TEXT_SECOND, "pages 0–" + (bits - 1));
            matrix(parts, cells, left, first, cells::merged, true);
        } else {
            double right = isStacked() ? left : left + matrix() + BETWEEN;
            double second = isStacked() ? first + shown * pitch + LABEL : first;
            parts.text(left, first - 8, MONO, Role.TEXT_SECOND, "alloc_map");
            parts.text(right, second - 8, MONO, Role.TEXT_SECOND, "dirty_map");
            matrix(parts, cells, left, first, cells::inAllocMap, true);
            matrix(parts, cells, right, second, cells::inDirtyMap, false);
        }
        if (isFolded()) {
            double y = top + height() - HEAD - PAD - FOLD / 2 + 2;
            String rest = "pages " + pages() + "–" + (bits - 1) + " are free";
            parts.fitted(left, y, width() - 2 * PAD, SMALL, Role.TEXT_THIRD, rest);
        }
    }

    private void head(Pen parts, VmapBlock block, Kind kind, double x, double y) {
        double middle = y + HEAD / 2;
        String counters = "free " + block.free() + " · dirty " + block.dirty();
        double room = width() - 20 - TextMetrics.width(counters, SMALL);
        parts.text(x + width() - PAD, middle, Anchor.END, SMALL, kind.plate(), counters);
        parts.glyph(kind.icon(), x + 15, middle, 11, kind.area());
        String name = TextMetrics.fit(moment.names().block(block), NAME, room - 30);
        parts.text(x + 26, middle, NAME, kind.plate(), name);
        double after = 32 + TextMetrics.width(name, NAME);
        String digits = Long.toHexString(block.va().vaStart());
        String shown = digits.substring(Math.max(0, digits.length() - 7));
        if (after + TextMetrics.width(shown, MONO) < room) {
            parts.runs(x + after, middle, Anchor.START, MONO, Run.address(shown, kind.plate()));
        }
    }

    private void matrix(
            Pen parts, BlockCells cells, double left, double top, IntFunction<BitCell> state, boolean regions) {
        if (cell() < 8) {
            parts.box(left - 0.5, top - 0.5, matrix(), shown * pitch, 0, Role.BIT_FREE);
        }
        int[] orders = cells.orders();
        for (int bit = 0; bit < pages(); bit++) {
            double x = left + bit % columns() * pitch;
            double y = top + Pen.row(bit, columns()) * pitch;
            BitCell cell = state.apply(bit);
            if (cell != BitCell.FREE || cell() >= 8) {
                parts.add(cell.draw("", cellTip(cells, bit, cell, orders[bit]), x, y, cell()));
            }
        }
        if (regions) {
            cells.regions().forEach(region -> join(parts, region, left, top));
        }
    }

    /// The gaps inside a region are filled, so that what was handed out together is seen to be one.
    private void join(Pen parts, Region region, double left, double top) {
        double gap = pitch - cell();
        for (int bit = region.first(); bit < Math.min(pages(), region.first() + region.pages()) - 1; bit++) {
            if ((bit + 1) % columns() != 0) {
                double x = left + bit % columns() * pitch + cell() - 0.4;
                double y = top + Pen.row(bit, columns()) * pitch;
                parts.add(new Box(x, y + cell() * 0.3, gap + 0.8, cell() * 0.4, 0, Role.BIT_ALLOCATED));
            }
        }
    }

    private String cellTip(BlockCells cells, int bit, BitCell cell, int order) {
        return "page " + bit + ", " + Addresses.full(cells.start() + (long) bit * Machine.PAGE_SIZE) + ": "
                + BlocksDiagram.words(cell)
                + (order < 0 ? "" : "\norder " + order + ": " + Sizes.pages(1L << order) + " handed out together");
    }

    private String tip(VmapBlock block, State state) {
        String where = switch (state) {
            case LISTED -> "on the free list of its CPU";
            case FULL -> "on no list: no page is free, and vm_unmap_aliases does not see it";
            case DYING -> "all pages dirty: it waits for its grace period";
            case NEW -> "not yet on a list";
        };
        return moment.names().block(block) + ": vmap_block at " + Addresses.full(block.address()) + "\n" + block.free()
                + " pages free, " + block.dirty() + " dirty\n" + where;
    }

    private String id(VmapBlock block) {
        long sequence = moment.view()
                .ground()
                .objectAt(block.address())
                .map(SlabObject::sequence)
                .orElse(0L);
        return "vb:" + Long.toHexString(block.address()) + "#" + sequence;
    }

    /// Whether the last event stored to the block.
    private boolean isChanged(VmapBlock block) {
        int size = VmapBlock.TYPE.size(block.memory().abi());
        return moment.last()
                .filter(Store.class::isInstance)
                .map(Store.class::cast)
                .map(store -> moment.view().memory().addressOf(store.slot()) - block.address())
                .map(offset -> Long.compareUnsigned(offset, size) < 0)
                .orElse(false);
    }
}
