package org.vmalloscope.inspect;

import java.util.Optional;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.percpu.PercpuView;
import org.vmalloscope.kernel.vmalloc.VmallocView;

/// The object that is looked into: where it begins, and which of the objects that stood there it is.
///
/// @param sequence the number of its allocation, from 1; 0 for a static or per-CPU object, which is always there
public record Subject(long address, long sequence) {
    /// The object that the byte at an address belongs to; none where there is no object.
    public static Optional<Subject> at(VmallocView view, long address) {
        return view.ground()
                .objectAt(address)
                .map(object -> new Subject(object.address(), object.sequence()))
                .or(() -> view.data()
                        .symbols()
                        .objectAt(view.memory(), address)
                        .or(() -> PercpuView.of(view).objectAt(address))
                        .map(symbol -> new Subject(symbol.address(), 0)));
    }

    /// The object that a shape id of the pictures stands for, such as `va:f0de#7`.
    public static Optional<Subject> ofId(String id) {
        int colon = id.indexOf(':');
        int end = id.indexOf('#');
        if (colon != 2 || end < 4) {
            return Optional.empty();
        }
        try {
            long address = Long.parseUnsignedLong(id.substring(colon + 1, end), 16);
            return Optional.of(new Subject(address, Long.parseLong(id.substring(end + 1))));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    /// The shape id of the object in pictures; empty for what no picture shows as an object.
    public String id(VmallocView view) {
        Optional<SlabObject> here = object(view);
        String kind = here.map(object -> object.type().name()).orElse("");
        String prefix = switch (kind) {
            case "vmap_area" -> "va:";
            case "vm_struct" -> "vm:";
            case "vmap_block" -> "vb:";
            default -> "";
        };
        return prefix.isEmpty() ? "" : prefix + Long.toHexString(address) + "#" + sequence;
    }

    /// The slab object, live or freed, when it is the one that stands there.
    Optional<SlabObject> object(VmallocView view) {
        return view.ground()
                .objectAt(address)
                .filter(object -> object.address() == address && object.sequence() == sequence);
    }
}
