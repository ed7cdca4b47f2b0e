package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.picture.Bounds;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Shape;

/// The tree as it is drawn: small and in full, in the middle of a rotation, and too large for nodes.
final class TreeDiagramTest {
    private static PlayedRun vmallocs(int areas) {
        List<String> lines = new ArrayList<>(List.of("machine x86_64 cpus=1 ram=4G", "boot"));
        IntStream.range(0, areas).forEach(area -> lines.add("a" + area + " = vmalloc " + 4 * (1 + area * 7 % 5) + "K"));
        IntStream.range(0, areas).filter(area -> area % 7 == 3).forEach(area -> lines.add("vfree a" + area));
        return PlayedRun.of(lines.toArray(String[]::new));
    }

    private static Picture draw(Moment moment, double width, double height) {
        Picture picture = TreeDiagram.draw(moment, Frame.of(width, height));
        assertEquals(List.of(), PictureRules.violations(picture));
        return picture;
    }

    private static Moment atLast(PlayedRun run, int statement, Class<?> note) {
        int events =
                (int) (run.journal().eventEnd(statement - 1) - run.journal().eventStart(statement - 1));
        for (int event = events; event > 0; event--) {
            Moment moment = run.inStatement(statement, event);
            if (moment.last().filter(note::isInstance).isPresent()) {
                return moment;
            }
        }
        throw new AssertionError("no such event");
    }

    private static long positionOf(PlayedRun run, int statement, Moment moment) {
        return run.journal().eventStart(statement - 1) + moment.soFar().size();
    }

    private static Set<String> callouts(Picture picture) {
        return picture.shapes().stream()
                .filter(shape -> shape.id().startsWith("callout:"))
                .map(Shape::tip)
                .collect(Collectors.toSet());
    }

    @Test
    void anInsertionShowsItsPathAndWhatChangesColour() {
        PlayedRun run = PlayedRun.shipped("06");
        int statement = 9;
        long position = positionOf(run, statement, atLast(run, statement, RotationBegun.class));
        Picture picture = draw(run.at(position - 2), 1000, 520); // the rotation is entered in between
        assertTrue(
                callouts(picture).contains("new node, linked red"),
                callouts(picture).toString());
        assertTrue(
                callouts(picture).contains("black \u2192 red"),
                callouts(picture).toString());
        GoldenPicture.assertEqual("tree-insertion", picture);
    }

    @Test
    void aRotationIsAnnouncedAndThenUnderWay() {
        PlayedRun run = PlayedRun.shipped("06");
        int statement = 9;
        long position = positionOf(run, statement, atLast(run, statement, RotationBegun.class));
        assertTrue(callouts(draw(run.at(position), 1000, 520)).contains("next: rotate left"));
        assertTrue(callouts(draw(run.at(position + 3), 1000, 520)).contains("rotate left"));
    }

    @Test
    void inTheMiddleOfARotationAllNodesAreThere() {
        PlayedRun run = PlayedRun.shipped("06");
        int statement = 9;
        long position = positionOf(run, statement, atLast(run, statement, RotationBegun.class));
        for (int store = 0; store < 7; store++) {
            TreeShape shape = run.at(position + store).tree();
            assertEquals(8, shape.size(), "after " + store + " stores");
        }
        TreeShape middle = run.at(position + 3).tree();
        assertTrue(IntStream.range(0, middle.size()).anyMatch(middle::isAdrift));
        GoldenPicture.assertEqual("tree-rotation", draw(run.at(position + 3), 1000, 520));
    }

    @Test
    void anEraseShowsTheRepair() {
        PlayedRun run = PlayedRun.shipped("09");
        Moment moment = atLast(run, 9, Recoloured.class);
        GoldenPicture.assertEqual("tree-erase", draw(moment, 900, 420));
    }

    @Test
    void twoHundredAreasAreNodesAboveAndMarksBelow() {
        GoldenPicture.assertEqual("tree-200", draw(vmallocs(200).afterStatement(230), 900, 560));
    }

    @Test
    void twoThousandAreasAreADensityWithTheSelectedWayInFull() {
        Moment moment = vmallocs(2000).afterStatement(2280);
        String selected = moment.id(moment.areas().get(1400));
        Frame frame = Frame.of(560, 460).with(ViewOptions.DEFAULT.withSelected(selected));
        Picture picture = TreeDiagram.draw(moment, frame);
        assertEquals(List.of(), PictureRules.violations(picture));
        assertTrue(picture.shapes().stream().anyMatch(shape -> shape.id().equals(selected)));
        assertTrue(picture.shapes().size() < 600, picture.shapes().size() + " shapes");
        GoldenPicture.assertEqual("tree-2000", picture);
    }

    @Test
    void whatTheWindowShowsIsThereAndWhatItDoesNotShowIsNot() {
        Moment moment = vmallocs(500).afterStatement(560);
        Bounds window = new Bounds(2000, 700, 800, 500);
        Picture all = TreeDiagram.draw(moment, new Frame(800, 500, 8, Optional.empty(), ViewOptions.DEFAULT));
        Picture part = TreeDiagram.draw(moment, new Frame(800, 500, 8, Optional.of(window), ViewOptions.DEFAULT));
        assertEquals(List.of(all.width(), all.height()), List.of(part.width(), part.height()));
        Set<String> there = ids(part, window);
        assertEquals(ids(all, window), there);
        assertTrue(part.shapes().size() < all.shapes().size() / 2);
    }

    private static Set<String> ids(Picture picture, Bounds window) {
        return picture.shapes().stream()
                .filter(shape -> shape.id().startsWith("va:") || shape.id().startsWith("edge:"))
                .filter(shape -> shape.bounds().right() > window.x()
                        && shape.bounds().x() < window.right()
                        && shape.bounds().bottom() > window.y()
                        && shape.bounds().y() < window.bottom())
                .map(Shape::id)
                .collect(Collectors.toSet());
    }

    @Test
    void fourLevelsHaveNamesInALowPane() {
        Picture picture = draw(PlayedRun.shipped("06").afterStatement(10), 636, 197);
        List<String> texts = PictureParts.of(picture).texts();
        assertTrue(texts.containsAll(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i")), texts.toString());
        GoldenPicture.assertEqual("tree-low", picture);
    }

    @Test
    void rowsAreAtMost88Apart() {
        Moment moment = vmallocs(3).afterStatement(4);
        TreeLayout layout = new TreeLayout(moment.tree(), 1000, 2000);
        assertEquals(88, layout.row());
    }
}
