package org.vmalloscope.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.Tlbs;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// What holds for TLBs: a CPU knows a page once, whole pages only, and what is not mapped is stale.
final class TlbInvariants {
    private TlbInvariants() {}

    static void check(VmallocView view) {
        for (int cpu = 0; cpu < view.config().cpus(); cpu++) {
            List<Tlbs.Entry> known = view.ground().tlbs().of(cpu);
            List<Long> pages = known.stream().map(Tlbs.Entry::page).toList();
            assertEquals(pages.stream().distinct().count(), pages.size(), "CPU " + cpu + " knows a page twice");
            assertTrue(pages.size() <= Tlbs.ENTRIES);
            for (Tlbs.Entry entry : known) {
                assertEquals(0, entry.page() & ~Machine.PAGE_MASK, "not the start of a page");
                boolean mapped = view.ground().mapped().isMapped(entry.page());
                assertTrue(mapped || entry.stale(), () -> "unmapped and not stale: " + Long.toHexString(entry.page()));
            }
        }
    }
}
