package org.vmalloscope.diagram;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.Highlight;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.Run;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The areas of a purge as cards in rows, as chips when they are many, and as counts when they are too many for chips.
record PurgeCards(Moment moment, List<VmapArea> collected, List<VmapArea> lazy, double width) {
    private static final double CARD = 128;
    private static final double WIDEST = 152;
    private static final double HEIGHT = 44;
    private static final double GAP = 22;
    private static final int MOST_CARDS = 60;
    private static final int MOST_CHIPS = 3000;
    private static final double CHIP = 10;
    private static final TextFont NAME = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.MEDIUM);
    private static final TextFont MONO = TextFont.mono(12, Weight.SEMIBOLD);

    Group draw(double x, double y) {
        Pen pen = new Pen();
        int count = collected.size() + lazy.size();
        if (count > MOST_CHIPS) {
            counts(pen, x, y);
        } else if (count > MOST_CARDS) {
            chips(pen, x, y);
        } else {
            cards(pen, x, y);
        }
        return new Group("", pen.shapes());
    }

    private void cards(Pen pen, double left, double top) {
        Addresses addresses =
                Addresses.of(moment.areas().stream().map(VmapArea::vaStart).toList());
        double least = Math.min(width, CARD);
        int columns = (int) Math.max(1, (width + GAP) / (least + GAP));
        double card = Math.min(WIDEST, (width + GAP) / columns - GAP);
        Set<Long> changed = ChangedAreas.of(moment);
        int count = collected.size() + lazy.size();
        for (int at = 0; at < count; at++) {
            boolean onList = at < collected.size();
            VmapArea va = onList ? collected.get(at) : lazy.get(at - collected.size());
            double x = left + at % columns * (card + GAP);
            double y = top + Pen.row(at, columns) * (HEIGHT + 14.0);
            if (at + 1 < count && (at + 1) % columns != 0) {
                boolean linked = at + 1 < collected.size();
                double middle = y + HEIGHT / 2;
                Role role = linked ? Role.POINTER : Role.FOLD_LINE;
                pen.add(new Line("", x + card, middle, x + card + GAP, middle, linked ? Heads.END : Heads.NONE, role));
            }
            card(pen, va, new Bounds(x, y, card, HEIGHT), addresses, changed.contains(va.address()));
        }
    }

    private void card(Pen pen, VmapArea va, Bounds at, Addresses addresses, boolean changed) {
        Kind kind = moment.kinds().of(va);
        Pen parts = new Pen();
        parts.box(at.x(), at.y(), at.width(), HEIGHT, 5, kind.area());
        parts.box(at.x() + 4, at.y() + 4, at.width() - 8, HEIGHT - 8, 3, kind.plate());
        String pages = Sizes.pages(va.vaEnd() - va.vaStart() >>> Machine.PAGE_SHIFT);
        double pagesWidth = TextMetrics.width(pages, SMALL);
        parts.glyph(kind.icon(), at.x() + 15, at.y() + 14, 10, kind.area());
        String name = TextMetrics.fit(moment.names().area(va), NAME, at.width() - pagesWidth - 44);
        parts.text(at.x() + 24, at.y() + 14, NAME, kind.plate(), name);
        parts.text(at.right() - 10, at.y() + 14, Anchor.END, SMALL, kind.plate(), pages);
        parts.runs(
                at.x() + 10, at.y() + 31, Anchor.START, MONO, Run.address(addresses.shown(va.vaStart()), kind.plate()));
        String flags = "flags " + va.flags();
        double address = TextMetrics.width(addresses.shown(va.vaStart()), MONO);
        if (address + TextMetrics.width(flags, SMALL) + 34 < at.width()) {
            parts.text(at.right() - 10, at.y() + 31, Anchor.END, SMALL, kind.plate(), flags);
        }
        if (changed) {
            Highlight.rings(at, 5, EnumSet.of(Highlight.CHANGED)).forEach(parts::add);
        }
        pen.thing(moment.id(va), tip(va), parts);
    }

    private String tip(VmapArea va) {
        return moment.names().area(va) + ": " + Addresses.full(va.vaStart()) + " to " + Addresses.full(va.vaEnd())
                + "\nflags " + FlagBits.AREA.names(va.flags());
    }

    private void chips(Pen pen, double left, double top) {
        int columns = (int) Math.max(1, width / (CHIP + 2));
        int count = collected.size() + lazy.size();
        for (int at = 0; at < count; at++) {
            VmapArea va = at < collected.size() ? collected.get(at) : lazy.get(at - collected.size());
            double x = left + at % columns * (CHIP + 2);
            double y = top + Pen.row(at, columns) * 20.0;
            pen.add(new Box(
                    moment.id(va), x, y, CHIP, 16, 2, moment.kinds().of(va).mark(), tip(va)));
        }
    }

    private void counts(Pen pen, double left, double top) {
        double most = Math.max(collected.size(), lazy.size());
        bar(pen, left, top, Kind.PURGING, collected.size(), most);
        bar(pen, left, top + 26, Kind.LAZY, lazy.size(), most);
    }

    private void bar(Pen pen, double left, double y, Kind kind, int count, double most) {
        double wide = Math.max(2, (width - 110) * count / most);
        pen.box(left, y, wide, 18, 2, kind.area());
        pen.text(left + wide + 8, y + 9, SMALL, Role.TEXT_SECOND, Sizes.number(count) + " areas");
    }
}
