package org.vmalloscope.diagram;

import org.vmalloscope.journal.Note.AlignmentPadded;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.kernel.Machine;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.memory.PageRange;

/// Sentences about the search for a hole in the address space.
record SearchSentences(Phrases phrases, AreaNames names) {
    String tried(HoleTried tried) {
        String range = new PageRange(tried.start(), tried.end()).toString();
        VmapArea va = new VmapArea(names.view().memory(), tried.va());
        Machine machine = names.view().config().machine();
        return switch (tried.verdict()) {
            case CHOSEN -> chosen(range, va);
            case COLLIDES_ABOVE ->
                phrases.say(
                        names.searchesFromTop() ? "hole.collides-above.from-top" : "hole.collides-above",
                        range,
                        names.area(va),
                        Addresses.full(va.vaStart()));
            case COLLIDES_BELOW -> phrases.say(below(tried, va), range, names.area(va), Addresses.full(va.vaEnd()));
            case BEYOND_END -> phrases.say("hole.beyond-end", range, Addresses.full(machine.vmallocEnd()));
            case BELOW_START -> phrases.say("hole.below-start", range, Addresses.full(machine.vmallocStart()));
            case WRAPS -> phrases.say("hole.wraps", Addresses.full(tried.start()));
        };
    }

    private String chosen(String range, VmapArea va) {
        return va.isNull()
                ? phrases.say("hole.chosen", range)
                : phrases.say("hole.chosen.below", range, names.area(va), Addresses.full(va.vaStart()));
    }

    /// The walk upwards stops at every area that does not begin after the candidate, be it in the way or not.
    private String below(HoleTried tried, VmapArea va) {
        if (names.searchesFromTop()) {
            return "hole.collides-below.from-top";
        }
        int order = Long.compareUnsigned(va.vaEnd(), tried.start());
        return order > 0 ? "hole.collides-below" : order == 0 ? "hole.touches" : "hole.passed";
    }

    String padded(AlignmentPadded padded) {
        PageRange range = new PageRange(padded.start(), padded.end());
        return phrases.say("hole.padded", range, Sizes.length(range));
    }
}
