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

/// The areas of a purge as cards in rows, as tags with their names where cards do not fit, as chips when they are many,
/// and as counts when they are too many for chips.
///
/// @param room px of height that there are
record PurgeCards(Moment moment, List<VmapArea> collected, List<VmapArea> lazy, double width, double room) {
    private static final double CARD = 128;
    private static final double WIDEST = 152;
    private static final double NARROW_CARD = 104;
    private static final double NARROW_GAP = 14;
    private static final double HEIGHT = 44;
    private static final double LOW_HEIGHT = 36;
    private static final double GAP = 22;
    private static final double ROW_GAP = 14;
    private static final double TAG = 22;
    private static final double TAG_GAP = 14;
    private static final double TAG_ROW_GAP = 8;
    private static final int MOST_CARDS = 60;
    private static final int MOST_CHIPS = 3000;
    private static final double CHIP = 10;
    private static final TextFont NAME = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont SMALL = TextFont.sans(11, Weight.MEDIUM);
    private static final TextFont MONO = TextFont.mono(12, Weight.SEMIBOLD);

    Group draw(double x, double y) {
        Pen pen = new Pen();
        if (count() > MOST_CHIPS) {
            counts(pen, x, y);
        } else if (count() > MOST_CARDS) {
            chips(pen, x, y);
        } else if (fits(columns(CARD, GAP), height(), ROW_GAP)) {
            cards(pen, x, y, CARD, GAP);
        } else if (fits(columns(NARROW_CARD, NARROW_GAP), height(), ROW_GAP)) {
            cards(pen, x, y, NARROW_CARD, NARROW_GAP);
        } else if (fits(columns(tag(), TAG_GAP), TAG, TAG_ROW_GAP)) {
            tags(pen, x, y);
        } else {
            chips(pen, x, y);
        }
        return new Group("", pen.shapes());
    }

    private int count() {
        return collected.size() + lazy.size();
    }

    private VmapArea at(int at) {
        return at < collected.size() ? collected.get(at) : lazy.get(at - collected.size());
    }

    /// Cards are lower where there is no room for others.
    private double height() {
        return room < HEIGHT ? LOW_HEIGHT : HEIGHT;
    }

    private int columns(double wide, double gap) {
        return (int) Math.max(1, (width + gap) / (wide + gap));
    }

    private boolean fits(int columns, double high, double gap) {
        int rows = (count() + columns - 1) / columns;
        return rows * (high + gap) - gap <= room;
    }

    private void cards(Pen pen, double left, double top, double least, double gap) {
        Addresses addresses =
                Addresses.of(moment.areas().stream().map(VmapArea::vaStart).toList());
        int columns = columns(Math.min(width, least), gap);
        double card = Math.min(WIDEST, (width + gap) / columns - gap);
        Set<Long> changed = ChangedAreas.of(moment);
        for (int at = 0; at < count(); at++) {
            double x = left + at % columns * (card + gap);
            double y = top + Pen.row(at, columns) * (height() + ROW_GAP);
            if ((at + 1) % columns != 0) {
                link(pen, at, x + card, x + card + gap, y + height() / 2);
            }
            VmapArea va = at(at);
            card(pen, va, new Bounds(x, y, card, height()), addresses, changed.contains(va.address()));
        }
    }

    /// What leads from an area to the next: a pointer where both are on the purge list.
    private void link(Pen pen, int at, double from, double to, double y) {
        if (at + 1 < count()) {
            boolean linked = at + 1 < collected.size();
            Role role = linked ? Role.POINTER : Role.FOLD_LINE;
            pen.add(new Line("", from, y, to, y, linked ? Heads.END : Heads.NONE, role));
        }
    }

    /// Px of a tag that has room for the longest name.
    private double tag() {
        double longest = 0;
        for (int at = 0; at < count(); at++) {
            longest = Math.max(longest, TextMetrics.width(moment.names().area(at(at)), NAME));
        }
        return Math.clamp(longest + 30, 44, 96);
    }

    private void tags(Pen pen, double left, double top) {
        double wide = tag();
        int columns = columns(wide, TAG_GAP);
        Set<Long> changed = ChangedAreas.of(moment);
        for (int at = 0; at < count(); at++) {
            VmapArea va = at(at);
            Kind kind = moment.kinds().of(va);
            double x = left + at % columns * (wide + TAG_GAP);
            double y = top + Pen.row(at, columns) * (TAG + TAG_ROW_GAP);
            if ((at + 1) % columns != 0) {
                link(pen, at, x + wide, x + wide + TAG_GAP, y + TAG / 2);
            }
            Pen parts = new Pen();
            parts.box(x, y, wide, TAG, 4, kind.area());
            String name = TextMetrics.fit(moment.names().area(va), NAME, wide - 30);
            parts.box(x + 4, y + 3, 22 + TextMetrics.width(name, NAME), TAG - 6, 2, kind.plate());
            parts.glyph(kind.icon(), x + 12, y + TAG / 2, 10, kind.area());
            parts.text(x + 21, y + TAG / 2, NAME, kind.plate(), name);
            if (changed.contains(va.address())) {
                Highlight.rings(new Bounds(x, y, wide, TAG), 4, EnumSet.of(Highlight.CHANGED))
                        .forEach(parts::add);
            }
            pen.thing(moment.id(va), tip(va), parts);
        }
    }

    private void card(Pen pen, VmapArea va, Bounds at, Addresses addresses, boolean changed) {
        Kind kind = moment.kinds().of(va);
        Pen parts = new Pen();
        double first = at.y() + at.height() * 0.32;
        double second = at.y() + at.height() * 0.7;
        parts.box(at.x(), at.y(), at.width(), at.height(), 5, kind.area());
        parts.box(at.x() + 4, at.y() + 4, at.width() - 8, at.height() - 8, 3, kind.plate());
        String pages = Sizes.pages(va.vaEnd() - va.vaStart() >>> Machine.PAGE_SHIFT);
        double pagesWidth = TextMetrics.width(pages, SMALL);
        parts.glyph(kind.icon(), at.x() + 15, first, 10, kind.area());
        String whole = moment.names().area(va);
        boolean both = TextMetrics.width(whole, NAME) + pagesWidth + 44 <= at.width();
        String name = TextMetrics.fit(whole, NAME, at.width() - 34);
        parts.text(at.x() + 24, first, NAME, kind.plate(), name);
        parts.text(at.right() - 10, first, Anchor.END, SMALL, kind.plate(), both ? pages : "");
        parts.runs(at.x() + 10, second, Anchor.START, MONO, Run.address(addresses.shown(va.vaStart()), kind.plate()));
        String flags = "flags " + va.flags();
        double address = TextMetrics.width(addresses.shown(va.vaStart()), MONO);
        if (address + TextMetrics.width(flags, SMALL) + 34 < at.width()) {
            parts.text(at.right() - 10, second, Anchor.END, SMALL, kind.plate(), flags);
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
        for (int at = 0; at < count(); at++) {
            VmapArea va = at(at);
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
