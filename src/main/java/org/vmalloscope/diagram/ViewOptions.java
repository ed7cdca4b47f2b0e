package org.vmalloscope.diagram;

/// What a person chose about how diagrams are drawn.
///
/// @param highFirst whether the address space begins with its highest addresses
/// @param merged whether the pages of a block stand in one matrix together with the page table, instead of alloc_map
///     and dirty_map as the kernel has them
/// @param selected the id of the shape that is selected, which is shown in full however small the rest is; empty for
///     none
public record ViewOptions(boolean highFirst, boolean merged, String selected) {
    /// Ascending addresses, two bitmaps, nothing selected.
    public static final ViewOptions DEFAULT = new ViewOptions(false, false, "");

    public ViewOptions withHighFirst(boolean high) {
        return new ViewOptions(high, merged, selected);
    }

    public ViewOptions withMerged(boolean oneMatrix) {
        return new ViewOptions(highFirst, oneMatrix, selected);
    }

    public ViewOptions withSelected(String id) {
        return new ViewOptions(highFirst, merged, id);
    }
}
