package org.vmalloscope.kernel;

import org.vmalloscope.journal.Note.PagesExhausted;
import org.vmalloscope.journal.Note.PagesReturned;
import org.vmalloscope.journal.Note.PagesTaken;
import org.vmalloscope.journal.NoteSink;

/// Physical memory: a number of free pages that can run out.
///
/// Kernel: alloc_page and __free_page as seen by vmalloc, which takes and returns pages one by one; here so many at
/// once, because nothing else can come between them.
public final class PagePool {
    private final KernelConfig config;
    private final Control control;
    private final Notebook notebook;
    private final NoteSink notes;

    PagePool(KernelConfig config, Control control, Notebook notebook, NoteSink notes) {
        this.config = config;
        this.control = control;
        this.notebook = notebook;
        this.notes = notes;
    }

    /// totalram_pages.
    public long total() {
        return config.ramPages();
    }

    /// Takes up to `wanted` pages and returns how many there were.
    public long take(long wanted) {
        long taken = Math.min(wanted, control.freePages());
        if (taken > 0) {
            long left = control.freePages() - taken;
            notes.note(new PagesTaken(taken, left));
            notebook.write(Control.FREE_PAGES, left);
        }
        if (taken < wanted) {
            notes.note(new PagesExhausted());
        }
        return taken;
    }

    /// Gives pages back.
    public void give(long pages) {
        if (pages > 0) {
            long left = control.freePages() + pages;
            notes.note(new PagesReturned(pages, left));
            notebook.write(Control.FREE_PAGES, left);
        }
    }
}
