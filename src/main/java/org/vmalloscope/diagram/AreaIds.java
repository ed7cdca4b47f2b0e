package org.vmalloscope.diagram;

import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The identity of an area in all pictures: the address of its struct and the number of its allocation, which
/// tells it from a later area whose struct has the same place.
final class AreaIds {
    private AreaIds() {}

    static String of(VmallocView view, VmapArea va) {
        long sequence =
                view.ground().objectAt(va.address()).map(SlabObject::sequence).orElse(0L);
        return "va:" + Long.toHexString(va.address()) + "#" + sequence;
    }

    /// The address of the struct that an identity belongs to; 0 when it is not that of an area.
    static long address(String id) {
        int end = id.indexOf('#');
        if (!id.startsWith("va:") || end < 4) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(id.substring(3, end), 16);
        } catch (NumberFormatException foreign) {
            return 0;
        }
    }
}
