package org.vmalloscope.diagram;

import java.util.List;

/// What a person chose about how diagrams are drawn, and what a question offers to be pointed at.
///
/// @param highFirst whether the address space begins with its highest addresses
/// @param merged whether the pages of a block stand in one matrix together with the page table, instead of alloc_map
///     and dirty_map as the kernel has them
/// @param selected the id of the shape that is selected, which is shown in full however small the rest is; empty for
///     none
/// @param offers answers that are drawn; empty while nothing is asked
public record ViewOptions(boolean highFirst, boolean merged, String selected, List<Offer> offers) {
    /// Ascending addresses, two bitmaps, nothing selected, nothing asked.
    public static final ViewOptions DEFAULT = new ViewOptions(false, false, "", List.of());

    public ViewOptions {
        offers = List.copyOf(offers);
    }

    public ViewOptions withHighFirst(boolean high) {
        return new ViewOptions(high, merged, selected, offers);
    }

    public ViewOptions withMerged(boolean oneMatrix) {
        return new ViewOptions(highFirst, oneMatrix, selected, offers);
    }

    public ViewOptions withSelected(String id) {
        return new ViewOptions(highFirst, merged, id, offers);
    }

    public ViewOptions withOffers(List<Offer> offered) {
        return new ViewOptions(highFirst, merged, selected, offered);
    }
}
