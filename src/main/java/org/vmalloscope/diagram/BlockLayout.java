package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.vmalloscope.diagram.BlockLanes.Lane;
import org.vmalloscope.diagram.BlockLanes.Place;

/// Where blocks of one size stand: strands of cards, below each other or side by side as far as there is room.
///
/// @param strands in the order of their CPUs
record BlockLayout(BlockCard card, List<Strand> strands, double width, double height) {
    /// Room for the name of a CPU, left of its cards.
    static final double LEFT = 78;
    /// Px from a card to the next one on its right.
    static final double BETWEEN = 17;

    static final double GAP = 12;
    private static final double TOP = 10;
    private static final double BOTTOM = 7;
    private static final double EMPTY = 40;
    /// Px of what is said of a CPU without blocks.
    private static final double NO_BLOCK = 78;

    /// The cards that stand in a row, and go on in the next row where that ends: a CPU's free list, its blocks that are
    /// on no list, or CPUs without any.
    ///
    /// @param cpu the first of them
    /// @param last the last of them: another one only for CPUs without blocks
    /// @param listed whether it is the free list
    /// @param across how many cards stand in a row
    record Strand(int cpu, int last, boolean listed, List<Place> places, double x, double y, int across) {
        private Strand at(double newX, double newY, int newAcross) {
            return new Strand(cpu, last, listed, places, newX, newY, newAcross);
        }
    }

    /// Lays out cards of a size.
    ///
    /// @param beside whether strands may stand side by side
    static BlockLayout of(BlockLanes lanes, BlockCard card, double room, boolean beside) {
        int across = (int) Math.max(1, (room - LEFT) / (card.width() + BETWEEN));
        List<Strand> placed = new ArrayList<>();
        double x = 0;
        double y = lanes.count() == 0 ? TOP + 25 : TOP;
        double high = 0;
        double width = 0;
        for (Strand strand : strands(lanes)) {
            int most = Math.max(1, Math.min(across, strand.places().size()));
            int rows = (strand.places().size() + most - 1) / most;
            boolean empty = strand.places().isEmpty();
            double none = lanes.lanes().get(strand.cpu()).isEmpty() ? NO_BLOCK : 0;
            double wide = empty ? LEFT + 10 + none : LEFT + most * (card.width() + BETWEEN);
            if (x > 0 && (!beside || x + wide > room)) {
                x = 0;
                y += high;
                high = 0;
            }
            placed.add(strand.at(x, y, most));
            high = Math.max(high, empty ? EMPTY : rows * (card.height() + GAP));
            x += wide;
            width = Math.max(width, x);
        }
        return new BlockLayout(card, List.copyOf(placed), width, y + high - GAP + BOTTOM);
    }

    private static List<Strand> strands(BlockLanes lanes) {
        List<Strand> strands = new ArrayList<>();
        OptionalInt firstEmpty = OptionalInt.empty();
        for (Lane lane : lanes.lanes()) {
            int cpu = lane.cpu();
            if (lane.isEmpty()) {
                int first = firstEmpty.orElse(cpu);
                if (firstEmpty.isPresent()) {
                    strands.removeLast();
                }
                firstEmpty = OptionalInt.of(first);
                strands.add(new Strand(first, cpu, true, List.of(), 0, 0, 1));
            } else {
                firstEmpty = OptionalInt.empty();
                strands.add(new Strand(cpu, cpu, true, lane.listed(), 0, 0, 1));
                if (!lane.others().isEmpty()) {
                    strands.add(new Strand(cpu, cpu, false, lane.others(), 0, 0, 1));
                }
            }
        }
        return strands;
    }
}
