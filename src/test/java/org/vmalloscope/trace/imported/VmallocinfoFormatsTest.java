package org.vmalloscope.trace.imported;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vmalloscope.trace.input.LineCount.Quote;
import org.vmalloscope.trace.vmallocinfo.AddressMode;
import org.vmalloscope.trace.vmallocinfo.Area;
import org.vmalloscope.trace.vmallocinfo.AreaKind;
import org.vmalloscope.trace.vmallocinfo.AreaWord;
import org.vmalloscope.trace.vmallocinfo.Snapshot;

/// Lines of /proc/vmallocinfo as different kernels print them, and what copying does to them.
final class VmallocinfoFormatsTest {
    private static final long START = 0xffffc90000000000L;
    private static final String LINE =
            "0xffffc90000000000-0xffffc90000005000   20480 kernel_clone+0xbf/0x430 pages=4 vmalloc N0=4";
    private static final Area AREA = new Area(
            1,
            START,
            START + 0x5000,
            20480,
            "kernel_clone+0xbf/0x430",
            Set.of(AreaWord.VMALLOC),
            OptionalLong.of(4),
            OptionalLong.empty(),
            "N0=4");

    private static Snapshot snapshot(String text) throws IOException {
        KernelFile file = Samples.read(text);
        assertEquals(file.lines().total(), file.lines().understood(), () -> "not understood: " + file.lines());
        assertEquals(1, file.snapshots().size());
        return file.snapshots().getFirst();
    }

    private static Area area(String line) throws IOException {
        Snapshot snapshot = snapshot(line + "\n");
        assertEquals(1, snapshot.areas().size());
        assertEquals(0, snapshot.strangeWords());
        return snapshot.areas().getFirst();
    }

    @Test
    void anAreaHasAllThatItsLineSays() throws IOException {
        assertEquals(AREA, area(LINE));
        assertEquals(AREA, area(LINE + "  \r"));
    }

    @Test
    void theExampleOfAnOldKernelIsRead() throws IOException {
        Area area = area("0xffffc2000033a000-0xffffc2000033d000   12288 sys_swapon+0x640/0xac0 pages=2 vmalloc N1=2");
        assertEquals("N1=2", area.nodes());
        assertEquals(AreaKind.VMALLOC, area.kind());
        Area mapped = area("0xf7ffe000-0xf8000000    8192 hpet_enable+0x2d/0x286 phys=fed00000 ioremap");
        assertEquals(OptionalLong.of(0xfed00000L), mapped.phys());
        assertEquals(0xf7ffe000L, mapped.start());
        assertEquals(
                "2.6.28 to 4.18",
                snapshot("0xf7ffe000-0xf8000000    8192 a+0x1/0x2 phys=fed00000 ioremap")
                        .guess()
                        .text());
    }

    @Test
    void everyWordThatAnyKernelPrintsIsKnown() throws IOException {
        Area area = area(
                "0xffffc90000000000-0xffffc90000005000 20480 f.part.0+0x1/0x2 [mod_x] pages=4 phys=0x00000000fe000000"
                        + " ioremap sparse vmalloc vmap user dma-coherent vpages requested=16000 N0=1 N12=3");
        assertEquals("f.part.0+0x1/0x2 [mod_x]", area.caller());
        assertEquals("N0=1 N12=3", area.nodes());
        assertEquals(
                Set.of(
                        AreaWord.IOREMAP,
                        AreaWord.SPARSE,
                        AreaWord.VMALLOC,
                        AreaWord.VMAP,
                        AreaWord.USER,
                        AreaWord.DMA_COHERENT,
                        AreaWord.VPAGES),
                area.words());
        assertEquals(
                AreaKind.UNPURGED,
                area("0xffffc90000000000-0xffffc90000005000   20480 unpurged vm_area")
                        .kind());
        assertEquals(
                AreaKind.VM_MAP_RAM,
                area("0xffffc90000000000-0xffffc90000100000 1048576 vm_map_ram").kind());
        assertEquals(
                AreaKind.PERCPU,
                area("0xffffe8ffffc00000-0xffffe8ffffe00000 2097152 pcpu_get_vm_areas+0x0/0xfd0 vmalloc")
                        .kind());
        assertEquals(
                "0xffffffffc0a1b2c3",
                area("0xffffc90000000000-0xffffc90000005000   20480 0xffffffffc0a1b2c3 vmap")
                        .caller());
        assertEquals("", area("0xffffc90000000000-0xffffc90000005000   20480").caller());
    }

    @Test
    void pointersThatAreNotPrintedAreZeroed() throws IOException {
        for (String pointer :
                List.of("0x(____ptrval____)", "(____ptrval____)", "0x(ptrval)", "0x0000000000000000", "0x00000000")) {
            Snapshot snapshot = snapshot(pointer + "-" + pointer + "   20480 f+0x1/0x2 vmap\n");
            assertEquals(AddressMode.ZEROED, snapshot.mode(), pointer);
            assertEquals(20480, snapshot.bytes());
        }
    }

    @Test
    void pointersWithoutAPrefixAreRead() throws IOException {
        assertEquals(
                START,
                area("ffffc90000000000-ffffc90000005000   20480 f+0x1/0x2 vmap").start());
    }

    @Test
    void whatALogPutsBeforeALineIsPassedOver() throws IOException {
        for (String prefix : List.of(
                "[   12.345678] ",
                "<6>[    1.0] ",
                "Jan  1 00:00:01 host kernel: ",
                "2026-01-01T00:00:00+00:00 ",
                "17:",
                "| ")) {
            KernelFile file = Samples.read(prefix + LINE + "\n");
            assertEquals(AREA, file.snapshots().getFirst().areas().getFirst(), prefix);
            assertEquals(1, file.prefixed());
        }
    }

