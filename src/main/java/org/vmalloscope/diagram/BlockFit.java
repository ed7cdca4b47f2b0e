package org.vmalloscope.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.vmalloscope.diagram.BlockCard.Form;
import org.vmalloscope.diagram.BlockLanes.Lane;
import org.vmalloscope.diagram.BlockLanes.Place;

/// The choice of how blocks are shown in a frame: how large their cells are, how many stand in a row, and where.
record BlockFit(Moment moment, Frame frame, BlockLanes lanes) {
    /// The smallest pitch of cells that have an outline.
    private static final double OUTLINED = 9;
    private static final List<Form> SMALL_FORMS =
            List.of(new Form(16, false), new Form(8, false), new Form(32, false), new Form(16, true));
    private static final List<Form> LARGE_FORMS =
            List.of(new Form(32, false), new Form(32, true), new Form(64, false), new Form(64, true));
    private static final double[] PITCHES = {15, 13, 11.6, 10.6, 9.3, 9, 8, 7, 6, 5};

    /// The layout with the largest cells with which everything fits, or that with the smallest. Pages that no block has
    /// used are left out where the cells of all of them could have no outline.
    BlockLayout best() {
        int used = used();
        return outlined(bits())
                .or(() -> outlined(used))
                .or(() -> largest(bits()))
                .or(() -> largest(used))
                .orElseGet(() -> smallest(used));
    }

    private int bits() {
        return moment.view().config().machine().vmapBbmapBits();
    }

    private List<Form> forms() {
        return bits() == 64 ? SMALL_FORMS : LARGE_FORMS;
    }

    /// The pages that some block uses; all of a small block.
    private int used() {
        int most = bits() == 64 ? bits() : 1;
        for (Lane lane : lanes.lanes()) {
            for (Place place : lane.listed()) {
                most = Math.max(most, new BlockCells(moment, place.block(), true).used());
            }
            for (Place place : lane.others()) {
                most = Math.max(most, new BlockCells(moment, place.block(), false).used());
            }
        }
        return most;
    }

    /// The first form of which cells with an outline fit, as large as they do.
    private Optional<BlockLayout> outlined(int pages) {
        return forms().stream()
                .flatMap(form -> DoubleStream.of(PITCHES)
                        .filter(pitch -> pitch >= OUTLINED)
                        .boxed()
                        .flatMap(pitch -> both(pitch, form, pages)))
                .filter(this::fits)
                .findFirst();
    }

    /// The largest cells that fit, in whatever form.
    private Optional<BlockLayout> largest(int pages) {
        return DoubleStream.of(PITCHES)
                .boxed()
                .flatMap(pitch -> forms().stream().flatMap(form -> both(pitch, form, pages)))
                .filter(this::fits)
                .findFirst();
    }

    private Stream<BlockLayout> both(double pitch, Form form, int pages) {
        return Stream.of(false, true).map(beside -> layout(pitch, form, pages, beside));
    }

    private boolean fits(BlockLayout one) {
        return one.height() <= frame.roomHeight() && one.width() <= frame.roomWidth();
    }

    /// What needs the least height, with cells that can be told apart.
    private BlockLayout smallest(int pages) {
        double pitch = bits() == 64 ? OUTLINED : PITCHES[PITCHES.length - 1];
        return forms().stream()
                .map(form -> layout(pitch, form, pages, true))
                .min(Comparator.comparing((BlockLayout one) -> one.width() > frame.roomWidth())
                        .thenComparingDouble(BlockLayout::height))
                .orElseThrow();
    }

    private BlockLayout layout(double pitch, Form form, int pages, boolean beside) {
        boolean merged = frame.options().merged();
        BlockCard one = pages < bits()
                ? BlockCard.folded(moment, bits(), pitch, form, pages, merged)
                : BlockCard.whole(moment, bits(), pitch, form, merged);
        return BlockLayout.of(lanes, one, frame.roomWidth(), beside);
    }
}
