package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// What is in a file, in numbers.
final class TablesTest {
    private static final String BEFORE = """
            0xffffc90000000000-0xffffc90000005000   20480 a+0x1/0x2 pages=4 vmalloc N0=4
            0xffffc90000005000-0xffffc90000007000    8192 b+0x1/0x2 phys=0x00000000fed00000 ioremap
            0xffffc90000008000-0xffffc9000000d000   20480 a+0x1/0x2 pages=4 vmalloc N0=4
            0xffffc90000010000-0xffffc90000018000   32768 unpurged vm_area
            """;
    private static final String AFTER = """
            0xffffc90000000000-0xffffc90000005000   20480 a+0x1/0x2 pages=4 vmalloc N0=4
            0xffffc90000008000-0xffffc9000000d000   20480 a+0x1/0x2 pages=4 vmalloc N0=4
            0xffffc90000020000-0xffffc90000025000   20480 a+0x1/0x2 pages=4 vmalloc N0=4
            0xffffc90000025000-0xffffc90000027000    8192 c+0x1/0x2 [m] vmap
            """;

    private static Snapshot snapshot(String text) throws IOException {
        return Samples.read(text).last().orElseThrow();
    }

    @Test
    void callersAreSortedByBytes() throws IOException {
        assertEquals("""
                caller      areas  bytes  pages  largest
                a+0x1/0x2       2  40960      8    20480
                (unpurged)      1  32768      0    32768
                b+0x1/0x2       1   8192      0     8192
                """, SnapshotTables.callers(snapshot(BEFORE)).text());
    }

    @Test
    void kindsAndGuardsAreCounted() throws IOException {
        assertEquals(
                "kind,areas,bytes,pages,largest\nvmalloc,2,40960,8,20480\nioremap,1,8192,0,8192\nunpurged,1,32768,0,32768\n",
                SnapshotTables.kinds(snapshot(BEFORE)).csv());
        assertEquals(
                "kind,areas,bytes,guard_bytes,share\nvmalloc,2,40960,8192,20.0%\nioremap,1,8192,4096,50.0%\nunpurged,1,32768,0,0.0%\n",
                SnapshotTables.guards(snapshot(BEFORE)).csv());
    }

    @Test
    void holesAreTheGapsBetweenAreas() throws IOException {
        assertEquals(List.of(4096L, 12288L), Holes.of(snapshot(BEFORE)).sizes());
        assertEquals(
                "from_bytes,to_bytes,holes,bytes\n4096,8191,1,4096\n8192,16383,1,12288\n",
                SnapshotTables.holes(snapshot(BEFORE)).csv());
    }

    @Test
    void theSpaceOfModulesIsNoHole() throws IOException {
        String modules = BEFORE + "0xffffffffc0000000-0xffffffffc0002000    8192 load_module+0x1/0x2 pages=1 vmalloc\n";
        assertEquals(List.of(4096L, 12288L), Holes.of(snapshot(modules)).sizes());
    }

    @Test
    void gapsBetweenHashesAreNotKnown() throws IOException {
        Snapshot hashed =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.4-all.txt").last().orElseThrow();
        assertEquals(List.of(), SnapshotTables.holes(hashed).rows());
        assertEquals(
                List.of("The addresses are hashed: gaps between areas are not known."),
                SnapshotTables.holes(hashed).remarks());
        assertTrue(SnapshotTables.largest(hashed).rows().getFirst().getFirst().startsWith("hash:0x"));
        assertEquals(465, SnapshotTables.order(hashed).rows().size());
    }

    @Test
    void theDifferenceOfTwoReadingsIsWhatAppearedAndWhatIsGone() throws IOException {
        SnapshotDifference difference = SnapshotDifference.between(snapshot(BEFORE), snapshot(AFTER));
        assertEquals("""
                change    start               bytes  kind      caller
                gone      0xffffc90000005000   8192  ioremap   b+0x1/0x2
                gone      0xffffc90000010000  32768  unpurged
                appeared  0xffffc90000020000  20480  vmalloc   a+0x1/0x2
                appeared  0xffffc90000025000   8192  vmap      c+0x1/0x2 [m]
                2 appeared, 2 gone, 2 in both.
                """, difference.areas().text());
        assertEquals(
                "caller,appeared,gone,bytes_more\na+0x1/0x2,1,0,20480\nc+0x1/0x2 [m],1,0,8192\n",
                difference.leaks().csv());
    }

    @Test
    void hashesOfOneBootAreComparedAndZerosOnlyCounted() throws IOException {
        Snapshot hashed =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.4-all.txt").last().orElseThrow();
        SnapshotDifference same = SnapshotDifference.between(hashed, hashed);
        assertEquals(List.of(), same.appeared());
        assertEquals(465, same.stayed());
        Snapshot zeroed =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.9-kptr2.txt").last().orElseThrow();
        Snapshot moment =
                Samples.open("6.12-2cpu-hashed/vmallocinfo.9-kptr1.txt").last().orElseThrow();
        SnapshotDifference counted = SnapshotDifference.between(zeroed, moment);
        assertEquals(false, counted.byAddress());
        assertTrue(counted.stayed() > 260, counted.stayed() + " in both");
    }

    @Test
    void growthCountsWhatTheRecordingAllocatedAndDidNotFree() throws IOException {
        KernelFile file = Samples.open(Samples.BOOT_TRACE);
        List<String> last = Growth.of(file.recording()).rows().getLast();
        long there = file.recording().lives().stream()
                .filter(life -> life.allocated().isPresent()
                        && life.freed().isEmpty()
                        && life.gone().isEmpty())
                .count();
        assertEquals(Long.toString(there), last.get(2));
        assertEquals(List.of("148", "48", "17"), last.subList(4, 7));
    }

    @Test
    void cellsWithCommasAndQuotesAreQuoted() {
        assertEquals(
                "a,b\n\"x,y\",\"say \"\"hi\"\"\"\n",
                new Table(List.of("a", "b"), List.of(List.of("x,y", "say \"hi\"")), List.of()).csv());
        assertThrows(
                IllegalArgumentException.class, () -> new Table(List.of("a", "b"), List.of(List.of("x")), List.of()));
    }
}
