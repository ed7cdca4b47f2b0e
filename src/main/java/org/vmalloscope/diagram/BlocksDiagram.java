package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vmalloscope.diagram.BlockLanes.Lane;
import org.vmalloscope.diagram.BlockLanes.Place;
import org.vmalloscope.diagram.BlockLanes.State;
import org.vmalloscope.picture.Anchor;
import org.vmalloscope.picture.BitCell;
import org.vmalloscope.picture.Heads;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Line;
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
    private static final double LEFT = 92;
    private static final double MARGIN = 14;
    private static final double BETWEEN = 26;
    private static final double LANE_GAP = 14;
    private static final double EMPTY_LANE = 40;
    private static final int MOST_CARDS = 48;
    private static final double[] PITCHES = {15, 13, 11.6, 10.6, 9.3, 8, 7, 6, 5};
    private static final TextFont CPU = TextFont.sans(12, Weight.SEMIBOLD);
    private static final TextFont MONO = TextFont.mono(11, Weight.REGULAR);
    private static final TextFont SMALL = TextFont.sans(11, Weight.REGULAR);

    private final Moment moment;
    private final Frame frame;
    private final BlockLanes lanes;
    private final BlockCard card;
    private final Pen pen = new Pen();

    private BlocksDiagram(Moment moment, Frame frame) {
        this.moment = moment;
        this.frame = frame;
        this.lanes = BlockLanes.of(moment);
        this.card = fitting();
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
        double width = Math.clamp(roomy.width(roomy.card), 620, 2400);
        return new Diagram.FigureSize(width, Math.max(120, roomy.height(roomy.card)));
    }

    /// The largest card with which everything fits, or the smallest.
    private BlockCard fitting() {
        boolean merged = frame.options().merged();
        int bits = moment.view().config().machine().vmapBbmapBits();
        BlockCard smallest = new BlockCard(moment, bits, PITCHES[PITCHES.length - 1], merged);
        for (double pitch : PITCHES) {
            BlockCard one = new BlockCard(moment, bits, pitch, merged);
            if (height(one) <= frame.roomHeight() && width(one) <= frame.roomWidth()) {
                return one;
            }
            if (pitch >= 8 && width(one) <= frame.roomWidth() && bits == 64) {
                smallest = one;
            }
        }
        return smallest;
    }

    private double width(BlockCard one) {
        int most = 1;
        for (Lane lane : lanes.lanes()) {
            most = Math.max(most, Math.max(lane.listed().size(), lane.others().size()));
        }
        return LEFT + most * (one.width() + BETWEEN) + MARGIN;
    }

    private double height(BlockCard one) {
        double y = MARGIN;
        boolean emptyBefore = false;
        for (Lane lane : lanes.lanes()) {
            y += lane.isEmpty() ? emptyBefore ? 0 : EMPTY_LANE : rows(lane) * (one.height() + LANE_GAP);
            emptyBefore = lane.isEmpty();
        }
        return y + 4;
    }

    private static int rows(Lane lane) {
        return lane.others().isEmpty() ? 1 : 2;
    }

    private Picture picture() {
        double width = Math.max(frame.roomWidth(), width(card));
        double height = Math.max(frame.roomHeight(), height(card));
        if (lanes.count() == 0) {
            String empty = moment.view().vmapInitialized()
                    ? "No block yet: vm_map_ram makes one"
                    : "No block before vmalloc_init (statement: boot)";
            pen.fitted(16, 20, width - 32, TextFont.sans(12.5, Weight.REGULAR), Role.TEXT_THIRD, empty);
        }
        double y = MARGIN + (lanes.count() == 0 ? 22 : 0);
        for (int cpu = 0; cpu < lanes.lanes().size(); cpu++) {
            Lane lane = lanes.lanes().get(cpu);
            if (lane.isEmpty()) {
                int last = cpu;
                while (last + 1 < lanes.lanes().size()
                        && lanes.lanes().get(last + 1).isEmpty()) {
                    last++;
                }
                emptyLanes(cpu, last, y);
                y += EMPTY_LANE;
                cpu = last;
            } else {
                lane(lane, y);
                y += rows(lane) * (card.height() + LANE_GAP);
            }
        }
        return new Picture(width, Math.max(height, y + 4), TITLE, description(), pen.shapes());
    }

    private void emptyLanes(int from, int to, double y) {
        if (!moment.view().vmapInitialized()) {
            return;
        }
        anchor(from == to ? "CPU " + from : "CPU " + from + "–" + to, y, 28);
        pen.line(LEFT - 14, y + 14, LEFT - 2, y + 14, Role.POINTER);
        pen.line(LEFT - 2, y + 8, LEFT - 2, y + 20, Role.POINTER);
        if (lanes.count() > 0) {
            pen.text(LEFT + 8, y + 14, SMALL, Role.TEXT_THIRD, "no block yet");
        }
    }

    private void anchor(String words, double y, double height) {
        pen.box(8, y, LEFT - 22, height, 5, Role.ANCHOR);
        double middle = y + height / 2;
        double centre = 8 + (LEFT - 22) / 2;
        if (height > 30) {
            pen.text(centre, middle - 7, Anchor.MIDDLE, CPU, Role.TEXT, words);
            pen.text(centre, middle + 8, Anchor.MIDDLE, MONO, Role.TEXT_SECOND, "free");
        } else {
            pen.text(centre, middle, Anchor.MIDDLE, CPU, Role.TEXT, TextMetrics.fit(words, CPU, LEFT - 26));
        }
    }

    private void lane(Lane lane, double y) {
        anchor("CPU " + lane.cpu(), y, 36);
        double wire = y + 18;
        double x = LEFT + 4;
        double from = LEFT - 14;
        boolean first = true;
        for (Place place : lane.listed()) {
            pen.add(new Line("", from, wire, x, wire, Heads.END, Role.POINTER));
            show(place, x, y, first);
            first = false;
            from = x + card.width();
            x += card.width() + BETWEEN;
        }
        pen.line(from, wire, from + 10, wire, Role.POINTER);
        pen.line(from + 10, wire - 6, from + 10, wire + 6, Role.POINTER);
        others(lane, y + card.height() + LANE_GAP);
    }

    private void others(Lane lane, double y) {
        double x = LEFT + 4;
        for (Place place : lane.others()) {
            show(place, x, y, false);
            x += card.width() + BETWEEN;
        }
        if (!lane.others().isEmpty()) {
            State state = lane.others().getFirst().state();
            pen.text(8, y + 12, SMALL, Role.TEXT_SECOND, state == State.DYING ? "dying:" : "on no list");
            pen.text(8, y + 27, SMALL, Role.TEXT_SECOND, words(state));
            pen.line(LEFT - 24, y + 18, LEFT, y + 18, Role.FOLD_LINE);
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
