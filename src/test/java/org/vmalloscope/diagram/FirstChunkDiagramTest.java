package org.vmalloscope.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.StaticCopied;
import org.vmalloscope.journal.Store;
import org.vmalloscope.picture.LegendEntry;
import org.vmalloscope.picture.Picture;
import org.vmalloscope.picture.Role;

/// The first chunk: where it lies, the units, the chunks and their slots.
final class FirstChunkDiagramTest {
    private static final String EMPTY = "No first chunk yet: start_kernel makes one";

    private static List<String> texts(Moment moment) {
        return PictureParts.of(FirstChunkDiagram.draw(moment, Frame.of(1120, 400)))
                .texts();
    }

    private static Moment booted(String... lines) {
        PlayedRun run = PlayedRun.of(lines);
        return run.afterStatement(run.journal().statements());
    }

    @Test
    void oneSentenceAsLongAsThereIsNone() {
        PlayedRun run = PlayedRun.of("machine i386 cpus=1 ram=8M", "boot", "a = vmalloc 4K");
        assertEquals(List.of(EMPTY), texts(run.at(0)));
        assertEquals(List.of(EMPTY), texts(run.afterStatement(2)));
        PlayedRun whole = PlayedRun.shipped("28");
        Moment copied = whole.atEvent(1, StaticCopied.class::isInstance, 1);
        assertEquals(List.of(EMPTY), texts(copied), "the size of a unit is not settled yet");
        assertEquals(List.of(), FirstChunkDiagram.legend(copied));
    }

    @Test
    void inVmallocSpaceItsVmStructIsOnVmlist() {
        Moment moment = PlayedRun.shipped("29").afterStatement(2);
        List<String> texts = texts(moment);
        assertTrue(texts.contains("In vmalloc space"), texts.toString());
        assertTrue(texts.contains("first_vm is on vmlist, and vmalloc_init has made an area of it."));
        assertTrue(texts.containsAll(List.of("vmlist", "first_vm", "vm of early")));
        assertTrue(texts.containsAll(List.of("10 of 16 pages are there", "0xffffc9000000bc40", "0xffffc9000001bc40")));
        GoldenPicture.assertEqual("first-chunk-4k", FirstChunkDiagram.draw(moment, Frame.of(900, 420)));
    }

    @Test
    void inTheLinearMapNobodyKnowsOfIt() {
        Moment moment = PlayedRun.shipped("28").afterStatement(1);
        List<String> texts = texts(moment);
        assertTrue(texts.containsAll(List.of("In the linear map", "is empty", "8 KiB", "given back")));
        assertEquals(
                List.of(
                        "static: the kernel's own variables",
                        "reserved for modules",
                        "dynamic: handed out later",
                        "given back to bootmem",
                        "vmap_block_queue of the CPU",
                        "mapped by the linear map"),
                FirstChunkDiagram.legend(moment).stream()
                        .map(LegendEntry::words)
                        .toList());
        GoldenPicture.assertEqual("first-chunk-embedded", FirstChunkDiagram.draw(moment, Frame.of(900, 420)));
    }

    @Test
    void theAreasOfAUnitFollowOneAnother() {
        FirstChunkFacts facts =
                FirstChunkFacts.of(PlayedRun.shipped("27").afterStatement(1)).orElseThrow();
        assertEquals(
                List.of(122_880L, 90_584L, 8192L, 24_104L, 0L),
                List.of(facts.unit(), facts.ofStatic(), facts.reserved(), facts.dynamic(), facts.tail()));
        assertEquals(facts.unitOf(3) + FirstChunkFacts.queueOffset(), facts.queueOf(3));
        FirstChunkFacts large =
                FirstChunkFacts.of(PlayedRun.shipped("30").afterStatement(2)).orElseThrow();
        assertTrue(large.gaveBack());
        assertEquals(2048 * 1024 - 122_880, large.tail());
        FirstChunkFacts pages =
                FirstChunkFacts.of(PlayedRun.shipped("31").afterStatement(1)).orElseThrow();
        assertTrue(!pages.gaveBack() && pages.tail() == 8192);
    }

