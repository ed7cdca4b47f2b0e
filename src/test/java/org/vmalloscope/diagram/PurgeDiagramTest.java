package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.RcuQueued;
import org.vmalloscope.journal.Note.ThresholdCrossed;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.picture.Picture;

/// The gauge, the steps of a purge, and its areas.
final class PurgeDiagramTest {
    private static final Frame FRAME = Frame.of(760, 320);
    private static final int PURGE = 8;

    private static List<String> texts(Moment moment) {
        return PictureParts.of(PurgeDiagram.draw(moment, FRAME)).texts();
    }

    /// Two areas are freed and purged by statement 6.
    private static PlayedRun two() {
        return PlayedRun.of(
                "machine x86_64 cpus=1 ram=16M",
                "boot",
                "a = vmalloc 8K",
                "b = vmalloc 4K",
                "vfree a",
                "vfree b",
                "vm_unmap_aliases",
                "rcu");
    }

    @Test
    void thePhasesFollowTheEvents() {
        PlayedRun run = two();
        assertEquals(0, PurgeProgress.of(run.afterStatement(5)).phase());
        assertEquals(
                1,
                PurgeProgress.of(run.atEvent(6, LazyAreaFound.class::isInstance, 1))
                        .phase());
        assertEquals(
                2,
                PurgeProgress.of(run.atEvent(6, TlbFlushed.class::isInstance, 1))
                        .phase());
        assertEquals(
                3,
                PurgeProgress.of(run.atEvent(6, RcuQueued.class::isInstance, 1)).phase());
        assertEquals(4, PurgeProgress.of(run.afterStatement(6)).phase());
    }

    @Test
    void oneOfTwoIsCollected() {
        Moment moment = two().atEvent(6, LazyAreaFound.class::isInstance, 2);
        assertTrue(
                texts(moment).contains("2 of 3 areas") || texts(moment).contains("2 of 2 areas"),
                texts(moment).toString());
        GoldenPicture.assertEqual("purge-collecting", PurgeDiagram.draw(moment, FRAME));
    }

    @Test
    void lazinessSavesFlushes() {
        List<String> texts = texts(two().afterStatement(6));
        assertTrue(texts.contains("TLB flushes 1, eagerly 2"), texts.toString());
        assertTrue(texts.contains("2 wait for a grace period"), texts.toString());
    }

    @Test
    void pagesAboveTheThresholdAreTold() {
        PlayedRun run = PlayedRun.shipped("11");
        int statement = IntStream.rangeClosed(1, run.journal().statements())
                .filter(number ->
                        run.machine().detail(number - 1).events().stream().anyMatch(ThresholdCrossed.class::isInstance))
                .findFirst()
                .orElseThrow();
        Moment over = run.atEvent(statement, ThresholdCrossed.class::isInstance, 1);
        assertTrue(
                texts(over).stream().anyMatch(text -> text.endsWith("pages over")),
                texts(over).toString());
        GoldenPicture.assertEqual("purge-threshold", PurgeDiagram.draw(over, FRAME));
    }

    @Test
    void nothingLazyIsSaid() {
        List<String> texts = texts(two().afterStatement(3));
        assertTrue(texts.contains("Nothing is lazily freed: vfree marks an area, a purge ends it"), texts.toString());
    }

    @Test
    void theStepsDoNotMoveWhenAreasCome() {
        PlayedRun run = two();
        assertEquals(
                texts(run.afterStatement(3)).indexOf("flush the TLBs"),
                texts(run.afterStatement(1)).indexOf("flush the TLBs"));
    }

    @Test
    void everythingIsInSightInTheSmallestPanes() {
        PlayedRun run = PlayedRun.shipped("12");
        for (Frame frame : List.of(Frame.of(372, 266), Frame.of(636, 141))) {
            for (int event = 1; event < 60; event++) {
                Picture picture = PurgeDiagram.draw(run.inStatement(9, event), frame);
                assertEquals(frame.width(), picture.width());
                assertEquals(frame.height(), picture.height(), "at event " + event);
            }
        }
        GoldenPicture.assertEqual(
                "purge-low", PurgeDiagram.draw(run.atEvent(9, LazyAreaFound.class::isInstance, 3), Frame.of(636, 141)));
    }

    @Test
    void nobodyIsToldTwiceWhatAStepDoes() {
        for (Frame frame : List.of(FRAME, Frame.of(372, 266), Frame.of(636, 141))) {
            List<String> texts = PictureParts.of(PurgeDiagram.draw(two().afterStatement(3), frame))
                    .texts();
            assertEquals(texts.size(), Set.copyOf(texts).size(), texts.toString());
            assertTrue(texts.stream().noneMatch(text -> text.endsWith("\u2026")), texts.toString());
        }
    }

    @Test
    void aPurgeThatHasBegunIsSaidToRun() {
        PlayedRun run = two();
        for (int event = 0; event < run.machine().detail(5).events().size(); event++) {
            Moment moment = run.inStatement(6, event);
            boolean said = PurgeDiagram.draw(moment, FRAME).description().contains("A purge is running");
            assertEquals(PurgeProgress.of(moment).isRunning(), said, "at event " + event);
        }
    }

    @Test
    void areasWithoutRoomForCardsAreTags() {
        String[] lines = Stream.concat(
                        Stream.of("machine x86_64 cpus=1 ram=16M", "boot"),
                        Stream.concat(
                                IntStream.range(0, 9).mapToObj(at -> "n" + at + " = ioremap 4K"),
                                IntStream.range(0, 9).mapToObj(at -> "iounmap n" + at)))
                .toArray(String[]::new);
        Moment moment = PlayedRun.of(lines).afterStatement(19);
        Picture picture = PurgeDiagram.draw(moment, Frame.of(636, 141));
        assertEquals(List.of(), PictureRules.violations(picture));
        assertEquals(141, picture.height());
        assertTrue(PictureParts.of(picture).texts().containsAll(List.of("n0", "n8")));
    }

    @Test
    void hundredsOfAreasAreChips() {
        String[] lines = Stream.concat(
                        Stream.of("machine x86_64 cpus=1 ram=16M", "boot"),
                        Stream.concat(
                                IntStream.range(0, 200).mapToObj(at -> "n" + at + " = ioremap 4K"),
                                IntStream.range(0, 200).mapToObj(at -> "iounmap n" + at)))
                .toArray(String[]::new);
        Picture picture = PurgeDiagram.draw(PlayedRun.of(lines).afterStatement(401), FRAME);
        assertEquals(List.of(), PictureRules.violations(picture));
        assertTrue(picture.shapes().size() > 200 + PURGE);
    }
}
