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
///
/// @param low whether a card has one line, and stands beside the name of its CPU
record TlbPanels(Moment moment, double width, boolean low) {
    private static final double MARGIN = 16;
    private static final double CARD = 296;
    private static final double HEIGHT = 40;
    private static final double LOW_CARD = 256;
    private static final double LOW_HEIGHT = 24;
    private static final double NAME = 52;
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);
    private static final TextFont TITLE = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont BODY = TextFont.sans(11.5, Weight.REGULAR);
    private static final TextFont STATE = TextFont.sans(11.5, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(12, Weight.SEMIBOLD);

    double addTo(Pen pen, double top) {
        double y = top + (low ? 1 : 4);
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
        double left = MARGIN;
        double first = top + 22;
        if (low) {
            pen.text(MARGIN, top + LOW_HEIGHT / 2, TITLE, Role.TEXT, "CPU " + cpu);
            left += NAME;
            first = top;
        } else {
            heading(pen, cpu, known.size(), top + 9);
        }
        double room = width - MARGIN - left + 10;
        double least = low ? LOW_CARD : CARD;
        int columns = (int) Math.max(1, room / (least + 10));
        double card = Math.min(least + 80, room / columns - 10);
        double row = low ? LOW_HEIGHT + 5 : HEIGHT + 8;
        for (int at = 0; at < known.size(); at++) {
            double x = left + at % columns * (card + 10);
            card(pen, cpu, known.get(at), new Bounds(x, first + Pen.row(at, columns) * row, card, height()));
        }
        return first + Pen.row(known.size() + columns - 1, columns) * row + (low ? 0 : 8);
    }

    private void heading(Pen pen, int cpu, int entries, double y) {
        String words = "TLB of CPU " + cpu;
        double after = MARGIN + TextMetrics.width(words, TITLE) + 10;
        pen.text(MARGIN, y, TITLE, Role.TEXT, words);
        pen.fitted(
                after, y, width - MARGIN - after, BODY, Role.TEXT_THIRD, entries + " of " + Tlbs.ENTRIES + " entries");
    }

    private double height() {
        return low ? LOW_HEIGHT : HEIGHT;
    }

    private void card(Pen pen, int cpu, Entry entry, Bounds at) {
        Pen parts = new Pen();
        boolean stale = entry.stale();
        double middle = at.y() + at.height() / 2;
        parts.box(at.x(), at.y(), at.width(), at.height(), 5, stale ? Role.STALE : Role.CARD);
        double icon = at.x() + (low ? 13 : 17);
        parts.glyph(stale ? Icon.WARNING : Icon.TICK, icon, middle, 13, stale ? Role.WARNING : Role.HOLE_CHOSEN);
        String state = stale ? "stale" : "valid";
        Role loud = stale ? Role.TEXT_WARNING : Role.TEXT_CHOSEN;
        parts.text(at.right() - (low ? 8 : 12), middle, Anchor.END, STATE, loud, state);
        Optional<VmapArea> area = moment.names().areaAround(entry.page());
        String whose = area.map(va -> page(entry, va) + frame(va)).orElse("of no area");
        words(parts, entry, at, whose, area.map(va -> page(entry, va)).orElse(""));
        boolean now = moment.last().orElse(null) instanceof PageTouched touched
                && touched.cpu() == cpu
                && (touched.address() & Machine.PAGE_MASK) == entry.page();
        if (now) {
            Highlight.rings(at, 5, EnumSet.of(Highlight.CHANGED)).forEach(parts::add);
        }
        pen.thing(
                "tlb:" + cpu + ":" + Long.toHexString(entry.page()),
                "CPU " + cpu + " knows " + whose + ", " + state,
                parts);
    }

    private String page(Entry entry, VmapArea va) {
        return "page " + (entry.page() - va.vaStart() >>> Machine.PAGE_SHIFT) + " of "
                + moment.names().area(va);
    }

    /// The address, and whose page it is, the longest wording that fits.
    private void words(Pen parts, Entry entry, Bounds at, String whose, String shorter) {
        Role first = entry.stale() ? Role.STALE_TEXT : Role.TEXT;
        Role second = entry.stale() ? Role.STALE_TEXT : Role.TEXT_SECOND;
        String address = Addresses.full(entry.page());
        double middle = at.y() + at.height() / 2;
        if (low) {
            double x = at.x() + 25;
            double after = x + TextMetrics.width(address, MONO) + 8;
            parts.runs(x, middle, Anchor.START, MONO, Run.address(address, first));
            String words = Pen.fitting(at.right() - 46 - after, SMALL, whose, shorter, "");
            parts.text(after, middle, SMALL, second, words);
        } else {
            parts.runs(at.x() + 34, at.y() + 13, Anchor.START, MONO, Run.address(address, first));
            parts.text(at.x() + 34, at.y() + 28, BODY, second, Pen.fitting(at.width() - 90, BODY, whose, shorter));
        }
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
