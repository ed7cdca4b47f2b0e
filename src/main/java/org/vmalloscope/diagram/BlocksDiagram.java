package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.BlockLanes.Lane;
import org.vmalloscope.diagram.BlockLanes.Place;
import org.vmalloscope.diagram.BlockLanes.State;
import org.vmalloscope.diagram.BlockLayout.Strand;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.BitCell;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Line;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;
import org.vmalloscope.picture.TextFont;
import org.vmalloscope.picture.TextFont.Weight;
import org.vmalloscope.picture.TextMetrics;

/// The blocks of vm_map_ram: one lane a CPU, its free list from front to end, then what is on no list.
///
/// Each block shows alloc_map and dirty_map as the kernel has them, or both in one matrix with the page table. The
/// cells are as large as the room allows; where that is too small to tell, a block is a bar.
final class BlocksDiagram {
    private static final String TITLE = "Per-CPU blocks";
    private static final double LEFT = BlockLayout.LEFT;
    private static final int MOST_CARDS = 48;
    /// How far below the top of a card its pointer arrives.
    private static final double WIRE = 18;
    private static final TextFont CPU = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final BlockLanes lanes;
    private final BlockLayout layout;
    private final BlockCard card;
    private final Pen pen = new Pen();

    private BlocksDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.lanes = BlockLanes.of(moment);
        this.layout = new BlockFit(moment, frame, lanes).best();
        this.card = layout.card();
    }

    static Picture draw(Moment moment, Frame frame) {
        BlocksDiagram diagram = new BlocksDiagram(moment, frame);
        return diagram.lanes.count() > MOST_CARDS
                ? new BlockBars(moment, frame, diagram.lanes, diagram.description()).picture()
                : diagram.picture();
    }

    static Diagram.FigureSize size(Moment moment, ViewOptions options) {
        BlocksDiagram roomy = new BlocksDiagram(moment, Frame.of(1200, 900).with(options));
        if (roomy.lanes.count() > MOST_CARDS) {
            return new Diagram.FigureSize(
                    1200, draw(moment, Frame.of(1200, 300)).height());
        }
        double width = Math.clamp(roomy.layout.width(), 620, 2400);
        return new Diagram.FigureSize(width, Math.max(120, roomy.layout.height()));
    }

    private Picture picture() {
        double width = Math.max(frame.roomWidth(), layout.width());
        double height = Math.max(frame.roomHeight(), layout.height());
        if (lanes.count() == 0) {
            String empty = moment.view().vmapInitialized()
                    ? "No block yet: vm_map_ram makes one"
                    : "No block before vmalloc_init (statement boot or start_kernel)";
            pen.fitted(16, 20, width - 32, TextFont.sans(12.5, Weight.REGULAR), Role.TEXT_THIRD, empty);
        }
        for (Strand strand : layout.strands()) {
            if (isBare(strand)) {
                emptyLanes(strand);
            } else if (strand.listed()) {
                listed(strand);
            } else {
                others(strand);
            }
        }
        return new Picture(width, height, TITLE, description(), pen.shapes());
    }

    /// Whether the CPUs of a strand have no block at all.
    private boolean isBare(Strand strand) {
        return lanes.lanes().get(strand.cpu()).isEmpty();
    }

    private void emptyLanes(Strand strand) {
        if (!moment.view().vmapInitialized()) {
            return;
        }
        double x = strand.x();
        double y = strand.y();
        String cpus = strand.cpu() == strand.last() ? "" + strand.cpu() : strand.cpu() + "–" + strand.last();
        anchor("CPU " + cpus, x, y, 28);
        stop(x + LEFT - 14, y + 14);
        if (lanes.count() > 0) {
            pen.text(x + LEFT + 6, y + 14, SMALL, Role.TEXT_THIRD, "no block yet");
        }
    }

    /// The end of a list.
    private void stop(double x, double y) {
        pen.line(x, y, x + 10, y, Role.POINTER);
        pen.line(x + 10, y - 6, x + 10, y + 6, Role.POINTER);
    }

    private void anchor(String words, double x, double y, double height) {
        double wide = LEFT - 20;
        pen.box(x + 6, y, wide, height, 5, Role.ANCHOR);
        double middle = y + height / 2;
        double centre = x + 6 + wide / 2;
        if (height > 30) {
            pen.text(centre, middle - 7, Anchor.MIDDLE, CPU, Role.TEXT, words);
            pen.text(centre, middle + 8, Anchor.MIDDLE, MONO, Role.TEXT_SECOND, "free");
        } else {
            pen.text(centre, middle, Anchor.MIDDLE, CPU, Role.TEXT, TextMetrics.fit(words, CPU, wide - 4));
        }
    }

    private double x(Strand strand, int at) {
        return strand.x() + LEFT + 4 + at % strand.across() * (card.width() + BlockLayout.BETWEEN);
    }

    private double y(Strand strand, int at) {
        return strand.y() + Pen.row(at, strand.across()) * (card.height() + BlockLayout.GAP);
    }

    private void listed(Strand strand) {
        anchor("CPU " + strand.cpu(), strand.x(), strand.y(), 36);
        double from = strand.x() + LEFT - 14;
        double before = strand.y() + WIRE;
        for (int at = 0; at < strand.places().size(); at++) {
            double x = x(strand, at);
            double wire = y(strand, at) + WIRE;
            if (wire == before) {
                pen.add(new Line("", from, wire, x, wire, Heads.END, Role.POINTER));
            } else {
                double between = y(strand, at) - BlockLayout.GAP / 2;
                double[] way = {
                    from, before, from + 9, before, from + 9, between, x - 11, between, x - 11, wire, x, wire
                };
                pen.add(new Path("", Path.straights(way), Heads.END, Role.POINTER, ""));
            }
            show(strand.places().get(at), x, y(strand, at), at == 0);
            from = x + card.width();
            before = wire;
        }
        stop(from, before);
    }

    private void others(Strand strand) {
        State state = strand.places().getFirst().state();
        double left = strand.x();
        double y = strand.y();
        pen.text(left + 8, y + 12, SMALL, Role.TEXT_SECOND, state == State.DYING ? "dying:" : "on no list");
        pen.text(left + 8, y + 27, SMALL, Role.TEXT_SECOND, words(state));
        pen.line(left + LEFT - 20, y + WIRE, left + LEFT, y + WIRE, Role.FOLD_LINE);
        for (int at = 0; at < strand.places().size(); at++) {
            show(strand.places().get(at), x(strand, at), y(strand, at), false);
        }
    }

    private static String words(State state) {
        return switch (state) {
            case FULL -> "(full)";
            case DYING -> "all dirty";
            case NEW -> "(new)";
            case LISTED -> "";
        };
    }

    private void show(Place place, double x, double y, boolean serves) {
        if (frame.showsColumns(x, x + card.width())) {
            card.draw(pen, place, x, y, serves);
        }
    }

    private String description() {
        if (lanes.count() == 0) {
            return "No block yet: vm_map_ram makes one.";
        }
        List<String> parts = new ArrayList<>();
        for (Lane lane : lanes.lanes()) {
            for (Place place : lane.listed()) {
                parts.add(sentence(lane, place, "on its free list"));
            }
            for (Place place : lane.others()) {
                parts.add(sentence(lane, place, place.state() == State.DYING ? "all dirty and dying" : "on no list"));
            }
        }
        return String.join(" ", parts);
    }

    private String sentence(Lane lane, Place place, String where) {
        return "CPU " + lane.cpu() + ", " + moment.names().block(place.block()) + ": "
                + place.block().free() + " pages free, " + place.block().dirty() + " dirty, " + where + ".";
    }

    static List<LegendEntry> legend(Moment moment, ViewOptions options) {
        Set<BitCell> occur = EnumSet.noneOf(BitCell.class);
        for (Lane lane : BlockLanes.of(moment).lanes()) {
            boolean first = true;
            for (Place place : lane.listed()) {
                collect(new BlockCells(moment, place.block(), first), options, occur);
                first = false;
            }
            lane.others().forEach(place -> collect(new BlockCells(moment, place.block(), false), options, occur));
        }
        return occur.stream().map(cell -> LegendEntry.of(cell, words(cell))).toList();
    }

    private static void collect(BlockCells cells, ViewOptions options, Set<BitCell> occur) {
        for (int bit = 0; bit < cells.bits(); bit++) {
            if (options.merged()) {
                occur.add(cells.merged(bit));
            } else {
                occur.add(cells.inAllocMap(bit));
                occur.add(cells.inDirtyMap(bit));
            }
        }
    }

    static String words(BitCell cell) {
        return switch (cell) {
            case FREE -> "free";
            case ALLOCATED -> "handed out";
            case ROUNDED -> "handed out, not mapped";
            case DIRTY -> "dirty, unmapped";
            case DIRTY_MAPPED -> "dirty, still mapped";
            case NEXT -> "where the next one-page request goes";
        };
    }
}
