package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.BlockCells.Region;
import org.vmalloscope.diagram.BlockLanes.Place;
import org.vmalloscope.diagram.BlockLanes.State;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.picture.BitCell;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;

/// The blocks of each CPU, and every page of them.
final class BlocksDiagramTest {
    private static final Frame FRAME = Frame.of(760, 320);

    private static List<BitCell> cells(BlockCells cells, int upTo) {
        return IntStream.range(0, upTo).mapToObj(cells::merged).toList();
    }

    private static Place only(Moment moment) {
        return BlockLanes.of(moment).lanes().stream()
                .flatMap(lane -> Stream.concat(lane.listed().stream(), lane.others().stream()))
                .findFirst()
                .orElseThrow();
    }

    private static PlayedRun i386(String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "machine i386 cpus=2 ram=8M";
        all[1] = "boot";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return PlayedRun.of(all);
    }

    @Test
    void requestsAreRoundedUpToPowersOfTwo() {
        Moment moment = i386("a = vm_map_ram 3", "b = vm_map_ram 1").afterStatement(3);
        BlockCells cells = new BlockCells(moment, only(moment).block(), true);
        assertEquals(
                List.of(
                        BitCell.ALLOCATED,
                        BitCell.ALLOCATED,
                        BitCell.ALLOCATED,
                        BitCell.ROUNDED,
                        BitCell.ALLOCATED,
                        BitCell.NEXT,
                        BitCell.FREE),
                cells(cells, 7));
        assertEquals(List.of(new Region(0, 2), new Region(4, 0)), cells.regions());
        assertEquals(
                List.of(2, 2, 2, 2, 0, -1),
                IntStream.of(cells.orders()).boxed().limit(6).toList());
        Picture picture = BlocksDiagram.draw(moment, Frame.of(1000, 400));
        assertTrue(PictureParts.of(picture).tips().stream()
                .anyMatch(tip -> tip.endsWith("order 2: 4 pages handed out together")));
    }

    @Test
    void aPageGivenBackIsDirtyAndStaysMapped() {
        Moment moment = i386("a = vm_map_ram 2", "vm_unmap_ram a").afterStatement(3);
        BlockCells cells = new BlockCells(moment, only(moment).block(), true);
        assertEquals(List.of(BitCell.DIRTY_MAPPED, BitCell.DIRTY_MAPPED, BitCell.NEXT), cells(cells, 3));
        assertEquals(BitCell.ALLOCATED, cells.inAllocMap(0));
    }

    @Test
    void unmappingAliasesLeavesThePageDirty() {
        Moment moment =
                i386("a = vm_map_ram 2", "vm_unmap_ram a", "vm_unmap_aliases").afterStatement(4);
        BlockCells cells = new BlockCells(moment, only(moment).block(), true);
        assertEquals(List.of(BitCell.DIRTY, BitCell.DIRTY, BitCell.NEXT), cells(cells, 3));
    }

    @Test
    void aFullBlockIsOnNoList() {
        Moment moment = i386("a = vm_map_ram 32", "b = vm_map_ram 32", "c = vm_map_ram 1")
                .afterStatement(4);
        BlockLanes.Lane lane = BlockLanes.of(moment).lanes().getFirst();
        assertEquals(1, lane.listed().size());
        assertEquals(
                List.of(State.FULL), lane.others().stream().map(Place::state).toList());
        GoldenPicture.assertEqual("blocks-full", BlocksDiagram.draw(moment, FRAME));
    }

    @Test
    void aBlockThatIsAllDirtyDiesUntilTheGracePeriodEnds() {
        PlayedRun run = i386("a = vm_map_ram 32", "b = vm_map_ram 32", "vm_unmap_ram a", "vm_unmap_ram b", "rcu");
        Moment inside = run.atEvent(
                5,
                event -> event instanceof FunctionEntered entered
                        && entered.function().equals("free_vmap_block"),
                1);
        assertEquals(State.DYING, only(inside).state());
        Moment moment = run.afterStatement(5);
        assertEquals(State.DYING, only(moment).state());
        GoldenPicture.assertEqual("blocks-dying", BlocksDiagram.draw(moment, FRAME));
        assertEquals(0, BlockLanes.of(run.afterStatement(6)).count());
    }

