package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.EventSink;
import org.vmalloscope.picture.Group;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Shape;
import org.vmalloscope.picture.Text;
import org.vmalloscope.scenario.Run;
import org.vmalloscope.scenario.Scenario;
import org.vmalloscope.scenario.ScenarioParser;

/// The timeline numbers events where single ones can be meant, and names calls and bookmarks where there is room.
final class TimelineDiagramTest {
    private static final String TEXT =
            "machine x86_64 cpus=1 ram=16M\nboot\na = vmalloc 4K\nb = vmalloc 8K\nvfree a\nvm_unmap_aliases\n";

    private static TimelineScene scene(Map<Long, String> bookmarks) {
        Scenario scenario = (Scenario) ScenarioParser.parse(TEXT);
        EventLog log = new EventLog();
        Run run = new Run(scenario, EventSink.both(log, EventSink.ofNotes(note -> {})));
        while (run.hasNext()) {
            run.next();
        }
        return new TimelineScene(
                log, run.journal(), at -> scenario.lines().get(at).text(), 60, bookmarks, List.of(50L));
    }

    private static List<String> texts(List<Shape> shapes) {
        List<String> texts = new ArrayList<>();
        for (Shape shape : shapes) {
            if (shape instanceof Text text) {
                texts.add(text.string());
            } else if (shape instanceof Group group) {
                texts.addAll(texts(group.shapes()));
            }
        }
        return texts;
    }

    private static Picture draw(TimelineScene scene, double zoom, double height) {
        TimelineScale whole = TimelineDiagram.whole(scene.journal().events(), 1200);
        TimelineScale scale = whole.zoomed(zoom, 600, (double) scene.journal().events());
        return TimelineDiagram.draw(scene, scale, 1200, height);
    }

    @Test
    void aZoomedTimelineHasNumbers() {
        TimelineScene scene = scene(Map.of());
        List<String> whole = texts(draw(scene, 1, 160).shapes());
        List<String> zoomed = texts(draw(scene, 4, 160).shapes());
        assertEquals(
                List.of(), whole.stream().filter(text -> text.matches("\\d+")).toList());
        long numbers = zoomed.stream().filter(text -> text.matches("\\d+")).count();
        assertTrue(numbers >= 4 && numbers <= 14, zoomed.toString());
    }

    @Test
    void aHighTimelineNamesItsCalls() {
        TimelineScene scene = scene(Map.of());
        assertTrue(texts(draw(scene, 4, 260).shapes()).contains("alloc_vmap_area"));
        assertTrue(texts(draw(scene, 4, 110).shapes()).stream().noneMatch("alloc_vmap_area"::equals));
    }

    @Test
    void aBookmarkIsNamed() {
        Picture picture = draw(scene(Map.of(60L, "the first store", 62L, "hidden behind it")), 1, 160);
        assertTrue(
                texts(picture.shapes()).contains("hidden behind it"),
                texts(picture.shapes()).toString());
        assertTrue(texts(picture.shapes()).stream().noneMatch("the first store"::equals));
    }

    @Test
    void everythingIsInside() {
        for (double height : List.of(90.0, 104.0, 130.0, 200.0, 400.0)) {
            TimelineScene scene = scene(Map.of(60L, "here"));
            TimelineScale scale =
                    TimelineDiagram.whole(scene.journal().events(), 1200).zoomed(3, 600, 200);
            Picture below = TimelineDiagram.background(scene, scale, 1200, height);
            Picture above = TimelineDiagram.now(scene, scale, 1200, height);
            assertEquals(List.of(), PictureRules.violations(below), "at " + height);
            assertEquals(List.of(), PictureRules.violations(above), "at " + height);
        }
    }
}
