package org.vmalloscope.diagram;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vmalloscope.diagram.ListsColumns.Column;
import org.vmalloscope.diagram.ListsColumns.Private;
import org.vmalloscope.kernel.vmalloc.VmStruct;
import org.vmalloscope.picture.Box;
import org.vmalloscope.picture.Kind;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;

/// vmap_area_list and vmlist when there are too many for cards: a chip each, and columns that count when even chips are
/// too many.
record ListsDense(Moment moment, Frame frame, ListsColumns lists, String description) {
    private static final double LEFT = 108;
    private static final double RIGHT = 16;
    private static final double TOP = 40;
    private static final double CHIP = 24;
    private static final double PITCH = 8;
    private static final TextFont MONO = TextFont.mono(12, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    Picture picture() {
        Pen pen = new Pen();
        double lower = Math.max(TOP + 90, frame.height() / 2 + 10);
        pen.text(12, TOP + CHIP / 2, MONO, Role.TEXT, "list");
        pen.text(12, lower + CHIP / 2, MONO, Role.TEXT, "vmlist");
        double room = frame.roomWidth() - LEFT - RIGHT;
        int count = lists.columns().size();
        String note = count + " columns by address";
        if (count * PITCH <= room) {
            chips(pen, lower);
        } else {
            int perColumn = (int) Math.ceil(count * PITCH / room);
            counts(pen, lower, perColumn);
            note = note + ", " + perColumn + " in each";
        }
        pen.text(LEFT, TOP - 22, SMALL, Role.TEXT_THIRD, note);
        return new Picture(
                frame.roomWidth(),
                Math.max(frame.height(), lower + CHIP + 40),
                "vmap_area_list and vmlist",
                description,
                pen.shapes());
    }

    private void chips(Pen pen, double lower) {
        for (int at = 0; at < lists.columns().size(); at++) {
            double x = LEFT + at * PITCH;
            if (!frame.showsColumns(x, x + PITCH)) {
                continue;
            }
            Column column = lists.columns().get(at);
            column.area().ifPresent(va -> {
                Kind kind = moment.kinds().of(va);
                pen.add(new Box(
                        moment.id(va),
                        x,
                        TOP,
                        PITCH - 2,
                        CHIP,
                        1,
                        kind.mark(),
                        moment.names().area(va)));
            });
            if (column.link() == Private.VM) {
                pen.box(x + 2.5, TOP + CHIP, 1, lower - TOP - CHIP, 0, Role.RULE);
            } else if (column.link() != Private.NONE) {
                Role role = column.link() == Private.MISSING ? Role.THRESHOLD : Role.LAZY_MARK;
                pen.box(x + 2, TOP + CHIP, 2, 10, 0, role);
            }
            column.vm().ifPresent(vm -> pen.add(chip(x, lower, vm)));
        }
    }

    private Box chip(double x, double y, VmStruct vm) {
        String tip = moment.names().vm(vm);
        return new Box(ListsColumns.vmId(moment.view(), vm), x, y, PITCH - 2, CHIP, 1, Role.STORE_BAR, tip);
    }

    private void counts(Pen pen, double lower, int perColumn) {
        List<Column> columns = lists.columns();
        for (int from = 0; from < columns.size(); from += perColumn) {
            double x = LEFT + from / (double) perColumn * PITCH;
            if (!frame.showsColumns(x, x + PITCH)) {
                continue;
            }
            List<Column> part = columns.subList(from, Math.min(columns.size(), from + perColumn));
            double y = TOP + CHIP;
            Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
            for (Column column : part) {
                column.area().ifPresent(va -> counts.merge(moment.kinds().of(va), 1, Integer::sum));
            }
            for (Kind kind : Kind.values()) {
                double high = CHIP * counts.getOrDefault(kind, 0) / perColumn;
                if (high > 0) {
                    pen.box(x, y - high, PITCH - 1, high, 0, kind.mark());
                    y -= high;
                }
            }
            long vms = part.stream().filter(column -> column.vm().isPresent()).count();
            double high = CHIP * vms / perColumn;
            pen.box(x, lower + CHIP - high, PITCH - 1, high, 0, Role.STORE_BAR);
        }
    }
}
