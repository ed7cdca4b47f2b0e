package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.Control;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// What is lazily freed, how near that is to a purge, and a purge while it runs.
///
/// Gauge, steps and counters stand at fixed places; the areas follow below, in the order of the purge list and then in
/// that in which a purge will find them. A low frame has all of it closer together, and one line less.
final class PurgeDiagram {
    private static final String TITLE = "Purge";
    private static final double MARGIN = 16;
    /// Below this height everything stands closer.
    private static final double LOW = 200;
    private static final TextFont MONO = TextFont.mono(12, Weight.REGULAR);
    private static final TextFont MONO_BOLD = TextFont.mono(12.5, Weight.SEMIBOLD);
    private static final TextFont BODY = TextFont.sans(12, Weight.REGULAR);
    private static final TextFont BODY_BOLD = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont MONO_SMALL = TextFont.mono(11, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont SMALL_BOLD = TextFont.sans(11, Weight.SEMIBOLD);

    private final Moment moment;
    private final Control control;
    private final double width;
    private final Frame frame;
    private final Rows rows;
    private final PurgeProgress progress;
    private final boolean running;
    private final List<VmapArea> collected;
    private final List<VmapArea> lazy;
    private final Pen pen = new Pen();

    /// Where things stand, from the top.
    ///
    /// @param label the middle of the line above the gauge
    /// @param counters the middle of the line below the steps; 0 where there is none
    /// @param heading the middle of the line above the areas
    private record Rows(
            double label, double gauge, double thick, double steps, double counters, double heading, double cards) {
        static final Rows AMPLE = new Rows(16, 30, 20, 60, 109, 131, 145);
        static final Rows CLOSE = new Rows(11, 21, 12, 39, 0, 80, 94);
    }

    private PurgeDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.control = moment.view().ground().control();
        this.frame = frame;
        this.width = frame.roomWidth();
        this.rows = frame.roomHeight() < LOW ? Rows.CLOSE : Rows.AMPLE;
        this.progress = PurgeProgress.of(moment);
        this.running = progress.isRunning();
        this.collected = moment.view().purgeList();
        Set<Long> known = new HashSet<>();
        collected.forEach(va -> known.add(va.address()));
        this.lazy = moment.areas().stream()
                .filter(va -> !known.contains(va.address()) && moment.kinds().of(va) == Kind.LAZY)
                .toList();
    }

    static Picture draw(Moment moment, Frame frame) {
        return new PurgeDiagram(moment, frame).picture();
    }

    static List<LegendEntry> legend(Moment moment) {
        PurgeDiagram diagram = new PurgeDiagram(moment, Frame.of(960, 300));
        List<LegendEntry> entries = new ArrayList<>();
        if (!diagram.collected.isEmpty()) {
            entries.add(LegendEntry.of(Kind.PURGING, "being purged: unmapped, on the purge list"));
        }
        if (!diagram.lazy.isEmpty()) {
            entries.add(LegendEntry.of(Kind.LAZY, "lazily freed: still in tree, list and page tables"));
        }
        return entries;
    }

    static Diagram.FigureSize size(Moment moment) {
        PurgeDiagram tall = new PurgeDiagram(moment, Frame.of(1040, 1200));
        return new Diagram.FigureSize(1040, Math.clamp(tall.areas() + 10, 220, 1200));
    }

    private Picture picture() {
        gauge();
        new PurgeSteps(control, progress, inOrder().size(), width - 2 * MARGIN).addTo(pen, MARGIN, rows.steps());
        if (rows.counters() > 0) {
            pen.box(MARGIN, rows.counters() - 13, width - 2 * MARGIN, 1, 0, Role.RULE);
            counters();
        }
        double y = areas();
        return new Picture(width, Math.max(frame.roomHeight(), y + 4), TITLE, description(), pen.shapes());
    }

    private static long pages(VmapArea va) {
        return va.vaEnd() - va.vaStart() >>> Machine.PAGE_SHIFT;
    }

    private long limit() {
        return moment.view().config().lazyMaxPages();
    }

    private void gauge() {
        long now = moment.view().vmapLazyNr();
        String value = Sizes.number(now);
        pen.text(MARGIN, rows.label(), MONO, Role.TEXT_SECOND, "vmap_lazy_nr");
        pen.text(MARGIN + 96, rows.label(), MONO_BOLD, Role.TEXT, value);
        double right = MARGIN + 104 + TextMetrics.width(value, MONO_BOLD);
        double inner = width - 2 * MARGIN;
        double most = Math.max(limit() * 8.0 / 7, now * 1.04);
        double mark = MARGIN + inner * limit() / most;
        pen.box(MARGIN, rows.gauge(), inner, rows.thick(), 3, Role.GAUGE);
        segments(inner / most);
        double beyond = rows.thick() / 4;
        pen.box(mark - 1, rows.gauge() - beyond, 2, rows.thick() + 2 * beyond, 0, Role.THRESHOLD);
        boolean over = now > limit();
        String words =
                over ? "+" + Sizes.number(now - limit()) + " pages over" : "lazy_max_pages " + Sizes.number(limit());
        TextFont font = over ? SMALL_BOLD : SMALL;
        double long1 = TextMetrics.width(words, font);
        double end = Math.min(width - MARGIN, Math.max(mark + long1 / 2, right + 8 + long1));
        if (end - long1 > right) {
            pen.text(end, rows.label(), Anchor.END, font, over ? Role.TEXT_MISSING : Role.TEXT_SECOND, words);
        }
    }

