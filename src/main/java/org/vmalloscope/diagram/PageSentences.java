package org.vmalloscope.diagram;

import java.util.Optional;
import java.util.stream.Stream;
import org.vmalloscope.journal.Note.CacheFlushed;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.PagesMapped;
import org.vmalloscope.journal.Note.PagesUnmapped;
import org.vmalloscope.journal.Note.TlbFlushed;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;

/// Sentences about page tables, caches and TLBs.
record PageSentences(Phrases phrases, AreaNames names) {
    String found(LazyAreaFound found) {
        PageRange range = new PageRange(found.start(), found.end());
        String area = names.area(new VmapArea(names.view().memory(), found.va()));
        return phrases.say("purge.found", area, range, Sizes.length(range));
    }

    String mapped(PagesMapped mapped) {
        return ofArea("pages.mapped", new PageRange(mapped.start(), mapped.end()));
    }

    String unmapped(PagesUnmapped unmapped) {
        return ofArea("pages.unmapped", new PageRange(unmapped.start(), unmapped.end()));
    }

    String cacheFlushed(CacheFlushed flushed) {
        String key = flushed.unmapping() ? "cache.before-unmap" : "cache.after-map";
        return ofArea(key, new PageRange(flushed.start(), flushed.end()));
    }

    private String ofArea(String key, PageRange range) {
        Optional<String> area = names.areaAround(range.start()).map(names::area);
        return area.map(name -> phrases.say(key, phrases.say("name.of", Sizes.length(range), name), range))
                .orElseGet(() -> phrases.say(key, Sizes.length(range), range));
    }

    /// One flush serves all areas of a purge, and hits whatever lies between them.
    String tlbFlushed(TlbFlushed flushed) {
        PageRange range = new PageRange(flushed.start(), flushed.end());
        long purged = names.view().purgeList().size();
        long all = areasWithin(range).count();
        String sentence = phrases.say("tlb.flushed", Sizes.length(range), range);
        if (purged > 0) {
            sentence += " " + phrases.say(purged == 1 ? "tlb.serves-one" : "tlb.serves", Sizes.count(purged));
        }
        long others = all - purged;
        if (others > 0) {
            sentence += " " + phrases.say(others == 1 ? "tlb.hits-one" : "tlb.hits", Sizes.count(others));
        }
        return sentence;
    }

    private Stream<VmapArea> areasWithin(PageRange range) {
        return names.view().areas().stream().filter(va -> va.range().overlaps(range));
    }
}
