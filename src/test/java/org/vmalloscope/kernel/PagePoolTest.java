package org.vmalloscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vmalloscope.journal.Note.PagesExhausted;
import org.vmalloscope.journal.Note.PagesReturned;
import org.vmalloscope.journal.Note.PagesTaken;

/// A machine of ten pages.
final class PagePoolTest {
    private final Ground ground = new Ground(Machine.X86_64);
    private final PagePool pages = ground.kernel().pages();

    private long free() {
        return ground.kernel().control().freePages();
    }

    @Test
    void allPagesAreFreeAtFirst() {
        assertEquals(List.of(10L, 10L), List.of(pages.total(), free()));
    }

    @Test
    void pagesTakenComeBack() {
        assertEquals(7, pages.take(7));
        assertEquals(3, free());
        pages.give(5);
        assertEquals(8, free());
        assertEquals(List.of(new PagesTaken(7, 3), new PagesReturned(5, 8)), ground.told());
        assertEquals(10, pages.total(), "the total never changes");
    }

    @Test
    void whoWantsMoreThanThereIsGetsWhatThereIs() {
        assertEquals(10, pages.take(11));
        assertEquals(0, pages.take(1));
        assertEquals(List.of(new PagesTaken(10, 0), new PagesExhausted(), new PagesExhausted()), ground.told());
    }

    @Test
    void takingTheLastPagesExhaustsNothing() {
        assertEquals(10, pages.take(10));
        assertEquals(List.of(new PagesTaken(10, 0)), ground.told());
    }

    @Test
    void noPagesAreNotWorthANote() {
        assertEquals(0, pages.take(0));
        pages.give(0);
        assertEquals(List.of(), ground.told());
    }
}