    @Test
    void chunksSayWhatIsTakenAndWhereTheyAreListed() {
        List<String> texts = texts(PlayedRun.shipped("27").afterStatement(1));
        assertTrue(
                texts.containsAll(List.of(
                        "schunk",
                        "pcpu_reserved_chunk",
                        "\u221290 584 taken",
                        "8 192 free",
                        "dchunk",
                        "pcpu_first_chunk",
                        "\u221298 776 taken",
                        "24 104 free")),
                texts.toString());
        assertTrue(texts.contains("on slot list 12; its pages can come and go"));
        assertEquals(2, texts.stream().filter("dchunk"::equals).count(), "its card, and its name below the slot");
    }

    @Test
    void theEventThatLedHereIsRinged() {
        PlayedRun run = PlayedRun.shipped("27");
        String[] words = {"pcpu_unit_size", "schunk", "dmap", "pcpu_slot", "first_vm", "pcpu_base_addr"};
        for (String word : words) {
            Moment moment = run.atEvent(1, event -> storesTo(run, event, word), 1);
            PictureParts parts = PictureParts.of(FirstChunkDiagram.draw(moment, Frame.of(1000, 400)));
            boolean registered = !word.equals("first_vm");
            assertEquals(registered ? 1 : 0, parts.count(Role.CHANGED_RING), word);
        }
        Moment queue = run.atEvent(
                2,
                event -> event instanceof Store store
                        && run.names()
                                .pointer(run.names().view().memory().addressOf(store.slot()))
                                .equals("vmap_block_queue of CPU 0"),
                1);
        assertEquals(
                1,
                PictureParts.of(FirstChunkDiagram.draw(queue, Frame.of(1000, 400)))
                        .count(Role.CHANGED_RING));
    }

    private static boolean storesTo(PlayedRun run, Event event, String word) {
        return event instanceof Store store
                && run.names()
                        .percpu()
                        .objectAt(run.names().view().memory().addressOf(store.slot()))
                        .filter(object -> object.name().equals(word))
                        .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "x86_64, 1, embed-auto, 2.6.32",
        "x86_64, 9, embed, 2.6.32",
        "x86_64, 64, embed-auto, 2.6.31",
        "x86_64, 64, lpage, 2.6.31",
        "i386, 32, lpage, 2.6.31",
        "i386, 17, 4k, 2.6.31",
        "i386, 8, page, 2.6.32",
        "i386, 16, embed, 2.6.31"
    })
    void anyNumberOfCpusIsLegible(String machine, int cpus, String way, String kernel) {
        Moment moment = booted(
                "machine " + machine + " cpus=" + cpus + " ram=8M",
                "kernel " + kernel,
                "percpu " + way,
                "early size=4K align=4K",
                "early size=4K align=4K",
                "start_kernel",
                "a = vmalloc 4K",
                "x = vm_map_ram 1");
        for (double width : new double[] {360, 480, 640, 820, 1120, 1600}) {
            Picture picture = FirstChunkDiagram.draw(moment, Frame.of(width, 300));
            assertEquals(List.of(), PictureRules.violations(picture), "at " + width);
            assertEquals(width, picture.width());
        }
        long units = PictureParts.of(FirstChunkDiagram.draw(moment, Frame.of(820, 300))).groups().stream()
                .filter(group -> group.id().startsWith("unit:"))
                .count();
        assertEquals(cpus, units);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 24104", "8192, 0", "500000, 3", "1, 500000"})
    void areasOfAnySizeHaveNoTextInEachOthersWay(long reserved, long dyn) {
        Moment moment = booted(
                "machine x86_64 cpus=2 ram=8M", "percpu embed reserved=" + reserved + " dyn=" + dyn, "start_kernel");
        for (double width : new double[] {360, 560, 1120}) {
            assertEquals(List.of(), PictureRules.violations(FirstChunkDiagram.draw(moment, Frame.of(width, 300))));
        }
    }
}
