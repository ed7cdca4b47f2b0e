package org.vmalloscope.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Note.PageTouched;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Tlbs;
import org.vmalloscope.kernel.Tlbs.Entry;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// What each CPU's TLB knows: a card for each translation, stale ones marked.
record TlbPanels(Moment moment, double width) {
    private static final double MARGIN = 16;
    private static final double CARD = 296;
    private static final double HEIGHT = 40;
    private static final TextFont TITLE = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont BODY = TextFont.sans(11.5, Weight.REGULAR);
    private static final TextFont STATE = TextFont.sans(11.5, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(12, Weight.SEMIBOLD);

    double addTo(Pen pen, double top) {
        double y = top + 4;
        Tlbs tlbs = moment.view().ground().tlbs();
        int empty = 0;
        int lastEmpty = 0;
        boolean stale = false;
        for (int cpu = 0; cpu < moment.view().config().cpus(); cpu++) {
            List<Entry> known = tlbs.of(cpu);
            if (known.isEmpty()) {
                empty++;
                lastEmpty = cpu;
            } else {
                y = panel(pen, cpu, known, y);
                stale |= known.stream().anyMatch(Entry::stale);
            }
        }
        if (empty > 0) {
            String words = empty == 1 ? "The TLB of CPU " + lastEmpty + " is empty" : empty + " TLBs are empty";
            String advice = empty == moment.view().config().cpus() ? ": touch fills one" : "";
            pen.fitted(MARGIN, y + 10, width - 2 * MARGIN, BODY, Role.TEXT_THIRD, words + advice);
            y += 24;
        }
        if (stale) {
            y = remark(pen, y);
        }
        return y;
    }

    private double panel(Pen pen, int cpu, List<Entry> known, double top) {
        pen.text(MARGIN, top + 9, TITLE, Role.TEXT, "TLB of CPU " + cpu);
        double after = MARGIN + TextMetrics.width("TLB of CPU " + cpu, TITLE) + 10;
        pen.fitted(
                after,
                top + 9,
                width - MARGIN - after,
                BODY,
                Role.TEXT_THIRD,
                known.size() + " of " + Tlbs.ENTRIES + " entries");
        int columns = (int) Math.max(1, (width - 2 * MARGIN + 10) / (CARD + 10));
        double card = Math.min(CARD + 80, (width - 2 * MARGIN + 10) / columns - 10);
        for (int at = 0; at < known.size(); at++) {
            double x = MARGIN + at % columns * (card + 10);
            double y = top + 22 + Pen.row(at, columns) * (HEIGHT + 8.0);
            card(pen, cpu, known.get(at), x, y, card);
        }
        return top + 22 + Pen.row(known.size() + columns - 1, columns) * (HEIGHT + 8.0) + 8;
    }

    private void card(Pen pen, int cpu, Entry entry, double x, double y, double card) {
        Pen parts = new Pen();
        parts.box(x, y, card, HEIGHT, 5, entry.stale() ? Role.STALE : Role.CARD);
        Icon icon = entry.stale() ? Icon.WARNING : Icon.TICK;
        parts.glyph(icon, x + 17, y + HEIGHT / 2, 13, entry.stale() ? Role.WARNING : Role.HOLE_CHOSEN);
        Role ink = entry.stale() ? Role.STALE_TEXT : Role.TEXT;
        String address = Addresses.full(entry.page());
        parts.runs(x + 34, y + 13, Anchor.START, MONO, Run.address(address, ink));
        Optional<VmapArea> area = moment.names().areaAround(entry.page());
        String whose = area.map(va -> "page " + (entry.page() - va.vaStart() >>> Machine.PAGE_SHIFT) + " of "
                        + moment.names().area(va) + frame(va))
                .orElse("of no area");
        parts.fitted(x + 34, y + 28, card - 120, BODY, entry.stale() ? Role.STALE_TEXT : Role.TEXT_SECOND, whose);
        String state = entry.stale() ? "stale" : "valid";
        parts.text(
                x + card - 12,
                y + HEIGHT / 2,
                Anchor.END,
                STATE,
                entry.stale() ? Role.TEXT_WARNING : Role.TEXT_CHOSEN,
                state);
        boolean now = moment.last().orElse(null) instanceof PageTouched touched
                && touched.cpu() == cpu
                && (touched.address() & Machine.PAGE_MASK) == entry.page();
        if (now) {
            Highlight.rings(new Bounds(x, y, card, HEIGHT), 5, EnumSet.of(Highlight.CHANGED))
                    .forEach(parts::add);
        }
        pen.thing(
                "tlb:" + cpu + ":" + Long.toHexString(entry.page()),
                "CPU " + cpu + " knows " + whose + ", " + state,
                parts);
    }

    /// The frames of a freed area went back to the pool, mapped or not.
    private String frame(VmapArea va) {
        return switch (moment.kinds().of(va)) {
            case LAZY, PURGING -> ": a frame given back";
            case VM, BUSY, BLOCK, EARLY -> "";
        };
    }

    private double remark(Pen pen, double top) {
        String words =
                "The page table has forgotten these pages, the CPU has not: a read still succeeds, and finds whatever"
                        + " is in the frame by now. After the flush it faults; until then nobody else gets these addresses.";
        List<String> lines = TextMetrics.wrap(words, BODY, width - 2 * MARGIN - 56, 4);
        double height = 34 + lines.size() * 16.0;
        pen.box(MARGIN, top + 4, width - 2 * MARGIN, height, 5, Role.REMARK);
        pen.glyph(Icon.WARNING, MARGIN + 18, top + 21, 13, Role.WARNING);
        pen.text(MARGIN + 34, top + 21, TITLE, Role.TEXT, "A stale entry");
        double y = top + 41;
        for (String line : lines) {
            pen.text(MARGIN + 34, y, BODY, Role.TEXT_SECOND, line);
            y += 16;
        }
        return top + height + 10;
    }
}
