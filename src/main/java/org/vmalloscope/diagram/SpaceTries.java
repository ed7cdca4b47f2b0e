package org.vmalloscope.diagram;

import java.util.List;
import java.util.Optional;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.journal.Note.Verdict;
import org.vmalloscope.kernel.Control;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Icon;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// What goes on in the address space, below its strip: the places that a search has tried, with the reason why each was
/// rejected, or the span of a flush.
///
/// @param top of the room below the strip
/// @param bottom of that room
record SpaceTries(Moment moment, SpaceScale scale, double top, double bottom, double width) {
    private static final double ROW = 24;
    private static final double BAR = 15;
    private static final TextFont WORDS = TextFont.sans(11.5, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    void addTo(Pen pen) {
        SpaceSearch search = moment.space().search();
        Optional<PageRange> flush = flush();
        if (flush.isPresent()) {
            flush(pen, flush.get());
        } else if (!search.isEmpty() && !search.flushedSince()) {
            rows(pen, search.tried());
        }
    }

    private Optional<PageRange> flush() {
        if (moment.last().orElse(null) instanceof TlbFlushed(long start, long end)) {
            return Optional.of(new PageRange(start, end));
        }
        Control control = moment.view().ground().control();
        boolean some = Long.compareUnsigned(control.purgeStart(), control.purgeEnd()) < 0;
        return control.purging() && some
                ? Optional.of(new PageRange(control.purgeStart(), control.purgeEnd()))
                : Optional.empty();
    }

    private void flush(Pen pen, PageRange span) {
        double x1 = Math.min(scale.x(span.start()), scale.x(span.end()));
        double x2 = Math.max(scale.x(span.start()), scale.x(span.end()));
        boolean done = moment.soFar().stream().anyMatch(TlbFlushed.class::isInstance);
        double y = top + 12;
        Role role = done ? Role.FLUSH_SPAN : Role.FLUSH_SPAN_PENDING;
        pen.line(x1, y, x2, y, role);
        pen.line(x1, y - 6, x1, y + 6, Role.FLUSH_SPAN);
        pen.line(x2, y - 6, x2, y + 6, Role.FLUSH_SPAN);
        String words = "flush span " + Sizes.pages(span.bytes() >>> Machine.PAGE_SHIFT)
                + (done ? " · TLBs flushed" : " · TLBs not flushed yet");
        double text = TextMetrics.width(words, WORDS);
        double wide = text + 34;
        double left = x2 - x1 > wide + 24 ? (x1 + x2 - wide) / 2 : x2 + 12;
        left = Math.clamp(left, 4, Math.max(4, width - wide - 4));
        pen.box(left, y - 10, wide, 20, 10, Role.CALLOUT_FLUSH);
        pen.glyph(Icon.BOLT, left + 14, y, 11, Role.EVENT_TLB);
        pen.text(left + 24, y, WORDS, Role.TEXT, words);
    }

    private void rows(Pen pen, List<HoleTried> tried) {
        int room = (int) Math.max(1, Math.floor((bottom - top) / ROW));
        int first = Math.max(0, tried.size() - room);
        if (room > 1 && first > 0) {
            first++;
        }
        double y = top + ROW / 2;
        if (first > 0) {
            if (room > 1) {
                pen.fitted(64, y, width - 80, SMALL, Role.TEXT_THIRD, "1 to " + first + ": rejected");
                y += ROW;
            } else {
                earlier(pen, tried.subList(0, first));
            }
        }
        for (int at = first; at < tried.size(); at++) {
            row(pen, tried.get(at), at + 1, y);
            y += ROW;
        }
    }

    /// In a low pane all candidates share the line of the last one: thin bars.
    private void earlier(Pen pen, List<HoleTried> tried) {
        for (HoleTried hole : tried.subList(Math.max(0, tried.size() - 40), tried.size())) {
            double x1 = Math.min(scale.x(hole.start()), scale.x(hole.end()));
            double wide = Math.abs(scale.x(hole.end()) - scale.x(hole.start()));
            pen.box(x1, top - 1, Math.max(3, wide), 3, 1, Role.THRESHOLD);
        }
    }

    private void row(Pen pen, HoleTried hole, int number, double y) {
        Pen parts = new Pen();
        double x = Math.min(scale.x(hole.start()), scale.x(hole.end()));
        double wide = Math.max(6, Math.abs(scale.x(hole.end()) - scale.x(hole.start())));
        x = Math.min(x, scale.right() - wide);
        boolean chosen = hole.verdict() == Verdict.CHOSEN;
        parts.box(x, y - BAR / 2, wide, BAR, 2, chosen ? Role.HOLE_CHOSEN : Role.HOLE_REJECTED);
        if (!chosen) {
            collision(parts, hole, y);
        }
        String words = number + "  " + words(hole);
        double text = TextMetrics.width(words, WORDS);
        boolean right = x + wide + 26 + text < width - 4;
        Role ink = chosen ? Role.TEXT_CHOSEN : Role.TEXT;
        Icon icon = chosen ? Icon.TICK : Icon.CROSS;
        Role glyph = chosen ? Role.HOLE_CHOSEN : Role.HOLE_REJECTED;
        if (right) {
            parts.glyph(icon, x + wide + 11, y, 11, glyph);
            parts.text(x + wide + 21, y, WORDS, ink, words);
        } else {
            parts.glyph(icon, Math.max(8, x - 11), y, 11, glyph);
            String fitting = TextMetrics.fit(words, WORDS, Math.max(0, x - 30));
            parts.text(x - 21, y, Anchor.END, WORDS, ink, fitting);
        }
        pen.add(new Group("", parts.shapes(), words));
    }

    private void collision(Pen parts, HoleTried hole, double y) {
        if (hole.va() == 0) {
            return;
        }
        VmapArea va = new VmapArea(moment.view().memory(), hole.va());
        double x1 = Math.max(
                Math.min(scale.x(va.vaStart()), scale.x(va.vaEnd())),
                Math.min(scale.x(hole.start()), scale.x(hole.end())));
        double x2 = Math.min(
                Math.max(scale.x(va.vaStart()), scale.x(va.vaEnd())),
                Math.max(scale.x(hole.start()), scale.x(hole.end())));
        if (x2 - x1 > 1) {
            parts.box(x1, y - BAR / 2, x2 - x1, BAR, 0, Role.HOLE_COLLISION);
        }
    }

    private String words(HoleTried hole) {
        String name = hole.va() == 0
                ? ""
                : moment.names().area(new VmapArea(moment.view().memory(), hole.va()));
        return switch (hole.verdict()) {
            case CHOSEN -> hole.va() == 0 ? "nothing in the way: taken" : "fits below " + name + ": taken";
            case COLLIDES_ABOVE -> name + " is in the way";
            case COLLIDES_BELOW -> name + " reaches into it";
            case BEYOND_END -> "would end beyond the end of the space";
            case WRAPS -> "start plus size wraps around";
            case BELOW_START -> "would begin below the start of the space";
        };
    }
}
