package org.vmalloscope.diagram;

import java.util.Set;
import org.vmalloscope.journal.Event;
import org.vmalloscope.journal.Note.HoleTried;
import org.vmalloscope.journal.Note.LazyAreaFound;
import org.vmalloscope.journal.Note.Recoloured;
import org.vmalloscope.journal.Note.RotationBegun;
import org.vmalloscope.journal.Store;
import org.vmalloscope.kernel.SlabObject;
import org.vmalloscope.kernel.vmalloc.VmallocView;
import org.vmalloscope.kernel.vmalloc.VmapArea;

/// The areas that the last event is about, by the address of their struct.
final class ChangedAreas {
    private ChangedAreas() {}

    static Set<Long> of(Moment moment) {
        return moment.last().map(event -> of(moment.view(), event)).orElse(Set.of());
    }

    private static Set<Long> of(VmallocView view, Event event) {
        return switch (event) {
            case Store store -> stored(view, view.memory().addressOf(store.slot()));
            case RotationBegun rotation ->
                Set.of(view.areaOfNode(rotation.node()).address());
            case Recoloured recoloured ->
                Set.of(view.areaOfNode(recoloured.node()).address());
            case LazyAreaFound found -> Set.of(found.va());
            case HoleTried tried when tried.va() != 0 -> Set.of(tried.va());
            default -> Set.of();
        };
    }

    private static Set<Long> stored(VmallocView view, long address) {
        return view.ground()
                .objectAt(address)
                .filter(object -> object.type() == VmapArea.TYPE)
                .map(SlabObject::address)
                .map(Set::of)
                .orElse(Set.of());
    }
}