    @Test
    void linesWrappedAtAnyColumnArePutTogetherAgain() throws IOException {
        String next = LINE.replace("0000000000-", "0000008000-").replace("0000005000", "000000d000");
        for (int width = 25; width < LINE.length(); width++) {
            String wrapped = LINE.substring(0, width) + "\n" + LINE.substring(width) + "\n" + next + "\n";
            KernelFile file = Samples.read(wrapped);
            assertEquals(List.of(), file.lines().quoted(), "width " + width);
            assertEquals(3, file.lines().understood(), "width " + width);
            assertEquals(2, file.snapshots().getFirst().areas().size(), "width " + width);
            assertEquals(AREA, file.snapshots().getFirst().areas().getFirst(), "width " + width);
        }
    }

    @Test
    void linesBrokenBetweenWordsArePutTogetherAgain() throws IOException {
        assertEquals(
                AREA, snapshot(LINE.replace(" pages", "\npages") + "\n").areas().getFirst());
        assertEquals(
                AREA,
                snapshot(LINE.replace(" vmalloc ", "\n vmalloc\n") + "\n")
                        .areas()
                        .getFirst());
    }

    @Test
    void aWholeSampleWrappedAtEightyColumnsIsTheSame() throws IOException {
        String text = Samples.text(Samples.ALL);
        StringBuilder wrapped = new StringBuilder();
        text.lines().forEach(line -> {
            for (int from = 0; from < line.length(); from += 80) {
                wrapped.append(line, from, Math.min(from + 80, line.length())).append("\r\n");
            }
        });
        KernelFile file = Samples.read(wrapped.toString());
        assertEquals(List.of(), file.lines().quoted());
        assertEquals(withoutLines(Samples.open(Samples.ALL)), withoutLines(file));
    }

    private static List<Area> withoutLines(KernelFile file) {
        return file.snapshots().getFirst().areas().stream()
                .map(area -> new Area(
                        0,
                        area.start(),
                        area.end(),
                        area.size(),
                        area.caller(),
                        area.words(),
                        area.pages(),
                        area.phys(),
                        area.nodes()))
                .toList();
    }

    @Test
    void severalReadingsInOneFileAreSeveralSnapshots() throws IOException {
        String one = Samples.text(Samples.BOOT);
        String other = Samples.text(Samples.ALL);
        KernelFile glued = Samples.read(one + other);
        assertEquals(List.of(113, 467), sizes(glued));
        KernelFile headed = Samples.read("# cat /proc/vmallocinfo\n" + one + "==> vmallocinfo.2 <==\n" + other);
        assertEquals(List.of(113, 467), sizes(headed));
        assertEquals("==> vmallocinfo.2 <==", headed.snapshots().getLast().title());
        String hashed = Samples.text("6.12-2cpu-hashed/vmallocinfo.1-boot.txt");
        assertEquals(List.of(108, 108, 108), sizes(Samples.read(hashed + hashed + hashed)));
    }

    private static List<Integer> sizes(KernelFile file) {
        return file.snapshots().stream()
                .map(snapshot -> snapshot.areas().size())
                .toList();
    }

    @Test
    void aLineThatIsNotUnderstoodIsCountedAndQuoted() throws IOException {
        KernelFile file = Samples.read("boot\n" + LINE + "\n0xffffc90000008000-0xffffc900000\n\nsome words\n"
                + "0xffffc90000008000-0xffffc9000000a000    8192 f+0x1/0x2 vmallok\n0xffffc9000");
        assertEquals(
                List.of(
                        new Quote(1, "boot"),
                        new Quote(3, "0xffffc90000008000-0xffffc900000"),
                        new Quote(5, "some words"),
                        new Quote(7, "0xffffc9000")),
                file.lines().quoted().stream()
                        .sorted((one, two) -> Long.compare(one.line(), two.line()))
                        .toList());
        assertEquals(7, file.lines().total());
        assertEquals(3, file.lines().understood());
        assertEquals(4, file.lines().skipped());
        assertEquals(1, file.snapshots().getFirst().strangeWords());
    }

    @Test
    void onlyTheFirstFiveLinesAreQuoted() throws IOException {
        KernelFile file = Samples.read(LINE + "\n" + "?\n".repeat(9));
        assertEquals(5, file.lines().quoted().size());
        assertEquals(9, file.lines().skipped());
    }

    @Test
    void aLineWhoseEndDoesNotFitItsSizeIsCountedAsUncertain() throws IOException {
        Snapshot snapshot =
                snapshot(LINE + "\n" + LINE.replace("20480", "20481").replace("0000000000", "0000007000") + "\n"
                        + LINE.replace("0000000000-", "0000008000-").replace("0000005000", "000000d000") + "\n");
        assertEquals(AddressMode.REAL, snapshot.mode());
        assertEquals(1, snapshot.disagreeing());
    }

    @Test
    void aFileOfSomethingElseIsRefusedWithWhatWasExpected() {
        UnreadableKernelFileException refused =
                assertThrows(UnreadableKernelFileException.class, () -> Samples.read("one\ntwo\n"));
        assertEquals(
                "text: none of its 2 lines is of vmalloc: expected lines of /proc/vmallocinfo"
                        + " ('0xffffc90000000000-0xffffc90000005000   20480 ...') or of vmalloc's tracepoints"
                        + " ('... alloc_vmap_area: va_start: ...'), the first not understood is line 1: 'one'",
                refused.getMessage());
        assertThrows(UnreadableKernelFileException.class, () -> Samples.read(""));
        assertThrows(UnreadableKernelFileException.class, () -> Samples.read(new byte[] {0x1f, (byte) 0x8b, 3}));
    }
}