    @Test
    void aBlockStaysWithTheCpuThatMadeIt() {
        Moment moment = i386("a = vm_map_ram 2", "cpu 1", "vm_unmap_ram a").afterStatement(4);
        assertEquals(1, BlockLanes.of(moment).lanes().getFirst().listed().size());
        assertTrue(BlockLanes.of(moment).lanes().getLast().isEmpty());
    }

    @Test
    void onlyTheFirstBlockOfACpuServesTheNextRequest() {
        Moment moment = i386("a = vm_map_ram 32", "b = vm_map_ram 16", "c = vm_map_ram 32")
                .afterStatement(4);
        assertEquals(2, BlockLanes.of(moment).lanes().getFirst().listed().size());
        PictureParts parts = PictureParts.of(BlocksDiagram.draw(moment, Frame.of(1400, 600)));
        assertEquals(1, parts.count(Role.BIT_NEXT));
    }

    @Test
    void aThousandPagesInOneMatrixOrInTwo() {
        PlayedRun run = PlayedRun.of(
                "machine x86_64 cpus=1 ram=8M", "boot", "a = vm_map_ram 5", "b = vm_map_ram 9", "vm_unmap_ram a");
        Moment moment = run.afterStatement(4);
        Frame frame = Frame.of(520, 480);
        Picture two = BlocksDiagram.draw(moment, frame);
        Picture one = BlocksDiagram.draw(moment, frame.with(ViewOptions.DEFAULT.withMerged(true)));
        assertTrue(PictureParts.of(two).texts().contains("dirty_map"));
        assertTrue(PictureParts.of(one).texts().contains("pages 0–1023"));
        assertEquals(List.of(), PictureRules.violations(one));
        GoldenPicture.assertEqual("blocks-small-cells", BlocksDiagram.draw(moment, Frame.of(300, 240)));
    }

    @Test
    void pagesThatNoBlockUsesAreLeftOutWhereCellsWouldBeTooSmall() {
        Moment moment = PlayedRun.shipped("17").afterStatement(9);
        List<String> low =
                PictureParts.of(BlocksDiagram.draw(moment, Frame.of(455, 287))).texts();
        assertEquals(2, low.stream().filter("pages 32–1023 are free"::equals).count());
        List<String> high = PictureParts.of(BlocksDiagram.draw(moment, Frame.of(1200, 1000)))
                .texts();
        assertTrue(high.stream().noneMatch(text -> text.endsWith("are free")), high.toString());
        GoldenPicture.assertEqual("blocks-folded", BlocksDiagram.draw(moment, Frame.of(455, 287)));
    }

    @Test
    void twoBlocksFitIntoThePanesOfTheWindow() {
        for (String scenario : List.of("00", "17", "18", "19")) {
            PlayedRun run = PlayedRun.shipped(scenario);
            for (int statement = 1; statement <= run.journal().statements(); statement++) {
                for (Frame frame : List.of(Frame.of(455, 287), Frame.of(636, 141))) {
                    Picture picture = BlocksDiagram.draw(run.afterStatement(statement), frame);
                    assertEquals(frame.width(), picture.width(), scenario + " after " + statement);
                    assertEquals(frame.height(), picture.height(), scenario + " after " + statement);
                }
            }
        }
    }

    @Test
    void aListThatIsTooLongForARowGoesOnInTheNext() {
        Moment moment = i386("a = vm_map_ram 32", "b = vm_map_ram 16", "c = vm_map_ram 32")
                .afterStatement(4);
        Picture picture = BlocksDiagram.draw(moment, Frame.of(455, 287));
        assertEquals(455, picture.width());
        assertEquals(List.of(), PictureRules.violations(picture));
        assertEquals(1, picture.shapes().stream().filter(Path.class::isInstance).count());
    }

    @Test
    void cpusWithoutABlockShareALine() {
        Moment moment = PlayedRun.of("machine x86_64 cpus=8 ram=8M", "boot", "a = vm_map_ram 1")
                .afterStatement(2);
        List<String> texts = PictureParts.of(BlocksDiagram.draw(moment, FRAME)).texts();
        assertTrue(texts.contains("CPU 1–7"), texts.toString());
    }

    @Test
    void manyBlocksAreBars() {
        String[] lines = IntStream.range(0, 60)
                .mapToObj(at -> "n" + at + " = vm_map_ram 32")
                .toArray(String[]::new);
        Moment moment = i386(lines).afterStatement(61);
        Picture picture = BlocksDiagram.draw(moment, FRAME);
        assertEquals(List.of(), PictureRules.violations(picture));
    }
}
