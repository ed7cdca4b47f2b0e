package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.SpaceContents.Item;
import org.vmalloscope.diagram.SpaceContents.State;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;

/// The strip of addresses, its folds, and what is tried in it.
final class SpaceDiagramTest {
    private static final Frame FRAME = Frame.of(1000, 150);
    private static final long START = 0xffffc90000000000L;

    private static PlayedRun run(String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "machine x86_64 cpus=1 ram=16M";
        all[1] = "boot";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return PlayedRun.of(all);
    }

    private static SpaceScale scale(Moment moment, boolean highFirst) {
        return SpaceScale.of(moment.space(), 60, 900, 1, highFirst);
    }

    @Test
    void aPlaceLeadsBackToItsAddress() {
        Moment moment =
                run("a = vmalloc 24K", "b = vmalloc 8M", "c = vmalloc 4K").afterStatement(4);
        for (boolean high : List.of(false, true)) {
            SpaceScale scale = scale(moment, high);
            for (Item item : moment.space().items()) {
                long back = scale.address(scale.x(item.from()));
                assertTrue(Math.abs(back - item.from()) < 64, Long.toHexString(item.from() - back));
            }
        }
    }

    @Test
    void zoomingKeepsThePlaceOfEveryAddress() {
        Moment moment = run("a = vmalloc 24K", "b = vmalloc 8M").afterStatement(3);
        SpaceScale near = SpaceScale.of(moment.space(), 60, 900, 5, false);
        SpaceScale far = scale(moment, false);
        for (Item item : moment.space().items()) {
            assertEquals(5 * far.x(item.from()), near.x(item.from()), 1e-6);
        }
    }

    @Test
    void aNewAreaMovesNoneOfTheOthers() {
        PlayedRun run = run("a = vmalloc 24K", "b = vmalloc 16K", "c = vmalloc 16K");
        double before = scale(run.afterStatement(3), false).x(START);
        double after = scale(run.afterStatement(4), false).x(START);
        assertEquals(before, after);
    }

    @Test
    void onlyAreasOfVmStructsHaveAGuardPage() {
        Moment moment = run(
                        "a = vmalloc 4K", "regs = ioremap 4K", "v = vmap 2", "r = vm_map_ram 2", "big = vm_map_ram 70")
                .afterStatement(6);
        List<Item> items = moment.space().items();
        assertEquals(3, items.stream().filter(Item::guard).count());
        Moment groups = run("p = pcpu_get_vm_areas offsets=0,64K sizes=16K,16K align=4K")
                .afterStatement(2);
        assertTrue(groups.space().items().stream().noneMatch(Item::guard));
    }

    @Test
    void paddingIsShownWhereTheSearchRecordedIt() {
        Moment moment = run("a = vmalloc 4K", "r = vm_map_ram 2").afterStatement(3);
        assertEquals(
                List.of(0L, moment.space().items().getLast().from() - START - 3 * 4096L),
                moment.space().items().stream().map(Item::padding).toList());
    }

    @Test
    void everyRejectedPlaceSaysWhy() {
        PlayedRun run = PlayedRun.shipped("04");
        Moment moment = run.atEvent(11, HoleTried.class::isInstance, 5);
        PictureParts parts = PictureParts.of(SpaceDiagram.draw(moment, Frame.of(1100, 300)));
        assertEquals(8, parts.count(Role.HOLE_REJECTED), "four bars and four crosses");
        assertTrue(parts.texts().contains("1  a is in the way"), parts.texts().toString());
        assertTrue(
                parts.texts().contains("5  nothing in the way: taken"),
                parts.texts().toString());
        assertTrue(parts.texts().contains("large goes here"), parts.texts().toString());
        GoldenPicture.assertEqual("space-search", SpaceDiagram.draw(moment, Frame.of(1100, 300)));
    }

    @Test
    void theChosenPlaceIsPendingUntilTheAreaIsThere() {
        PlayedRun run = PlayedRun.shipped("04");
        Moment chosen = run.atEvent(11, HoleTried.class::isInstance, 5);
        assertTrue(chosen.space().items().stream().anyMatch(item -> item.state() == State.PENDING));
        assertFalse(run.afterStatement(11).space().items().stream().anyMatch(item -> item.state() == State.PENDING));
    }

    @Test
    void aFlushSpanIsDashedUntilTheFlush() {
        PlayedRun run = run("a = vmalloc 4K", "vfree a", "vm_unmap_aliases");
        Moment before = run.atEvent(4, PagesUnmapped.class::isInstance, 1);
        Moment done = run.atEvent(4, TlbFlushed.class::isInstance, 1);
        assertEquals(1, PictureParts.of(SpaceDiagram.draw(before, FRAME)).count(Role.FLUSH_SPAN_PENDING));
        assertEquals(0, PictureParts.of(SpaceDiagram.draw(done, FRAME)).count(Role.FLUSH_SPAN_PENDING));
        GoldenPicture.assertEqual("space-flush", SpaceDiagram.draw(before, FRAME));
    }

    @Test
    void highFirstTurnsTheStripAround() {
        Moment moment = run("a = vmalloc 24K", "b = vmalloc 16K").afterStatement(3);
        SpaceScale low = scale(moment, false);
        SpaceScale high = scale(moment, true);
        for (Item item : moment.space().items()) {
            assertEquals(low.right() + low.left() - low.x(item.from()), high.x(item.from()), 1e-6);
        }
        Picture picture = SpaceDiagram.draw(moment, FRAME.with(ViewOptions.DEFAULT.withHighFirst(true)));
        assertEquals(List.of(), PictureRules.violations(picture));
        GoldenPicture.assertEqual("space-high-first", picture);
    }

    @Test
    void whatEarlyVmStructsReserveIsShownBeforeBoot() {
        Moment moment = PlayedRun.shipped("03").afterStatement(2);
        assertEquals(
                List.of(State.RESERVED, State.RESERVED),
                moment.space().items().stream().map(Item::state).toList());
    }

    @Test
    void atTheLargestZoomAPageIsWide() {
        Moment moment = run("a = vmalloc 24K", "b = vmalloc 8M").afterStatement(3);
        double zoom = SpaceDiagram.mostZoom(moment, 1000);
        SpaceScale scale = SpaceScale.of(moment.space(), 62, 910, zoom, false);
        assertTrue(scale.page() > 40, scale.page() + " px");
        Bounds window = new Bounds(62 * zoom, 0, 1000, 150);
        Frame frame = new Frame(1000, 150, zoom, Optional.of(window), ViewOptions.DEFAULT);
        assertTrue(SpaceDiagram.draw(moment, frame).shapes().size() < 200);
    }

    @Test
    void thousandsOfAreasAreColumns() {
        String[] lines = IntStream.range(0, 3000)
                .mapToObj(at -> "n" + at + " = ioremap 4K")
                .toArray(String[]::new);
        Picture picture = SpaceDiagram.draw(run(lines).afterStatement(3001), FRAME);
        assertEquals(List.of(), PictureRules.violations(picture));
        assertTrue(picture.shapes().size() < 4000, picture.shapes().size() + " shapes");
    }
}
