package org.vmalloscope.diagram;

import java.util.stream.Stream;
import org.vmalloscope.diagram.BlockLanes.Lane;
import org.vmalloscope.diagram.BlockLanes.Place;
import org.vmalloscope.kernel.vmalloc.VmapBlock;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// Blocks when there are too many for cards: a bar each, divided into pages handed out, dirty and free; and one bar a
/// CPU when even those are too many.
record BlockBars(Moment moment, Frame frame, BlockLanes lanes, String description) {
    private static final int MOST_BARS = 2000;
    private static final double LEFT = 84;
    private static final double BAR = 108;
    private static final double ROW = 20;
    private static final TextFont NAME = TextFont.sans(10.5, Weight.SEMIBOLD);
    private static final TextFont CPU = TextFont.sans(12, Weight.SEMIBOLD);

    Picture picture() {
        Pen pen = new Pen();
        int columns = (int) Math.max(1, (frame.roomWidth() - LEFT - 12) / (BAR + 64));
        double y = 14;
        for (Lane lane : lanes.lanes()) {
            if (lane.isEmpty()) {
                continue;
            }
            pen.text(12, y + 7, CPU, Role.TEXT, "CPU " + lane.cpu());
            y = lanes.count() > MOST_BARS ? whole(pen, lane, y) : bars(pen, lane, y, columns);
        }
        return new Picture(
                frame.roomWidth(), Math.max(frame.roomHeight(), y), "Per-CPU blocks", description, pen.shapes());
    }

    private static Stream<Place> all(Lane lane) {
        return Stream.concat(lane.listed().stream(), lane.others().stream());
    }

    private double bars(Pen pen, Lane lane, double top, int columns) {
        int at = 0;
        for (Place place : all(lane).toList()) {
            double x = LEFT + at % columns * (BAR + 64);
            double y = top + Pen.row(at, columns) * ROW;
            VmapBlock block = place.block();
            Pen parts = new Pen();
            parts.text(x, y + 7, NAME, Role.TEXT, TextMetrics.fit(moment.names().block(block), NAME, 54));
            share(parts, x + 58, y, bits(), block.free(), block.dirty());
            pen.thing(
                    "vb:" + Long.toHexString(block.address()),
                    moment.names().block(block) + ": " + block.free() + " pages free, " + block.dirty() + " dirty",
                    parts);
            at++;
        }
        return top + Pen.row(at + columns - 1, columns) * ROW + 10;
    }

    private double whole(Pen pen, Lane lane, double y) {
        long count = all(lane).count();
        long free = all(lane).mapToLong(place -> place.block().free()).sum();
        long dirty = all(lane).mapToLong(place -> place.block().dirty()).sum();
        pen.text(LEFT, y + 7, NAME, Role.TEXT, TextMetrics.fit(count + " blocks", NAME, 70));
        share(pen, LEFT + 74, y, count * bits(), free, dirty);
        return y + ROW;
    }

    private long bits() {
        return moment.view().config().machine().vmapBbmapBits();
    }

    private static void share(Pen pen, double x, double y, long all, long free, long dirty) {
        double used = BAR * (all - free - dirty) / all;
        double stale = BAR * dirty / all;
        pen.box(x, y, BAR, 14, 0, Role.BIT_FREE);
        pen.box(x, y, used, 14, 0, Role.BIT_ALLOCATED);
        pen.box(x + used, y, stale, 14, 0, Role.BIT_DIRTY_SOLID);
    }
}
