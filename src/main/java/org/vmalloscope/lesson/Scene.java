package org.vmalloscope.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vmalloscope.diagram.AreaNames;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.kernel.vmalloc.VmapBlock;

/// The memory at a moment of a lesson's run, and what its areas are called. Good until its time machine moves.
record Scene(VmallocView view, AreaNames names) {
    /// All areas, ascending.
    List<VmapArea> areas() {
        return view.areas();
    }

    String name(VmapArea va) {
        return names.area(va);
    }

    /// The area that is called so.
    Optional<VmapArea> area(String name) {
        return areas().stream().filter(va -> name(va).equals(name)).findFirst();
    }

    /// The area that stands in the list with this struct.
    Optional<VmapArea> at(long struct) {
        return areas().stream().filter(va -> va.address() == struct).findFirst();
    }

    /// The area whose range holds an address.
    Optional<VmapArea> around(long address) {
        return areas().stream().filter(va -> va.range().contains(address)).findFirst();
    }

    /// The last area that ends at or below an address.
    Optional<VmapArea> below(long address) {
        return areas().stream()
                .filter(va -> Long.compareUnsigned(va.vaEnd(), address) <= 0)
                .max(Comparator.comparingLong(va -> va.vaEnd() - Long.MIN_VALUE));
    }

    /// The first area that begins at or above an address.
    Optional<VmapArea> above(long address) {
        return areas().stream()
                .filter(va -> Long.compareUnsigned(va.vaStart(), address) >= 0)
                .min(Comparator.comparingLong(va -> va.vaStart() - Long.MIN_VALUE));
    }

    /// The block whose pages hold an address.
    Optional<VmapBlock> block(long address) {
        return view.blocks().stream()
                .map(VmallocView.NumberedBlock::block)
                .filter(block -> block.va().range().contains(address))
                .findFirst();
    }

    boolean isBlack(VmapArea va) {
        return view.tree().isBlack(va.rbNode());
    }

    /// The area of the root; none while the tree is empty.
    Optional<VmapArea> root() {
        long root = view.tree().root();
        return root == 0 ? Optional.empty() : Optional.of(view.areaOfNode(root));
    }
}
