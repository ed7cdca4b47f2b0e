package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vmalloscope.diagram.ListsColumns.Column;
import org.vmalloscope.diagram.ListsColumns.Private;
import org.vmalloscope.journal.Note.FunctionEntered;
import org.vmalloscope.journal.Note.LockTaken;
import org.vmalloscope.picture.Path;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;

/// Both lists, with every pointer as memory has it.
final class ListsDiagramTest {
    private static final Frame FRAME = Frame.of(900, 300);

    private static PictureParts drawn(Moment moment) {
        return PictureParts.of(ListsDiagram.draw(moment, FRAME));
    }

    @Test
    void importedAreasLackTheirLink() {
        Moment moment = PlayedRun.shipped("03").afterStatement(4);
        PictureParts parts = drawn(moment);
        assertEquals(3, parts.texts().stream().filter("NULL"::equals).count());
        assertEquals(0, parts.texts().stream().filter("freed vm"::equals).count());
        GoldenPicture.assertEqual("lists-early-areas", ListsDiagram.draw(moment, FRAME));
    }

    @Test
    void earlyAreasMakeVmlistRunBackwards() {
        assertEquals(2, drawn(PlayedRun.shipped("03").afterStatement(4)).count(Role.POINTER_BACKWARD));
    }

    @Test
    void bothRowsFitIntoALowPane() {
        Picture picture = ListsDiagram.draw(PlayedRun.shipped("03").afterStatement(7), Frame.of(636, 130));
        assertEquals(636, picture.width());
        assertEquals(130, picture.height());
        GoldenPicture.assertEqual("lists-low", picture);
    }

    @Test
    void noRemarkIsCutInANarrowPane() {
        PlayedRun run = PlayedRun.shipped("00");
        for (int statement = 1; statement <= 13; statement++) {
            List<String> texts = PictureParts.of(ListsDiagram.draw(run.afterStatement(statement), Frame.of(636, 141)))
                    .texts();
            assertTrue(texts.stream().noneMatch(text -> text.endsWith("\u2026")), texts.toString());
        }
    }

    @Test
    void pointersThatPassAboveHaveLanesOfTheirOwn() {
        Picture picture = ListsDiagram.draw(PlayedRun.shipped("03").afterStatement(7), FRAME);
        List<Path> passing = picture.shapes().stream()
                .filter(Path.class::isInstance)
                .map(Path.class::cast)
                .filter(path -> path.role() == Role.POINTER)
                .toList();
        assertEquals(3, passing.size());
        for (Path one : passing) {
            for (Path other : passing) {
                boolean apart = one.bounds().right() <= other.bounds().x()
                        || other.bounds().right() <= one.bounds().x();
                assertTrue(one.equals(other)
                        || apart
                        || one.bounds().y() != other.bounds().y());
            }
        }
    }

    @Test
    void beforeBootOnlyVmlistIsThere() {
        Moment moment = PlayedRun.shipped("03").afterStatement(3);
        List<String> texts = drawn(moment).texts();
        assertTrue(
                texts.contains("vmap_area_list is empty until vmalloc_init (statement boot or start_kernel)"),
                texts.toString());
        assertEquals(3, ListsColumns.of(moment).chain().size());
    }

    @Test
    void aLazilyFreedAreaPointsToAFreedVmStruct() {
        Moment moment = PlayedRun.of(
                        "machine i386 cpus=1 ram=8M", "boot", "a = vmalloc 4K", "b = vmalloc 4K", "vfree a")
                .afterStatement(4);
        assertEquals(
                List.of(Private.FREED, Private.VM),
                ListsColumns.of(moment).columns().stream().map(Column::link).toList());
        GoldenPicture.assertEqual("lists-lazily-freed", ListsDiagram.draw(moment, FRAME));
    }

    @Test
    void aVmStructThatTookTheFreedOnesPlaceIsNotTheAreas() {
        Moment moment = PlayedRun.of(
                        "machine i386 cpus=1 ram=8M", "boot", "a = vmalloc 4K", "vfree a", "b = vmalloc 4K")
                .afterStatement(4);
        assertEquals(
                List.of(Private.FREED, Private.VM),
                ListsColumns.of(moment).columns().stream().map(Column::link).toList());
    }

    @Test
    void theWalkAlongVmlistIsShown() {
        PlayedRun run = PlayedRun.of(
                "machine i386 cpus=1 ram=8M", "boot", "a = vmalloc 4K", "b = vmalloc 4K", "c = vmalloc 4K");
        Moment moment = run.atEvent(
                4, event -> event instanceof LockTaken taken && taken.lock().equals("vmlist_lock"), 1);
        assertEquals(2, ListsWalk.of(moment).steps().size());
        assertEquals(2, drawn(moment).count(Role.PATH_RING));
        Moment before = run.atEvent(
                4,
                event -> event instanceof FunctionEntered entered
                        && entered.function().equals("insert_vmalloc_vm"),
                1);
        assertEquals(List.of(), ListsWalk.of(before).steps());
        GoldenPicture.assertEqual("lists-walk", ListsDiagram.draw(moment, FRAME));
    }

    @Test
    void blocksHaveNoVmStruct() {
        Moment moment = PlayedRun.of("machine i386 cpus=1 ram=8M", "boot", "a = vm_map_ram 3")
                .afterStatement(2);
        assertEquals(
                List.of(Private.NONE),
                ListsColumns.of(moment).columns().stream().map(Column::link).toList());
    }

    private static PlayedRun many(int areas) {
        String[] lines = IntStream.range(-2, areas)
                .mapToObj(at ->
                        at == -2 ? "machine x86_64 cpus=1 ram=16M" : at == -1 ? "boot" : "n" + at + " = ioremap 4K")
                .toArray(String[]::new);
        return PlayedRun.of(lines);
    }

    @Test
    void manyCardsScrollToTheRight() {
        Picture picture = ListsDiagram.draw(many(40).afterStatement(41), FRAME);
        assertTrue(picture.width() > 2900, picture.width() + " px");
        assertEquals(List.of(), PictureRules.violations(picture));
    }

    @Test
    void thousandsAreChips() {
        Picture picture = ListsDiagram.draw(many(1000).afterStatement(1001), FRAME);
        assertEquals(FRAME.width(), picture.width());
        assertEquals(List.of(), PictureRules.violations(picture));
        assertTrue(picture.shapes().size() < 800, picture.shapes().size() + " shapes");
    }
}
