package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.PageCells.Cell;
import org.vmalloscope.diagram.PageCells.Entry;
import org.vmalloscope.diagram.PageCells.What;
import org.vmalloscope.kernel.Control;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Tlbs;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// Which pages are present, the way through the page table to the lowest of them, and what each CPU's TLB still knows.
///
/// Pages are cells in rows; when there are too many areas for that, each is a bar that shows how much of it is present.
final class PagesDiagram {
    private static final String TITLE = "Page table and TLBs";
    private static final double MARGIN = 16;
    private static final double LEVELS = 44;
    private static final double LEVEL = 26;
    /// Below this height rows stand closer.
    private static final double LOW = 200;
    /// Below this height a translation is one line.
    private static final double SHORT = 300;
    private static final double CELL = 52;
    private static final double NARROW = 30;
    private static final double TOP = 26;
    private static final double BOTTOM = 18;
    private static final double ROW = TOP + BOTTOM + 18;
    private static final int MOST_CELLS = 160;
    private static final TextFont BODY = TextFont.sans(12, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(10.5, Weight.MEDIUM);
    private static final TextFont NAME = TextFont.sans(11, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final double width;
    private final PageCells pages;
    private final Pen pen = new Pen();

    private PagesDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.width = frame.roomWidth();
        this.pages = PageCells.of(moment);
    }

    static Picture draw(Moment moment, Frame frame) {
        return new PagesDiagram(moment, frame).picture();
    }

    static Diagram.FigureSize size(Moment moment) {
        double height = draw(moment, Frame.of(1120, 300)).height();
        return new Diagram.FigureSize(1120, Math.clamp(height, 200, 1400));
    }

    private Picture picture() {
        double y = low() ? 4 : 12;
        if (pages.cells().isEmpty()) {
            String empty = moment.view().vmapInitialized()
                    ? "No area yet, and no page: vmalloc makes and maps some"
                    : "No area before vmalloc_init (statement boot or start_kernel)";
            pen.fitted(MARGIN, 20, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, empty);
            y = 36;
        } else {
            y = levels(y);
            y = pages.cells().size() <= MOST_CELLS ? cells(y) : bars(y);
            y = flush(y);
        }
        y = new TlbPanels(moment, width, frame.roomHeight() < SHORT).addTo(pen, y);
        return new Picture(
                width, Math.max(frame.roomHeight(), y + (low() ? 0 : 8)), TITLE, description(), pen.shapes());
    }

    private boolean low() {
        return frame.roomHeight() < LOW;
    }

    /// Px from a row of cells to the next.
    private double row() {
        return low() ? ROW - 14 : ROW;
    }

    /// The levels on the way to the lowest present page.
    private double levels(double y) {
        List<PageRange> mapped = moment.space().mapped();
        if (mapped.isEmpty()) {
            pen.fitted(MARGIN, y + 8, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, "no page is present");
            return y + 24;
        }
        long address = mapped.getFirst().start();
        boolean wide = moment.view().config().machine() == Machine.X86_64;
        String[] names = wide ? new String[] {"PGD", "PUD", "PMD", "PTE"} : new String[] {"PGD", "PTE"};
        int bits = wide ? 9 : 10;
        double x = MARGIN;
        double card = Math.min(118, (width - 2 * MARGIN - 3 * 22) / names.length);
        for (int level = 0; level < names.length; level++) {
            int shift = 12 + bits * (names.length - 1 - level);
            long entry = address >>> shift & (1L << bits) - 1;
            pen.box(x, y, card, LEVEL, 5, Role.CARD);
            pen.text(x + 8, y + 13, NAME, Role.TEXT_SECOND, names[level]);
            String number = TextMetrics.fit("entry " + entry, MONO, card - 44);
            pen.text(x + card - 8, y + 13, Anchor.END, MONO, Role.TEXT, number);
            if (level + 1 < names.length) {
                pen.add(new Line("", x + card, y + 13, x + card + 22, y + 13, Heads.END, Role.POINTER));
            }
            x += card + 22;
        }
        String words = "to " + Addresses.full(address);
        if (TextMetrics.width(words, BODY) <= width - MARGIN - x) {
            pen.text(x, y + 13, BODY, Role.TEXT_THIRD, words);
        }
        return y + (low() ? LEVEL + 4 : LEVELS);
    }

    private static double wide(Cell cell) {
        return cell.what() == What.GAP ? NARROW : CELL;
    }

    private double cells(double top) {
        double x = MARGIN;
        double y = top;
        for (Cell cell : pages.cells()) {
            double wide = wide(cell);
            if (x + wide > width - MARGIN && x > MARGIN) {
                x = MARGIN;
                y += row();
            }
            cell(cell, x, y, wide - 3);
            x += wide;
        }
        return y + row();
    }

    private void cell(Cell cell, double x, double y, double wide) {
        Pen parts = new Pen();
        String name = moment.names()
                .area(new VmapArea(moment.view().memory(), cell.item().address()));
        double middle = x + wide / 2;
        switch (cell.what()) {
            case PAGE, MANY -> {
                parts.box(x, y, wide, TOP, 3, cell.item().kind().area());
                String words = cell.what() == What.PAGE ? name + " " + cell.first() : "· " + cell.pages() + " ·";
                String shown = TextMetrics.fit(words, NAME, wide - 8);
                double text = TextMetrics.width(shown, NAME);
                parts.box(
                        middle - text / 2 - 3,
                        y + 5,
                        text + 6,
                        TOP - 10,
                        2,
                        cell.item().kind().plate());
                parts.text(
                        middle,
                        y + TOP / 2,
                        Anchor.MIDDLE,
                        NAME,
                        cell.item().kind().plate(),
                        shown);
            }
            case GUARD -> word(parts, "guard", cell.item().kind().guard(), x, y, wide);
            case GAP -> parts.box(x, y, wide, TOP, 0, Role.GAP);
            case HOLE -> word(parts, Sizes.bytes(cell.pages() << 12), Role.HOLE, x, y, wide);
        }
        entry(parts, cell, x, y + TOP + 3, wide);
        if (cell.changed()) {
            Highlight.rings(new Bounds(x, y, wide, TOP + 3 + BOTTOM), 3, EnumSet.of(Highlight.CHANGED))
                    .forEach(parts::add);
        }
        pen.add(new Group("page:" + Long.toHexString(cell.from()), parts.shapes(), tip(cell, name)));
    }

    private static void word(Pen parts, String words, Role ground, double x, double y, double wide) {
        parts.box(x, y, wide, TOP, 3, ground);
        String shown = TextMetrics.fit(words, SMALL, wide - 6);
        double text = TextMetrics.width(shown, SMALL);
        parts.box(x + wide / 2 - text / 2 - 3, y + 5, text + 6, TOP - 10, 2, Role.PLATE);
        parts.text(x + wide / 2, y + TOP / 2, Anchor.MIDDLE, SMALL, Role.TEXT_SECOND, shown);
    }

    private void entry(Pen parts, Cell cell, double x, double y, double wide) {
        double middle = x + wide / 2;
        double centre = y + BOTTOM / 2;
        switch (cell.entry()) {
            case PRESENT -> {
                parts.box(x, y, wide, BOTTOM, 2, Role.MAPPED);
                parts.text(
                        middle, centre, Anchor.MIDDLE, SMALL, Role.MAPPED, TextMetrics.fit("present", SMALL, wide - 4));
            }
            case SOME -> {
                parts.box(x, y, wide / 2, BOTTOM, 2, Role.MAPPED);
                parts.box(x + 0.5, y + 0.5, wide - 1, BOTTOM - 1, 2, Role.PTE_OUTLINE);
            }
            case CLEARED -> {
                parts.box(x + 0.5, y + 0.5, wide - 1, BOTTOM - 1, 2, Role.PTE_CLEARED);
                parts.text(
                        middle,
                        centre,
                        Anchor.MIDDLE,
                        SMALL,
                        Role.TEXT_SECOND,
                        TextMetrics.fit("cleared", SMALL, wide - 4));
            }
            case ABSENT -> parts.text(middle, centre, Anchor.MIDDLE, SMALL, Role.TEXT_THIRD, "–");
        }
    }

    private static String tip(Cell cell, String name) {
        String what = switch (cell.what()) {
            case PAGE -> "page " + cell.first() + " of " + name;
            case MANY -> Sizes.pages(cell.pages()) + " of " + name;
            case GUARD -> "guard page of " + name;
            case GAP -> "a page between two areas";
            case HOLE -> "a hole of " + Sizes.pages(cell.pages());
        };
        String entry = switch (cell.entry()) {
            case PRESENT -> "present in the page table";
            case SOME -> "partly present";
            case CLEARED -> "cleared by this statement";
            case ABSENT -> "not present";
        };
        return what + ", " + Addresses.full(cell.from()) + ": " + entry;
    }

    /// One bar for each area when cells are too many.
    private double bars(double top) {
        double x = MARGIN;
        double y = top;
        boolean tiny = moment.areas().size() > 2000;
        double wide = tiny ? 6 : 34;
        for (VmapArea va : moment.areas()) {
            if (x + wide > width - MARGIN) {
                x = MARGIN;
                y += 24;
            }
            long present = moment.view().ground().mapped().within(va.vaStart(), va.vaEnd()).stream()
                    .mapToLong(run -> Math.min(run.end() - va.vaStart(), va.vaEnd() - va.vaStart())
                            - Math.max(run.start() - va.vaStart(), 0))
                    .sum();
            Pen parts = new Pen();
            parts.box(x, y, wide - 2, 10, 1, moment.kinds().of(va).mark());
            parts.box(x, y + 12, (wide - 2) * present / (va.vaEnd() - va.vaStart()), 5, 0, Role.MAPPED);
            pen.thing(moment.id(va), moment.names().area(va) + ": " + Sizes.pages(present >>> 12) + " present", parts);
            x += wide;
        }
        return y + 32;
    }

    private double flush(double y) {
        Control control = moment.view().ground().control();
        if (!control.purging() || Long.compareUnsigned(control.purgeStart(), control.purgeEnd()) >= 0) {
            return y;
        }
        boolean done = PurgeProgress.of(moment).flushed() > 0;
        String words = (done ? "flushed: " : "next: ") + "flush_tlb_kernel_range, "
                + Sizes.pages(control.purgeEnd() - control.purgeStart() >>> Machine.PAGE_SHIFT);
        double text = TextMetrics.width(words, NAME);
        if (text + 50 > width) {
            return y;
        }
        pen.box(MARGIN, y, text + 34, 20, 10, Role.CALLOUT_FLUSH);
        pen.glyph(Icon.BOLT, MARGIN + 14, y + 10, 11, Role.EVENT_TLB);
        pen.text(MARGIN + 24, y + 10, NAME, Role.TEXT, words);
        return y + 30;
    }

    private String description() {
        long present = moment.space().mapped().stream()
                .mapToLong(run -> run.bytes() >>> Machine.PAGE_SHIFT)
                .sum();
        List<String> cpus = new ArrayList<>();
        Tlbs tlbs = moment.view().ground().tlbs();
        for (int cpu = 0; cpu < moment.view().config().cpus(); cpu++) {
            List<Tlbs.Entry> known = tlbs.of(cpu);
            if (!known.isEmpty()) {
                long stale = known.stream().filter(Tlbs.Entry::stale).count();
                cpus.add("The TLB of CPU " + cpu + " knows " + Sizes.pages(known.size()) + ", " + stale + " stale.");
            }
        }
        return Sizes.pages(present) + " present in the page table. "
                + (cpus.isEmpty() ? "The TLBs are empty." : String.join(" ", cpus));
    }

    static List<LegendEntry> legend(Moment moment) {
        List<LegendEntry> entries = new ArrayList<>();
        Set<What> whats = EnumSet.noneOf(What.class);
        Set<Entry> states = EnumSet.noneOf(Entry.class);
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Cell cell : PageCells.of(moment).cells()) {
            whats.add(cell.what());
            states.add(cell.entry());
            kinds.add(cell.item().kind());
        }
        kinds.forEach(kind -> entries.add(LegendEntry.of(kind, TreeDiagram.words(kind))));
        if (whats.contains(What.GUARD)) {
            entries.add(LegendEntry.of(Role.VM_GUARD, "guard page"));
        }
        if (whats.contains(What.GAP)) {
            entries.add(LegendEntry.of(Role.GAP, "gap page"));
        }
        if (states.contains(Entry.PRESENT)) {
            entries.add(LegendEntry.of(Role.MAPPED, "present entry"));
        }
        if (states.contains(Entry.CLEARED)) {
            entries.add(LegendEntry.of(Role.PTE_CLEARED, "cleared by this statement"));
        }
        Tlbs tlbs = moment.view().ground().tlbs();
        boolean some = false;
        boolean stale = false;
        for (int cpu = 0; cpu < moment.view().config().cpus(); cpu++) {
            for (Tlbs.Entry known : tlbs.of(cpu)) {
                some |= !known.stale();
                stale |= known.stale();
            }
        }
        if (some) {
            entries.add(LegendEntry.of(Icon.TICK, Role.HOLE_CHOSEN, "valid: agrees with the page table"));
        }
        if (stale) {
            entries.add(LegendEntry.of(Icon.WARNING, Role.WARNING, "stale: cached, no longer in the page table"));
        }
        return entries;
    }
}
