package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.Control;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Box;
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
/// that in which a purge will find them.
final class PurgeDiagram {
    private static final String TITLE = "Purge";
    private static final double MARGIN = 16;
    private static final double GAUGE_TOP = 34;
    private static final double GAUGE = 22;
    private static final double STEPS_TOP = 76;
    private static final double STEP_ROW = 36;
    private static final double WIDE_STEPS = 540;
    private static final TextFont MONO = TextFont.mono(12, Weight.REGULAR);
    private static final TextFont MONO_BOLD = TextFont.mono(12.5, Weight.SEMIBOLD);
    private static final TextFont BODY = TextFont.sans(12, Weight.REGULAR);
    private static final TextFont BODY_BOLD = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont SMALL_BOLD = TextFont.sans(11, Weight.SEMIBOLD);

    private final Moment moment;
    private final Control control;
    private final double width;
    private final Frame frame;
    private final PurgeProgress progress;
    private final List<VmapArea> collected;
    private final List<VmapArea> lazy;
    private final Pen pen = new Pen();

    private PurgeDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.control = moment.view().ground().control();
        this.frame = frame;
        this.width = frame.roomWidth();
        this.progress = PurgeProgress.of(moment);
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
        double height = draw(moment, Frame.of(1040, 100)).height();
        return new Diagram.FigureSize(1040, Math.clamp(height, 240, 1200));
    }

    private Picture picture() {
        gauge();
        double y = steps();
        y = counters(y);
        y = areas(y + 8);
        return new Picture(width, Math.max(frame.roomHeight(), y + 10), TITLE, description(), pen.shapes());
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
        pen.text(MARGIN, 18, MONO, Role.TEXT_SECOND, "vmap_lazy_nr");
        pen.text(MARGIN + 96, 18, MONO_BOLD, Role.TEXT, value);
        double right = MARGIN + 104 + TextMetrics.width(value, MONO_BOLD);
        double inner = width - 2 * MARGIN;
        double most = Math.max(limit() * 8.0 / 7, now * 1.04);
        double mark = MARGIN + inner * limit() / most;
        pen.box(MARGIN, GAUGE_TOP, inner, GAUGE, 3, Role.GAUGE);
        segments(inner / most);
        pen.box(mark - 1, GAUGE_TOP - 5, 2, GAUGE + 10, 0, Role.THRESHOLD);
        boolean over = now > limit();
        String words =
                over ? "+" + Sizes.number(now - limit()) + " pages over" : "lazy_max_pages " + Sizes.number(limit());
        TextFont font = over ? SMALL_BOLD : SMALL;
        double long1 = TextMetrics.width(words, font);
        double end = Math.min(width - MARGIN, Math.max(mark + long1 / 2, right + 8 + long1));
        if (end - long1 > right) {
            pen.text(end, 18, Anchor.END, font, over ? Role.TEXT_MISSING : Role.TEXT_SECOND, words);
        }
    }

    private void segments(double perPage) {
        double x = MARGIN;
        for (VmapArea va : inOrder()) {
            double wide = Math.min(pages(va) * perPage, width - MARGIN - x);
            if (wide >= 0.4) {
                Kind kind = moment.kinds().of(va);
                pen.box(x, GAUGE_TOP + 0.5, wide, GAUGE - 1, 0, wide < 4 ? kind.mark() : kind.area());
                String words = moment.names().area(va) + "  " + Sizes.number(pages(va));
                double text = TextMetrics.width(words, SMALL_BOLD);
                if (text + 16 < wide) {
                    double middle = x + wide / 2;
                    pen.box(middle - text / 2 - 4, GAUGE_TOP + 4, text + 8, GAUGE - 8, 2, kind.plate());
                    pen.text(middle, GAUGE_TOP + GAUGE / 2, Anchor.MIDDLE, SMALL_BOLD, kind.plate(), words);
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

    private double steps() {
        boolean wide = width >= WIDE_STEPS;
        double column = (width - 2 * MARGIN) / (wide ? 4 : 2);
        String[] titles = {"collect and unmap", "flush the TLBs", "erase", "free the structs"};
        String[] details = {
            progress.phase() > 0
                    ? progress.collected() + " of " + (progress.collected() + uncollected()) + " areas"
                    : "in address order",
            progress.flushed() > 0
                    ? "once, " + Sizes.pages(progress.flushed())
                    : control.purging() ? span() : "once for all",
            progress.erased() > 0 ? progress.erased() + " from tree and list" : "from tree and list",
            control.rcuPending() > 0
                    ? Sizes.number(control.rcuPending()) + " wait for a grace period"
                    : "after a grace period"
        };
        for (int step = 0; step < 4; step++) {
            double x = MARGIN + (wide ? step : step % 2) * column;
            double y = STEPS_TOP + (wide ? 0 : Pen.row(step, 2) * STEP_ROW);
            boolean done = progress.phase() > step + 1 && step < 3;
            boolean now = progress.phase() == step + 1 && step < 3 || step == 3 && control.rcuPending() > 0;
            pen.add(Box.disc(x + 10, y + 14, 9, now || done ? Role.BADGE : Role.BADGE_OPEN));
            if (done) {
                pen.glyph(Icon.TICK, x + 10, y + 14, 9, Role.TICK_ON_BADGE);
            } else {
                pen.text(
                        x + 10,
                        y + 14,
                        Anchor.MIDDLE,
                        SMALL_BOLD,
                        now ? Role.BADGE : Role.BADGE_OPEN,
                        Integer.toString(step + 1));
            }
            TextFont font = now ? BODY_BOLD : BODY;
            pen.fitted(x + 25, y + 8, column - 29, font, now ? Role.TEXT : Role.TEXT_SECOND, titles[step]);
            pen.fitted(x + 25, y + 22, column - 29, SMALL, Role.TEXT_THIRD, details[step]);
        }
        return STEPS_TOP + (wide ? STEP_ROW : 2 * STEP_ROW);
    }

    private int uncollected() {
        return progress.phase() == 1 ? lazy.size() : 0;
    }

    private String span() {
        long start = control.purgeStart();
        long end = control.purgeEnd();
        return Long.compareUnsigned(start, end) < 0
                ? Sizes.pages(end - start >>> Machine.PAGE_SHIFT) + " so far"
                : "not yet";
    }

    private double counters(double top) {
        double y = top + 14;
        pen.box(MARGIN, top + 1, width - 2 * MARGIN, 1, 0, Role.RULE);
        String flushes = "TLB flushes " + Sizes.number(control.tlbFlushes()) + ", eagerly "
                + Sizes.number(control.eagerFlushes());
        pen.glyph(Icon.BOLT, MARGIN + 6, y, 11, Role.EVENT_TLB);
        pen.fitted(MARGIN + 17, y, width - 2 * MARGIN - 17, BODY, Role.TEXT_SECOND, flushes);
        double used = 17 + TextMetrics.width(flushes, BODY);
        double most = Math.max(1, Math.max(control.tlbFlushes(), control.eagerFlushes()));
        double bar = Math.min(160, width - 2 * MARGIN - used - 20);
        if (bar > 40) {
            double x = MARGIN + used + 14;
            pen.box(x, y - 6, Math.max(1, bar * control.eagerFlushes() / most), 4, 0, Role.BASELINE);
            pen.box(x, y + 2, Math.max(1, bar * control.tlbFlushes() / most), 4, 0, Role.TLB_TICK);
        }
        String arguments = progress.arguments();
        double room = width - 2 * MARGIN - used - bar - 40;
        if (!arguments.isEmpty() && TextMetrics.width(arguments, MONO) < room) {
            pen.text(width - MARGIN, y, Anchor.END, MONO, Role.TEXT_THIRD, arguments);
        }
        return y + 10;
    }

    private double areas(double top) {
        boolean running = control.purging();
        String heading = running ? "purge list" : "lazily freed";
        String remark = running ? "collected so far, and what it will still find" : "in address order";
        pen.text(MARGIN, top + 10, BODY_BOLD, Role.TEXT, heading);
        double after = MARGIN + TextMetrics.width(heading, BODY_BOLD) + 10;
        pen.fitted(after, top + 10, width - MARGIN - after, SMALL, Role.TEXT_THIRD, remark);
        if (collected.isEmpty() && lazy.isEmpty()) {
            String empty = moment.view().vmapInitialized()
                    ? "Nothing is lazily freed: vfree marks an area, a purge ends it"
                    : "Nothing can be freed before vmalloc_init (statement: boot)";
            pen.fitted(MARGIN, top + 32, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, empty);
            return top + 46;
        }
        Group cards = new PurgeCards(moment, collected, lazy, width - 2 * MARGIN).draw(MARGIN, top + 24);
        cards.shapes().forEach(pen::add);
        return cards.bounds().bottom() + 6;
    }

    private String description() {
        String running = control.purging()
                ? "A purge is running: " + collected.size() + " areas collected. "
                : "No purge is running. ";
        return Sizes.number(moment.view().vmapLazyNr()) + " pages are lazily freed, in "
                + inOrder().size()
                + " areas; a purge starts above " + Sizes.number(limit()) + ". " + running
                + Sizes.number(control.tlbFlushes()) + " TLB flushes so far, where freeing eagerly would have made "
                + Sizes.number(control.eagerFlushes()) + ". " + Sizes.number(control.rcuPending())
                + " structs wait for a grace period.";
    }
}