    private void segments(double perPage) {
        double x = MARGIN;
        for (VmapArea va : inOrder()) {
            double wide = Math.min(pages(va) * perPage, width - MARGIN - x);
            if (wide >= 0.4) {
                Kind kind = moment.kinds().of(va);
                pen.box(x, rows.gauge() + 0.5, wide, rows.thick() - 1, 0, wide < 4 ? kind.mark() : kind.area());
                String words = moment.names().area(va) + "  " + Sizes.number(pages(va));
                double text = TextMetrics.width(words, SMALL_BOLD);
                if (text + 16 < wide && rows.thick() > 16) {
                    double middle = x + wide / 2;
                    pen.box(middle - text / 2 - 4, rows.gauge() + 2, text + 8, rows.thick() - 4, 2, kind.plate());
                    pen.text(middle, rows.gauge() + rows.thick() / 2, Anchor.MIDDLE, SMALL_BOLD, kind.plate(), words);
                }
                x += wide;
            }
        }
    }

    private List<VmapArea> inOrder() {
        List<VmapArea> all = new ArrayList<>(collected);
        all.addAll(lazy);
        return all;
    }

    private String flushes() {
        return "TLB flushes " + Sizes.number(control.tlbFlushes()) + ", eagerly "
                + Sizes.number(control.eagerFlushes());
    }

    private void counters() {
        double y = rows.counters();
        String flushes = flushes();
        pen.glyph(Icon.BOLT, MARGIN + 6, y, 11, Role.EVENT_TLB);
        pen.fitted(MARGIN + 17, y, width - 2 * MARGIN - 17, BODY, Role.TEXT_SECOND, flushes);
        double used = 17 + TextMetrics.width(flushes, BODY);
        double most = Math.max(1, Math.max(control.tlbFlushes(), control.eagerFlushes()));
        double bar = Math.min(160, width - 2 * MARGIN - used - 20);
        if (bar > 40) {
            double x = MARGIN + used + 14;
            pen.box(x, y - 6, bar * control.eagerFlushes() / most, 4, 0, Role.BASELINE);
            pen.box(x, y + 2, bar * control.tlbFlushes() / most, 4, 0, Role.TLB_TICK);
        }
        String arguments = progress.arguments();
        double room = width - 2 * MARGIN - used - bar - 40;
        if (!arguments.isEmpty() && TextMetrics.width(arguments, MONO) < room) {
            pen.text(width - MARGIN, y, Anchor.END, MONO, Role.TEXT_THIRD, arguments);
        }
    }

    /// Draws what stands above the areas, and the areas; the first y below.
    private double areas() {
        double y = rows.heading();
        String heading = running ? "purge list" : "lazily freed";
        pen.text(MARGIN, y, BODY_BOLD, Role.TEXT, heading);
        double left = MARGIN + TextMetrics.width(heading, BODY_BOLD) + 10;
        double right = beside(left, y);
        String remark = running ? "collected so far, and what it will still find" : "each waits for a purge";
        boolean empty = collected.isEmpty() && lazy.isEmpty();
        if (!empty && TextMetrics.width(remark, SMALL) <= right - left) {
            pen.text(left, y, SMALL, Role.TEXT_THIRD, remark);
        }
        if (empty) {
            String words = moment.view().vmapInitialized()
                    ? "Nothing is lazily freed: vfree marks an area, a purge ends it"
                    : "Nothing can be freed before vmalloc_init";
            pen.fitted(MARGIN, rows.cards() + 8, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, words);
            return rows.cards() + 20;
        }
        double room = frame.roomHeight() - rows.cards() - 8;
        PurgeCards cards = new PurgeCards(moment, collected, lazy, width - 2 * MARGIN, room);
        Group drawn = cards.draw(MARGIN, rows.cards());
        drawn.shapes().forEach(pen::add);
        return drawn.bounds().bottom();
    }

    /// What the purge has gathered, and in a low frame how often it flushed, at the right of the heading; where that
    /// begins.
    private double beside(double left, double y) {
        double right = width - MARGIN;
        if (rows.counters() == 0 && right - left > 30 + TextMetrics.width(flushes(), SMALL)) {
            right -= TextMetrics.width(flushes(), SMALL);
            pen.text(right, y, SMALL, Role.TEXT_SECOND, flushes());
            right -= 9;
            pen.glyph(Icon.BOLT, right, y, 10, Role.EVENT_TLB);
            right -= 18;
        }
        if (running) {
            String span = Pen.fitting(right - left, MONO_SMALL, span(true), span(false), "nr " + control.purgePages());
            pen.text(right, y, Anchor.END, MONO_SMALL, Role.TEXT_SECOND, span);
            right -= TextMetrics.width(span, MONO_SMALL) + 10;
        }
        return right;
    }

    private String span(boolean full) {
        Addresses addresses =
                Addresses.of(moment.areas().stream().map(VmapArea::vaStart).toList());
        boolean none = Long.compareUnsigned(control.purgeStart(), control.purgeEnd()) >= 0;
        String start = full ? Addresses.full(control.purgeStart()) : addresses.shown(control.purgeStart());
        String end = full ? Addresses.full(control.purgeEnd()) : addresses.shown(control.purgeEnd());
        return (none ? "start ULONG_MAX  end 0" : "start " + start + "  end " + end) + "  nr " + control.purgePages();
    }

    private String description() {
        String state =
                running ? "A purge is running: " + collected.size() + " areas collected. " : "No purge is running. ";
        return Sizes.number(moment.view().vmapLazyNr()) + " pages are lazily freed, in "
                + inOrder().size()
                + " areas; a purge starts above " + Sizes.number(limit()) + ". " + state
                + Sizes.number(control.tlbFlushes()) + " TLB flushes so far, where freeing eagerly would have made "
                + Sizes.number(control.eagerFlushes()) + ". " + Sizes.number(control.rcuPending())
                + " structs wait for a grace period.";
    }
}
