package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.PageCells.Cell;
import org.vmalloscope.diagram.PageCells.Entry;
import org.vmalloscope.diagram.PageCells.What;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.picture.Picture;

/// The page table cell by cell, and what the TLBs still know.
final class PagesDiagramTest {
    private static final Frame FRAME = Frame.of(880, 400);

    private static PlayedRun run(String... lines) {
        String[] all = new String[lines.length + 2];
        all[0] = "machine x86_64 cpus=2 ram=16M";
        all[1] = "boot";
        System.arraycopy(lines, 0, all, 2, lines.length);
        return PlayedRun.of(all);
    }

    private static List<String> texts(Moment moment) {
        return PictureParts.of(PagesDiagram.draw(moment, FRAME)).texts();
    }

    @Test
    void guardAndGapAreNeverPresent() {
        List<Cell> cells = PageCells.of(run("a = vmalloc 8K", "b = vmalloc 4K").afterStatement(3))
                .cells();
        assertEquals(
                List.of(What.PAGE, What.PAGE, What.GUARD, What.GAP, What.PAGE, What.GUARD),
                cells.stream().map(Cell::what).toList());
        assertEquals(
                List.of(Entry.PRESENT, Entry.PRESENT, Entry.ABSENT, Entry.ABSENT, Entry.PRESENT, Entry.ABSENT),
                cells.stream().map(Cell::entry).toList());
    }

    @Test
    void theMiddleOfALongAreaIsOneCell() {
        List<Cell> cells =
                PageCells.of(run("a = vmalloc 400K").afterStatement(2)).cells();
        assertEquals(
                List.of(What.PAGE, What.PAGE, What.PAGE, What.MANY, What.PAGE, What.GUARD),
                cells.stream().map(Cell::what).toList());
        assertEquals(96, cells.get(3).pages());
    }

    @Test
    void aFreedPageStaysPresentUntilThePurge() {
        PlayedRun run = run("a = vmalloc 4K", "vfree a", "vm_unmap_aliases");
        assertEquals(
                Entry.PRESENT,
                PageCells.of(run.afterStatement(3)).cells().getFirst().entry());
        Moment cleared = run.atEvent(4, PagesUnmapped.class::isInstance, 1);
        assertEquals(Entry.CLEARED, PageCells.of(cleared).cells().getFirst().entry());
    }

    @Test
    void anUnmappedPageIsStaleInTheTlbUntilTheFlush() {
        PlayedRun run = PlayedRun.shipped("26");
        Moment stale = run.atEvent(12, PagesUnmapped.class::isInstance, 1);
        List<String> texts = texts(stale);
        assertEquals(3, texts.stream().filter("stale"::equals).count());
        assertEquals(1, texts.stream().filter("valid"::equals).count());
        assertTrue(texts.contains("A stale entry"), texts.toString());
        GoldenPicture.assertEqual("pages-stale", PagesDiagram.draw(stale, FRAME));
        List<String> after = texts(run.afterStatement(12));
        assertEquals(0, after.stream().filter("stale"::equals).count());
    }

    @Test
    void theLevelsLeadToThePage() {
        List<String> texts = texts(run("a = vmalloc 4K").afterStatement(2));
        assertTrue(texts.containsAll(List.of("PGD", "entry 402", "PUD", "PMD", "PTE")), texts.toString());
        Moment i386 = PlayedRun.of("machine i386 cpus=1 ram=8M", "boot", "a = vmalloc 4K")
                .afterStatement(2);
        assertTrue(
                texts(i386).containsAll(List.of("entry 993", "entry 1022")),
                texts(i386).toString());
    }

    @Test
    void manyPagesTakeMoreRoomAndOverlapNothing() {
        String[] lines = IntStream.range(0, 60)
                .mapToObj(at -> "n" + at + " = vmalloc 12K")
                .toArray(String[]::new);
        Picture picture = PagesDiagram.draw(run(lines).afterStatement(61), FRAME);
        assertEquals(List.of(), PictureRules.violations(picture));
    }
}
