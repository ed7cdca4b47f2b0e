package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;

/// All diagrams on one sheet.
final class OverviewDiagramTest {
    private static final Moment MOMENT = PlayedRun.shipped("00").afterStatement(13);

    @Test
    void everyDiagramHasItsPanel() {
        List<String> texts = PictureParts.of(OverviewDiagram.draw(MOMENT, Frame.of(1600, 900)))
                .texts();
        for (Diagram diagram : Diagram.single()) {
            boolean has = diagram != Diagram.FIRST_CHUNK;
            assertEquals(has, texts.contains(diagram.title()), diagram.title());
        }
    }

    @Test
    void theFirstChunkHasAPanelOnceThereIsOne() {
        Moment booted = PlayedRun.shipped("27").afterStatement(1);
        Picture picture = OverviewDiagram.draw(booted, Frame.of(1600, 900));
        assertTrue(PictureParts.of(picture).texts().contains(Diagram.FIRST_CHUNK.title()));
        assertEquals(List.of(), PictureRules.violations(picture));
    }

    @Test
    void aNarrowSheetIsHigher() {
        Picture wide = OverviewDiagram.draw(MOMENT, Frame.of(1600, 900));
        Picture narrow = OverviewDiagram.draw(MOMENT, Frame.of(700, 900));
        assertTrue(narrow.height() > wide.height());
        assertEquals(List.of(), PictureRules.violations(narrow));
    }

    @Test
    void theLegendSaysEachThingOnce() {
        List<String> words =
                OverviewDiagram.legend(MOMENT).stream().map(LegendEntry::words).toList();
        assertEquals(words.stream().distinct().toList(), words);
    }

    @Test
    void pointingAtAnAreaFindsItInEveryPanel() {
        Picture picture = OverviewDiagram.draw(MOMENT, Frame.of(1600, 900));
        String id = MOMENT.id(MOMENT.areas().getFirst());
        long found = PictureParts.of(picture).groups().stream()
                .filter(group -> group.id().equals(id))
                .filter(group -> picture.hit(
                                group.shapes().getFirst().bounds().centreX(),
                                group.shapes().getFirst().bounds().centreY())
                        .map(hit -> hit.id().equals(id))
                        .orElse(false))
                .count();
        assertEquals(3, found, "tree, lists and address space");
    }
}
