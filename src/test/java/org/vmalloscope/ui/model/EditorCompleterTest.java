package org.vmalloscope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What can be typed next. `|` is the caret.
final class EditorCompleterTest {
    private static final String BOOTED = """
            machine i386 cpus=2 ram=16M
            boot
            a = vmalloc 4K
            regs = ioremap 16K
            r = vm_map_ram 3
            """;

    private static EditorCompletion at(String text) {
        int caret = text.indexOf('|');
        String before = text.substring(0, caret);
        EditorModel editor = new EditorModel();
        editor.open("", Optional.empty(), before + text.substring(caret + 1));
        int line = EditorLines.rows(before);
        return editor.complete(line, before.length() - before.lastIndexOf('\n') - 1);
    }

    private static List<String> labels(String text) {
        return at(text).proposals().stream().map(EditorProposal::label).toList();
    }

    @Test
    void anEmptyTextBeginsWithItsMachine() {
        assertEquals(List.of("machine"), labels("|"));
        assertEquals(List.of("x86_64", "i386", "cpus=", "ram="), labels("machine |"));
        assertEquals(List.of("cpus=", "ram="), labels("machine i386 |"));
    }

    @Test
    void beforeBootOnlyWhatIsAllowedThere() {
        List<String> labels = labels("machine i386 cpus=1 ram=8M\n|");
        assertTrue(labels.containsAll(List.of("early", "boot", "rcu")), labels::toString);
        assertFalse(labels.contains("vmalloc"), labels::toString);
        assertFalse(labels.contains("machine"), labels::toString);
    }

    @Test
    void theWaysOfTheKernelToMakeTheFirstChunk() {
        String machine = "machine i386 cpus=1 ram=8M\n";
        assertEquals(List.of("2.6.31", "2.6.32"), labels(machine + "kernel |"));
        List<String> sizes = List.of("static=", "reserved=", "dyn=", "bootmem=");
        assertEquals(
                List.of("embed-auto", "embed", "page"),
                labels(machine + "percpu |").subList(0, 3));
        assertEquals(
                List.of("embed-auto", "embed", "4k", "lpage"),
                labels(machine + "kernel 2.6.31\npercpu |").subList(0, 4));
        assertEquals(sizes, labels(machine + "percpu embed |"));
        assertEquals(List.of("lpage"), labels(machine + "kernel 2.6.31\npercpu lp|"));
    }

    @Test
    void settingsComeBeforeStepsAndTheWholeBootInPlaceOfBoot() {
        String machine = "machine i386 cpus=1 ram=8M\n";
        assertTrue(labels(machine + "|").containsAll(List.of("kernel", "percpu", "start_kernel")));
        assertFalse(labels(machine + "early size=4K align=4K\n|").contains("percpu"));
        assertTrue(labels(machine + "start_kernel\n|").contains("vmalloc"));
        assertFalse(labels(machine + "start_kernel\n|").contains("boot"));
    }

    @Test
    void anAllocationComesWithAFreshName() {
        EditorProposal vmalloc = at(BOOTED + "vmal|").proposals().getFirst();
        assertEquals(new EditorProposal("vmalloc", "b = …", "b = vmalloc ", 0, 4), vmalloc);
    }

    @Test
    void afterTheEqualsSignOnlyWhatGivesSomething() {
        assertEquals(
                List.of("vmap", "vm_map_ram"),
                labels(BOOTED + "x = vm|").stream()
                        .filter(label -> !label.startsWith("vmalloc"))
                        .toList());
        assertTrue(at(BOOTED + "x = |").eager());
        assertFalse(labels(BOOTED + "x = |").contains("vfree"));
    }

    @Test
    void onlyNamesOfTheRightKindTheNewestFirst() {
        assertEquals(List.of("r", "regs", "a"), labels(BOOTED + "vfree |"));
        assertEquals(List.of("regs"), labels(BOOTED + "free_vm_area |"));
        assertEquals(List.of("r"), labels(BOOTED + "vm_unmap_ram |"));
        assertEquals(List.of(), labels(BOOTED + "pcpu_free_vm_areas |"));
    }

    @Test
    void aFreedNameIsNotProposed() {
        assertEquals(List.of("r", "regs"), labels(BOOTED + "vfree a\nvfree |"));
    }

    @Test
    void whatWasFreedCanStillBeTouched() {
        assertEquals(List.of("r", "regs", "a"), labels(BOOTED + "vfree a\ntouch |"));
        assertEquals(List.of("r", "regs"), labels(BOOTED + "touch regs\nvfree a\nvfree |"));
    }

    @Test
    void namesBelowAreNotKnownYet() {
        assertEquals(List.of("a"), labels("machine i386 cpus=2 ram=16M\nboot\na = vmap 1\nvfree |\nb = vmap 1\n"));
    }

    @Test
    void theCpusOfTheMachine() {
        assertEquals(List.of("0", "1"), labels(BOOTED + "cpu |"));
    }

    @Test
    void nothingInACommentAndNothingUnaskedWhereAllIsThere() {
        assertEquals(List.of(), labels(BOOTED + "# vm|"));
        assertFalse(at(BOOTED + "rcu|").eager());
        assertFalse(at(BOOTED + "vfree a|").eager());
        assertFalse(at(BOOTED + "|").eager());
        assertTrue(at(BOOTED + "vfree |").eager());
        assertTrue(at(BOOTED + "vf|").eager());
    }

    @Test
    void theWordAroundTheCaretIsReplaced() {
        EditorProposal regs = at(BOOTED + "vfree re|g").proposals().getFirst();
        assertEquals(new EditorProposal("regs", "ioremap · 4", "regs", 6, 9), regs);
    }
}
