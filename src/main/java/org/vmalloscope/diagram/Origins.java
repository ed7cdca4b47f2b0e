package org.vmalloscope.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmapArea;
import org.vmalloscope.picture.Kind;

/// The way between the statements of a scenario and the areas in memory that they made.
public final class Origins {
    private static final int HEX = 16;

    private Origins() {}

    /// An area that a statement made and that is there: its id in all pictures, what it is now, and its name.
    public record Made(String id, Kind kind, String name) {}

    /// The areas that a statement (from 0) made and that are in the tree, in the order in which they were made.
    ///
    /// Takes no longer where there are more areas.
    public static List<Made> areas(Moment moment, int statement) {
        List<Made> made = new ArrayList<>();
        for (Map.Entry<Long, Long> each :
                moment.names().births().askedForBy(statement).entrySet()) {
            area(moment, each.getKey(), each.getValue())
                    .map(va -> new Made(
                            moment.id(va), moment.kinds().of(va), moment.names().area(va)))
                    .ifPresent(made::add);
        }
        return made;
    }

    /// The address of the vmap_area in the tree that a statement (from 0) made and that is called so.
    public static OptionalLong areaCalled(Moment moment, int statement, String name) {
        for (Map.Entry<Long, Long> each :
                moment.names().births().askedForBy(statement).entrySet()) {
            Optional<VmapArea> va = area(moment, each.getKey(), each.getValue());
            if (va.isPresent() && moment.names().area(va.get()).equals(name)) {
                return OptionalLong.of(va.get().address());
            }
        }
        return OptionalLong.empty();
    }

    /// The id of the area in the tree that begins at an address; none when none does.
    public static Optional<String> areaAt(Moment moment, long start) {
        VmapArea va = moment.view().areaStartingAt(start);
        return va.address() == 0 ? Optional.empty() : Optional.of(moment.id(va));
    }

    private static Optional<VmapArea> area(Moment moment, long sequence, long address) {
        Optional<SlabObject> object =
                moment.view().ground().objectAt(address).filter(found -> isIt(found, sequence, address));
        return object.filter(found -> found.type().name().equals(VmapArea.TYPE.name()))
                .map(found -> new VmapArea(moment.view().memory(), address))
                .filter(va -> moment.view().areaStartingAt(va.vaStart()).address() == address);
    }

    private static boolean isIt(SlabObject found, long sequence, long address) {
        return found.live() && found.address() == address && found.sequence() == sequence;
    }

    /// The statement (from 0) that made the object which an id stands for; none for other ids, and when the object is
    /// not there.
    public static OptionalInt statement(Moment moment, String id) {
        int colon = id.indexOf(':');
        int hash = id.indexOf('#');
        if (colon < 0 || hash < colon) {
            return OptionalInt.empty();
        }
        try {
            long address = Long.parseUnsignedLong(id.substring(colon + 1, hash), HEX);
            long sequence = Long.parseLong(id.substring(hash + 1));
            return moment.view()
                    .ground()
                    .objectAt(address)
                    .filter(found -> isIt(found, sequence, address))
                    .map(found -> OptionalInt.of(moment.names().births().askedBy(found)))
                    .orElseGet(OptionalInt::empty);
        } catch (NumberFormatException notOne) {
            return OptionalInt.empty();
        }
    }
}
